#if Web
package import EventLog
internal import Synchronization

/// Lets each key do something so many times at once, and then as often as its tokens come back: against guessing.
///
/// It is in memory, and forgets the keys that were quiet for longest when there are too many.
package final class RateLimit: Sendable {
    private let burst: Int64
    private let interval: Int64
    private let keyCountMax: Int
    /// For each key, when all its tokens are back, in microseconds since 1970.
    private let full = Mutex<[String: Int64]>([:])

    /// - Parameters:
    ///   - burst: how many times at once.
    ///   - seconds: after which another time is allowed.
    ///   - keyCountMax: how many keys are remembered.
    package init(burst: Int, oneEverySeconds seconds: Int, keyCountMax: Int = 10_000) {
        (self.burst, interval, self.keyCountMax) = (Int64(burst), Int64(seconds) * 1_000_000, keyCountMax)
    }

    /// Takes one of a key's tokens.
    ///
    /// - Returns: nil if there was one; else after how many seconds there is.
    package func waitSeconds(_ key: String, at now: Timestamp) -> Int? {
        let now = now.microsecondsSince1970
        return full.withLock { full in
            let next = max(full[key] ?? now, now) + interval
            let excess = next - now - burst * interval
            guard excess <= 0 else { return Int((excess + 999_999) / 1_000_000) }
            if full[key] == nil, full.count >= keyCountMax { Self.makeRoom(in: &full, now) }
            full[key] = next
            return nil
        }
    }

    /// How many keys are remembered.
    var keyCount: Int { full.withLock { $0.count } }

    /// Those that have all their tokens go, as nothing is lost with them; else the tenth that will have them soonest.
    private static func makeRoom(in full: inout [String: Int64], _ now: Int64) {
        let count = full.count
        full = full.filter { $0.value > now }
        guard full.count == count else { return }
        for (key, _) in full.sorted(by: { $0.value < $1.value }).prefix(count / 10 + 1) { full[key] = nil }
    }
}
#endif
