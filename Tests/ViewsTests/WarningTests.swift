import Assessment
import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing
import Views
import Wording

/// What is said of commands that are on record and without effect, or look like a slip.
@Suite("Warnings on success")
struct WarningTests {
    private static let before = [
        #"{"command":"member.join","member":"M1","name":"张伟","groups":["一组"],"from":"2019-01-01"}"#,
        #"{"command":"member.join","member":"M2","name":"丙","roles":["常委"],"from":"2019-03-11"}"#,
        #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-10/2019-03-11"}"#,
        #"{"command":"activity.open","activity":"A1"}"#,
        #"{"command":"donation.receive","donation":"D1","kind":"money","amount":100,"receipt":"R1","member":"M1","occurred":"2019-02-01"}"#,
        #"{"command":"proposal.file","proposal":"P1","kind":"individual","title":"修路","signers":["M1"],"session":"off-session","occurred":"2019-02-01"}"#,
        #"{"command":"visit.record","visit":"V1","members":["M1"],"area":"村","occurred":"2019-02-01"}"#,
        #"{"command":"rules.adopt","rules":"r","title":"规则","limits":[{"step":"answer","months":3,"session":"off-session"},{"step":"answer","months":5,"session":"in-session"}]}"#,
        #"{"command":"plan.adopt","plan":"Y","title":"计划","year":2019,"text":"plan: Y\ntitle: 计划\nyear: 2019\ntargets:\n  - {id: 1, title: 手工, for: member, points: 5, score: by-hand}\n  - {id: 2, title: 常委, for: member, who: {role: 常委}, points: 5, score: by-hand}\n  - {id: 3, title: 各组, for: group, points: 5, score: by-hand}\ncalendar:\n  - {id: c1, title: 读书, kind: bookclub, when: 2019-05}\n"}"#,
        #"{"command":"activity.schedule","activity":"A3","kind":"meeting","title":"例会","on":"2019-03-20"}"#,
        #"{"command":"attendance.mark-absent","activity":"A3","member":"M1","occurred":"2019-03-20"}"#,
        #"{"command":"activity.schedule","activity":"A4","kind":"meeting","title":"例会二","on":"2019-03-21"}"#,
        #"{"command":"speech.record","activity":"A4","members":["M1"],"form":"oral","title":"二","occurred":"2019-03-21"}"#,
        #"{"command":"speech.record","activity":"A4","members":["M2"],"form":"written","title":"三","occurred":"2019-03-21"}"#,
    ]

