public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog

extension Phrase {
    public static func error(_ phrase: Phrase) -> Phrase { Phrase(zh: "错误：", en: "error: ") + phrase }
    public static func note(_ phrase: Phrase) -> Phrase { Phrase(zh: "注意：", en: "note: ") + phrase }

    public static func internalError(_ error: String) -> Phrase {
        Phrase(zh: "程序内部错误：\(error)", en: "Internal error: \(error)")
    }

    /// What is wrong with a JSON text.
    public static func jsonError(_ error: JSONError) -> Phrase {
        switch error.kind {
        case .unexpected(let found):
            Phrase(zh: "此处不应有“\(found)”。", en: "'\(found)' is not expected here.")
        case .unexpectedEnd: Phrase(zh: "内容没有写完。", en: "The text ends too early.")
        case .invalidUTF8: Phrase(zh: "不是 UTF-8 文字，请另存为 UTF-8。", en: "This is not UTF-8 text. Save it as UTF-8.")
        case .invalidEscape: Phrase(zh: "转义符写法不对。", en: "This escape is not valid.")
        case .controlCharacter: Phrase(zh: "文字里有控制字符。", en: "The text contains a control character.")
        case .notAnInteger:
            Phrase(zh: "数字必须是整数；金额以分为单位。", en: "Numbers must be whole; money is in fen.")
        case .integerOutOfRange: Phrase(zh: "数字太大。", en: "The number is too large.")
        case .duplicateKey(let key): Phrase(zh: "“\(key)”写了两次。", en: "'\(key)' is given twice.")
        case .tooDeep(let limit): Phrase(zh: "嵌套超过 \(limit) 层。", en: "Nested more than \(limit) levels deep.")
        case .trailingContent: Phrase(zh: "后面还有多余的内容。", en: "Unexpected content after the end.")
        case .missingField(let field): Phrase(zh: "缺少“\(field)”。", en: "'\(field)' is missing.")
        case .unknownField(let field):
            Phrase(zh: "没有“\(field)”这一项，请核对拼写。", en: "There is no field '\(field)'. Check the spelling.")
        case .wrongType(let field, let expected), .invalidValue(let field, let expected): mustBe(field, expected)
        case .notCanonical: Phrase(zh: "不是规范写法。", en: "This is not in canonical form.")
        }
    }

    /// Why a text is not a command.
    public static func commandError(_ error: CommandError) -> Phrase {
        switch error {
        case .notJSON(let error): jsonError(error)
        case .notAnObject:
            Phrase(zh: "一行应是一个 JSON 对象。", en: "Each line must be one JSON object.")
        case .unknownCommand(let name):
            Phrase(
                zh: "没有“\(name)”这个命令。全部命令见 minutebook record --help。",
                en: "There is no command '\(name)'. 'minutebook record --help' lists them.")
        case .field(let field, let fault):
            switch fault {
            case .missing: Phrase(zh: "缺少“\(field)”。", en: "'\(field)' is missing.")
            case .unknown:
                Phrase(zh: "没有“\(field)”这一项，请核对拼写。", en: "There is no field '\(field)'. Check the spelling.")
            case .wrongType(let expected), .invalid(let expected): mustBe(field, expected)
            case .hidden(let character):
                Phrase(
                    zh: "“\(field)”的第 \(character.place) 个字符（\(character.code)）看不见或会打乱排版。请删去它再记。",
                    en: "Character \(character.place) of '\(field)' (\(character.code)) is invisible or breaks the line. Remove it and record again.")
            case .excludes(let other):
                Phrase(zh: "“\(field)”和“\(other)”只能填一个。", en: "Give '\(field)' or '\(other)', not both.")
            }
        }
    }

