internal import Crypto
internal import Foundation
internal import TransparencyTree

/// The SHA-256 of an attachment's bytes, which is also its name: `sha256sum` gives the same.
public struct ContentHash: Hashable, Sendable, CustomStringConvertible {
    public static let byteCount = 32

    public let bytes: [UInt8]

    /// Nil unless there are exactly 32 bytes.
    init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = Array(bytes)
    }

    /// Nil unless it is 64 lower-case hexadecimal digits.
    public init?(hexadecimal text: some StringProtocol) {
        let digits = Array(text.utf8)
        guard digits.count == 2 * Self.byteCount else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Self.value(of: digits[index]), let low = Self.value(of: digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        self.bytes = bytes
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    /// 64 lower-case hexadecimal digits.
    public var description: String { bytes.hexadecimal }

    /// Hashes piece by piece.
    struct Hasher {
        private var hasher = SHA256()

        mutating func update(_ piece: [UInt8]) { piece.withUnsafeBytes { hasher.update(bufferPointer: $0) } }

        func finalize() -> ContentHash {
            guard let hash = ContentHash(bytes: Array(hasher.finalize())) else {
                preconditionFailure("SHA-256 has 32 bytes")
            }
            return hash
        }
    }
}
