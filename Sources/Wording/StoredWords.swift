public import Domain

/// Codes as they are stored, in words.
extension Phrase {
    /// The words of one closed list, by code.
    private static func list<Word: CaseIterable & RawRepresentable<String>>(_ phrase: (Word) -> Phrase) -> [String: Phrase] {
        Dictionary(uniqueKeysWithValues: Word.allCases.map { ($0.rawValue, phrase($0)) })
    }

    /// The closed lists that fields of events declare; a field is found by the words that it may be.
    private static let closedLists: [[String: Phrase]] = [
        list(activityOutcome), list(adoptionLevel), list(affiliation), list(agendaOutcome), list(answerClass), list(appealOutcome),
        list { (answer: BallotVoted.Answer) in ballotAnswer(answer) }, list(ballotKind), list(ballotMethod), list(checkInMethod),
        list(commendationKind), list(continuation), list(decisionKind), list(declined), list(donationKind), list(gradeMeaning),
        list(noticeMeans), list(petitionKind), list(petitionWay), list(proposalKind), list(proposalMark), list(rating),
        list(satisfactionRate), list(session), list(speechForm), list(step), list(suggestionKind), list(voteBase),
    ]

    /// Nil for a code that is none of these words.
    public static func storedWord(_ code: String, of words: [String]) -> Phrase? {
        words.contains(code) ? lists(of: words).first?[code] : nil
    }

    private static func lists(of words: [String]) -> [[String: Phrase]] {
        closedLists.filter { list in words.allSatisfy { list[$0] != nil } }
    }

    /// Words that a field may be, and that no list or several have, for the test that asks.
    public static func listCount(of words: [String]) -> Int { lists(of: words).count }

    /// What an open word is called, by the path of its field in the event; nil for a word that the body itself chooses.
    static func openWord(_ word: OpenWord, of field: String, in type: String) -> Phrase? {
        switch (type, field) {
        case ("activity.scheduled", "kind"): activityKind(word)
        case ("activity.scheduled", "level"): activityLevel(word)
        case ("work.filed", "kind"): workKind(word)
        // An answer is a word of the paper: a grade, or one of three that are stored in English.
        case ("ballot.counted", "votes.answer"): ballotAnswer(word)
        default: nil
        }
    }

    private static func checkInMethod(_ method: CheckedIn.Method) -> Phrase {
        switch method {
        case .scan: Phrase(zh: "扫码", en: "by code")
        case .rollCall: Phrase(zh: "点名", en: "roll call")
        case .bulk: Phrase(zh: "批量", en: "in bulk")
        case .paper: Phrase(zh: "纸质签到", en: "on paper")
        case .lateEntry: Phrase(zh: "补录", en: "entered later")
        }
    }

    private static func answerClass(_ answerClass: ProposalAnswered.Class) -> Phrase {
        Phrase(zh: "\(answerClass.rawValue) 类", en: "class \(answerClass.rawValue)")
    }

    private static func declined(_ code: ProposalDeclined.Code) -> Phrase {
        switch code {
        case .notInScope: Phrase(zh: "不属于提案范围", en: "not a matter for a proposal")
        case .duplicate: Phrase(zh: "内容重复", en: "the same as another")
        case .noSubstance: Phrase(zh: "没有实质内容", en: "without substance")
        case .inCourt: Phrase(zh: "已进入司法程序", en: "before a court")
        case .personal: Phrase(zh: "属于个人问题", en: "a private matter")
        case .alreadySolved: Phrase(zh: "已经解决", en: "already solved")
        case .other: Phrase(zh: "其他", en: "other")
        }
    }

    private static func continuation(_ continuation: ProposalDeclined.Continuation) -> Phrase {
        switch continuation {
        case .suggestion: Phrase(zh: "意见建议", en: "suggestion")
        case .socialOpinion: Phrase(zh: "社情民意", en: "social opinion")
        case .returned: Phrase(zh: "退回提案人", en: "returned to the proposer")
        }
    }
}
