internal import Crypto
internal import Domain
internal import EventLog
internal import Foundation

/// An attachment sealed under a person's key as it streams by: frames of a four-byte length (big-endian) and that many
/// bytes of AES-256-GCM. Number and end of a frame are authenticated: none can be left out, moved or added.
struct SealedPieces {
    static let plainByteCount = 1 << 18

    private let frame: SealedFrame
    private let source: () throws -> [UInt8]?
    private var waiting: [UInt8] = []
    private var number = 0
    private var isAtEnd = false

    init(_ sealing: Sealing, owner: Subject, _ source: @escaping () throws -> [UInt8]?) throws {
        frame = SealedFrame(key: try sealing.keys.makeKey(of: owner), identity: "\(sealing.book)\n\(owner)")
        self.source = source
    }

    /// The next frame; nil after the last.
    mutating func next() throws -> [UInt8]? {
        guard !isAtEnd else { return nil }
        // One byte more than a frame tells whether another follows.
        while waiting.count <= Self.plainByteCount, let piece = try source() { waiting += piece }
        let plain = Array(waiting.prefix(Self.plainByteCount))
        waiting.removeFirst(plain.count)
        isAtEnd = waiting.isEmpty
        let sealed = try Sealing.seal(Data(plain), under: frame.key, identity: frame.identity(number, isLast: isAtEnd))
        number += 1
        return (0..<4).map { UInt8(truncatingIfNeeded: sealed.count >> (24 - 8 * $0)) } + sealed
    }
}

/// Opens what `SealedPieces` sealed, as it streams by.
struct OpenedPieces {
    private let frame: SealedFrame
    private var waiting: [UInt8] = []
    private var number = 0
    private var isComplete = false

    init(_ sealing: Sealing, owner: Subject) throws {
        guard let key = try sealing.keys.key(of: owner) else { throw Rejection.personalData(.erased(owner)) }
        frame = SealedFrame(key: key, identity: "\(sealing.book)\n\(owner)")
    }

    mutating func add(_ bytes: [UInt8], _ body: ([UInt8]) throws -> Void) throws {
        waiting += bytes
        while waiting.count >= 4 {
            let count = waiting.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            guard count <= SealedPieces.plainByteCount + SealedFrame.overhead else { throw Self.damaged }
            guard waiting.count >= 4 + count else { return }
            try body(Array(open(Data(waiting[4..<(4 + count)]))))
            waiting.removeFirst(4 + count)
        }
    }

    private mutating func open(_ sealed: Data) throws -> Data {
        guard !isComplete else { throw Self.damaged }
        defer { number += 1 }
        if let plain = try? Sealing.open(sealed, under: frame.key, identity: frame.identity(number, isLast: false)) {
            return plain
        }
        guard let plain = try? Sealing.open(sealed, under: frame.key, identity: frame.identity(number, isLast: true))
        else { throw Self.damaged }
        isComplete = true
        return plain
    }

    /// - Throws: if the last frame has not come by.
    func end() throws {
        guard isComplete, waiting.isEmpty else { throw Self.damaged }
    }

    private static var damaged: LogError {
        LogError.damaged(position: nil, .attachmentSealed)
    }
}

/// What every frame of one attachment shares.
private struct SealedFrame {
    /// Nonce and tag.
    static let overhead = 12 + 16

    let key: SymmetricKey
    let identity: String

    func identity(_ number: Int, isLast: Bool) -> Data {
        Data("minutebook-attachment-v1\n\(identity)\n\(number)\n\(isLast ? "last" : "more")".utf8)
    }
}
