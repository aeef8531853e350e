import Domain
import DomainTestSupport
import EventLog
import Testing

private let people = (1...4).map { #"{"command":"member.join","member":"M\#($0)","name":"委员","from":"2019-01-01"}"# }

/// Ways to each stage, and what may follow there: typed by hand from the rules, not from the program.
extension Course {
    fileprivate static let ways: [(stage: Proposal.Stage?, commands: [String])] = [
        (nil, []), (.draft, [draft]), (.filed, [file]), (.accepted, [file, accept]), (.declined, [file, decline]),
        (.merged, [file, merge]), (.split, [file, split]), (.withdrawn, [file, withdraw]),
        (.handedOver, [file, accept, handOver]), (.answered, [file, accept, handOver, answer]),
        (.closed, [file, accept, handOver, answer, close]),
    ]

    private static let filed: [Proposal.Stage?] = [
        .filed, .accepted, .declined, .merged, .split, .withdrawn, .handedOver, .answered, .closed,
    ]

    /// Each step, and the stages in which it may be taken.
    fileprivate static let steps: [(command: String, stages: [Proposal.Stage?])] = [
        (draft, [nil, .draft]),
        (file, [nil, .draft]),
        (#"{"command":"proposal.co-sign","proposal":"P1","member":"M3"}"#, [.filed, .accepted]),
        (#"{"command":"proposal.co-sign","proposal":"P1","member":"M2"}"#, [.draft]),
        (#"{"command":"proposal.refuse-co-sign","proposal":"P1","member":"M2"}"#, [.draft]),
        (withdraw, [.draft, .filed, .accepted]),
        (accept, [.filed]),
        (decline, [.filed]),
        (merge, [.filed, .accepted]),
        (split, [.filed, .accepted]),
        (handOver, [.accepted]),
        (#"{"command":"proposal.sign-for","proposal":"P1","unit":"局"}"#, [.handedOver]),
        (#"{"command":"proposal.return","proposal":"P1","unit":"局","reason":"x"}"#, [.handedOver]),
        (#"{"command":"proposal.reassign","proposal":"P1","unit":"站","to":"所"}"#, [.handedOver]),
        (#"{"command":"proposal.extend","proposal":"P1","until":"2020-01-01","reason":"x"}"#, [.handedOver]),
        (#"{"command":"proposal.pause","proposal":"P1","reason":"x"}"#, [.handedOver]),
        (#"{"command":"proposal.resume","proposal":"P1"}"#, []),
        (#"{"command":"proposal.draft-answer","proposal":"P1","unit":"站"}"#, [.handedOver, .answered]),
        (#"{"command":"proposal.check-answer","proposal":"P1","unit":"站","passed":true}"#, []),
        (#"{"command":"proposal.answer","proposal":"P1","unit":"站"}"#, [.handedOver, .answered]),
        (answer, [.handedOver]),
        (#"{"command":"proposal.rate","proposal":"P1","member":"M1","handling":"satisfied","result":"satisfied"}"#, [.answered]),
        (#"{"command":"proposal.send-back","proposal":"P1","reason":"x"}"#, [.answered]),
        (#"{"command":"proposal.commit","proposal":"P1","unit":"局","what":"x","due":"2020-01-01"}"#, [.answered, .closed]),
        (#"{"command":"proposal.settle-commitment","proposal":"P1","commitment":5,"kept":true}"#, []),
        (close, [.answered]),
        (
            #"{"command":"proposal.mark","proposal":"P1","mark":"key"}"#,
            filed
        ),
        (#"{"command":"proposal.instruct","proposal":"P1","leader":"王书记","level":"city"}"#, filed),
        (#"{"command":"proposal.send-up","proposal":"P1","to":"省政协"}"#, filed),
        (#"{"command":"proposal.adopt","proposal":"P1","level":"province"}"#, filed),
    ]
}

@Suite("A proposal's life")
struct ProposalLifeTests {
    private func given(_ commands: [String]) throws -> Given { try Given(people + Course.others + commands) }

    /// Every step in every stage: taken where it may be, refused where it may not, and then nothing changes.
    @Test(arguments: Course.ways.indices)
    func everyStepInEveryStage(way: Int) throws {
        let (stage, commands) = Course.ways[way]
        let before = try given(commands)
        #expect(before.state.proposals[id("P1")]?.stage == stage)
        for step in Course.steps {
            var given = before
            let decision = given.when(step.command)
            #expect(decision.isAccepted == step.stages.contains(stage), "\(stage.map { "\($0)" } ?? "none"): \(step.command): \(decision.outcome)")
            if decision.isAccepted { try given.record(step.command) }
        }
    }

    @Test func everyCommandIsWalked() {
        let walked = Set(Course.steps.compactMap { $0.command.split(separator: "\"").dropFirst(3).first.map(String.init) })
        #expect(walked == Set(CommandCatalogue.kinds.map(\.name).filter { $0.hasPrefix("proposal.") }))
    }

    @Test func whoRefusesToSignIsNotNamed() throws {
        var given = try given([Course.draft, #"{"command":"proposal.refuse-co-sign","proposal":"P1","member":"M2"}"#])
        try given.record(#"{"command":"proposal.file","proposal":"P1","title":"路灯","kind":"joint","signers":["M1","M3"]}"#)
        try given.record(#"{"command":"proposal.co-sign","proposal":"P1","member":"M4"}"#)
        #expect(given.state.proposals[id("P1")]?.signers == [id("M1"), id("M3"), id("M4")])
    }

    @Test func unitsSignReturnAndHandOn() throws {
        var given = try given([Course.file, Course.accept, Course.handOver])
        try given.record(#"{"command":"proposal.sign-for","proposal":"P1","unit":"局"}"#)
        try given.record(#"{"command":"proposal.return","proposal":"P1","unit":"局","reason":"不属职责"}"#)
        try given.record(#"{"command":"proposal.reassign","proposal":"P1","unit":"局","to":"委"}"#)
        try given.record(#"{"command":"proposal.answer","proposal":"P1","unit":"委"}"#)
        let proposal = try #require(given.state.proposals[id("P1")])
        #expect(proposal.stage == .answered && proposal.rounds[0].units.map(\.insteadOf) == ["局", nil])
    }

    @Test func aDraftAnswerGoesOutOnceItIsPassed() throws {
        var given = try given([Course.file, Course.accept, Course.handOver])
        try given.record(#"{"command":"proposal.draft-answer","proposal":"P1","unit":"局","text":"一稿"}"#)
        try given.record(#"{"command":"proposal.check-answer","proposal":"P1","unit":"局","passed":false}"#)
        try given.record(#"{"command":"proposal.draft-answer","proposal":"P1","unit":"局","text":"二稿"}"#)
        try given.record(#"{"command":"proposal.check-answer","proposal":"P1","unit":"局","passed":true}"#)
        try given.record(Course.answer)
        #expect(given.state.proposals[id("P1")]?.stage == .answered)
    }

    @Test func separateUnitsAllAnswer() throws {
        var given = try given([
            Course.file, Course.accept, #"{"command":"proposal.hand-over","proposal":"P1","lead":"局","joint":["站"],"separate":true}"#,
        ])
        try given.record(#"{"command":"proposal.answer","proposal":"P1","unit":"局","to":["M1"]}"#)
        #expect(given.state.proposals[id("P1")]?.stage == .handedOver)
        #expect(given.state.proposals[id("P1")]?.unansweredSigners == [id("M2")])
        try given.record(#"{"command":"proposal.answer","proposal":"P1","unit":"站"}"#)
        #expect(given.state.proposals[id("P1")]?.stage == .answered)
        #expect(given.state.proposals[id("P1")]?.unansweredSigners == [])
    }

    @Test func handledAgainAndRatedAgain() throws {
        var given = try given([Course.file, Course.accept, Course.handOver, Course.answer])
        let rate = #"{"command":"proposal.rate","proposal":"P1","member":"M1","handling":"satisfied","result":"not-satisfied"}"#
        try given.record(rate)
        try given.record(#"{"command":"proposal.send-back","proposal":"P1","reason":"没有措施"}"#)
        try given.record(Course.answer)
        try given.record(rate)
        #expect(given.state.proposals[id("P1")]?.ratings.count == 2)
        #expect(given.state.proposals[id("P1")]?.answers.count == 2)
    }

    @Test func aPromiseIsSettledAndRated() throws {
        var given = try given([Course.file, Course.accept, Course.handOver, Course.answer])
        let made = try given.record(#"{"command":"proposal.commit","proposal":"P1","unit":"局","what":"年内装好","due":"2019-12-31"}"#)
        #expect(made.count == 1)
        let position = given.state.position.value
        let rate = #"{"command":"proposal.rate","proposal":"P1","member":"M2","commitment":\#(position),"handling":"satisfied","result":"satisfied"}"#
        let settle = #"{"command":"proposal.settle-commitment","proposal":"P1","commitment":\#(position),"kept":true}"#
        try given.record(settle)
        try given.record(rate)
    }

    /// 案号 by the rules, each once, by the year of acceptance; a number somebody gave is passed over.
    @Test func numbersFollowTheRules() throws {
        var given = try given([
            #"{"command":"rules.adopt","rules":"r","title":"规则","numbering":"{year}第{serial:2}号","motionSigners":3}"#, Course.file,
            #"{"command":"proposal.accept","proposal":"P8","number":"2019第01号","occurred":"2019-03-01"}"#,
        ])
        try given.record(#"{"command":"proposal.accept","proposal":"P1","occurred":"2019-03-02"}"#)
        #expect(given.state.proposals[id("P1")]?.number == "2019第02号")
        try given.record(#"{"command":"proposal.accept","proposal":"P9","occurred":"2020-01-02"}"#)
        #expect(given.state.proposals[id("P9")]?.number == "2020第01号")
        let motion = #"{"command":"proposal.file","title":"议案","kind":"joint","motion":true,"signers":["M1","M2"]}"#
        try given.record(motion.replacing("[\"M1\",\"M2\"]", with: "[\"M1\",\"M2\",\"M3\"]"))
    }

    @Test func onlyWhatWasNotAcceptedGoesOnAsASuggestion() throws {
        var given = try given([Course.file])
        let submit = #"{"command":"suggestion.submit","title":"路灯","kind":"suggestion","members":["M1"],"proposal":"P1"}"#
        try given.record(#"{"command":"proposal.decline","proposal":"P1","code":"other","goesOnAs":"suggestion","reason":"一事一议"}"#)
        try given.record(submit)
        // What it came from cannot be taken away from under it.
        let declined = given.state.position.value - 1
        given.when(#"{"command":"fact.void","corrects":\#(declined),"reason":"x"}"#).then(
            .correction(
                .wouldBreak([.entry(declined + 1, .proposal(.wrongStage(id("P1"), .filed, needs: [.declined, .withdrawn])))])))
    }

    /// A joint unit tells the lead unit what it thinks; the members have their answer once the lead unit gives it.
    @Test func theLeadUnitAnswersTheMembers() throws {
        var given = try given([Course.file, Course.accept, Course.handOver, #"{"command":"proposal.answer","proposal":"P1","unit":"站"}"#])
        #expect(given.state.proposals[id("P1")]?.stage == .handedOver)
        try given.record(Course.answer)
        #expect(given.state.proposals[id("P1")]?.stage == .answered)
    }
}
