public import Bookkeeping
internal import Domain
public import EventLog
internal import TransparencyTree

/// What a check of a whole book found.
extension Phrase {
    public static let reindexed = Phrase(zh: "索引已重建。", en: "The index was rebuilt.")

    /// How much was checked, and how much is wrong.
    public static func verified(_ report: VerificationReport) -> Phrase {
        let (count, faults) = (report.entryCount, report.findings.count)
        return report.isSound
            ? Phrase(zh: "\(count) 条全部核验无误。", en: count == 1 ? "The only entry is sound." : "All \(count) entries are sound.")
            : Phrase(
                zh: "核验了 \(count) 条，发现 \(faults) 处问题。",
                en: "\(faults == 1 ? "1 fault" : "\(faults) faults") in \(entries(count)).")
    }

    /// What a check of the book found: where, and what.
    public static func finding(_ finding: VerificationReport.Finding) -> Phrase {
        let place = finding.position.map { Phrase(zh: "第 \($0) 条：", en: "entry \($0): ") } ?? Phrase(zh: "", en: "")
        return place + fault(finding.fault)
    }

    private static func fault(_ fault: VerificationReport.Fault) -> Phrase {
        switch fault {
        case .positionOutOfOrder(let expected, let found):
            Phrase(zh: "应为第 \(expected) 条，实为第 \(found) 条。", en: "entry \(expected) was expected, but entry \(found) was found.")
        case .notCanonical: Phrase(zh: "不是规范写法。", en: "it is not in canonical form.")
        case .unreadable(let error?): Phrase(zh: "无法读取：", en: "it cannot be read: ") + jsonError(error)
        case .unreadable(nil): unreadable
        case .wrongLeafHash: Phrase(zh: "内容与哈希不符，被改动过。", en: "its bytes do not match its hash: it was altered.")
        case .wrongNodeHash(let level):
            Phrase(zh: "哈希树第 \(level) 层与各条内容不符。", en: "a hash of level \(level) of the tree does not match the entries.")
        case .notLaterThanTheOneBefore: Phrase(zh: "记录时间不晚于前一条。", en: "it was not recorded later than the entry before it.")
        case .aboutNotSorted: Phrase(zh: "所涉对象没有排序。", en: "its subjects are not sorted.")
        case .notApplicable(let error): projectionError(error)
        case .doesNotOpen:
            Phrase(
                zh: "封存的内容用现有钥匙无法打开：钥匙文件或这一条被改动过。",
                en: "its sealed content cannot be opened with its key: the key file or the entry was altered.")
        case .attachmentMissing(let hash): Phrase(zh: "它的附件 \(hash) 不在簿中。", en: "its attachment \(hash) is not in the book.")
        case .checkpointUnreadable(let size, let error):
            Phrase(zh: "\(size) 条时的校验点不可信：", en: "the checkpoint of \(entries(size)) is not trustworthy: ") + noteError(error)
        case .notWhatWasSigned(let size, let soundUpTo):
            soundUpTo == 0
                ? Phrase(zh: "前 \(size) 条与当时签名的不一样。", en: "the first \(size) entries differ from those that were signed.")
                : Phrase(
                    zh: "前 \(size) 条与当时签名的不一样；前 \(soundUpTo) 条没有问题，改动在其后。",
                    en: "the first \(size) entries differ from those that were signed. The first \(soundUpTo) agree, "
                        + "so the change is after them.")
        case .notWhatWasKeptOutside(let note, let soundUpTo):
            Phrase(
                zh: "外面保存的校验点（\(note.checkpoint.size) 条）与簿不符：前 \(note.checkpoint.size) 条不是当时签名的那些；"
                    + "没有争议的是前 \(soundUpTo) 条。",
                en: "the checkpoint of \(entries(note.checkpoint.size)) that was kept outside contradicts the book: the book's first "
                    + "\(note.checkpoint.size) entries differ from those that were signed. The first \(soundUpTo) are undisputed.")
        case .twoHistories(let found): twoHistories(found)
        case .contradictsKeyFile(let memory): contradictsKeyFile(memory)
        case .signedByRetiredKey(let size, let key, let upTo):
            Phrase(
                zh: "\(size) 条的校验点由 \(key.label) 签名，这把钥匙在 \(upTo) 条时已经换下：它签过的后来那些记录已遗失，"
                    + "或另有一份历史。这份校验点在这里不能作为证明。",
                en: "a checkpoint of \(entries(size)) is signed by \(key.label), which was retired at \(entries(upTo)): the entries that it "
                    + "signed after that were lost or belong to another history. The checkpoint proves nothing here.")
        case .nothingSignedByNamedKeys:
            Phrase(zh: "没有由你指定的钥匙签名的校验点。", en: "no checkpoint is signed by a key that you named.")
        case .entriesMissing(let signed, let held):
            Phrase(
                zh: "签名时有 \(signed) 条，现在只有 \(held) 条：末尾被截掉了。",
                en: "\(entries(signed)) \(signed == 1 ? "was" : "were") signed, but only \(held) are present: the end was cut off.")
        case .checkpointOfAnotherBook(let origin):
            Phrase(zh: "校验点属于另一本簿（\(origin)）。", en: "a checkpoint belongs to another book (\(origin)).")
        case .structure(let fault): Phrase(zh: "文件结构：", en: "file structure: ") + structuralFault(fault)
        case .fileUnreadable(let error): Phrase(zh: "文件后面的内容无法读取：", en: "the rest of the file is unreadable: ") + logError(error)
        case .index(let fault): index(fault)
        case .attachmentDamaged(let hash):
            Phrase(zh: "附件 \(hash) 的内容与其哈希不符。", en: "attachment \(hash) does not match its hash.")
        case .keyFile(let error): keyFileError(error)
        case .inReadings(let finding):
            Phrase(zh: "查阅记录：", en: "the log of readings: ") + self.finding(finding)
        case .keysOfErased(let persons):
            Phrase(
                zh: "钥匙文件里还有已删除者的钥匙，其封存的内容仍能读出：\(some(persons).zh)。",
                en: "the key file still has keys of erased persons, so their sealed content can be read: \(some(persons).en).")
        case .keysMissing(let persons):
            Phrase(
                zh: "没有删除的人缺少钥匙，其封存的内容无法读取：\(some(persons).zh)。",
                en: "keys of persons who were not erased are missing, so their sealed content cannot be read: \(some(persons).en).")
        }
    }