    /// - Parameter codes: each with the fields that say what it is about.
    @Test(arguments: [
        // Nothing to say.
        (#"{"command":"activity.schedule","kind":"study","title":"另一次","on":"2019-03-10","fulfils":["c1"]}"#, []),
        (#"{"command":"activity.schedule","kind":"bookclub","title":"读书","on":"2019-05-10"}"#, []),
        (#"{"command":"activity.schedule","kind":"study","title":"学习","on":"2019-03-12"}"#, []),
        (#"{"command":"attendance.check-in","activity":"A1","member":"M2","occurred":"2019-03-11"}"#, []),
        // Words.
        (#"{"command":"activity.schedule","kind":"sudy","title":"一","on":"2019-04-10"}"#, [#"{"code":"unknown-kind","near":["study"],"word":"sudy"}"#]),
        (#"{"command":"activity.schedule","kind":"bookculb","title":"一","on":"2019-04-10"}"#, [#"{"code":"unknown-kind","near":["bookclub"],"word":"bookculb"}"#]),
        (#"{"command":"activity.schedule","kind":"parade","title":"一","on":"2019-04-10"}"#, [#"{"code":"unknown-kind","near":[],"word":"parade"}"#]),
        (#"{"command":"activity.schedule","kind":"study","title":"一","on":"2019-04-10","level":"distrct"}"#, [#"{"code":"unknown-level","near":["district"],"word":"distrct"}"#]),
        (#"{"command":"fact.correct","corrects":4,"set":{"kind":"sudy"},"reason":"误"}"#, [#"{"code":"unknown-kind","near":["study"],"word":"sudy"}"#]),
        // Items.
        (#"{"command":"activity.schedule","kind":"study","title":"一","on":"2019-04-10","fulfils":["c9"]}"#, [#"{"code":"item-not-in-plan","item":"c9","on":"2019-04-10"}"#]),
        (#"{"command":"activity.schedule","kind":"study","title":"一","on":"2020-04-10","fulfils":["c1"]}"#, [#"{"code":"item-not-in-plan","item":"c1","on":"2020-04-10"}"#]),
        (
            #"{"command":"points.award","plan":"Y","target":"1","member":"M1","points":100,"reason":"好","occurred":"2020-01-01"}"#,
            [#"{"code":"outside-plan","on":"2020-01-01","plan":"Y"}"#]
        ),
        (
            #"{"command":"points.award","plan":"Y","target":"2","member":"M1","points":100,"reason":"好","occurred":"2019-05-01"}"#,
            [#"{"code":"target-not-meant","member":"M1","on":"2019-05-01","plan":"Y","target":"2"}"#]
        ),
        (#"{"command":"points.award","plan":"Y","target":"2","member":"M2","points":100,"reason":"好","occurred":"2019-05-01"}"#, []),
        (#"{"command":"points.award","plan":"Y","target":"3","group":"一组","points":100,"reason":"好","occurred":"2019-05-01"}"#, []),
        // The same again.
        (
            #"{"command":"activity.schedule","activity":"A2","kind":"training","title":"学习","on":"2019-03-10"}"#,
            [#"{"code":"looks-like-duplicate","of":"activity:A1","subject":"activity:A2"}"#]
        ),
        (
            #"{"command":"member.join","member":"M3","name":"张伟","from":"2019-01-01"}"#,
            [#"{"code":"looks-like-duplicate","of":"member:M1","subject":"member:M3"}"#]
        ),
        (
            #"{"command":"donation.receive","donation":"D2","kind":"money","amount":5,"receipt":"R1"}"#,
            [#"{"code":"looks-like-duplicate","of":"donation:D1","subject":"donation:D2"}"#]
        ),
        (
            #"{"command":"proposal.file","proposal":"P2","kind":"individual","title":"修路","signers":["M1"],"session":"off-session","occurred":"2019-02-01"}"#,
            [#"{"code":"looks-like-duplicate","of":"proposal:P1","subject":"proposal:P2"}"#]
        ),
        (
            #"{"command":"visit.record","visit":"V2","members":["M1"],"area":"村","occurred":"2019-02-01"}"#,
            [#"{"code":"looks-like-duplicate","of":"visit:V1","subject":"visit:V2"}"#]
        ),
        (
            #"{"command":"attendance.check-in","activity":"A1","member":"M2","occurred":"2019-04-12"}"#,
            [#"{"code":"long-after","last":"2019-03-11","on":"2019-04-12","subject":"activity:A1"}"#]
        ),
        (#"{"command":"attendance.check-in","activity":"A1","member":"M2","occurred":"2019-04-11"}"#, []),
        (#"{"command":"activity.open","activity":"A1","occurred":"2019-03-10"}"#, [#"{"code":"nothing-changed","subject":"activity:A1"}"#]),
        (
            #"{"command":"activity.reschedule","activity":"A1","on":"2019-03-10/2019-03-11","reason":"再确认"}"#,
            [#"{"code":"nothing-changed","subject":"activity:A1"}"#]
        ),
        // No deadline.
        (
            #"{"command":"proposal.file","proposal":"P2","kind":"individual","title":"架桥","signers":["M1"],"occurred":"2019-02-01"}"#,
            [#"{"code":"no-deadline","step":"answer","subject":"proposal:P2"}"#]
        ),
        // Not in office: M2 begins on the second day of A1.
        (#"{"command":"attendance.mark-absent","activity":"A1","member":"M2","occurred":"2019-03-10"}"#, [#"{"code":"not-in-office","members":["M2"],"on":"2019-03-10"}"#]),
        // Who is marked absent has not spoken; what is handed in needs nobody there.
        (#"{"command":"speech.record","activity":"A3","members":["M1"],"form":"oral","title":"一","occurred":"2019-03-20"}"#, [#"{"code":"spoke-though-absent","members":["M1"],"subject":"activity:A3"}"#]),
        (#"{"command":"speech.record","activity":"A3","members":["M1"],"form":"written","title":"一","occurred":"2019-03-20"}"#, []),
        (#"{"command":"speech.record","activity":"A3","members":["M2"],"form":"oral","title":"一","occurred":"2019-03-20"}"#, []),
        (#"{"command":"attendance.mark-absent","activity":"A4","member":"M1","occurred":"2019-03-21"}"#, [#"{"code":"spoke-though-absent","members":["M1"],"subject":"activity:A4"}"#]),
        (#"{"command":"attendance.mark-absent","activity":"A4","member":"M2","occurred":"2019-03-21"}"#, []),
        (#"{"command":"visit.record","members":["M2"],"area":"村","occurred":"2019-02-01"}"#, [#"{"code":"not-in-office","members":["M2"],"on":"2019-02-01"}"#]),
        (#"{"command":"work.file","kind":"reflection","title":"心得","authors":["M1","M2"],"occurred":"2019-02-01"}"#, [#"{"code":"not-in-office","members":["M2"],"on":"2019-02-01"}"#]),
    ] as [(String, [String])])
    func isSaid(command: String, warnings: [String]) throws {
        let bench = try ViewBench()
        for command in Self.before { try bench.record(command) }
        let id = #""id":"5fbeae4f-facc-461d-9836-f25d74e9748f","#
        let sent = "{" + id + command.dropFirst()
        for isRepeated in [false, true] {
            let response = try bench.response(to: sent)
            try #require(response.problem == nil, "\(command): \(response)")
            let object = response.json(.english)
            #expect(object["repeated"] == (isRepeated ? true : .null))
            #expect((object["warnings"].arrayValue ?? []).map(\.text) == warnings, "\(command)")
            // Present only when there are any.
            #expect((object["warnings"] == .null) == warnings.isEmpty)
            #expect(response.json(.chinese) == object)
            for warning in response.warnings {
                let phrase = Phrase.warning(warning)
                #expect(!phrase.zh.isEmpty && phrase.zh != phrase.en)
            }
        }
    }

    /// What was voided, withdrawn or corrected is not a duplicate any more.
    @Test func whatIsGoneIsNoDuplicate() throws {
        let bench = try ViewBench()
        for command in Self.before { try bench.record(command) }
        try bench.record(#"{"command":"fact.void","corrects":6,"reason":"误记"}"#)
        let donation = try bench.response(to: #"{"command":"donation.receive","kind":"money","amount":5,"receipt":"R1"}"#)
        #expect(donation.warnings.isEmpty)
        try bench.record(#"{"command":"proposal.withdraw","proposal":"P1","reason":"撤回","occurred":"2019-02-02"}"#)
        let proposal = try bench.response(
            to: #"{"command":"proposal.file","kind":"individual","title":"修路","signers":["M1"],"session":"off-session","occurred":"2019-02-01"}"#)
        #expect(proposal.warnings.isEmpty)
    }

    /// Nothing else tells an office that a proposal waits without a last day: it is listed, and says why.
    @Test func whatHasNoDeadlineIsListed() throws {
        let bench = try ViewBench()
        for command in Self.before { try bench.record(command) }
        let file = #"{"command":"proposal.file","proposal":"P2","kind":"individual","title":"架桥","signers":["M1"],"occurred":"2019-02-01"}"#
        try bench.record(file)
        func listed(_ asOf: String) throws -> [String] {
            let json = try bench.ask(DueView.self, [:], ViewRequest(asOf: day(asOf))).json
            return (json["withoutDeadline"].arrayValue ?? []).map(\.text)
        }
        // The rules limit answers alone, so nothing is missing before it is handed over.
        try bench.record(#"{"command":"proposal.accept","proposal":"P2","occurred":"2019-02-02"}"#)
        #expect(try listed("2019-02-02") == [])
        try bench.record(#"{"command":"proposal.hand-over","proposal":"P2","lead":"局","occurred":"2019-02-03"}"#)
        let missing = #"{"from":"2019-02-03","step":"answer","subject":"proposal:P2","who":"局","why":"session-missing"}"#
        #expect(try listed("2019-02-02") == [] && listed("2019-02-03") == [missing])
        let document = try bench.ask(DueView.self, [:], ViewRequest(asOf: day("2019-02-03"))).document
        #expect("\(document)".contains("没有写明是大会提案还是平时提案"))
        // Said, it has one: three months.
        try bench.record(#"{"command":"fact.correct","corrects":16,"set":{"session":"off-session"},"reason":"补"}"#)
        #expect(try listed("2019-02-03") == [])
        let due = try bench.ask(DueView.self, ["all": "true"], ViewRequest(asOf: day("2019-02-03"))).json
        #expect(due["deadlines"].arrayValue?.first?["due"] == "2019-05-03")
    }

    /// M2 begins on the second day of A1 and comes to it: counted, in the register and at the activity. Who is not there on
    /// any day of it is not charged, as they were not in office when it began.
    @Test(arguments: [true, false])
    func whoComesOnALaterDayIsCounted(comes: Bool) throws {
        let bench = try ViewBench()
        for command in Self.before { try bench.record(command) }
        try bench.record(#"{"command":"attendance.check-in","activity":"A1","member":"M1","occurred":"2019-03-10"}"#)
        if comes { try bench.record(#"{"command":"attendance.check-in","activity":"A1","member":"M2","occurred":"2019-03-11"}"#) }
        let state = try bench.book.state()
        let count = AttendanceCount(try #require(state.activities[id("A1")]), in: state)
        #expect(count.present == (comes ? [id("M1"), id("M2")] : [id("M1")]) && count.absent == [])
        let year = Period(year: 2019)
        let register = AttendanceRegister(state, period: year, asOf: year.last)
        #expect(register.tallies[id("M2")]?.present == (comes ? 1 : nil))
        #expect(state.attendances(of: id("M2"), in: year, asOf: year.last).count == (comes ? 1 : 0))
    }

    /// Of two plans for the same days, both are shown; one that is named is shown alone.
    @Test func bothPlansOfAYearAreShown() throws {
        let bench = try ViewBench()
        for command in Self.before { try bench.record(command) }
        func adopt(_ plan: String, _ year: Int) throws {
            let text = #"plan: \#(plan)\ntitle: 计划\nyear: \#(year)\ntargets:\n  - {id: 1, title: 手工, points: 5, score: by-hand}\n"#
            try bench.record(#"{"command":"plan.adopt","plan":"\#(plan)","title":"计划","year":\#(year),"text":"\#(text)"}"#)
        }
        func shown(_ request: ViewRequest) throws -> [JSONValue] {
            let json = try bench.ask(StatusView.self, [:], request).json
            return [json["plan"]] + (json["beside"].arrayValue ?? []).map { $0["plan"] }
        }
        #expect(try shown(ViewRequest(asOf: day("2019-06-30"))) == ["Y"])
        try adopt("Z", 2019)
        try adopt("N", 2020)
        #expect(try shown(ViewRequest(asOf: day("2019-06-30"))) == ["Z", "Y"])
        #expect(try shown(ViewRequest(asOf: day("2020-06-30"))) == ["N"])
        #expect(try shown(ViewRequest(asOf: day("2019-06-30"), plan: "Y")) == ["Y"])
        #expect(try bench.ask(StatusView.self, ["members": "true"], ViewRequest(asOf: day("2019-06-30"))).beside.first?.members?.count == 2)
    }

    /// 一组 has M1 until 30 June: points of August are for nobody, and those of May count until it is dissolved.
    @Test(arguments: [("2019-05-01", "2019-12-31"), ("2019-08-01", "2019-08-01")])
    func pointsOfAGroupThatIsDissolved(given: String, nobody: String) throws {
        let bench = try ViewBench()
        for command in Self.before { try bench.record(command) }
        try bench.record(#"{"command":"member.release","member":"M1","of":{"kind":"group","name":"一组"},"on":"2019-06-30","occurred":"2019-06-30"}"#)
        let award = #"{"command":"points.award","plan":"Y","target":"3","group":"一组","points":100,"reason":"好","occurred":"\#(given)"}"#
        let day = try #require(CalendarDate(nobody))
        #expect(try bench.response(to: award).warnings == [.nobodyOf(Affiliation("一组", of: .group), on: day)])
    }

    /// Nobody whose joining was voided gets points, and a joining is not voided under them.
    @Test func pointsAreOfSomebodyOnRecord() throws {
        let bench = try ViewBench()
        for command in Self.before { try bench.record(command) }
        try bench.record(#"{"command":"member.join","member":"M8","name":"甲","from":"2019-01-01","occurred":"2019-01-01"}"#)
        let joined = try bench.book.lastPosition().value
        let text = #"plan: Z\ntitle: 计划\nyear: 2019\ntargets:\n  - {id: 1, title: 手工, for: member, score: by-hand}\n"#
        try bench.record(#"{"command":"plan.adopt","plan":"Z","title":"计划","year":2019,"text":"\#(text)"}"#)
        let award = #"{"command":"points.award","plan":"Z","target":"1","points":2,"member":"M8","reason":"试","occurred":"2019-03-01"}"#
        let void = #"{"command":"fact.void","corrects":\#(joined),"reason":"录错","occurred":"2019-03-02"}"#
        #expect(try bench.response(to: award).problem == nil)
        #expect(try bench.response(to: void).problem?.code == "would-break")
        let last = try bench.book.lastPosition().value
        #expect(try bench.response(to: #"{"command":"fact.void","corrects":\#(last),"reason":"录错","occurred":"2019-03-02"}"#).problem == nil)
        #expect(try bench.response(to: void).problem == nil)
        #expect(try bench.response(to: award).problem?.code == "unknown-subject")
    }

    /// Every kind of activity that is known has a name.
    @Test func knownKindsHaveNames() {
        for kind in OpenWord.activityKinds { #expect(Phrase.activityKind(kind).zh != kind.description, "\(kind)") }
    }

    /// One letter wrong, missing, too many or exchanged; two in a long word.
    @Test func wordsAreNear() throws {
        let words = Set(["study", "meeting"].compactMap { OpenWord($0) })
        func near(_ text: String) throws -> [String] { try #require(OpenWord(text)).near(words).map(\.description) }
        #expect(try near("sudy") == ["study"] && near("stduy") == ["study"] && near("studdy") == ["study"])
        #expect(try near("studies") == [] && near("mteing") == ["meeting"] && near("study") == [])
    }
}

extension ViewBench {
    func response(to line: String) throws -> CommandResponse {
        let command = try Array(line.utf8).withUnsafeBytes { try Command(json: $0, defaults: defaults) }
        return CommandResponse(try book.execute([command])[0])
    }
}

extension JSONValue {
    fileprivate var text: String { String(decoding: canonicalBytes, as: UTF8.self) }
}
