public import Crypto
public import Foundation

/// How a key signs a note (C2SP signed-note, "Signature types"); the raw value is the type's identifier byte.
public enum SignatureAlgorithm: UInt8, Sendable {
    /// Ed25519 over the note's text: what a log signs with.
    case ed25519 = 0x01
    /// Ed25519 over a time and the note's text: what a witness signs with (C2SP tlog-cosignature).
    case cosignature = 0x04
}

/// A public key with a name, as text `name+key id+key` (C2SP signed-note, "Verifier keys").
public struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
    public let name: String
    public let algorithm: SignatureAlgorithm
    /// 32 bytes, RFC 8032.
    public let publicKey: Data

    /// Nil where the name may not stand in a signature line, or the key is not 32 bytes long.
    public init?(name: String, algorithm: SignatureAlgorithm, publicKey: Data) {
        guard Self.isValid(name: name), (try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)) != nil else {
            return nil
        }
        self.name = name
        self.algorithm = algorithm
        self.publicKey = publicKey
    }

    /// Reads `name+key id+key`; nil if it is malformed or the key id is not that of the key.
    public init?(_ text: some StringProtocol) {
        let parts = text.parts(at: UInt8(ascii: "+"), maxSplits: 2)
        guard parts.count == 3, let key = Data(canonicalBase64: parts[2]), let type = key.first,
            let algorithm = SignatureAlgorithm(rawValue: type)
        else { return nil }
        self.init(name: String(parts[0]), algorithm: algorithm, publicKey: Data(key.dropFirst()))
        guard id.hexadecimal.hasSameBytes(as: parts[1]) else { return nil }
    }

    public static func == (left: VerifierKey, right: VerifierKey) -> Bool {
        left.name.hasSameBytes(as: right.name) && (left.algorithm, left.publicKey) == (right.algorithm, right.publicKey)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(bytesOf: name)
        hasher.combine(publicKey)
    }

    /// The first four bytes of SHA-256 of the name, a line feed, the algorithm and the key.
    public var id: Data { Self.id(name: name, algorithm: algorithm, publicKey: publicKey) }

    static func id(name: String, algorithm: SignatureAlgorithm, publicKey: Data) -> Data {
        Data(SHA256.hash(data: Data("\(name)\n".utf8) + [algorithm.rawValue] + publicKey).prefix(4))
    }

    public var description: String {
        "\(name)+\(id.hexadecimal)+\((Data([algorithm.rawValue]) + publicKey).base64EncodedString())"
    }

    /// Not empty, and neither spaces nor control characters nor `+`.
    static func isValid(name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                !$0.properties.isWhitespace && $0 != "+" && $0.properties.generalCategory != .control
            }
    }
}

/// A private key with a name, as text `PRIVATE+KEY+name+key id+key`: what a log signs its checkpoints with.
public struct SigningKey: Sendable {
    public let name: String
    private let privateKey: Curve25519.Signing.PrivateKey

    /// Nil where the name may not stand in a signature line.
    public init?(name: String, privateKey: Curve25519.Signing.PrivateKey = .init()) {
        guard VerifierKey.isValid(name: name) else { return nil }
        self.name = name
        self.privateKey = privateKey
    }

    /// Reads the text form; nil if it is malformed or the key id is not that of the key.
    public init?(_ text: some StringProtocol) {
        guard let parts = text.droppingBytePrefix(Self.prefix)?.parts(at: UInt8(ascii: "+"), maxSplits: 2),
            parts.count == 3, let key = Data(canonicalBase64: parts[2]), key.first == SignatureAlgorithm.ed25519.rawValue,
            let privateKey = try? Curve25519.Signing.PrivateKey(rawRepresentation: key.dropFirst())
        else { return nil }
        self.init(name: String(parts[0]), privateKey: privateKey)
        guard verifier.id.hexadecimal.hasSameBytes(as: parts[1]) else { return nil }
    }

    private static let prefix = "PRIVATE+KEY+"

    /// The secret as text; only for its file.
    public var secretText: String {
        let key = Data([SignatureAlgorithm.ed25519.rawValue]) + privateKey.rawRepresentation
        return "\(Self.prefix)\(name)+\(verifier.id.hexadecimal)+\(key.base64EncodedString())"
    }

    public var verifier: VerifierKey {
        guard let key = VerifierKey(name: name, algorithm: .ed25519, publicKey: privateKey.publicKey.rawRepresentation)
        else { preconditionFailure("the name was checked, and a public key has 32 bytes") }
        return key
    }

    /// Signs a note's text.
    func signature(over text: String) throws -> NoteSignature {
        NoteSignature(name: name, keyID: verifier.id, bytes: try privateKey.signature(for: Data(text.utf8)))
    }
}
