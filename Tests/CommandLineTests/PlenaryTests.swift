import Foundation
import Testing

@Suite("A plenary through several processes")
struct PlenaryTests {
    @Test func nobodyIsLostOrDoubled() throws {
        let workplace = try Workplace()
        var text = ""
        for number in 1...760 { text += #"{"command":"member.join","member":"M\#(number)","name":"x","from":"2019-01-01"}"# + "\n" }
        text += #"{"command":"activity.schedule","activity":"A1","kind":"plenary","title":"全会","on":"2019-03-01"}"# + "\n"
        try text.write(toFile: workplace.path + "/roster.ndjson", atomically: true, encoding: .utf8)
        #expect(
            try Program.shell("minutebook book open minutebook.db --name 测试 && minutebook record roster.ndjson", in: workplace.path)
                .status == 0)
        // Each process also sends every tenth member of its neighbour: one of the two must be refused.
        for process in 0..<4 {
            let own = (0..<190).map { process * 190 + $0 + 1 }
            let others = (0..<190).filter { $0 % 10 == 0 }.map { (process + 1) % 4 * 190 + $0 + 1 }
            let lines = (own + others).map { #"{"command":"attendance.check-in","activity":"A1","member":"M\#($0)"}"# }
            try lines.joined(separator: "\n").write(
                toFile: workplace.path + "/\(process).ndjson", atomically: true, encoding: .utf8)
        }
        let all = "for p in 0 1 2 3; do minutebook record $p.ndjson > $p.out & done; wait; cat ?.out"
        let result = try Program.shell(all, in: workplace.path)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 4 * (190 + 19))
        #expect(lines.count { $0.contains(#""ok":true"#) } == 760)
        #expect(lines.count { $0.contains(#""code":"already-checked-in""#) } == 4 * 19)
        let count = try Program.shell("minutebook log export | grep -c attendance.checked-in", in: workplace.path)
        #expect(count.output == "760\n")
        #expect(try Program.shell("minutebook log verify", in: workplace.path).status == 0)
    }
}
