public import Bookkeeping
internal import Domain
public import EventLog
public import TransparencyTree

/// Keys, checkpoints, and what a check of a whole book found.
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

    public static let reindexed = Phrase(zh: "索引已重做。", en: "The index was made anew.")

    /// How much was checked, and how much is wrong.
    public static func verified(_ report: VerificationReport) -> Phrase {
        let (count, faults) = (report.entryCount, report.findings.count)
        return report.isSound
            ? Phrase(zh: "\(count) 条全部核验无误。", en: "All \(count) entries are sound.")
            : Phrase(
                zh: "核验了 \(count) 条，发现 \(faults) 处问题。",
                en: "\(faults == 1 ? "1 fault" : "\(faults) faults") in \(count) entries.")
    }

    /// What a check of the book found: where, and what.
    public static func finding(_ finding: VerificationReport.Finding) -> Phrase {
        let place = finding.position.map { Phrase(zh: "第 \($0) 条：", en: "entry \($0): ") } ?? Phrase(zh: "", en: "")
        return place + fault(finding.fault)
    }

    private static func fault(_ fault: VerificationReport.Fault) -> Phrase {
        switch fault {
        case .positionOutOfOrder(let expected, let found):
            Phrase(zh: "应为第 \(expected) 条，实为第 \(found) 条。", en: "position \(expected) was expected, \(found) found.")
        case .notCanonical: Phrase(zh: "不是规范写法。", en: "not in canonical form.")
        case .unreadable(let text): Phrase(zh: "读不出来：\(text)", en: "cannot be read: \(text)")
        case .wrongLeafHash: Phrase(zh: "内容与哈希不符，被改动过。", en: "its bytes do not match its hash: it was altered.")
        case .wrongNodeHash(let level):
            Phrase(zh: "哈希树第 \(level) 层与各条内容不符。", en: "the tree's hash of level \(level) does not follow from the entries.")
        case .notLaterThanTheOneBefore: Phrase(zh: "记录时间不晚于前一条。", en: "recorded no later than the entry before it.")
        case .aboutNotSorted: Phrase(zh: "所涉对象没有排序。", en: "its subjects are not sorted.")
        case .notApplicable(let error): projectionError(error)
        case .doesNotOpen:
            Phrase(
                zh: "封存的内容用现有钥匙打不开：钥匙文件或这一条被改动过。",
                en: "what is sealed in it does not open under its key: the key file or the entry was altered.")
        case .attachmentMissing(let hash): Phrase(zh: "它的附件 \(hash) 不在簿中。", en: "its attachment \(hash) is not held.")
        case .checkpointUnreadable(let size, let error):
            Phrase(zh: "\(size) 条时的校验点不可信：", en: "the checkpoint of size \(size) cannot be believed: ") + noteError(error)
        case .notWhatWasSigned(let size, let soundUpTo):
            soundUpTo == 0
                ? Phrase(zh: "前 \(size) 条与当时签名的不一样。", en: "the first \(size) entries are not those that were signed.")
                : Phrase(
                    zh: "前 \(size) 条与当时签名的不一样；前 \(soundUpTo) 条没有问题，改动在其后。",
                    en: "the first \(size) entries are not those that were signed; the first \(soundUpTo) are, "
                        + "so something after them was changed.")
        case .notWhatWasKeptOutside(let note, let soundUpTo):
            Phrase(
                zh: "外面保存的校验点（\(note.checkpoint.size) 条）与簿不符：前 \(note.checkpoint.size) 条不是当时签名的那些；"
                    + "没有争议的是前 \(soundUpTo) 条。",
                en: "the checkpoint of \(note.checkpoint.size) entries that was kept outside contradicts the book: its first "
                    + "\(note.checkpoint.size) entries are not those that were signed; the first \(soundUpTo) are not disputed.")
        case .twoHistories(let found): twoHistories(found)
        case .signedByRetiredKey(let size, let key, let upTo):
            Phrase(
                zh: "\(size) 条的校验点由 \(key.label) 签名，这把钥匙在 \(upTo) 条时已经换下：它签过的后来那些记录已遗失，"
                    + "或另有一份历史。这份校验点在这里什么也证明不了。",
                en: "a checkpoint of \(size) entries is signed by \(key.label), which was retired at \(upTo) entries: what it signed "
                    + "after them was lost, or is another history. It proves nothing here.")
        case .nothingSignedByNamedKeys:
            Phrase(zh: "没有一个校验点是你指定的钥匙签的。", en: "none of the checkpoints is signed by a key that you named.")
        case .entriesMissing(let signed, let held):
            Phrase(
                zh: "签名时有 \(signed) 条，现在只有 \(held) 条：末尾被截掉了。",
                en: "\(signed) entries were signed, \(held) are there: the end was cut off.")
        case .checkpointOfAnotherBook(let origin):
            Phrase(zh: "校验点属于另一本簿（\(origin)）。", en: "a checkpoint is of another book (\(origin)).")
        case .structure(let text): Phrase(zh: "文件结构：\(text)", en: "file structure: \(text)")
        case .fileUnreadable(let error): Phrase(zh: "文件读不下去：", en: "the file cannot be read on: ") + logError(error)
        case .index(let fault): index(fault)
        case .attachmentDamaged(let hash):
            Phrase(zh: "附件 \(hash) 的内容与其哈希不符。", en: "attachment \(hash) is not what its hash says.")
        case .keyFile(let error): keyFileError(error)
        case .inReadings(let finding):
            Phrase(zh: "查阅记录：", en: "the log of readings: ") + self.finding(finding)
        case .keysOfErased(let persons):
            Phrase(
                zh: "钥匙文件里还有已删除者的钥匙，能读出其封存的内容：\(some(persons).zh)。",
                en: "the key file has keys of persons who were erased, and what was sealed can be read: \(some(persons).en).")
        case .keysMissing(let persons):
            Phrase(
                zh: "有人没有删除，钥匙却不在，其封存的内容读不出来：\(some(persons).zh)。",
                en: "keys are missing of persons nobody erased, and what is sealed cannot be read: \(some(persons).en).")
        }
    }

    private static func twoHistories(_ found: Contradiction) -> Phrase {
        let (first, second) = (found.first.checkpoint.size, found.second.checkpoint.size)
        return Phrase(
            zh: "同一把钥匙（\(found.key.label)）签了两份互相矛盾的历史，一份 \(first) 条，一份 \(second) 条，只有一份能是真的。"
                + "没有争议的是前 \(found.undisputedUpTo) 条。两份校验点都是证据：",
            en: "one key (\(found.key.label)) signed two histories, of \(first) and of \(second) entries, and only one can be true. "
                + "The first \(found.undisputedUpTo) entries are not disputed. Both notes are evidence:")
            + .plain("\n" + found.evidence.joined(separator: "\n").trimmedAtEnd)
    }

    /// The first few persons, and how many there are.
    public static func some(_ persons: [Subject], atMost max: Int = 5, zh: String = "、", en: String = ", ") -> Phrase {
        let shown = persons.prefix(max).map { plain($0) }
        let more = persons.count - shown.count
        return joined(shown, zh: zh, en: en)
            + (more > 0 ? Phrase(zh: " 等 \(persons.count) 人", en: " and \(more) more") : plain(""))
    }

    /// What whoever sits before it should know where a person is erased and the key is still there.
    public static func keysOfErasedLeft(_ persons: [Subject]) -> Phrase {
        Phrase(zh: "钥匙文件写不进去，已删除者的钥匙还没有销毁：", en: "The key file cannot be written, and keys of erased persons are still in it: ")
            + some(persons) + Phrase(zh: "。请查权限和磁盘。", en: ". Check permissions and the disk.")
    }

    private static func index(_ fault: IndexFault) -> Phrase {
        switch fault.what {
        case .subjectMissing(let subject): Phrase(zh: "索引里缺 \(subject)。", en: "the index lacks \(subject).")
        case .commandMissing(let command): Phrase(zh: "索引里缺命令 \(command)。", en: "the index lacks the command \(command).")
        case .rowsWithoutEntry: Phrase(zh: "索引里有多出来的行。", en: "the index has rows that no entry made.")
        case .reachesTooFar: Phrase(zh: "索引超出了日志末尾。", en: "the index reaches beyond the log's end.")
        }
    }

    /// What to do about what was found: once for each remedy, the gravest first.
    public static func advice(_ report: VerificationReport) -> [Phrase] {
        var remedies = Set(report.findings.map { remedy(for: $0.fault) })
        // No backup can say which of two histories is true, and to restore one would destroy what is disputed.
        if remedies.contains(.keepEvidence) { remedies.remove(.restore) }
        return Remedy.allCases.filter(remedies.contains).map { remedy in
            switch remedy {
            case .restore:
                Phrase(
                    zh: "请停止记录，另存现在的文件作为证据，再用 minutebook restore 从备份恢复。",
                    en: "Stop recording, keep the file as it is as evidence, and restore a backup with 'minutebook restore'.")
            case .keepEvidence:
                Phrase(
                    zh: "请停止记录，把簿、钥匙文件和校验点原样另存作为证据；向持有校验点的各方核对（minutebook log compare），查明哪份历史是真的，"
                        + "在此之前不要用备份替换。",
                    en: "Stop recording, and keep the book, its key files and the checkpoints as they are, as evidence. Compare with "
                        + "everybody who has a checkpoint ('minutebook log compare') which history is true; until then, put no "
                        + "backup in its place.")
            case .askForKey:
                Phrase(
                    zh: "请向簿的主管方（而不只是保管人）索取现用的公钥，问明何时、为何换的。",
                    en: "Ask whoever answers for the book, and not its keeper alone, for the public key that signs now, and when and "
                        + "why it was changed.")
            case .findReadings:
                Phrase(
                    zh: "查阅记录不可信，簿的记录不受影响。请另存查阅记录的文件（.readings）作为证据，找回原来的；"
                        + "确已遗失的，用 minutebook log rotate-key --after-loss 说明。",
                    en: "The log of readings cannot be believed; the book's entries are not concerned. Keep its file (.readings) as "
                        + "evidence, and put the right one back; if it is lost for good, say so with "
                        + "'minutebook log rotate-key --after-loss'.")
            case .checkKeys:
                Phrase(
                    zh: "请核对钥匙文件，从钥匙的备份放回正确的一份。",
                    en: "Check the key files, and put the right ones back from the keys' backup.")
            case .finishErasures:
                Phrase(
                    zh: "运行任意一条要用到簿中内容的命令，如 minutebook member list，就会销毁已删除者的钥匙；来历不明的旧钥匙文件也请销毁。",
                    en: "Any command that works out what the book says, such as 'minutebook member list', destroys the keys of erased "
                        + "persons. Destroy the old key file that they came from.")
            case .findKeys:
                Phrase(
                    zh: "请从钥匙的备份放回正确的钥匙文件；如果这些人是在这份备份之后删除的，请再删除一次。",
                    en: "Put the right key file back from the keys' backup; if these persons were erased after this copy of the book "
                        + "was made, erase them again.")
            case .reindex:
                Phrase(
                    zh: "条目本身没有问题，索引可用 minutebook log reindex 重做。",
                    en: "The entries themselves are sound; make the index anew with 'minutebook log reindex'.")
            }
        }
    }

    private enum Remedy: CaseIterable {
        case keepEvidence, restore, askForKey, checkKeys, finishErasures, findKeys, findReadings, reindex
    }

    private static func remedy(for fault: VerificationReport.Fault) -> Remedy {
        switch fault {
        case .index: .reindex
        case .inReadings(let finding): remedy(for: finding.fault) == .reindex ? .reindex : .findReadings
        case .twoHistories, .notWhatWasKeptOutside, .signedByRetiredKey: .keepEvidence
        case .nothingSignedByNamedKeys: .askForKey
        case .keysOfErased: .finishErasures
        case .keysMissing: .findKeys
        case .keyFile, .doesNotOpen, .checkpointUnreadable, .checkpointOfAnotherBook: .checkKeys
        case .positionOutOfOrder, .notCanonical, .unreadable, .wrongLeafHash, .wrongNodeHash, .notLaterThanTheOneBefore,
            .aboutNotSorted, .notApplicable, .attachmentMissing, .notWhatWasSigned, .entriesMissing, .structure,
            .fileUnreadable, .attachmentDamaged:
            .restore
        }
    }
}

extension String {
    /// Without its last line end, where a line follows.
    fileprivate var trimmedAtEnd: Substring { hasSuffix("\n") ? dropLast() : self[...] }
}
