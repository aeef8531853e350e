public import Bookkeeping
public import TransparencyTree

/// What a comparison of two checkpoints or books found.
extension Phrase {
    /// - Parameters:
    ///   - first: what the first is called: its file.
    ///   - second: the same of the second.
    public static func comparison(_ comparison: Comparison, _ first: String, _ second: String) -> Phrase {
        let (left, right) = (comparison.first, comparison.second)
        switch comparison.relation {
        case .equal:
            return Phrase(
                zh: "一致：\(first) 和 \(second) 都是 \(left.size) 条，根哈希相同。",
                en: "Equal: \(first) and \(second) both have \(entries(left.size)) and the same root hash.")
        case .secondContinues: return continues(second, right.size, first, left.size)
        case .firstContinues: return continues(first, left.size, second, right.size)
        case .twoHistories: return twoHistories(comparison, first, second)
        case .differentBooks:
            return Phrase(
                zh: "不是同一本簿：\(first) 属于 \(left.origin)，\(second) 属于 \(right.origin)。",
                en: "Different books: \(first) belongs to \(left.origin), \(second) to \(right.origin).")
        case .undecided:
            return Phrase(
                zh: "\(first) 有 \(left.size) 条，\(second) 有 \(right.size) 条：单凭这两份，无法判断哪一份是另一份的延续。请用 --book 给出条数不少于两者的簿。",
                en: "\(first) has \(entries(left.size)), \(second) \(right.size): these two alone do not show whether one continues "
                    + "the other. Give a book that has at least as many entries with --book.")
        }
    }

    private static func continues(_ longer: String, _ size: Int64, _ shorter: String, _ smaller: Int64) -> Phrase {
        Phrase(
            zh: "\(longer)（\(size) 条）是 \(shorter)（\(smaller) 条）的延续：前 \(smaller) 条完全相同。",
            en: "\(longer) continues \(shorter): it has \(entries(size)), of which the first \(smaller) are the same.")
    }

    private static func twoHistories(_ comparison: Comparison, _ first: String, _ second: String) -> Phrase {
        let said = Phrase(
            zh: "两份历史：\(first)（\(comparison.first.size) 条）和 \(second)（\(comparison.second.size) 条）互相矛盾，不可能是同一本簿。",
            en: "Two histories: \(first) (\(entries(comparison.first.size))) and \(second) (\(entries(comparison.second.size))) "
                + "cannot belong to the same book.")
        guard let common = comparison.commonUpTo else { return said }
        return said
            + Phrase(
                zh: "前 \(common) 条相同，从第 \(common + 1) 条起不同。",
                en: " The first \(common) entries are the same; they differ from entry \(common + 1) on.")
    }

    /// Who signed one of the two; nil signers where no key is at hand to check.
    public static func noteOfSide(_ name: String, _ note: SignedCheckpoint, _ signers: [VerifiedSignature]?) -> Phrase {
        let size = note.checkpoint.size
        guard let signers else {
            let claimed = list(note.note.signatures.map(\.label))
            return Phrase(
                zh: "\(name)：\(size) 条的校验点自称由 \(claimed.zh) 签名，没有核对；请用 --key 给出公钥。",
                en: "\(name): its checkpoint of \(entries(size)) claims to be signed by \(claimed.en). This was not checked; "
                    + "give the public key with --key.")
        }
        return Phrase(zh: "\(name)：\(size) 条的校验点，签名无误：", en: "\(name): a checkpoint of \(entries(size)), valid signature by ")
            + self.signers(signers)
    }

    public static func signedBoth(_ key: VerifierKey) -> Phrase {
        Phrase(
            zh: "两份由同一把钥匙签名（\(key.label)）：其中一份的历史被重写过，或从旧备份恢复后另记了一份。",
            en: "The same key signed both (\(key.label)): one of the histories was rewritten, or restarted from an old backup.")
    }

    /// - Parameter file: where the evidence was written; nil where it follows.
    public static func keepEvidence(_ file: String?, isMissing: Bool) -> Phrase {
        let missing = isMissing
            ? Phrase(
                zh: "有一方的校验点没有覆盖到分歧处，那一段没有签名。",
                en: "One of them has no checkpoint from there on: nobody signed that part of it. ")
            : Phrase(zh: "", en: "")
        let kept = file.map { Phrase(zh: "证据已存到 \($0)，请与两份文件一起保存好。", en: "The evidence is in \($0); keep it with both files.") }
            ?? Phrase(zh: "请把两份文件和下面的证据保存好（可用 -o 存到文件）：", en: "Keep both files and this evidence (-o writes it to a file):")
        return missing + kept
    }
}
