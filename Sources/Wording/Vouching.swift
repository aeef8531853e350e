public import Bookkeeping
public import EventLog
public import TransparencyTree

/// Who vouches for what: every sentence with "proved" names its keys as `name+key id`, as public keys begin.
extension Phrase {
    /// The keys of signatures that were checked, the log's and witnesses'.
    public static func signers(_ signatures: [VerifiedSignature]) -> Phrase {
        joined(
            signatures.map { signature in
                let isWitness = signature.key.algorithm == .cosignature
                return (isWitness ? Phrase(zh: "见证方 ", en: "the witness ") : plain("")) + plain(signature.key.label)
            })
    }

    public static func checkpointSigned(size: Int64, _ signatures: [VerifiedSignature]) -> Phrase {
        Phrase(zh: "\(size) 条的校验点，签名：", en: "A checkpoint of \(entries(size)), signed by ") + signers(signatures)
    }

    /// What is proved of a book, and by whom.
    public static func proved(_ report: VerificationReport) -> [Phrase] {
        let vouchers = report.vouchers
        guard !vouchers.isEmpty else { return [nothingProved(report)] + report.unvouched.map(unvouched) }
        var lines = vouchers.map { proved($0, isNamed: report.hasNamedKeys) }
        let others = vouchers.filter { $0.kind == .outside || $0.kind == .witness }.map(\.upTo).max() ?? 0
        if others < report.provedUpTo { lines.append(rewritable(after: others)) }
        return lines + report.unvouched.map(unvouched)
    }

    private static func proved(_ voucher: VerificationReport.Voucher, isNamed: Bool) -> Phrase {
        let (last, key) = (voucher.upTo, voucher.key.label)
        switch voucher.kind {
        case .ownKey:
            return Phrase(
                zh: "第 1–\(last) 条可以证明与本簿自己的钥匙签名时一致（\(key)）。",
                en: "Entries 1–\(last) are proved to be those signed by the book's own key (\(key)).")
        case .namedKey:
            return Phrase(
                zh: "第 1–\(last) 条可以证明与你指定的钥匙签名时一致（\(key)）。",
                en: "Entries 1–\(last) are proved to be those signed by the key you named (\(key)).")
        case .outside:
            return Phrase(
                zh: "第 1–\(last) 条可以证明与外面保存的校验点一致（签名 \(key)）。",
                en: "Entries 1–\(last) are proved to be those of the checkpoint that was kept outside (signed by \(key)).")
        case .witness:
            let whose = isNamed ? Phrase(zh: "你指定的", en: "you named") : Phrase(zh: "钥匙文件登记的", en: "is in the key file")
            return Phrase(
                zh: "第 1–\(last) 条可以证明与\(whose.zh)见证方签名时一致（\(key)）。",
                en: "Entries 1–\(last) are proved to be those signed by a witness whose key \(whose.en) (\(key)).")
        }
    }

    /// What a signature of the log's own key is worth.
    private static func rewritable(after others: Int64) -> Phrase {
        let which = others == 0
            ? Phrase(zh: "为此作证的只有这把钥匙", en: "That key alone vouches for them")
            : Phrase(zh: "第 \(others) 条以后，作证的只有这把钥匙", en: "After entry \(others), that key alone vouches for them")
        return which
            + Phrase(
                zh: "：拿到签名钥匙的人可以重写全部历史，再重新签名。要防止这一点，请把校验点交给别人保存（minutebook log checkpoint、minutebook log compare）。",
                en: ": whoever has the signing key can rewrite the whole history and sign it again. "
                    + "A checkpoint in other hands prevents this ('minutebook log checkpoint', 'minutebook log compare').")
    }

    private static func nothingProved(_ report: VerificationReport) -> Phrase {
        guard !report.hasFalseCheckpoint else {
            return Phrase(zh: "没有一个校验点与簿相符，无法证明哪些内容未经改动。", en: "No checkpoint agrees with the book, so nothing is proved to be unchanged.")
        }
        guard report.unvouched.isEmpty else {
            return Phrase(
                zh: "没有由可信钥匙签名的校验点，无法证明历史没有被重写过。",
                en: "No checkpoint is signed by a trusted key, so nothing shows whether history was rewritten.")
        }
        return Phrase(
            zh: "没有可核对的校验点，无法证明历史没有被重写过。请用 minutebook log checkpoint 签一个，交给别人保存。",
            en: "There is no checkpoint to check against, so nothing shows whether history was rewritten. "
                + "Sign one with 'minutebook log checkpoint', and give it to others to keep.")
    }