    /// Why a book cannot be opened, read or written.
    public static func logError(_ error: LogError) -> Phrase {
        switch error {
        case .noSuchFile(let path):
            Phrase(
                zh: "没有这个文件：\(path)。请用 --book 指明，或用 minutebook book open 新建。",
                en: "There is no file \(path). Give the right one with --book, or start a new book with 'minutebook book open'.")
        case .noSuchFolder(let path):
            Phrase(zh: "没有 \(path) 所在的文件夹。请先建好文件夹。", en: "The folder of \(path) does not exist. Create it first.")
        case .alreadyExists(let path):
            Phrase(zh: "\(path) 已经存在，没有改动它。请换一个文件名。", en: "\(path) already exists and was not changed. Choose another name.")
        case .notALog(let path):
            Phrase(zh: "\(path) 不是履职簿。请核对文件。", en: "\(path) is not a Minutebook book. Check the file.")
        case .severalNames(let path):
            Phrase(
                zh: "\(path) 还有另一个文件名（硬链接），两边同时记录会丢失内容。请删去其中一个名字；要另存一份，请用 minutebook backup。",
                en: "\(path) has a second name (a hard link). Recording under both would lose entries. Remove one of the names, or make a copy with 'minutebook backup'.")
        case .laterFormat(let path, let version):
            Phrase(
                zh: "\(path) 由更新的版本写成（格式 \(version)）。请升级程序。",
                en: "\(path) was written by a later version (format \(version)). Update the program.")
        case .readOnly(let path):
            Phrase(
                zh: "\(path) 所在的位置只能读，不能写。请检查权限或磁盘。",
                en: "\(path) is in a read-only place. Check permissions and the disk.")
        case .diskFull(let path):
            Phrase(
                zh: "\(path) 所在的磁盘已满，没有记入。请腾出空间后再记。",
                en: "The disk of \(path) is full, so nothing was recorded there. Free some space and try again.")
        case .busy(let path):
            Phrase(
                zh: "\(path) 正被另一个程序占用。请稍后再试。", en: "\(path) is in use by another program. Try again later.")
        case .inputOutput(let path, let fault):
            Phrase(zh: "读写 \(path) 时出错：", en: "Reading or writing \(path) failed: ") + inputOutputFault(fault)
        case .damaged(let position, let damage):
            (position.map { Phrase(zh: "履职簿从第 \($0) 条起已损坏：", en: "The book is damaged from entry \($0) on: ") }
                ?? Phrase(zh: "履职簿已损坏：", en: "The book is damaged: "))
                + self.damage(damage)
                + Phrase(zh: "请运行 minutebook log verify，并从备份恢复。", en: " Run 'minutebook log verify' and restore a backup.")
        case .entryTooLong(let byteCount, let limit): entryTooLong(byteCount: byteCount, limit: limit)
        case .attachmentTooLong(let limit):
            Phrase(
                zh: "附件太大，最多 \(limit >> 20) MiB。请压缩，或分成几份。",
                en: "The attachment is too large: at most \(limit >> 20) MiB. Compress it or split it.")
        case .attachmentMissing(let hash):
            Phrase(zh: "簿中没有附件 \(hash)。", en: "This book has no attachment \(hash).")
        case .attachmentDamaged(let hash):
            Phrase(
                zh: "附件 \(hash) 的内容与其哈希不符，已损坏。请从备份取回。",
                en: "Attachment \(hash) does not match its hash: it is damaged. Restore it from a backup.")
        case .diverged(let position):
            Phrase(
                zh: "两本簿从第 \(position.value + 1) 条起不一致，没有改动。它不是这本簿的备份，或其中一本被改过；请分别运行 minutebook log verify。",
                en: "The two books differ from entry \(position.value + 1) on. Nothing was changed. The file is not a backup of this book, "
                    + "or one of the two was altered. Run 'minutebook log verify' on both.")
        }
    }

    /// Why recording stops for the clock's sake.
    public static func clockFault(_ fault: ClockFault) -> Phrase {
        switch fault {
        case .behind(let clock, let last):
            Phrase(
                zh: "电脑时钟是 \(clock)，比最后一条的记录时间 \(last) 早五分钟以上，没有记录。请校准时钟；如时钟无误，是那一条的时间有误，请加 --accept-clock 再记。",
                en: "This computer's clock says \(clock), more than five minutes before the last entry was recorded (\(last)). Nothing was recorded. Set the clock. If it is right and that entry's time is wrong, record with --accept-clock.")
        case .outsideCalendar:
            Phrase(
                zh: "电脑时钟不在公元 1 年至 9999 年之间。请先校准时钟。",
                en: "This computer's clock is outside the years 1 to 9999. Set the clock first.")
        }
    }

    /// An entry that could not be read again.
    public static let entryUnreadable = Phrase(
        zh: "这一条写入后无法读回，没有记录。请核对日期和时钟（年份须在 1 至 9999 之间）。",
        en: "The entry could not be read back, so it was not recorded. Check the dates and the clock (years 1 to 9999).")

    public static let notRecordedBesideRefusal = Phrase(
        zh: "同批有命令没有通过，这一条也没有记录。", en: "Another command of the batch failed, so this one was not recorded.")

    public static func entryTooLong(byteCount: Int, limit: Int) -> Phrase {
        Phrase(
            zh: "一条记录最多 \(limit) 字节，这一条有 \(byteCount) 字节。长文请作为附件。",
            en: "An entry has at most \(limit) bytes; this one has \(byteCount). Keep long texts as attachments.")
    }

    /// Why the state cannot take an entry in.
    public static func projectionError(_ error: ProjectionError) -> Phrase {
        switch error.fault {
        case .unknownType(let type, let version):
            Phrase(
                zh: "本程序不认识第 \(error.position) 条的类型（“\(type)”第 \(version) 版）。请升级程序。",
                en: "Entry \(error.position) has a type that this program does not know (\(type), version \(version)). Update the program.")
        case .unreadable(let fault):
            Phrase(
                zh: "第 \(error.position) 条无法读取：\(jsonError(fault).zh)",
                en: "Entry \(error.position) cannot be read: \(jsonError(fault).en)")
        case .unknownSubject(let subject):
            Phrase(
                zh: "第 \(error.position) 条所指的“\(subject)”不存在。",
                en: "Entry \(error.position) refers to \(subject), which does not exist.")
        }
    }
}
