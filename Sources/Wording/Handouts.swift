public import TransparencyTree

/// Receipts, proofs and keys that are handed out, and what a check of one shows.
extension Phrase {
    public static let witnessUnknown = Phrase(
        zh: "签名来自未登记的见证方，没有采信。请先用 minutebook log trust-witness 登记它的公钥。",
        en: "The signature is not by a trusted witness, so it was not accepted. First trust the public key of the witness with 'minutebook log trust-witness'.")

    public static let notAWitnessKey = Phrase(
        zh: "这不是见证方的公钥。请向见证方索取。",
        en: "This is not the public key of a witness (name+id+key, type 4). Ask the witness for it.")

    public static func witnessTrusted(_ name: String) -> Phrase {
        Phrase(zh: "今后采信 \(name) 的签名。", en: "Cosignatures of \(name) are accepted from now on.")
    }

    /// - Parameter place: the key as it was given, or the file that should have it.
    public static func notAKey(_ place: String) -> Phrase {
        Phrase(
            zh: "\(place) 里没有公钥。公钥由 minutebook log key 给出。",
            en: "\(place) is not a public key, or contains a line that is not one. 'minutebook log key' prints public keys.")
    }

    public static func provableFrom(to size: Int64) -> Phrase {
        Phrase(zh: "--from 应在 0 到 \(size) 之间。", en: "--from must be between 0 and \(size).")
    }

    public static func exported(size: Int64, to folder: String) -> Phrase {
        Phrase(zh: "已导出 \(size) 条到 \(folder)", en: "Exported \(entries(size)) to \(folder)")
    }

    public static func entryIsIncluded(_ position: Int64) -> Phrase {
        Phrase(zh: "第 \(position) 条在其中：", en: "Entry \(position) is in it:")
    }

    public static func onlyGrew(since size: Int64) -> Phrase {
        Phrase(zh: "自 \(size) 条以来只增未改。", en: "Since it had \(entries(size)), it has only grown.")
    }

    public static let olderCheckpointMissing = Phrase(
        zh: "请用 --old 给出较早的校验点。", en: "Give the earlier checkpoint with --old.")

    public static func checkpointHolds(_ checkpoint: Checkpoint, _ signatures: [VerifiedSignature]) -> Phrase {
        Phrase(
            zh: "\(checkpoint.origin) 的 \(checkpoint.size) 条，签名无误：",
            en: "\(entries(checkpoint.size)) of \(checkpoint.origin), valid signature by ") + signers(signatures)
    }

    public static let proofDoesNotHold = Phrase(
        zh: "证明无效：内容、位置或哈希被改过。", en: "The proof is not valid: its content, position or hashes were altered.")
}
