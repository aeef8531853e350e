internal import Crypto
internal import Foundation
public import TransparencyTree

/// A witness as C2SP tlog-cosignature describes it, written from the specification for the tests.
public struct Witness {
    private let key = Curve25519.Signing.PrivateKey()
    private let name: String

    public init(name: String) { self.name = name }

    public var verifier: VerifierKey {
        guard
            let key = VerifierKey(name: name, algorithm: .cosignature, publicKey: key.publicKey.rawRepresentation)
        else { preconditionFailure("the name of a witness has no spaces") }
        return key
    }

    /// The line it adds to a note.
    ///
    /// - Parameter claimed: the time that stands in the line, where it is not the one that was signed.
    public func line(for text: String, at time: UInt64, claiming claimed: UInt64? = nil) throws -> String {
        let signature = try key.signature(for: Data("cosignature/v1\ntime \(time)\n\(text)".utf8))
        let stamp = withUnsafeBytes(of: (claimed ?? time).bigEndian) { Data($0) }
        let id = Data(SHA256.hash(data: Data("\(name)\n".utf8) + [4] + key.publicKey.rawRepresentation).prefix(4))
        return "— \(name) \((id + stamp + signature).base64EncodedString())"
    }
}
