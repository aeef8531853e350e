import Bookkeeping
import CanonicalJSON
import Domain
import EventLog
import Testing
import TransparencyTree
import Wording

@Suite("What went wrong, in words")
struct MessageTests {
    @Test(arguments: [
        (.busy(path: "b.db"), "b.db 正被另一个程序占用。请稍后再试。", "b.db is in use by another program. Try again later."),
        (.attachmentTooLong(limit: 64 << 20), "附件太大，最多 64 MiB。请压缩，或分成几份。", "The attachment is too large: at most 64 MiB. Compress it or split it."),
        (
            .damaged(position: Position(31), .hashDiffers), "履职簿从第 31 条起已损坏：这一条的内容与其哈希不符。请运行 minutebook log verify，并从备份恢复。",
            "The book is damaged from entry 31 on: the entry does not match its hash. Run 'minutebook log verify' and restore a backup."
        ),
        (
            .damaged(position: nil, .structure(.schema(object: "trigger", name: "entries_are_never_updated", .gone))),
            "履职簿已损坏：缺少触发器“entries_are_never_updated”。请运行 minutebook log verify，并从备份恢复。",
            "The book is damaged: the trigger entries_are_never_updated is missing. Run 'minutebook log verify' and restore a backup."
        ),
        (
            .inputOutput(path: "b.db", .database("disk I/O error")), "读写 b.db 时出错：数据库报告“disk I/O error”。",
            "Reading or writing b.db failed: the database reports 'disk I/O error'."
        ),
        (.inputOutput(path: "b.db", .system(5)), "读写 b.db 时出错：磁盘或设备出错，请检查硬件。", "Reading or writing b.db failed: the disk or device failed. Check the hardware."),
    ] as [(LogError, String, String)])
    func logErrors(error: LogError, zh: String, en: String) { #expect(Phrase.logError(error) == Phrase(zh: zh, en: en)) }

    @Test(arguments: [
        (.unexpectedEnd, "内容没有写完。", "The text ends too early."),
        (.trailingContent, "后面还有多余的内容。", "Unexpected content after the end."),
        (.unexpected("n"), "此处不应有“n”。", "'n' is not expected here."),
        (.duplicateKey("by"), "“by”写了两次。", "'by' is given twice."),
        (.tooDeep(limit: 64), "嵌套超过 64 层。", "Nested more than 64 levels deep."),
        (.wrongType(field: "amount", expected: .integer), "“amount”应为整数。", "'amount' must be a whole number."),
    ] as [(JSONError.Kind, String, String)])
    func jsonErrors(kind: JSONError.Kind, zh: String, en: String) {
        #expect(Phrase.jsonError(JSONError(kind, offset: 0)) == Phrase(zh: zh, en: en))
    }

    @Test func commandErrors() {
        #expect(
            Phrase.commandError(.field("members", .excludes("member")))
                == Phrase(zh: "“members”和“member”只能填一个。", en: "Give 'members' or 'member', not both."))
        #expect(Phrase.commandError(.field("title", .missing)) == Phrase(zh: "缺少“title”。", en: "'title' is missing."))
    }

    @Test(arguments: [
        (.mismatch(.bookIsShorter(held: 1)), "这本簿只有 1 条。", "The book has only 1 entry."),
        (.mismatch(.checkpointIsShorter(size: 5, position: 7)), "校验点只有 5 条，不含第 7 条。", "The checkpoint has 5 entries and does not include entry 7."),
        (.wrongSignature(name: "office"), "office 的签名无效。", "the signature of office is not valid."),
        (.malformed(.noteTooLong), "格式不对：文件太长。", "malformed: the note is too long"),
    ] as [(NoteError, String, String)])
    func noteErrors(error: NoteError, zh: String, en: String) { #expect(Phrase.noteError(error) == Phrase(zh: zh, en: en)) }

    @Test func keyFilesOfReadings() {
        let lost = Phrase.keyFileError(.readingsChanged(signed: 1, held: 0))
        #expect(lost.en.hasPrefix("The signing key has signed 1 reading of personal data, but only 0 are recorded"))
        let changed = Phrase.keyFileError(.readingsChanged(signed: 4, held: 4))
        #expect(changed.zh.hasPrefix("前 4 条查阅记录与签过名的不一样") && changed.en.hasPrefix("The first 4 readings of personal data differ"))
    }

    @Test func recordingThatStops() {
        let why = Phrase.logError(.busy(path: "b.db"))
        #expect(
            Phrase.recordingStopped(why, recorded: 1, afterLine: 3).en
                == why.en + " Before that, 1 command was recorded safely (answered up to line 3). Continue from line 4.")
        #expect(Phrase.recordingStopped(why, recorded: 2, afterLine: 3).en.contains("2 commands were recorded safely"))
        #expect(Phrase.cannotPrint(28, recorded: 0).zh == "结果无法输出：磁盘已满，请腾出空间。")
        #expect(Phrase.cannotPrint(28, recorded: 2).en.hasSuffix("2 commands are already recorded: do not record again; check with 'minutebook log tail'."))
    }

    @Test func severalMembersThatMatch() {
        #expect(
            Phrase.severalMembersFit("sxx", [.plain("M3 单雄信"), .plain("M4 单熊心")])
                == Phrase(
                    zh: "与“sxx”相符的不止一人：M3 单雄信、M4 单熊心。请写编号。",
                    en: "'sxx' matches several members: M3 单雄信, M4 单熊心. Give the id."))
    }

    @Test func backups() {
        #expect(Phrase.restored("b.db", entryCount: 1).en == "Restored b.db: 1 entry.")
        #expect(Phrase.olderBackup(1, 2).en.hasPrefix("This backup has 1 entry, the checkpoint 2"))
    }
}

extension Phrase {
    fileprivate static func olderBackup(_ held: Int64, _ signed: Int64) -> Phrase {
        restoreError(.olderThanCheckpoint(signed: signed, held: held))
    }
}
