#if Web
package import EventLog
internal import Foundation

/// Tickets: what a page gets that is opened with a current code, so that its owner may finish typing.
extension MeetingCodes {
    /// How long a page that was opened in time may take.
    static let ticketSeconds: Int64 = 300
    private static let macByteCount = 18
    private static let byteCount = 4 + 8 + macByteCount

    /// A ticket for the page that was opened with a slot's code.
    ///
    /// - Parameter browser: what only this browser knows, as from a cookie: in another one the ticket is good for nothing.
    /// - Returns: nil unless the slot is current.
    package func ticket(for slot: Slot, at now: Timestamp, browser: String) -> String? {
        guard slot.isCurrent(at: now) else { return nil }
        let opened = withUnsafeBytes(of: now.microsecondsSince1970.bigEndian) { Array($0) }
        return ticket(slot.bigEndianBytes + opened, browser)
    }

    private func ticket(_ head: [UInt8], _ browser: String) -> String {
        Data(head + mac(of: "ticket", head + browser.utf8).prefix(Self.macByteCount)).base64URL
    }

    /// The slot of a ticket of this meeting that is not five minutes old; nil for every other text.
    package func slot(ofTicket text: String, at now: Timestamp, browser: String) -> Slot? {
        guard let bytes = Data(base64URL: text), bytes.count == Self.byteCount else { return nil }
        let head = Array(bytes.prefix(12))
        guard isEqualInConstantTime(ticket(head, browser).utf8, text.utf8) else { return nil }
        let opened = Timestamp(microsecondsSince1970: head[4...].reduce(0) { $0 << 8 | Int64($1) })
        guard now < opened.adding(seconds: Self.ticketSeconds) else { return nil }
        return Slot(number: head[..<4].reduce(0) { $0 << 8 | UInt32($1) })
    }
}
#endif
