internal import Crypto
public import Foundation

/// One signature line of a note.
public struct NoteSignature: Hashable, Sendable {
    public let name: String
    /// Four bytes.
    public let keyID: Data
    /// What follows the key id: by its key's algorithm.
    public let bytes: Data

    public init(name: String, keyID: Data, bytes: Data) {
        self.name = name
        self.keyID = keyID
        self.bytes = bytes
    }

    /// Reads `— name base64(key id, signature)`; nil if it is malformed.
    public init?(line: some StringProtocol) {
        let parts = line.parts(at: UInt8(ascii: " "))
        guard parts.count == 3, parts[0].hasSameBytes(as: "—"), VerifierKey.isValid(name: String(parts[1])),
            let data = Data(canonicalBase64: parts[2]), data.count > 4
        else { return nil }
        self.init(name: String(parts[1]), keyID: data.prefix(4), bytes: Data(data.dropFirst(4)))
    }

    /// Whose it is said to be: `name+key id`, as the public key's text begins.
    public var label: String { "\(name)+\(keyID.hexadecimal)" }

    var line: String { "— \(name) \((keyID + bytes).base64EncodedString())\n" }

    func isOf(_ key: VerifierKey) -> Bool { keyID == key.id && name.hasSameBytes(as: key.name) }

    /// Whether both say that they are of the same key.
    func hasKey(of other: NoteSignature) -> Bool { keyID == other.keyID && name.hasSameBytes(as: other.name) }

    public static func == (left: NoteSignature, right: NoteSignature) -> Bool {
        left.hasKey(of: right) && left.bytes == right.bytes
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(bytesOf: name)
        hasher.combine(bytes)
    }
}

/// A text with signatures (C2SP signed-note). It says nothing until a trusted key's signature was checked.
public struct SignedNote: Hashable, Sendable, CustomStringConvertible {
    /// With its last line feed.
    public let text: String
    public private(set) var signatures: [NoteSignature]

    /// Longer notes, and notes with more signatures, are refused unread.
    public static let byteCountMax = 1 << 20
    public static let signatureCountMax = 100

    /// Signs a text, which ends with a line feed.
    public init(text: String, signedWith key: SigningKey) throws {
        self.text = text
        signatures = [try key.signature(over: text)]
    }

    /// Reads a note.
    ///
    /// - Throws: `NoteError.malformed`.
    public init(_ note: some StringProtocol) throws(NoteError) {
        let note = String(note)
        guard note.utf8.count <= Self.byteCountMax else { throw .malformed(.noteTooLong) }
        guard note.utf8.allSatisfy({ $0 >= 0x20 || $0 == UInt8(ascii: "\n") }) else {
            throw .malformed(.controlCharacters)
        }
        guard !note.hasBytePrefix("\u{FEFF}") else { throw .malformed(.byteOrderMark) }
        guard let gap = note.range(of: "\n\n", options: [.backwards, .literal]) else {
            throw .malformed(.noBlankLineBeforeSignatures)
        }
        guard let lines = note[gap.upperBound...].wholeLines else {
            throw .malformed(.lastLineWithoutEnd)
        }
        text = String(note[..<note.utf8.index(after: gap.lowerBound)])
        var signatures: [NoteSignature] = []
        for line in lines {
            guard let signature = NoteSignature(line: line) else { throw .malformed(.notASignatureLine(String(line.prefix(80)))) }
            signatures.append(signature)
        }
        guard !signatures.isEmpty else { throw .malformed(.noSignatureLine) }
        guard signatures.count <= Self.signatureCountMax else { throw .malformed(.tooManySignatures) }
        self.signatures = signatures
    }

    public var description: String { text + "\n" + signatures.map(\.line).joined() }

    public static func == (left: SignedNote, right: SignedNote) -> Bool {
        left.text.hasSameBytes(as: right.text) && left.signatures == right.signatures
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(bytesOf: text)
        hasher.combine(signatures)
    }

    /// Checks the signatures of the keys given; those of other keys are passed over.
    ///
    /// - Returns: what was checked, in the order of the lines; of a key that signed twice, the first.
    /// - Throws: `NoteError.wrongSignature` if one is false, `.notSigned` if there is none of the keys.
    public func verified(by keys: [VerifierKey]) throws(NoteError) -> [VerifiedSignature] {
        var verified: [VerifiedSignature] = []
        for signature in signatures {
            guard let key = keys.first(where: signature.isOf) else { continue }
            guard let time = signature.check(text, key) else { throw .wrongSignature(name: key.name) }
            guard !verified.contains(where: { $0.key == key }) else { continue }
            verified.append(VerifiedSignature(key: key, time: time))
        }
        guard !verified.isEmpty else { throw .notSigned }
        return verified
    }

    /// The note with some of its signatures.
    func keeping(_ isKept: (NoteSignature) -> Bool) -> SignedNote {
        var note = self
        note.signatures = signatures.filter(isKept)
        return note
    }

    /// The note with the signatures at some places of its list.
    func keeping(at indices: Set<Int>) -> SignedNote {
        var note = self
        note.signatures = signatures.indices.filter(indices.contains).map { signatures[$0] }
        return note
    }

    /// The note with further signatures; one that stands there already, or is of a key that signed, is left out.
    public func adding(_ more: [NoteSignature]) -> SignedNote {
        var note = self
        for signature in more
        where !note.signatures.contains(where: signature.hasKey) {
            note.signatures.append(signature)
        }
        return note
    }
}

/// A signature that was found right.
public struct VerifiedSignature: Hashable, Sendable {
    public let key: VerifierKey
    /// When a witness signed, in seconds since 1970; nil for a log's own signature.
    public let time: UInt64?
}

extension NoteSignature {
    /// Nil if the signature is wrong; else the time it carries, if its kind carries one.
    fileprivate func check(_ text: String, _ key: VerifierKey) -> UInt64?? {
        guard let publicKey = try? Curve25519.Signing.PublicKey(rawRepresentation: key.publicKey) else { return nil }
        switch key.algorithm {
        case .ed25519:
            return publicKey.isValidSignature(bytes, for: Data(text.utf8)) ? .some(nil) : nil
        case .cosignature:
            guard bytes.count == 8 + 64 else { return nil }
            let time = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            // The specification's limit: the time fits a signed integer.
            guard time <= UInt64(Int64.max) else { return nil }
            let message = Data("cosignature/v1\ntime \(time)\n\(text)".utf8)
            return publicKey.isValidSignature(bytes.dropFirst(8), for: message) ? .some(time) : nil
        }
    }
}