    private static func contradictsKeyFile(_ memory: KeyMemory) -> Phrase {
        let (size, held) = (memory.checkpoint.size, memory.held)
        let what = held < size
            ? Phrase(
                zh: "签名钥匙的文件里记着签过 \(size) 条，现在只有 \(held) 条。可能是末尾丢失了，也可能钥匙文件属于另一份簿；",
                en: "the signing key's file says that \(entries(size)) \(size == 1 ? "was" : "were") signed, but only \(held) "
                    + "\(held == 1 ? "is" : "are") present. The end may be lost, or the key file may belong to another copy. ")
            : Phrase(
                zh: "签名钥匙的文件里记着的前 \(size) 条，与现有的不一样。可能记录被改写过，也可能钥匙文件属于另一份簿；",
                en: "the signing key's file says that the first \(size) entries were signed, and these differ from the present ones. "
                    + "They may have been rewritten, or the key file may belong to another copy. ")
        return what
            + Phrase(
                zh: "没有校验点与簿矛盾，单凭这两份文件不能断定。" + (memory.undisputedUpTo == 0 ? "" : "没有争议的是前 \(memory.undisputedUpTo) 条。")
                    + "钥匙文件记着的" + (memory.note == nil ? "：" : "和簿里的校验点："),
                en: "No checkpoint contradicts the book, so the two files alone do not show which. "
                    + (memory.undisputedUpTo == 0 ? "" : "The first \(memory.undisputedUpTo) entries are undisputed. ") + "What the key file says"
                    + (memory.note == nil ? ":" : ", and the book's own checkpoint:"))
            + .plain("\n" + memory.evidence.joined(separator: "\n").trimmedAtEnd)
    }

