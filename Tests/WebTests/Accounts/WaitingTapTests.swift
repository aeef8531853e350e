#if Web
import Crypto
import Domain
import EventLog
import Testing
@testable import Web

/// Secrets of meetings, and taps that wait.
struct WaitingTapTests {
    private let bench = AccountBench()

    private func tap(_ number: UInt64, member: String = "M7", device: Int64? = 3, received: Int64 = 0) -> WaitingTap {
        WaitingTap(
            command: CommandID(high: 1, low: number), activity: id("A12"), member: id(member), device: device, slot: AccountBench.start,
            received: AccountBench.start.adding(seconds: received), reason: .lateEntry, state: .waiting)
    }

    @Test func aMeetingHasOneSecret() throws {
        let (store, other) = try (bench.open(), bench.open())
        let secret = try store.meetingSecret(of: id("A12"))
        #expect(secret.bitCount == 256)
        #expect(try other.meetingSecret(of: id("A12")) == secret)
        #expect(try store.meetingSecret(of: id("A13")) != secret)
        #expect(try store.meetingSecrets()[id("A12")] == secret && store.meetingSecrets().count == 2)
    }

    @Test func aTapIsKeptOnce() throws {
        let store = try bench.open()
        let first = tap(1)
        #expect(try store.keepTap(first) == first)
        #expect(try store.keepTap(tap(1, member: "M8", received: 60)) == first)
        #expect(try store.taps(at: id("A12")) == [first])
        #expect(try store.tap(first.command) == first)
    }

    @Test func tapsAreListedAsTheyCameIn() throws {
        let store = try bench.open()
        let taps = [tap(3, received: 1), tap(1, member: "M8", received: 2), tap(2, device: nil, received: 3)]
        for tap in taps.reversed() { _ = try store.keepTap(tap) }
        #expect(try store.taps(at: id("A12")) == taps)
        #expect(try store.taps(fromDevice: 3) == [taps[0], taps[1]])
        #expect(try store.taps(at: id("A13")).isEmpty && store.taps(fromDevice: 4).isEmpty)
    }

    @Test func aTapIsSettledOnce() throws {
        let store = try bench.open()
        let first = try store.keepTap(tap(1))
        #expect(try store.settleTap(first.command, as: .refused, message: "不在会场"))
        #expect(try !store.settleTap(first.command, as: .accepted))
        #expect(try !store.settleTap(CommandID(high: 1, low: 2), as: .accepted))
        var settled = first
        (settled.state, settled.message) = (.refused, "不在会场")
        #expect(try store.taps(at: id("A12")) == [settled])
        #expect(try store.keepTap(first) == settled, "sent again, the phone hears what became of it")
    }
}
#endif
