#if Web
package import Crypto
package import Domain
package import EventLog
internal import Foundation

/// The codes that a meeting's screen shows, each for a slot of 30 seconds.
///
/// A code is the number of its slot and 100 bits of its HMAC-SHA256 under the meeting's secret, in 26 characters. It tells the slot
/// itself, so that a phone without a network has to keep nothing else; and nobody makes the code of another slot from it. It proves
/// that somebody saw the screen, or was sent what it showed: not who, and not that they were in the room.
package struct MeetingCodes: Sendable {
    let activity: ActivityID
    let secret: SymmetricKey

    package init(activity: ActivityID, secret: SymmetricKey) { (self.activity, self.secret) = (activity, secret) }

    private static let slotCharacterCount = Slot.bitCount / 5
    private static let macCharacterCount = 20

    /// The code that is on the screen at a moment.
    package func code(at time: Timestamp) -> String { code(of: Slot(at: time)) }

    package func code(of slot: Slot) -> String {
        let mac = mac(of: "code", slot.bigEndianBytes)
        // The number begins at the top of its four bytes: its 30 bits are six characters.
        let number = withUnsafeBytes(of: (slot.number << (32 - Slot.bitCount)).bigEndian) { Array($0) }
        return Base32.text(number, characterCount: Self.slotCharacterCount) + Base32.text(mac, characterCount: Self.macCharacterCount)
    }

    /// The slot of a code of this meeting, however long ago it was; nil for every other text. Each slot has exactly one code.
    package func slot(of code: String) -> Slot? {
        guard let number = Base32.number(code.utf8.prefix(Self.slotCharacterCount)) else { return nil }
        let slot = Slot(number: number)
        return isEqualInConstantTime(code.utf8, self.code(of: slot).utf8) ? slot : nil
    }

    /// The meeting that a code is of, and its slot: a code does not say which.
    package static func meeting(of code: String, among secrets: [ActivityID: SymmetricKey]) -> (activity: ActivityID, slot: Slot)? {
        for (activity, secret) in secrets {
            if let slot = MeetingCodes(activity: activity, secret: secret).slot(of: code) { return (activity, slot) }
        }
        return nil
    }

    /// - Parameter purpose: so that a code is never good as a ticket.
    func mac(of purpose: String, _ bytes: [UInt8]) -> [UInt8] {
        // No purpose and no identifier has a zero byte.
        Array(HMAC<SHA256>.authenticationCode(for: Data("\(purpose)\0\(activity)\0".utf8) + bytes, using: secret))
    }
}

extension Slot {
    var bigEndianBytes: [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }
}

/// Crockford's alphabet, in lower case: without letters that are taken for digits.
enum Base32 {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// The first bits, five a character.
    static func text(_ bytes: [UInt8], characterCount: Int) -> String {
        let characters = (0..<characterCount).map { index in
            let value = (0..<5).reduce(0) { value, bit in
                let place = index * 5 + bit
                return value << 1 | Int(bytes[place / 8] >> (7 - place % 8) & 1)
            }
            return alphabet[value]
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// Nil for other characters, upper case among them: a code has one form.
    static func number(_ text: some Collection<UInt8>) -> UInt32? {
        guard text.count <= 6 else { return nil }
        var number: UInt32 = 0
        for byte in text {
            guard let value = alphabet.firstIndex(of: byte) else { return nil }
            number = number << 5 | UInt32(value)
        }
        return number
    }
}
#endif
