#if Web
import EventLog
import Testing
@testable import Web

struct RateLimitTests {
    private func time(_ seconds: Int64, _ microseconds: Int64 = 0) -> Timestamp {
        Timestamp(microsecondsSince1970: seconds * 1_000_000 + microseconds)
    }

    /// Three at once, then one every 10 seconds.
    @Test func tokensComeBackOneByOne() {
        let limit = RateLimit(burst: 3, oneEverySeconds: 10)
        for _ in 1...3 { #expect(limit.waitSeconds("wang", at: time(100)) == nil) }
        #expect(limit.waitSeconds("wang", at: time(100)) == 10)
        #expect(limit.waitSeconds("wang", at: time(109, 999_999)) == 1)
        #expect(limit.waitSeconds("wang", at: time(110)) == nil)
        #expect(limit.waitSeconds("wang", at: time(110)) == 10)
        // Asking costs nothing: all three are back half a minute after the last was taken.
        for _ in 1...3 { #expect(limit.waitSeconds("wang", at: time(140)) == nil) }
        #expect(limit.waitSeconds("wang", at: time(140)) == 10)
    }

    @Test func keysDoNotDisturbEachOther() {
        let limit = RateLimit(burst: 1, oneEverySeconds: 10)
        #expect(limit.waitSeconds("wang", at: time(0)) == nil)
        #expect(limit.waitSeconds("li", at: time(0)) == nil)
        #expect(limit.waitSeconds("wang", at: time(0)) == 10)
    }

    @Test func fewKeysAreRemembered() {
        let limit = RateLimit(burst: 1, oneEverySeconds: 100, keyCountMax: 20)
        for number in 0..<500 {
            #expect(limit.waitSeconds("\(number)", at: time(Int64(number) / 100)) == nil)
            #expect(limit.keyCount <= 20)
        }
        // The newest is remembered, the oldest forgotten.
        #expect(limit.waitSeconds("499", at: time(5)) != nil)
        #expect(limit.waitSeconds("0", at: time(5)) == nil)
    }

    @Test func quietKeysGoFirst() {
        let limit = RateLimit(burst: 2, oneEverySeconds: 10, keyCountMax: 4)
        for _ in 1...2 { _ = limit.waitSeconds("busy", at: time(0)) }
        for name in ["a", "b", "c"] { _ = limit.waitSeconds(name, at: time(0)) }
        // After 10 seconds a, b and c have all their tokens; busy has one.
        #expect(limit.waitSeconds("d", at: time(10)) == nil)
        #expect(limit.keyCount == 2)
        #expect(limit.waitSeconds("busy", at: time(10)) == nil)
        #expect(limit.waitSeconds("busy", at: time(10)) == 10)
    }
}
#endif