    private static func twoHistories(_ found: Contradiction) -> Phrase {
        let (first, second) = (found.first.checkpoint.size, found.second.checkpoint.size)
        return Phrase(
            zh: "同一把钥匙（\(found.key.label)）签了两份互相矛盾的历史，一份 \(first) 条，一份 \(second) 条，只有一份能是真的。"
                + "没有争议的是前 \(found.undisputedUpTo) 条。两份校验点都是证据：",
            en: "the same key (\(found.key.label)) signed two histories, of \(first) and of \(second) entries, and only one can be true. "
                + "The first \(found.undisputedUpTo) entries are undisputed. Both checkpoints are evidence:")
            + .plain("\n" + found.evidence.joined(separator: "\n").trimmedAtEnd)
    }

    /// The first few persons, and how many there are.
    public static func some(_ persons: [Phrase], atMost max: Int, zh: String = "、", en: String = ", ") -> Phrase {
        let more = persons.count - min(persons.count, max)
        return joined(Array(persons.prefix(max)), zh: zh, en: en)
            + (more > 0 ? Phrase(zh: " 等 \(persons.count) 人", en: " and \(more) more") : plain(""))
    }

    private static func some(_ persons: [Subject]) -> Phrase {
        some(persons.map { Phrase(zh: "\(noun($0).zh) \($0.id)", en: $0.description) }, atMost: 5)
    }

    /// What whoever sits before it should know where a person is erased and the key is still there.
    public static func keysOfErasedLeft(_ persons: [Subject]) -> Phrase {
        Phrase(zh: "钥匙文件无法写入，已删除者的钥匙还没有销毁：", en: "The key file cannot be written, so it still has the keys of erased persons: ")
            + some(persons) + Phrase(zh: "。请检查权限和磁盘。", en: ". Check permissions and the disk.")
    }

    /// What whoever checks a book without its keys should know.
    public static let sealedWithoutKeys = Phrase(
        zh: "旁边没有个人信息的钥匙文件，姓名等无法读取；备份里本来就不含钥匙。",
        en: "There is no personal-data key file beside it, so names cannot be read. A backup never contains one.")

    /// Entries that were recorded later than now.
    public static func recordedAhead(_ ahead: VerificationReport.Ahead) -> Phrase {
        let which = ahead.count == 1 ? "\(ahead.first)" : "\(ahead.first)–\(ahead.last)"
        return Phrase(
            zh: "第 \(which) 条中有 \(ahead.count) 条的记录时间（最晚 \(ahead.until)）晚于现在（\(ahead.now)），当时或现在的时钟不准。"
                + "条目内容和先后次序不受影响；要继续记录，请先校准时钟，或加 --accept-clock。",
            en: "\(ahead.count) of entries \(which) were recorded at times up to \(ahead.until), later than now (\(ahead.now)). The clock is "
                + "wrong now, or was wrong then. Content and order of the entries are not affected. To go on recording, set the clock or add "
                + "--accept-clock.")
    }

    private static func index(_ fault: IndexFault) -> Phrase {
        switch fault.what {
        case .subjectMissing(let subject): Phrase(zh: "索引里没有“\(subject)”。", en: "the index does not contain \(subject).")
        case .commandMissing(let command): Phrase(zh: "索引里没有命令 \(command)。", en: "the index does not contain the command \(command).")
        case .rowsWithoutEntry: Phrase(zh: "索引里有多出来的行。", en: "the index has rows that belong to no entry.")
        case .reachesTooFar: Phrase(zh: "索引超出了日志末尾。", en: "the index goes beyond the end of the log.")
        }
    }
}

extension String {
    /// Without its last line end, where a line follows.
    fileprivate var trimmedAtEnd: Substring { hasSuffix("\n") ? dropLast() : self[...] }
}