    private static func unvouched(_ checkpoint: VerificationReport.Unvouched) -> Phrase {
        let signers = checkpoint.signers.joined(separator: ", ")
        return Phrase(
            zh: "簿里 \(checkpoint.size) 条的校验点由 \(checkpoint.signers.joined(separator: "、")) 签名，不是可信的钥匙，不能作为证明。",
            en: "The book's checkpoint of \(entries(checkpoint.size)) is signed by \(signers), which is not a trusted "
                + "key: it proves nothing.")
    }

    /// How far the log of readings is as it was signed; nil where nothing was read.
    public static func readings(_ report: VerificationReport) -> Phrase? {
        let (count, signed) = (report.readings.entryCount, report.readings.signedUpTo)
        guard count > 0 else { return nil }
        let held = Phrase(zh: "查阅记录 \(count) 条，", en: "Readings of personal data: \(count), ")
        guard signed > 0 || !report.hasNamedKeys else {
            return held + Phrase(zh: "没有你指定的钥匙的签名。", en: "none of them signed by a key that you named.")
        }
        guard signed > 0 else {
            return held
                + Phrase(
                    zh: "都还没有签名，如被改动或删除，无法发现；签校验点时会一并签名（minutebook log checkpoint）。",
                    en: "none of them signed yet, so changes would not be noticed. 'minutebook log checkpoint' signs them too.")
        }
        return held
            + (signed == count
                ? Phrase(zh: "与本簿的钥匙签名时一致。", en: "all as the book's key signed them.")
                : Phrase(
                    zh: "前 \(signed) 条与本簿的钥匙签名时一致，其余没有签名。",
                    en: "the first \(signed) as the book's key signed them, the rest not signed."))
    }

    /// Why the log of readings was not signed beside the book.
    public static func readingsNotSigned(_ fault: LogError) -> Phrase {
        Phrase(zh: "查阅记录没有签名：", en: "The log of readings was not signed: ") + logError(fault)
    }

    /// Why names are missing in a result, or were not found.
    public static func namesWithheld(_ fault: LogError) -> Phrase {
        Phrase(
            zh: "查阅姓名等须先记入查阅记录，现在记不进去，所以没有显示：",
            en: "Reading names has to be recorded, and cannot be now, so they are withheld: ") + logError(fault)
    }

    /// - Parameter why: a whole sentence.
    public static func reportHasNoCheckpoint(_ why: Phrase) -> Phrase {
        Phrase(zh: "报告没有校验点：", en: "The report has no checkpoint: ") + why
    }

    /// - Parameter why: a whole sentence about the book.
    public static func archiveNeedsCheckpoint(_ why: Phrase) -> Phrase {
        Phrase(
            zh: "归档前要在簿里签一个新的校验点，没有签成，没有归档：",
            en: "Before an archive is made, a new checkpoint is stored in the book. That failed, so nothing was archived: ") + why
    }

    /// After a backup was restored with its signing key.
    public static func signsFromNowOn(_ key: VerifierKey, after size: Int64) -> Phrase {
        Phrase(
            zh: "备份里的签名钥匙不知道备份以后签过什么，已经换新；旧钥匙只对前 \(size) 条有效。请公布新的公钥：\n\(key)",
            en: "The backup's signing key does not know what was signed after the backup, so a new key signs from now on. The old key counts "
                + "for entries 1–\(size) only. Publish the new public key:\n\(key)")
    }

    /// Why a backup is not restored beside a checkpoint.
    public static func restoreError(_ error: RestoreError) -> Phrase {
        switch error {
        case .olderThanCheckpoint(let signed, let held):
            Phrase(
                zh: "这份备份只有 \(held) 条，校验点有 \(signed) 条：备份较旧，没有恢复。请找更新的备份；确实没有的，请去掉 --checkpoint，换新钥匙从这里继续记录。",
                en: "This backup has \(entries(held)), the checkpoint \(signed): the backup is older, so nothing was restored. Find "
                    + "a newer one. If there is none, leave out --checkpoint and continue from here with a new key.")
        case .otherHistory(let signed):
            Phrase(
                zh: "备份的前 \(signed) 条不是校验点签的那些：两份历史互相矛盾，没有恢复。请把两者都保存好，用 minutebook log compare 查明。",
                en: "The backup's first \(signed) entries differ from those that were signed: these are two histories, so nothing was "
                    + "restored. Keep both, and compare them with 'minutebook log compare'.")
        case .otherBook(let origin):
            Phrase(zh: "校验点属于另一本簿（\(origin)）。", en: "The checkpoint belongs to another book (\(origin)).")
        }
    }
}
