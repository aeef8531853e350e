import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing
import Wording

/// What the words of the storage format are called: each in both languages, and no two of a list alike.
@Suite("Words of closed lists")
struct WordTests {
    private func check<Word>(
        _ words: [Word], _ phrase: (Word) -> Phrase, zh expected: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let phrases = words.map(phrase)
        #expect(phrases.map(\.zh) == expected, sourceLocation: sourceLocation)
        #expect(Set(phrases.map(\.zh)).count == words.count && Set(phrases.map(\.en)).count == words.count, sourceLocation: sourceLocation)
        for name in phrases.map(\.en) {
            #expect(
                !name.isEmpty && name.unicodeScalars.allSatisfy(\.isASCII) && name.first?.isLowercase == true,
                sourceLocation: sourceLocation)
        }
    }

    @Test func proposals() {
        check(ProposalFiled.Kind.allCases, Phrase.proposalKind, zh: ["个人", "联名", "集体"])
        check(
            Proposal.Stage.allCases, Phrase.proposalStage,
            zh: ["草稿", "已提交", "已立案", "不予立案", "已并案", "已分案", "已撤案", "已答复", "已办结", "已交办"])
        check(ProposalMarked.Mark.allCases, Phrase.proposalMark, zh: ["重点提案", "优秀提案", "公开提案", "不公开提案"])
        check(ProposalRated.Rating.allCases, Phrase.rating, zh: ["满意", "基本满意", "不满意"])
    }

    @Test func suggestions() {
        check(SuggestionSubmitted.Kind.allCases, Phrase.suggestionKind, zh: ["意见建议", "社情民意", "代表建议"])
        check(Suggestion.Stage.allCases, Phrase.suggestionStage, zh: ["已提出", "已上报", "已答复", "已转办"])
        check(SuggestionAdopted.Level.allCases, Phrase.adoptionLevel, zh: ["乡镇级", "区县级", "市级", "地州级", "省级", "国家级"])
        // A higher level is more.
        #expect(SuggestionAdopted.Level.allCases == SuggestionAdopted.Level.allCases.sorted())
    }

    @Test func othersOfTheBook() {
        check(DonationReceived.Kind.allCases, Phrase.donationKind, zh: ["捐款", "捐物", "引进资金"])
        check(Affiliation.Kind.allCases, Phrase.affiliation, zh: ["界别", "活动组", "职务", "联系点"])
        check(SpeechGiven.Form.allCases, Phrase.speechForm, zh: ["口头", "书面"])
        check(AgendaItemEnded.Outcome.allCases, Phrase.agendaOutcome, zh: ["已审议", "延期", "取消"])
        check(NoticeIssued.Means.allCases, Phrase.noticeMeans, zh: ["书面", "短信、微信", "电话", "电子邮件"])
        check(NoticeAnswer.allCases, Phrase.noticeAnswer, zh: ["参加", "请假待批", "已准假", "未准假", "公务", "未回复"])
        check(ActivityState.allCases, Phrase.activityState, zh: ["待举行", "已举行", "已办结", "已取消"])
    }

    /// Each closed list that a field of a command declares has its words in one place, and each open one is known or the body's own.
    @Test func everyDeclaredListHasItsWords() {
        func visit(_ fields: [CommandField], _ path: String, _ body: (String, CommandField.Form) -> Void) {
            for field in fields {
                var form = field.form
                if case .list(let element, _) = form { form = element }
                body(path + field.name, form)
                if case .object(let inner) = form { visit(inner, path + field.name + ".", body) }
            }
        }
        var open: Set<String> = []
        for command in CommandCatalogue.kinds {
            visit(command.fields, command.eventType + " ") { path, form in
                if case .words(let words) = form { #expect(Phrase.listCount(of: words) == 1, "\(path): \(words)") }
                if case .openWord = form, !path.hasSuffix("quantities.of") { open.insert(path) }
            }
        }
        #expect(
            open == [
                "activity.scheduled kind", "activity.scheduled level", "work.filed kind", "ballot.counted votes.answer",
                // The words of the body's own rules.
                "ballot.called rule", "ballot-rules.adopted items.name", "ballot-rules.adopted items.grades.grade",
            ])
    }

    /// An open list: what the catalogue does not know is shown as it was written.
    @Test func kindsOfActivity() {
        for (kind, zh) in [
            ("study", "学习"), ("training", "培训"), ("plenary", "全会"), ("inspection", "视察"), ("research", "调研"), ("oversight", "民主监督"),
        ] {
            #expect(OpenWord(kind).map { Phrase.activityKind($0).zh } == zh)
        }
        #expect(OpenWord("kite-flying").map { Phrase.activityKind($0) } == .plain("kite-flying"))
    }

    @Test func kindsOfWork() {
        for (kind, zh) in [("report", "报告"), ("minutes", "会议记录"), ("publicity", "宣传报道"), ("审议发言", "审议发言")] {
            #expect(OpenWord(kind).map { Phrase.workKind($0).zh } == zh)
        }
    }

    /// What the program calls a kind, it understands where a kind is typed.
    @Test func kindsAreUnderstoodByName() {
        for (names, phrases) in [
            (KindNames.activity, Phrase.activityKinds), (.work, Phrase.workKinds), (.quantity, Phrase.units),
            (.proposal, Dictionary(uniqueKeysWithValues: ProposalFiled.Kind.allCases.map { ($0.rawValue, Phrase.proposalKind($0)) })),
            (.suggestion, Dictionary(uniqueKeysWithValues: SuggestionSubmitted.Kind.allCases.map { ($0.rawValue, Phrase.suggestionKind($0)) })),
            (.donation, Dictionary(uniqueKeysWithValues: DonationReceived.Kind.allCases.map { ($0.rawValue, Phrase.donationKind($0)) })),
            (.speech, Dictionary(uniqueKeysWithValues: SpeechGiven.Form.allCases.map { ($0.rawValue, Phrase.speechForm($0)) })),
            (.ballot, Dictionary(uniqueKeysWithValues: BallotCalled.Kind.allCases.map { ($0.rawValue, Phrase.ballotKind($0)) })),
            (.decision, Dictionary(uniqueKeysWithValues: DecisionMade.Kind.allCases.map { ($0.rawValue, Phrase.decisionKind($0)) })),
            (.petition, Dictionary(uniqueKeysWithValues: PetitionReceived.Kind.allCases.map { ($0.rawValue, Phrase.petitionKind($0)) })),
            (.commendation, Dictionary(uniqueKeysWithValues: CommendationGiven.Kind.allCases.map { ($0.rawValue, Phrase.commendationKind($0)) })),
        ] {
            for (code, phrase) in phrases { #expect(names.code(phrase.zh) == code, "\(code)") }
            #expect(Set(names.names.values) == Set(phrases.keys))
        }
        #expect(KindNames.activity.code("常委会") == "常委会")
    }

    @Test func everyKindOfSubjectIsNamed() {
        for kind in EventCatalogue.subjectKinds {
            let name = Phrase.noun(Subject(kind: kind, id: "X1"))
            #expect(!name.zh.contains { $0.isASCII } && !name.en.isEmpty, "\(kind)")
        }
        #expect(Phrase.noun(Subject(kind: "comet", id: "1")) == .plain("comet"))
    }

    /// A subject is shown with its title, and where it has none with what it is.
    @Test func subjectsAreShownByTheirTitle() throws {
        let given = try Given(
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12"}"#,
            #"{"command":"donation.receive","donation":"D1","kind":"money","amount":1}"#)
        #expect(Phrase.act(subject("activity:A1"), in: given.state) == .plain("A1 学习"))
        #expect(Phrase.act(subject("donation:D1"), in: given.state) == Phrase(zh: "捐助 D1", en: "donation D1"))
    }
}
