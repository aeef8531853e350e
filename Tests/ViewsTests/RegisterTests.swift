import Assessment
import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
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
