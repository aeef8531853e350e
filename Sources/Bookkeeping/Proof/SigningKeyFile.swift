internal import EventLog
internal import Foundation
internal import TransparencyTree

/// The key a book's checkpoints are signed with, and what has to be known beside it.
struct SigningKeys: Sendable {
    /// Whose signatures are made now.
    var signer: SigningKey
    /// Keys that signed before, as public keys.
    var retired: [TrustedKeys.LogKey] = []
    /// Witnesses whose cosignatures are believed.
    var witnesses: [VerifierKey] = []
    /// The largest tree that was signed: a book that has less, or something else, is not the one that was signed.
    var signed: SignedTree?
    /// The same of the log of readings.
    var signedReadings: SignedTree?

    /// How many entries were signed, and the root over them.
    struct SignedTree: Equatable, Sendable {
        var size: Int64
        var root: TreeHash
    }

    /// A new key for a log of that origin.
    static func new(origin: String) -> SigningKeys {
        guard let signer = SigningKey(name: origin) else { preconditionFailure("an origin is a word and an id") }
        return SigningKeys(signer: signer)
    }

    /// Whether others are an earlier copy of these: their key signs now or did, and they know of no larger tree.
    func covers(_ others: SigningKeys) -> Bool {
        ([signer.verifier] + retired.map(\.key)).contains(others.signer.verifier) && others.signed?.size ?? 0 <= signed?.size ?? 0
    }

    /// Signs with another key from now on; this one counts for `size` entries and no more.
    mutating func rotate(atSize size: Int64) {
        retired.append(TrustedKeys.LogKey(signer.verifier, upTo: size))
        signer = Self.new(origin: signer.name).signer
    }

    /// Signs with another key from what is left: entries behind `size` that were signed are lost for good, and nothing that
    /// was signed of them counts any more.
    mutating func rotateAfterLoss(atSize size: Int64) {
        (signed, signedReadings) = (nil, nil)
        retired = retired.map { TrustedKeys.LogKey($0.key, upTo: min($0.upTo ?? size, size)) }
        rotate(atSize: size)
    }
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
        Draft.removeLeftovers(of: path)
        guard FileManager.default.fileExists(atPath: path) else { throw KeyFileError.signingKeyMissing(path: path) }
        try KeyFile.requirePrivate(path: path)
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
            throw LogError.inputOutput(path: path, .unreadable)
        }
        return try parse(text)
    }

    /// Whether the key has signed nothing, came after none, and believes nobody.
    func isUnused() throws -> Bool {
        let keys = try load()
        return keys.signed == nil && keys.signedReadings == nil && keys.retired.isEmpty && keys.witnesses.isEmpty
    }

    private func parse(_ text: String) throws(KeyFileError) -> SigningKeys {
        var signer: SigningKey?
        var keys: (retired: [TrustedKeys.LogKey], witnesses: [VerifierKey]) = ([], [])
        var signed: (entries: SigningKeys.SignedTree?, readings: SigningKeys.SignedTree?)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty && !line.hasPrefix("#") {
            let malformed = KeyFileError.malformed(path: path, line: index + 1)
            let words = line.split(separator: " ")
            switch (words[0], words.count) {
            case ("signer", 2):
                guard signer == nil, let key = SigningKey(words[1]) else { throw malformed }
                signer = key
            case ("retired", 2...3):
                guard let key = VerifierKey(words[1]), key.algorithm == .ed25519 else { throw malformed }
                let size = words.count == 3 ? Int64(words[2]) : nil
                guard words.count == 2 || size != nil else { throw malformed }
                keys.retired.append(TrustedKeys.LogKey(key, upTo: size))
            case ("witness", 2):
                guard let key = VerifierKey(words[1]), key.algorithm == .cosignature else { throw malformed }
                keys.witnesses.append(key)
            case ("signed", 3), ("signed-readings", 3):
                guard let size = Int64(words[1]), let root = TreeHash(base64: words[2]) else { throw malformed }
                let tree = SigningKeys.SignedTree(size: size, root: root)
                if words[0] == "signed" { signed.entries = tree } else { signed.readings = tree }
            default: throw malformed
            }
        }
        guard let signer else { throw .malformed(path: path, line: 1) }
        return SigningKeys(
            signer: signer, retired: keys.retired, witnesses: keys.witnesses, signed: signed.entries,
            signedReadings: signed.readings)
    }

    /// Durable, and the old content or the new: nothing between.
    func store(_ keys: SigningKeys) throws {
        var lines = ["signer \(keys.signer.secretText)"]
        lines += keys.retired.map { "retired \($0.key)" + ($0.upTo.map { " \($0)" } ?? "") }
        lines += keys.witnesses.map { "witness \($0)" }
        if let signed = keys.signed { lines.append("signed \(signed.size) \(signed.root.base64)") }
        if let signed = keys.signedReadings { lines.append("signed-readings \(signed.size) \(signed.root.base64)") }
        try KeyFile.replace(path: path, with: Self.heading + lines.joined(separator: "\n") + "\n")
    }
}
