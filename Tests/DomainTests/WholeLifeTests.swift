import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

private let people = (1...4).map { #"{"command":"member.join","member":"M\#($0)","name":"委员","from":"2019-01-01"}"# }

@Suite("Suggestions, attendance, funds, duplicates")
struct WholeLifeTests {
    private func given(_ commands: String...) throws -> Given { try Given(people + commands) }

    // MARK: - Suggestions

    private static let submit = #"{"command":"suggestion.submit","suggestion":"S1","title":"路灯","kind":"social-opinion","members":["M1","M2"]}"#

    @Test func aSuggestionIsEditedIssuedAndFedBack() throws {
        var given = try given(Self.submit)
        try given.record(#"{"command":"suggestion.edit","suggestion":"S1","title":"路灯损坏","text":"三盏不亮"}"#)
        try given.record(#"{"command":"suggestion.issue","suggestion":"S1","to":"区政协","issue":"第3期"}"#)
        try given.record(#"{"command":"suggestion.adopt","suggestion":"S1","level":"city"}"#)
        try given.record(#"{"command":"suggestion.instruct","suggestion":"S1","leader":"王书记","text":"请办"}"#)
        try given.record(#"{"command":"suggestion.feed-back","suggestion":"S1","members":["M1"]}"#)
        let suggestion = try #require(given.state.suggestions[id("S1")])
        #expect(suggestion.title == "路灯损坏" && suggestion.submitted?.fact.title == "路灯" && suggestion.stage == .issued)
        #expect(suggestion.membersWithoutFeedback == [id("M2")])
    }

    @Test func anAnswerIsRatedOnceByEach() throws {
        var given = try given(Self.submit)
        let rate = #"{"command":"suggestion.rate","suggestion":"S1","member":"M1","handling":"satisfied","result":"satisfied"}"#
        try given.record(#"{"command":"suggestion.hand-over","suggestion":"S1","to":"局"}"#)
        try given.record(#"{"command":"suggestion.answer","suggestion":"S1","unit":"局"}"#)
        try given.record(rate)
    }

    @Test func aSuggestionHasFifteenHundredCharacters() throws {
        var given = try given(Self.submit)
        let long = String(repeating: "字", count: 1_500)
        try given.record(#"{"command":"suggestion.edit","suggestion":"S1","text":"\#(long)"}"#)
        given.when(#"{"command":"suggestion.edit","suggestion":"S1","text":"\#(long)字"}"#).then(
            .field("text", .invalid(expected: .init("characters-max", ["1500"]))))
    }

    // MARK: - Attendance

    private static let meeting = #"{"command":"activity.schedule","activity":"A1","kind":"plenary","title":"全会","on":"2019-03-26/2019-03-27","halfDays":4}"#

    /// What may follow each standing; typed by hand.
    @Test(arguments: [
        ("", ["register", "check-in", "ask-leave", "grant-leave", "excuse", "mark-absent"]),
        ("register", ["check-in", "ask-leave", "grant-leave", "excuse", "mark-absent"]),
        ("check-in", ["leave-early"]),
        ("ask-leave", ["check-in", "grant-leave", "refuse-leave", "excuse", "mark-absent"]),
        ("ask-leave refuse-leave", ["check-in", "ask-leave", "grant-leave", "excuse", "mark-absent"]),
        ("grant-leave", ["check-in", "end-leave", "excuse"]),
        ("excuse", ["check-in"]),
        ("mark-absent", ["excuse"]),
        ("check-in leave-early", []),
        ("grant-leave end-leave", ["check-in", "excuse"]),
    ])
    func everyMarkAfterEveryOther(before: String, allowed: [String]) throws {
        var given = try given(Self.meeting)
        func command(_ step: Substring) -> String {
            let duty = step == "excuse" ? #","duty":"开会""# : ""
            return #"{"command":"attendance.\#(step)","activity":"A1","member":"M1"\#(duty)}"#
        }
        for step in before.split(separator: " ") { try given.record(command(step)) }
        let steps = CommandCatalogue.kinds.map(\.name).filter { $0.hasPrefix("attendance.") }.map { $0.dropFirst(11) }
        #expect(steps.count == 9)
        for step in steps {
            #expect(given.when(command(step)).isAccepted == allowed.contains(String(step)), "\(before) → \(step)")
        }
    }

    @Test func halfDaysAndDetailsAreKept() throws {
        var given = try given(Self.meeting, #"{"command":"attendance.register","activity":"A1","members":["M1","M2"]}"#)
        try given.record(#"{"command":"attendance.check-in","activity":"A1","member":"M1","halfDays":2,"late":true}"#)
        try given.record(#"{"command":"attendance.leave-early","activity":"A1","member":"M1"}"#)
        try given.record(#"{"command":"attendance.check-in","activity":"A1","member":"M3"}"#)
        let marks = try #require(given.state.activities[id("A1")]).attendance.marks
        #expect(marks[id("M1")]?.details == [.registered, .late, .leftEarly] && marks[id("M1")]?.halfDays == 2)
        #expect(marks[id("M3")]?.details == [])
    }

    // MARK: - Funds

    @Test func nothingIsSpentThatDidNotComeIn() throws {
        var given = try given(
            #"{"command":"donation.receive","donation":"D1","kind":"brought-in","amount":100000,"purpose":"送戏"}"#,
            #"{"command":"donation.receive","donation":"D2","kind":"money","amount":5000,"purpose":"送戏"}"#,
            #"{"command":"donation.receive","donation":"D3","kind":"goods","goods":"米","value":9000,"purpose":"送戏"}"#)
        func spend(_ fen: Int, _ more: String = "") -> String {
            #"{"command":"fund.spend","purpose":"送戏","amount":\#(fen)\#(more)}"#
        }
        try given.record(spend(100_000))
        let day = try #require(CalendarDate("2019-12-31"))
        #expect(given.state.funds(asOf: day).map(\.balance) == [5_000])
        // Without the money it rests on, an expense would be more than there was.
        try given.record(#"{"command":"fact.void","corrects":7,"reason":"x"}"#)
        #expect(given.state.funds(asOf: day).map(\.balance) == [0])
        try given.record(spend(1, #","overdraws":true"#))
        #expect(given.state.funds(asOf: day).map(\.balance) == [-1])
    }

    // MARK: - Duplicates

    @Test func aDuplicateIsMergedAndNothingIsLost() throws {
        var given = try given(Self.meeting, #"{"command":"attendance.check-in","activity":"A1","member":"M4"}"#)
        let merge = #"{"command":"member.merge","member":"M4","into":"M2","reason":"同一人"}"#
        try given.record(merge)
        #expect(given.state.canonical(id("M4")) == id("M2"))
        let day = try #require(CalendarDate("2019-06-30"))
        #expect(given.state.membersInOffice(on: day) == [id("M1"), id("M2"), id("M3")])
        #expect(given.state.activities[id("A1")]?.attendance.marks[id("M4")]?.standing == .present)
        // Undone, they are two again.
        try given.record(#"{"command":"fact.void","corrects":\#(given.state.position.value),"reason":"x"}"#)
        #expect(given.state.membersInOffice(on: day).count == 4)
    }
}

/// What may follow what, for the subjects with short lives. Typed by hand.
@Suite("Short lives")
struct ShortLifeTests {
    private static let suggestion = #"{"command":"suggestion.submit","suggestion":"S1","title":"路灯","kind":"suggestion","members":["M1"]}"#
    private static let activity = #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12"}"#

    private static func steps(_ name: String) -> [(step: String, command: String)] {
        let more = [
            "edit": #","title":"改""#, "issue": #","to":"区政协""#, "hand-over": #","to":"局""#, "answer": #","unit":"局""#,
            "adopt": #","level":"city""#, "instruct": #","leader":"书记""#, "feed-back": "",
            "rate": #","member":"M1","handling":"satisfied","result":"satisfied""#, "reschedule": #","on":"2019-04-01""#,
        ]
        return CommandCatalogue.kinds.map(\.name).filter { $0.hasPrefix(name + ".") }.map { full in
            let step = String(full.dropFirst(name.count + 1))
            if step == "submit" { return (step, suggestion) }
            if step == "schedule" { return (step, activity) }
            let id = name == "suggestion" ? "S1" : "A1"
            return (step, #"{"command":"\#(full)","\#(name)":"\#(id)","reason":"x"\#(more[step] ?? "")}"#)
        }
    }

    @Test(arguments: [
        ("suggestion", "", ["submit"]),
        ("suggestion", "submit", ["edit", "issue", "hand-over", "adopt", "instruct", "feed-back"]),
        ("suggestion", "submit edit", ["edit", "issue", "hand-over", "adopt", "instruct", "feed-back"]),
        ("suggestion", "submit issue", ["issue", "hand-over", "adopt", "instruct", "feed-back"]),
        ("suggestion", "submit adopt", ["edit", "issue", "hand-over", "instruct", "feed-back"]),
        ("suggestion", "submit hand-over", ["issue", "answer", "adopt", "instruct", "feed-back"]),
        ("suggestion", "submit hand-over answer", ["issue", "adopt", "instruct", "feed-back", "rate"]),
        ("suggestion", "submit hand-over answer rate", ["issue", "adopt", "instruct", "feed-back"]),
        ("activity", "", ["schedule"]),
        ("activity", "schedule", ["reschedule", "cancel", "open", "close"]),
        ("activity", "schedule reschedule", ["reschedule", "cancel", "open", "close"]),
        ("activity", "schedule open", ["reschedule", "open", "close"]),
        ("activity", "schedule cancel", []),
        ("activity", "schedule close", []),
    ])
    func everyStepAfterEveryOther(name: String, before: String, allowed: [String]) throws {
        var given = try Given(#"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#)
        let steps = Self.steps(name)
        for step in before.split(separator: " ") {
            try given.record(try #require(steps.first { $0.step == step }).command)
        }
        for (step, command) in steps {
            let decision = given.when(command)
            #expect(decision.isAccepted == allowed.contains(step), "\(before) → \(step): \(decision.outcome)")
        }
    }
}
