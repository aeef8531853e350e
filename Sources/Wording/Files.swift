public import Bookkeeping

/// Why a file cannot be read or written, and what to do about it.
extension Phrase {
    public static func noSuchFile(_ path: String) -> Phrase {
        Phrase(zh: "没有这个文件：\(path)。请核对文件名。", en: "There is no file \(path). Check its name.")
    }

    public static func notAFile(_ path: String, isFolder: Bool) -> Phrase {
        isFolder
            ? Phrase(zh: "\(path) 是目录，不是文件。请写文件名。", en: "\(path) is a folder. Give a file name.")
            : Phrase(
                zh: "\(path) 是管道或设备，不是普通文件。请换成文件；命令也可以从标准输入读：minutebook record -。",
                en: "\(path) is a pipe or a device, not a regular file. Give a file; commands can also be read from standard input: record -.")
    }

    public static func fileTooLong(_ path: String, byteMax: Int) -> Phrase {
        Phrase(
            zh: "\(path) 太大，这里最多读 \(byteMax >> 20) MiB。请核对文件。",
            en: "\(path) is too large: the limit here is \(byteMax >> 20) MiB. Check the file.")
    }

    public static func notUTF8(_ path: String) -> Phrase {
        Phrase(zh: "\(path) 不是 UTF-8 文字，请另存为 UTF-8。", en: "\(path) is not UTF-8 text. Save it as UTF-8.")
    }

    /// - Parameter code: what the system said, as `errno`.
    public static func cannotRead(_ path: String, _ code: Int32) -> Phrase {
        Phrase(zh: "无法读取 \(path)：", en: "\(path) cannot be read: ") + systemError(code)
    }

    public static func cannotWrite(_ path: String, _ code: Int32) -> Phrase {
        Phrase(zh: "无法写入 \(path)，没有改动它：", en: "\(path) cannot be written and was not changed: ") + systemError(code)
    }

    /// - Parameter recorded: how many commands this run has on record.
    public static func cannotPrint(_ code: Int32, recorded: Int) -> Phrase {
        let said = Phrase(zh: "结果无法输出：", en: "The result cannot be printed: ") + systemError(code)
        guard recorded > 0 else { return said }
        return said
            + Phrase(
                zh: "要记的已经记下（\(recorded) 条命令），请不要再记一遍；可用 minutebook log tail 查看。",
                en: " \(recorded == 1 ? "1 command is" : "\(recorded) commands are") already recorded: do not record again; "
                    + "check with 'minutebook log tail'.")
    }

    /// Which word of the command line.
    public static func argument(_ number: Int) -> Phrase { Phrase(zh: "第 \(number) 个参数", en: "Argument \(number)") }

    public static func variable(_ name: String) -> Phrase { Phrase(zh: "环境变量 \(name)", en: "The environment variable \(name)") }

    /// - Parameter what: the argument, or the variable of the environment.
    public static func notInEncoding(_ what: Phrase, encoding: String) -> Phrase {
        what
            + Phrase(
                zh: " 不是 \(encoding) 编码的文字，没有执行。请让终端的编码与 LANG 一致，如 LANG=zh_CN.UTF-8。",
                en: " is not text in \(encoding). Nothing was done. Use the same encoding for the terminal and for LANG, such as LANG=zh_CN.UTF-8.")
    }

    public static func tooFewDescriptors(needed: Int) -> Phrase {
        Phrase(
            zh: "允许同时打开的文件太少，没有执行。请调高限制，如 ulimit -n 256（至少要能再开 \(needed) 个）。",
            en: "Too few files may be open at once. Nothing was done. Raise the limit, for example with ulimit -n 256 (\(needed) more are needed).")
    }

    public static let inputClosed = Phrase(
        zh: "标准输入没有打开，没有可读的内容。", en: "Standard input is closed, so there is nothing to read.")

    /// Recording stopped on the way.
    ///
    /// - Parameters:
    ///   - reason: why it stopped.
    ///   - line: the last that was answered.
    public static func recordingStopped(_ reason: Phrase, recorded: Int, afterLine line: Int) -> Phrase {
        reason
            + Phrase(
                zh: "此前已记下 \(recorded) 条命令（答复到第 \(line) 行），都已写入磁盘；请从第 \(line + 1) 行起继续记录。",
                en: " Before that, \(recorded == 1 ? "1 command was" : "\(recorded) commands were") recorded safely "
                    + "(answered up to line \(line)). Continue from line \(line + 1).")
    }

    public static func outputRefused(_ refused: OutputRefused) -> Phrase {
        let path = refused.path
        return switch refused.reason {
        case .ofThisBook:
            Phrase(
                zh: "\(path) 就是这本簿或它的附属文件，没有写入。请换一个文件名。",
                en: "\(path) is this book or one of its files. It was not changed. Choose another name.")
        case .book:
            Phrase(zh: "\(path) 是一本履职簿，没有改动它。请换一个文件名。", en: "\(path) is a book. It was not changed. Choose another name.")
        case .personalKeys, .signingKey:
            Phrase(
                zh: "\(path) 是履职簿的钥匙，没有改动它。请换一个文件名。", en: "\(path) is the key file of a book. It was not changed. Choose another name.")
        case .accounts:
            Phrase(
                zh: "\(path) 是履职簿的账号文件，没有改动它。请换一个文件名。",
                en: "\(path) is the file of a book's accounts. It was not changed. Choose another name.")
        case .unreadable:
            Phrase(
                zh: "\(path) 无法读取，不能确认它不是履职簿，没有改动它。请换一个文件名。",
                en: "\(path) cannot be read and may be a book. It was not changed. Choose another name.")
        case .besideBook:
            Phrase(
                zh: "\(path) 是旁边那本簿附属文件的名字，没有写入。请换一个文件名。",
                en: "\(path) is the name of a file that belongs to the book beside it. Nothing was written. Choose another name.")
        }
    }

    /// What the system's error means. The numbers are those of Linux, where the program runs.
    static func systemError(_ code: Int32) -> Phrase {
        switch code {
        case 28, 122: Phrase(zh: "磁盘已满，请腾出空间。", en: "the disk is full. Free some space.")
        case 27: Phrase(zh: "超过了允许的文件大小，请调高限制（ulimit -f）。", en: "the file would exceed the allowed size. Raise the limit (ulimit -f).")
        case 1, 13: Phrase(zh: "没有权限，请检查权限。", en: "permission denied. Check permissions.")
        case 30: Phrase(zh: "这个位置只能读。", en: "the place is read-only.")
        case 2: Phrase(zh: "没有这个目录，请先建好。", en: "the folder does not exist. Create it first.")
        case 20: Phrase(zh: "路径中有一段不是目录。", en: "a part of the path is not a folder.")
        case 21: Phrase(zh: "这是目录，请写文件名。", en: "it is a folder. Give a file name.")
        case 23, 24: Phrase(zh: "打开的文件太多，请调高限制（ulimit -n）。", en: "too many files are open. Raise the limit (ulimit -n).")
        case 36: Phrase(zh: "文件名太长。", en: "the file name is too long.")
        case 9: Phrase(zh: "输出没有打开。", en: "the output is closed.")
        case 5: Phrase(zh: "磁盘或设备出错，请检查硬件。", en: "the disk or device failed. Check the hardware.")
        default: Phrase(zh: "系统错误 \(code)。", en: "system error \(code).")
        }
    }
}
