public import Bookkeeping

/// Key files that cannot be used.
extension Phrase {
    /// Why a key file cannot be used.
    public static func keyFileError(_ error: KeyFileError) -> Phrase {
        switch error {
        case .signingKeyMissing(let path):
            Phrase(
                zh: "没有签名钥匙 \(path)，不能签名；已签的校验点仍然有效。请从备份放回，确已遗失的用 minutebook log rotate-key 换一把。",
                en: "The signing key \(path) is missing, so nothing can be signed. Existing checkpoints remain valid. Restore the key "
                    + "from its backup. If it is lost, create a new one with 'minutebook log rotate-key'.")
        case .personalKeysMissing(let path):
            Phrase(
                zh: "没有个人信息的钥匙 \(path)：姓名、电话等不能记录，已记的无法读取；统计不受影响。请从钥匙的备份放回。",
                en: "The personal-data key file \(path) is missing: names and other personal data can be neither recorded nor read; "
                    + "figures are unaffected. Restore the file from the key backup.")
        case .otherBook(let path):
            Phrase(zh: "钥匙文件 \(path) 是另一本簿的。请放回这本簿自己的。", en: "The key file \(path) belongs to another book. Put this book's own key file back.")
        case .keyNotDestroyed(let path, let fault):
            Phrase(
                zh: "删除已经记下，但钥匙文件 \(path) 里的钥匙还没有销毁，姓名等仍能读出。请先解决下面的问题，再运行任意一条要用到簿中内容的命令（如 minutebook member list），该命令会销毁钥匙。",
                en: "The erasure is recorded, but the key is still in \(path), so the name can still be read. Solve the problem below. Then run any command that reads the book's content, such as 'minutebook member list': it destroys the key.")
                + Phrase(zh: "", en: " ") + logError(fault)
        case .malformed(let path, let line):
            Phrase(
                zh: "钥匙文件 \(path) 第 \(line) 行格式不对。请从备份放回。",
                en: "Line \(line) of the key file \(path) is malformed. Restore the file from its backup.")
        case .exposed(let path):
            Phrase(
                zh: "钥匙文件 \(path) 别人也能读取，权限无法改正。请移到只有本人能读取的地方（chmod 600）。",
                en: "Other users can read the key file \(path), and its permissions could not be changed. Move it to a place where "
                    + "only its owner can read it (chmod 600).")
        case .bookIsShorter(let signed, let held):
            Phrase(
                zh: "签名钥匙签过 \(signed) 条，这本簿只有 \(held) 条：它是较旧的副本，或末尾被截掉了。请找回最新的簿；"
                    + "确已遗失的，用 minutebook log rotate-key --after-loss 说明。",
                en: "The signing key has signed \(entries(signed)), but this book has \(held): it is an older copy, or its end was "
                    + "cut off. Find the latest book. If those entries are lost for good, state that with "
                    + "'minutebook log rotate-key --after-loss'.")
        case .historyChanged(let signed):
            Phrase(
                zh: "前 \(signed) 条与签过名的不一样：历史被改动过，没有签名。请运行 minutebook log verify。",
                en: "The first \(signed) entries differ from those that were signed: history was changed. Nothing was signed. "
                    + "Run 'minutebook log verify'.")
        case .readingsChanged(let signed, let held):
            held < signed
                ? Phrase(
                    zh: "签名钥匙签过 \(signed) 条查阅记录，现在只有 \(held) 条：查阅记录被删减过，没有签名。请找回查阅记录的文件（.readings）。",
                    en: "The signing key has signed \(signed == 1 ? "1 reading" : "\(signed) readings") of personal data, but only \(held) are recorded: the log of "
                        + "readings was cut off or lost. It was not signed. Put its file (.readings) back.")
                : Phrase(
                    zh: "前 \(signed) 条查阅记录与签过名的不一样：查阅记录被改动过，没有签名。请运行 minutebook log verify。",
                    en: "The first \(signed) readings of personal data differ from those that were signed: the log of readings was "
                        + "changed. It was not signed. Run 'minutebook log verify'.")
        }
    }
}
