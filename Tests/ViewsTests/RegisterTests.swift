import Assessment
import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Rendering
import Testing
import Views

@Suite("The register and the sign-in sheet")
struct RegisterTests {
    /// Two meetings: M1 came late to the first and missed the second; M2 was excused from the first and came to the second.
    /// M4 comes into office in June.
    private static func bench() throws -> ViewBench {
        try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01","groups":["二组"]}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01","groups":["一组"],"sector":"教育界"}"#,
            #"{"command":"member.join","member":"M3","name":"王五","from":"2019-01-01","groups":["二组"]}"#,
            #"{"command":"member.join","member":"M4","name":"赵六","from":"2019-06-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"meeting","title":"一季度例会","on":"2019-03-01","place":"礼堂"}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M1","late":true,"occurred":"2019-03-01"}"#,
            #"{"command":"attendance.excuse","activity":"A1","member":"M2","duty":"市全会","occurred":"2019-02-28"}"#,
            #"{"command":"attendance.grant-leave","activity":"A1","member":"M3","occurred":"2019-02-27"}"#,
            #"{"command":"activity.schedule","activity":"A2","kind":"meeting","title":"二季度例会","on":"2019-04-01","invited":["M1","M2"]}"#,
            #"{"command":"attendance.check-in","activity":"A2","member":"M2","occurred":"2019-04-01"}"#)
    }

    @Test func theRegisterAddsUpWhatEachMemberDid() throws {
        let bench = try Self.bench()
        let register = try bench.ask(RegisterView.self)
        let expected: [(String, AttendanceRegister.Tally)] = [
            ("M1", .init(present: 1, late: 1, absent: 1)), ("M2", .init(present: 1, excused: 1)), ("M3", .init(onLeave: 1)),
        ]
        #expect(register.rows.map(\.member.description) == expected.map(\.0))
        #expect(register.rows.map(\.tally) == expected.map(\.1))
        #expect(register.json["plan"] == .null && register.json["members"][0]["countable"] == 2)
        #expect(register.json["members"][1]["countable"] == 1 && register.json["members"][2]["name"] == "王五")
    }

    @Test func theRegisterIsAsOfADayAndAsItWasKnown() throws {
        let bench = try Self.bench()
        let before = try bench.ask(RegisterView.self, [:], ViewRequest(asOf: day("2019-03-31")))
        #expect(before.rows.map(\.tally) == [.init(present: 1, late: 1), .init(excused: 1), .init(onLeave: 1)])
        // Entry 8 is the excuse, 9 the leave.
        let known = try bench.ask(RegisterView.self, [:], ViewRequest(cut: .position(Position(8))))
        #expect(known.rows.map(\.tally) == [.init(present: 1, late: 1), .init(excused: 1), .init(absent: 1)])
    }

    /// The congress of 10 to 12 March has six half-days: M1 came on three days for one each; M2 on the last for two, M3 had leave, M4
    /// was excused. The session of two half-days in May: M1 there for all, M2 for one, which is too few by the rules. The two days
    /// in June have no half-days: M1 came on both, M2 on one.
    private static func several() throws -> ViewBench {
        func checkIn(_ activity: String, _ member: String, _ day: String, _ halfDays: Int? = nil) -> String {
            let count = halfDays.map { ",\"halfDays\":\($0)" } ?? ""
            return #"{"command":"attendance.check-in","activity":"\#(activity)","member":"\#(member)","occurred":"\#(day)"\#(count)}"#
        }
        let members = (1...4).map { #"{"command":"member.join","member":"M\#($0)","name":"张三","from":"2019-01-01"}"# }
        let bench = try ViewBench()
        try bench.recordAll(
            members + [
                #"{"command":"rules.adopt","rules":"R1","title":"规则","presentPercent":75,"occurred":"2019-01-01"}"#,
                #"{"command":"activity.schedule","activity":"A1","kind":"plenary","title":"全会","on":"2019-03-10/2019-03-12","halfDays":6}"#,
                checkIn("A1", "M1", "2019-03-10", 2), checkIn("A1", "M1", "2019-03-11", 2), checkIn("A1", "M1", "2019-03-12", 1),
                checkIn("A1", "M2", "2019-03-12", 2),
                #"{"command":"attendance.grant-leave","activity":"A1","member":"M3","occurred":"2019-03-01"}"#,
                #"{"command":"attendance.excuse","activity":"A1","member":"M4","duty":"市全会","occurred":"2019-03-01"}"#,
                #"{"command":"activity.schedule","activity":"A2","kind":"meeting","title":"常委会","on":"2019-05-06","halfDays":2,"invited":["M1","M2"]}"#,
                checkIn("A2", "M1", "2019-05-06"), checkIn("A2", "M2", "2019-05-06", 1),
                #"{"command":"activity.schedule","activity":"A3","kind":"visit","title":"考察","on":"2019-06-03/2019-06-04","invited":["M1","M2"]}"#,
                checkIn("A3", "M1", "2019-06-03"), checkIn("A3", "M1", "2019-06-04"), checkIn("A3", "M2", "2019-06-03"),
            ])
        return bench
    }

    @Test func halfDaysAndDaysAreAddedUp() throws {
        let register = try Self.several().ask(RegisterView.self)
        // Two of six, and one of two, are too few; they were there all the same.
        #expect(register.rows.map(\.tally) == [
            .init(present: 3, halfDays: .init(there: 7, of: 8), days: .init(there: 5, of: 5)),
            .init(present: 1, absent: 2, halfDays: .init(there: 3, of: 8), days: .init(there: 2, of: 5)),
            .init(onLeave: 1, halfDays: .init(there: 0, of: 6), days: .init(there: 0, of: 3)), .init(excused: 1),
        ])
        #expect(register.json["members"][1]["halfDays"] == ["value": 3, "of": 8] && register.json["members"][1]["days"] == ["value": 2, "of": 5])
        #expect(register.json["members"][3]["halfDays"] == .null)
        let tables = register.document.sections.flatMap(\.blocks).compactMap { block -> Table? in
            if case .table(let table) = block { table } else { nil }
        }
        let columns = tables.flatMap(\.columns).map(\.key)
        #expect(columns.suffix(3) == ["share", "halfDays", "days"])
        // Nothing of the kind was held by the first meeting.
        let plain = try Self.bench().ask(RegisterView.self)
        #expect(!plain.hasHalfDays && !plain.hasDays && plain.json["members"][0].objectValue?.members.contains { $0.key == "halfDays" } == false)
    }

    @Test func theSheetHasWhoIsToSignGroupByGroup() throws {
        let sheet = try Self.bench().ask(SignInSheetView.self, ["activity": "A1"])
        #expect(sheet.lines.map(\.member.description) == ["M1", "M3", "M2"])
        #expect(sheet.lines.map(\.group) == ["二组", "二组", "一组"])
        #expect(sheet.lines.map(\.remark) == [nil, .onLeave, .excused])
        #expect(sheet.json["place"] == "礼堂" && sheet.json["lines"][0]["name"] == "张三")
        let invited = try Self.bench().ask(SignInSheetView.self, ["activity": "A2"])
        #expect(invited.lines.map(\.member.description) == ["M1", "M2"])
        #expect(try Self.bench().problem(SignInSheetView.self, ["activity": "A3"]) == "no-such-activity")
    }
}
