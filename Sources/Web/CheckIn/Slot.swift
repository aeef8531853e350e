#if Web
package import EventLog

/// Thirty seconds in which a meeting's screen shows one code.
package struct Slot: Hashable, Comparable, Sendable {
    static let seconds: Int64 = 30
    static let bitCount = 30
    private static let microseconds = seconds * 1_000_000

    /// How many went before since 1970: 30 bits last until the year 2990.
    let number: UInt32

    init(number: UInt32) { self.number = number }

    /// The slot that a moment is in.
    package init(at time: Timestamp) {
        number = UInt32(min(max(time.microsecondsSince1970 / Self.microseconds, 0), 1 << Self.bitCount - 1))
    }

    /// The time of a check-in by the slot's code.
    package var start: Timestamp { Timestamp(microsecondsSince1970: Int64(number) * Self.microseconds) }
    /// When the screen has to show another code.
    package var end: Timestamp { start.adding(seconds: Self.seconds) }

    /// Whether its code is good for somebody who is in the room: it is on the screen, or was while they took out their phone.
    package func isCurrent(at time: Timestamp) -> Bool {
        let running = Slot(at: time).number
        return number == running || number + 1 == running
    }

    package static func < (left: Slot, right: Slot) -> Bool { left.number < right.number }
}
#endif
