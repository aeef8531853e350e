import Domain
import DomainTestSupport
import EventLog
import Testing

private let people = (1...4).map { #"{"command":"member.join","member":"M\#($0)","name":"委员","from":"2019-01-01"}"# }

/// Ways to each stage, and what may follow there: typed by hand from the rules, not from the program.
private enum Course {
    static let others = [
        #"{"command":"proposal.file","proposal":"P8","title":"另一","kind":"individual","signers":["M1"]}"#,
        #"{"command":"proposal.file","proposal":"P9","title":"又一","kind":"individual","signers":["M1"]}"#,
    ]
    static let draft = #"{"command":"proposal.draft","proposal":"P1","title":"稿","signers":["M1","M2"]}"#
    static let file = #"{"command":"proposal.file","proposal":"P1","title":"路灯","kind":"joint","signers":["M1","M2"]}"#
    static let accept = #"{"command":"proposal.accept","proposal":"P1"}"#
    static let handOver = #"{"command":"proposal.hand-over","proposal":"P1","lead":"局","joint":["站"]}"#
    static let answer = #"{"command":"proposal.answer","proposal":"P1","unit":"局"}"#
    static let close = #"{"command":"proposal.close","proposal":"P1"}"#
    static let decline = #"{"command":"proposal.decline","proposal":"P1","code":"other","reason":"x"}"#
    static let merge = #"{"command":"proposal.merge","proposal":"P1","into":"P8"}"#
    static let split = #"{"command":"proposal.split","proposal":"P1","into":["P8","P9"]}"#
    static let withdraw = #"{"command":"proposal.withdraw","proposal":"P1","reason":"x"}"#

    static let ways: [(stage: Proposal.Stage?, commands: [String])] = [
        (nil, []), (.draft, [draft]), (.filed, [file]), (.accepted, [file, accept]), (.declined, [file, decline]),
        (.merged, [file, merge]), (.split, [file, split]), (.withdrawn, [file, withdraw]),
        (.handedOver, [file, accept, handOver]), (.answered, [file, accept, handOver, answer]),
        (.closed, [file, accept, handOver, answer, close]),
    ]

    /// Each step, and the stages in which it may be taken.
    static let steps: [(command: String, stages: [Proposal.Stage?])] = [
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
            [.filed, .accepted, .declined, .merged, .split, .withdrawn, .handedOver, .answered, .closed]
        ),
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
        #expect(given.when(Course.file).rejection?.code == "refused-to-sign")
        #expect(given.when(#"{"command":"proposal.co-sign","proposal":"P1","member":"M2"}"#).rejection?.code == "already-said")
        try given.record(#"{"command":"proposal.file","proposal":"P1","title":"路灯","kind":"joint","signers":["M1","M3"]}"#)
        try given.record(#"{"command":"proposal.co-sign","proposal":"P1","member":"M4"}"#)
        #expect(given.state.proposals[id("P1")]?.signers == [id("M1"), id("M3"), id("M4")])
    }

    @Test func unitsSignReturnAndHandOn() throws {
        var given = try given([Course.file, Course.accept, Course.handOver])
        try given.record(#"{"command":"proposal.sign-for","proposal":"P1","unit":"局"}"#)
        #expect(given.when(#"{"command":"proposal.sign-for","proposal":"P1","unit":"局"}"#).rejection?.code == "unit-has-acted")
        try given.record(#"{"command":"proposal.return","proposal":"P1","unit":"局","reason":"不属职责"}"#)
        #expect(given.when(Course.answer).rejection?.code == "unit-has-acted")
        #expect(given.when(#"{"command":"proposal.reassign","proposal":"P1","unit":"局","to":"站"}"#).rejection?.code == "unit-already-handles")
        try given.record(#"{"command":"proposal.reassign","proposal":"P1","unit":"局","to":"委"}"#)
        #expect(given.when(Course.answer).rejection?.code == "not-handed-to")
        try given.record(#"{"command":"proposal.answer","proposal":"P1","unit":"委"}"#)
        let proposal = try #require(given.state.proposals[id("P1")])
        #expect(proposal.stage == .answered && proposal.rounds[0].units.map(\.insteadOf) == ["局", nil])
    }

    @Test func aDraftAnswerGoesOutOnceItIsPassed() throws {
        var given = try given([Course.file, Course.accept, Course.handOver])
        try given.record(#"{"command":"proposal.draft-answer","proposal":"P1","unit":"局","text":"一稿"}"#)
        #expect(given.when(Course.answer).rejection?.code == "draft-not-passed")
        try given.record(#"{"command":"proposal.check-answer","proposal":"P1","unit":"局","passed":false}"#)
        #expect(given.when(#"{"command":"proposal.check-answer","proposal":"P1","unit":"局","passed":true}"#).rejection?.code == "no-draft-to-check")
        #expect(given.when(Course.answer).rejection?.code == "draft-not-passed")
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
        #expect(given.when(#"{"command":"proposal.answer","proposal":"P1","unit":"站","to":["M4"]}"#).rejection?.code == "answered-to-non-signers")
        try given.record(#"{"command":"proposal.answer","proposal":"P1","unit":"站"}"#)
        #expect(given.state.proposals[id("P1")]?.stage == .answered)
        #expect(given.state.proposals[id("P1")]?.unansweredSigners == [])
    }

    @Test func handledAgainAndRatedAgain() throws {
        var given = try given([Course.file, Course.accept, Course.handOver, Course.answer])
        let rate = #"{"command":"proposal.rate","proposal":"P1","member":"M1","handling":"satisfied","result":"not-satisfied"}"#
        try given.record(rate)
        try given.record(#"{"command":"proposal.send-back","proposal":"P1","reason":"没有措施"}"#)
        #expect(given.when(rate).rejection?.code == "wrong-stage")
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
        #expect(given.when(rate).rejection?.code == "commitment-open")
        let settle = #"{"command":"proposal.settle-commitment","proposal":"P1","commitment":\#(position),"kept":true}"#
        try given.record(settle)
        #expect(given.when(settle).rejection?.code == "commitment-settled")
        try given.record(rate)
        #expect(given.when(rate).rejection?.code == "already-rated")
        #expect(given.when(rate.replacing("\"commitment\":\(position)", with: "\"commitment\":1")).rejection?.code == "no-such-commitment")
    }

    @Test func pausesFollowEachOther() throws {
        var given = try given([Course.file, Course.accept, Course.handOver])
        let pause = #"{"command":"proposal.pause","proposal":"P1","reason":"x","occurred":"2019-05-01"}"#
        try given.record(pause)
        #expect(given.when(pause).rejection?.code == "already-paused")
        #expect(given.when(#"{"command":"proposal.resume","proposal":"P1","occurred":"2019-04-01"}"#).rejection?.code == "resumed-before-pause")
        try given.record(#"{"command":"proposal.resume","proposal":"P1","occurred":"2019-05-02"}"#)
        #expect(given.when(#"{"command":"proposal.resume","proposal":"P1"}"#).rejection?.code == "not-paused")
    }

    @Test func marksDoNotContradictEachOther() throws {
        var given = try given([Course.file, #"{"command":"proposal.mark","proposal":"P1","mark":"public"}"#])
        #expect(given.when(#"{"command":"proposal.mark","proposal":"P1","mark":"confidential"}"#).rejection?.code == "marks-contradict")
        try given.record(#"{"command":"proposal.mark","proposal":"P1","mark":"key","supervisor":"李主任"}"#)
    }

    /// 案号 by the rules, each once, by the year of acceptance; a number somebody gave is passed over.
    @Test func numbersFollowTheRules() throws {
        var given = try given([
            #"{"command":"rules.adopt","rules":"r","title":"规则","numbering":"{year}第{serial:2}号","motionSigners":3}"#, Course.file,
            #"{"command":"proposal.accept","proposal":"P8","number":"2019第01号","occurred":"2019-03-01"}"#,
        ])
        #expect(given.when(#"{"command":"proposal.accept","proposal":"P1","number":"2019第01号"}"#).rejection?.code == "number-taken")
        try given.record(#"{"command":"proposal.accept","proposal":"P1","occurred":"2019-03-02"}"#)
        #expect(given.state.proposals[id("P1")]?.number == "2019第02号")
        try given.record(#"{"command":"proposal.accept","proposal":"P9","occurred":"2020-01-02"}"#)
        #expect(given.state.proposals[id("P9")]?.number == "2020第01号")
        let motion = #"{"command":"proposal.file","title":"议案","kind":"joint","motion":true,"signers":["M1","M2"]}"#
        #expect(given.when(motion).rejection?.code == "too-few-signers")
        try given.record(motion.replacing("[\"M1\",\"M2\"]", with: "[\"M1\",\"M2\",\"M3\"]"))
    }

    @Test func onlyWhatWasNotAcceptedGoesOnAsASuggestion() throws {
        var given = try given([Course.file])
        let submit = #"{"command":"suggestion.submit","title":"路灯","kind":"suggestion","members":["M1"],"proposal":"P1"}"#
        #expect(given.when(submit).rejection?.code == "wrong-stage")
        try given.record(#"{"command":"proposal.decline","proposal":"P1","code":"other","goesOnAs":"suggestion","reason":"一事一议"}"#)
        try given.record(submit)
        // What it came from cannot be taken away from under it.
        let declined = given.state.position.value - 1
        #expect(given.when(#"{"command":"fact.void","corrects":\#(declined),"reason":"x"}"#).rejection?.code == "would-break")
    }

    @Test func whatWasMergedOrSplitRestsOnTheOthers() throws {
        let given = try given([Course.file, Course.merge])
        #expect(given.when(#"{"command":"fact.void","corrects":6,"reason":"x"}"#).rejection?.code == "would-break")
        #expect(given.when(#"{"command":"proposal.split","proposal":"P9","into":["P8"]}"#).rejection?.code == "split-into-one")
        #expect(given.when(#"{"command":"proposal.merge","proposal":"P9","into":"P9"}"#).rejection?.code == "refers-to-itself")
    }
}
