#if Web
internal import Crypto
internal import Foundation

/// A random secret of 256 bits that lets somebody in: it is shown once, and only its digest is stored. Nobody can guess so many
/// bits, so a fast digest is enough.
struct SecretToken {
    static let byteCount = 32

    private let bytes: Data

    init() {
        var generator = SystemRandomNumberGenerator()
        bytes = Data((0..<Self.byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// Nil for what is not exactly the text of a secret.
    init?(_ text: String) {
        guard let bytes = Data(base64URL: text), bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// 43 characters that an address or a header may have.
    var text: String { bytes.base64URL }

    /// What is stored.
    var digest: Data { Data(SHA256.hash(data: bytes)) }

    /// A code for one purpose that only who has the secret can compute.
    func code(for purpose: String) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data(purpose.utf8), using: SymmetricKey(data: bytes)))
    }
}

extension Data {
    /// RFC 4648 section 5, without padding.
    var base64URL: String {
        base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    /// Nil for any text but the one that `base64URL` gives.
    init?(base64URL text: String) {
        let standard = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: standard + padding), data.base64URL == text else { return nil }
        self = data
    }
}

/// Compares two byte strings in a time that does not depend on where they differ.
func isEqualInConstantTime(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
#endif
