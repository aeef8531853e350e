import Foundation
import Testing

/// Two threads in each of two processes record, checkpoint, verify, query and back up one book: nothing is lost, doubled
/// or broken.
@Suite("Traffic of several processes", .serialized)
struct TrafficTests {
    private static let isLong = ProcessInfo.processInfo.environment["MINUTEBOOK_LONG"] != nil

    @Test func everyAcknowledgedCommandIsThere() throws {
        let place = try Workplace()
        let seconds = Self.isLong ? 60 : 5
        let script = """
            minutebook book open b.db --name 测试 >/dev/null
            traffic record b.db \(seconds) A >a.out 2>a.err & first=$!
            traffic record b.db \(seconds) B >b.out 2>b.err & second=$!
            wait $first || echo "A: $(cat a.err)"
            wait $second || echo "B: $(cat b.err)"
            minutebook log verify --book b.db >verified || cat verified
            sqlite3 b.db "PRAGMA integrity_check"
            for name in A B; do minutebook log verify --book b.db.$name.backup >backup-$name || cat backup-$name; done
            echo "$(cat a.out) $(cat b.out) $(minutebook log export --book b.db | grep -c visit.made)"
            """
        let lines = try Program.shell(script, in: place.path).output.split(separator: "\n").map(String.init)
        #expect(lines.count == 2 && lines.first == "ok", "\(lines)")
        let counts = try #require(lines.last).split(separator: " ").compactMap { Int($0) }
        #expect(counts.count == 3 && counts[0] > 0 && counts[1] > 0 && counts[0] + counts[1] == counts[2], "\(counts)")
        print("two processes of two threads, \(seconds) s: \(counts) commands acknowledged and on record")
    }
}
