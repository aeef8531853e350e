public import TransparencyTree

/// Notes, checkpoints and proofs that are not trustworthy.
extension Phrase {
    /// Why a note, checkpoint or proof is not trustworthy.
    public static func noteError(_ error: NoteError) -> Phrase {
        switch error {
        case .malformed(let fault): Phrase(zh: "格式不对：", en: "malformed: ") + noteFault(fault)
        case .mismatch(let mismatch): noteMismatch(mismatch)
        case .wrongSignature(let name): Phrase(zh: "\(name) 的签名无效。", en: "the signature of \(name) is not valid.")
        case .notSigned:
            Phrase(
                zh: "没有可信钥匙的签名。如换过钥匙，请用 --key 给出当时的公钥。",
                en: "it is not signed by any trusted key. If the key was changed, give the old public key with --key.")
        }
    }

    private static func noteMismatch(_ mismatch: NoteMismatch) -> Phrase {
        switch mismatch {
        case .bookIsShorter(let held):
            Phrase(zh: "这本簿只有 \(held) 条。", en: "The book has only \(entries(held)).")
        case .checkpointIsShorter(let size, let position):
            Phrase(
                zh: "校验点只有 \(size) 条，不含第 \(position) 条。",
                en: "The checkpoint has \(entries(size)) and does not include entry \(position).")
        case .noCheckpointOfSize(let size?):
            Phrase(
                zh: "没有签过 \(size) 条的校验点。已签的见 minutebook log checkpoint --list。",
                en: "There is no checkpoint of \(entries(size)). 'minutebook log checkpoint --list' lists those that exist.")
        case .noCheckpointOfSize(nil):
            Phrase(
                zh: "还没有签过校验点。请先用 minutebook log checkpoint 签一个。",
                en: "There is no checkpoint yet. Sign one with 'minutebook log checkpoint'.")
        case .otherTextSigned:
            Phrase(
                zh: "见证方签的不是这个校验点的原文。", en: "The witness signed a different text.")
        case .storedUnderOtherSize:
            Phrase(zh: "簿里登记的条数与它写的不同。", en: "It is stored with a different number of entries.")
        }
    }

    /// Which rule of the format is broken.
    private static func noteFault(_ fault: NoteFault) -> Phrase {
        switch fault {
        case .noteTooLong: Phrase(zh: "文件太长。", en: "the note is too long")
        case .controlCharacters: Phrase(zh: "文件里有控制字符。", en: "the note has control characters")
        case .byteOrderMark: Phrase(zh: "文件开头多了字节顺序标记。", en: "the note begins with a byte order mark")
        case .noBlankLineBeforeSignatures: Phrase(zh: "签名前面没有空行。", en: "no blank line before the signatures")
        case .lastLineWithoutEnd: Phrase(zh: "最后一行没有换行。", en: "the last line does not end with a line feed")
        case .notASignatureLine(let line): Phrase(zh: "这一行不是签名：\(line)", en: "this line is not a signature: \(line)")
        case .noSignatureLine: Phrase(zh: "没有签名。", en: "there is no signature")
        case .tooManySignatures: Phrase(zh: "签名太多。", en: "the note has too many signatures")
        case .notACheckpoint:
            Phrase(zh: "校验点应有来源、条数、根哈希，各占一行。", en: "a checkpoint has an origin, a size and a root, a line each")
        case .notASize(let line): Phrase(zh: "校验点的条数不是数字：\(line)", en: "the checkpoint's size is not a number: \(line)")
        case .notARoot(let line): Phrase(zh: "校验点的根不是哈希：\(line)", en: "the checkpoint's root is not a hash: \(line)")
        case .otherRootOfNothing: Phrase(zh: "一条也没有，根哈希却不是空簿的。", en: "a log without entries has another root")
        case .lineFeedInLine: Phrase(zh: "校验点的一行里有换行。", en: "a line of the checkpoint contains a line feed")
        case .proofTooLong: Phrase(zh: "证明太长。", en: "the proof is too long")
        case .notAnInclusionProof(let header):
            Phrase(zh: "不是回执：第一行不是 \(header)", en: "not a proof: the first line is not \(header)")
        case .notAConsistencyProof:
            Phrase(
                zh: "不是增长证明：第一行应是“old”和条数。", en: "not a consistency proof: the first line is not 'old' and a size")
        case .extraIsNotBase64: Phrase(zh: "“extra”一行的编码不对。", en: "'extra' is not base64")
        case .noIndex:
            Phrase(zh: "哈希前面没有写明序号的“index”一行。", en: "there is no line 'index' with a number before the hashes")
        case .lineWithoutEnd(let name): Phrase(zh: "“\(name)”一行没有写完。", en: "the line '\(name)' has no end")
        case .notAHash(let line): Phrase(zh: "校验点前的这一行不是哈希：\(line)", en: "this line before the checkpoint is not a hash: \(line)")
        case .tooManyHashes: Phrase(zh: "哈希太多，没有这么高的树。", en: "the proof has more hashes than a tree has levels")
        case .noBlankLineBeforeCheckpoint: Phrase(zh: "校验点前面没有空行。", en: "no blank line before the checkpoint")
        }
    }
}
