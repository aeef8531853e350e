internal import Crypto
internal import Foundation

/// A SHA-256 hash of the tree, 32 bytes, kept in place: an array for each would cost every append an allocation.
public struct TreeHash: Hashable, Sendable {
    public static let byteCount = 32

    private var words: SIMD4<UInt64>

    /// Nil unless there are exactly 32 bytes.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        words = SIMD4()
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    }

    private init(_ digest: SHA256.Digest) {
        words = SIMD4()
        withUnsafeMutableBytes(of: &words) { target in digest.withUnsafeBytes { target.copyMemory(from: $0) } }
    }

    /// Nil unless it is canonical base64 of 32 bytes.
    public init?(base64: some StringProtocol) {
        guard let data = Data(canonicalBase64: base64) else { return nil }
        self.init(bytes: data)
    }

    public func withUnsafeBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        try Swift.withUnsafeBytes(of: words, body)
    }

    public var bytes: [UInt8] { withUnsafeBytes(Array.init) }

    /// Lower-case hexadecimal, 64 characters.
    public var hexadecimal: String { withUnsafeBytes { $0.hexadecimal } }

    public var base64: String { Data(bytes).base64EncodedString() }

    /// The root of a tree without leaves: the hash of nothing.
    public static let emptyRoot = TreeHash(SHA256.hash(data: Data()))

    /// The hash of a leaf: SHA-256 of `0x00` and the entry's bytes (RFC 9162, section 2.1.1).
    public static func leaf(of entry: UnsafeRawBufferPointer) -> TreeHash {
        var hasher = SHA256()
        Swift.withUnsafeBytes(of: UInt8(0x00)) { hasher.update(bufferPointer: $0) }
        hasher.update(bufferPointer: entry)
        return TreeHash(hasher.finalize())
    }

    /// The hash of an inner node: SHA-256 of `0x01` and its children's hashes (RFC 9162, section 2.1.1).
    public static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * byteCount, alignment: 1) { buffer in
            buffer[0] = 0x01
            left.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[1...]).copyMemory(from: $0) }
            right.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: buffer[33...]).copyMemory(from: $0) }
            var hasher = SHA256()
            hasher.update(bufferPointer: UnsafeRawBufferPointer(buffer))
            return TreeHash(hasher.finalize())
        }
    }
}

extension Sequence<UInt8> {
    /// Lower-case hexadecimal, two characters a byte.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension Data {
    /// Base64 in the one form that an encoder writes: signed texts must not have two spellings.
    init?(canonicalBase64 text: some StringProtocol) {
        guard let data = Data(base64Encoded: String(text)), data.base64EncodedString().hasSameBytes(as: text) else { return nil }
        self = data
    }
}
