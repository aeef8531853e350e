public import Bookkeeping
public import TransparencyTree

/// Key files that cannot be used, and notes that are not to be believed.
extension Phrase {
    /// Why a key file cannot be used.
    public static func keyFileError(_ error: KeyFileError) -> Phrase {
        switch error {
        case .signingKeyMissing(let path):
            Phrase(
                zh: "没有签名钥匙 \(path)，不能签名；已签的校验点仍然有效。请从备份放回，确已遗失的用 minutebook log rotate-key 换一把。",
                en: "The signing key \(path) is missing: nothing can be signed; what was signed stays good. Put its backup "
                    + "back, or if it is lost, begin a new one with 'minutebook log rotate-key'.")
        case .personalKeysMissing(let path):
            Phrase(
                zh: "没有个人信息的钥匙 \(path)：姓名、电话等不能记，已记的读不出来；统计照常。请从钥匙的备份放回。",
                en: "The keys of persons \(path) are missing: names and the like can be neither recorded nor read; the figures "
                    + "stand. Put their backup back.")
        case .otherBook(let path):
            Phrase(zh: "钥匙文件 \(path) 是另一本簿的。请放回这本簿自己的。", en: "The key file \(path) is another book's. Put this book's own back.")
        case .keyNotDestroyed(let path, let fault):
            Phrase(
                zh: "删除已经记下，但钥匙文件 \(path) 里的钥匙还没有销毁，姓名等仍能读出。请先解决下面的问题，再运行任意一条要用到簿中内容的命令（如 minutebook member list），它会接着销毁。",
                en: "The erasure is on record, but the key is still in \(path), and the name can still be read. Solve the problem below, then run any command that works out what the book says, such as 'minutebook member list': it destroys the key.")
                + Phrase(zh: "", en: " ") + logError(fault)
        case .malformed(let path, let line):
            Phrase(
                zh: "钥匙文件 \(path) 第 \(line) 行不对。请从备份放回。",
                en: "The key file \(path) is malformed in line \(line). Put its backup back.")
        case .exposed(let path):
            Phrase(
                zh: "钥匙文件 \(path) 别人也能读，权限又改不了。请移到只有本人能读的地方（chmod 600）。",
                en: "Others can read the key file \(path), and that could not be changed. Move it where only its owner can "
                    + "read it (chmod 600).")
        case .bookIsShorter(let signed, let held):
            Phrase(
                zh: "签名钥匙签过 \(signed) 条，这本簿只有 \(held) 条：它是较旧的副本，或末尾被截掉了。请找回最新的簿；"
                    + "确已遗失的，用 minutebook log rotate-key --after-loss 说明。",
                en: "The signing key has signed \(signed) entries, but this book has \(held): it is an older copy, or its end was "
                    + "cut off. Find the latest book; if those entries are lost for good, say so with "
                    + "'minutebook log rotate-key --after-loss'.")
        case .historyChanged(let signed):
            Phrase(
                zh: "前 \(signed) 条与签过名的不一样：历史被改过，没有签名。请运行 minutebook log verify。",
                en: "The first \(signed) entries are not those that were signed: history was changed. Nothing was signed. "
                    + "Run 'minutebook log verify'.")
        case .readingsChanged(let signed, let held):
            held < signed
                ? Phrase(
                    zh: "签名钥匙签过 \(signed) 条查阅记录，现在只有 \(held) 条：查阅记录被删过，没有签名。请找回查阅记录的文件（.readings）。",
                    en: "The signing key has signed \(signed) readings of personal data, but only \(held) are on record: the log of "
                        + "readings was cut off or lost. It was not signed. Put its file (.readings) back.")
                : Phrase(
                    zh: "前 \(signed) 条查阅记录与签过名的不一样：查阅记录被改过，没有签名。请运行 minutebook log verify。",
                    en: "The first \(signed) readings of personal data are not those that were signed: the log of readings was "
                        + "changed. It was not signed. Run 'minutebook log verify'.")
        }
    }

    /// Why a note, checkpoint or proof is not to be believed.
    public static func noteError(_ error: NoteError) -> Phrase {
        switch error {
        case .malformed(let what): Phrase(zh: "格式不对：\(what)", en: "malformed: \(what)")
        case .wrongSignature(let name): Phrase(zh: "\(name) 的签名不对。", en: "the signature of \(name) is wrong.")
        case .notSigned:
            Phrase(
                zh: "没有可信钥匙的签名。如换过钥匙，请用 --key 给出当时的公钥。",
                en: "none of the keys that are trusted has signed it. If the key was changed, give the old public key with --key.")
        }
    }
}
