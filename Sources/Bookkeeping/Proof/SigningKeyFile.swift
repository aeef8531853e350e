internal import EventLog
internal import Foundation
internal import TransparencyTree

/// The key a book's checkpoints are signed with, and what has to be known beside it.
struct SigningKeys: Sendable {
    /// Whose signatures are made now.
    var signer: SigningKey
    /// Keys that signed before, as public keys.
    var retired: [VerifierKey] = []
    /// Witnesses whose cosignatures are believed.
    var witnesses: [VerifierKey] = []
    /// The largest tree that was signed: a book that has less, or something else, is not the one that was signed.
    var signed: (size: Int64, root: TreeHash)?

    /// A new key for a log of that origin.
    static func new(origin: String) -> SigningKeys {
        guard let signer = SigningKey(name: origin) else { preconditionFailure("an origin is a word and an id") }
        return SigningKeys(signer: signer)
    }

    /// Everyone who is believed: the log itself, as it signs now and as it did, and witnesses.
    var verifiers: [VerifierKey] { [signer.verifier] + retired + witnesses }
}

/// The file the signing key is in: lines of text, for its owner's eyes.
struct SigningKeyFile: Sendable {
    let path: String

    private static let heading = """
        # The signing key of a Minutebook book. Keep it secret, and keep a copy of it apart from the book.
        # 履职簿的签名钥匙。请保密，并与簿分开另存一份。

        """

    /// Whether the first bytes of a file are those of a signing key's.
    static func begins(with header: [UInt8]) -> Bool { header.starts(with: heading.prefix { $0 != "\n" }.utf8) }

    /// - Throws: `KeyFileError`: it is missing, malformed, or open to others; `LogError` where it cannot be read.
    func load() throws -> SigningKeys {
        guard FileManager.default.fileExists(atPath: path) else { throw KeyFileError.signingKeyMissing(path: path) }
        try KeyFile.requirePrivate(path: path)
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
            throw LogError.inputOutput(path: path, message: "cannot be read")
        }
        return try parse(text)
    }

    private func parse(_ text: String) throws(KeyFileError) -> SigningKeys {
        var signer: SigningKey?
        var keys: (retired: [VerifierKey], witnesses: [VerifierKey]) = ([], [])
        var signed: (size: Int64, root: TreeHash)?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty && !line.hasPrefix("#") {
            let malformed = KeyFileError.malformed(path: path, line: index + 1)
            let words = line.split(separator: " ")
            switch (words[0], words.count) {
            case ("signer", 2):
                guard signer == nil, let key = SigningKey(words[1]) else { throw malformed }
                signer = key
            case ("retired", 2):
                guard let key = VerifierKey(words[1]), key.algorithm == .ed25519 else { throw malformed }
                keys.retired.append(key)
            case ("witness", 2):
                guard let key = VerifierKey(words[1]), key.algorithm == .cosignature else { throw malformed }
                keys.witnesses.append(key)
            case ("signed", 3):
                guard let size = Int64(words[1]), let root = TreeHash(base64: words[2]) else { throw malformed }
                signed = (size, root)
            default: throw malformed
            }
        }
        guard let signer else { throw .malformed(path: path, line: 1) }
        return SigningKeys(signer: signer, retired: keys.retired, witnesses: keys.witnesses, signed: signed)
    }

    /// Durable, and the old content or the new: nothing between.
    func store(_ keys: SigningKeys) throws {
        let lines =
            ["signer \(keys.signer.secretText)"] + keys.retired.map { "retired \($0)" }
            + keys.witnesses.map { "witness \($0)" } + (keys.signed.map { ["signed \($0.size) \($0.root.base64)"] } ?? [])
        try KeyFile.replace(path: path, with: Self.heading + lines.joined(separator: "\n") + "\n")
    }
}
