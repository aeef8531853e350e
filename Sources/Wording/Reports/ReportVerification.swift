public import Bookkeeping
public import Domain
public import EventLog
public import TransparencyTree

/// What is said of a report that was found right.
extension Phrase {
    public static func reportIsTheSame(upTo position: Position) -> Phrase {
        Phrase(
            zh: "与簿中第 1–\(position) 条重做的结果逐字节一致。",
            en: "Byte by byte the same as the report made again from entries 1–\(position) of the book.")
    }

    public static func reportIsTheSameButForNames(upTo position: Position) -> Phrase {
        Phrase(
            zh: "除下列姓名外，与簿中第 1–\(position) 条重做的结果逐字节一致。这些姓名已删除或封存，报告上的姓名是否正确，无法核对：",
            en: "Except for the names below, byte by byte the same as the report made again from entries 1–\(position) of the book. "
                + "These names were erased or sealed, so whether the report shows the right ones could not be checked.")
    }

    /// Whose name, what the report shows, and in how many places.
    public static func nameNotChecked(_ member: MemberID, shown: String, placeCount: Int) -> Phrase {
        plain("  \(member): ") + (shown.isEmpty ? Phrase(zh: "没有姓名", en: "no name") : Phrase(zh: "“\(shown)”", en: "'\(shown)'"))
            + Phrase(
                zh: "，共 \(placeCount) 处，各处相同", en: placeCount == 1 ? " (1 place)" : " (\(placeCount) places, the same in each)")
    }

    /// Of an earlier rendering: what was compared, before the words and parts that were not.
    ///
    /// - Parameters:
    ///   - rendering: of the report.
    ///   - ours: of this program.
    public static func reportIsReworded(upTo position: Position, rendering: Int64, ours: Int64) -> Phrase {
        Phrase(
            zh: "各项数字、日期和依据与簿中第 1–\(position) 条重做的结果一致。报告是第 \(rendering) 版版式，本程序是第 \(ours) 版，下列文字没有核对：",
            en: "Every number, date and position is as entries 1–\(position) of the book give. The report has layout "
                + "\(rendering), this program has layout \(ours): the words below were not compared.")
    }

    /// Of another rendering; the figures of the book follow.
    public static func reportTextNotCompared(upTo position: Position, rendering: Int64, ours: Int64) -> Phrase {
        Phrase(
            zh: "报告所附数据与簿中第 1–\(position) 条重做的结果一致。报告是第 \(rendering) 版版式，本程序是第 "
                + "\(ours) 版：报告上的文字和数字没有核对，请以下列数字为准。",
            en: "The data in the report is as entries 1–\(position) of the book give. The report has layout "
                + "\(rendering), this program has layout \(ours): what the report shows was not "
                + "compared. The figures of the book are:")
    }

    public static func otherWords(inReport: String, today: String, placeCount: Int) -> Phrase {
        Phrase(
            zh: "  报告：\(inReport.visible)　本程序：\(today.visible)（\(placeCount) 处）",
            en: "  report: \(inReport.visible)  this program: \(today.visible)  (\(placeCount == 1 ? "1 place" : "\(placeCount) places"))")
    }

    public static let statusNotCompared = Phrase(
        zh: "  报告中的“status”没有核对。", en: "  The member 'status' of the JSON was not compared.")

    public static func onlyInReport(table: String, column: String?) -> Phrase {
        let name = name(table, column)
        return Phrase(zh: "  只有报告里有，没有核对：\(name)", en: "  Only in the report, not compared: \(name)")
    }

    public static func onlyInBook(table: String, column: String?) -> Phrase {
        let name = name(table, column)
        return Phrase(zh: "  报告里没有：\(name)", en: "  Not in the report: \(name)")
    }

    private static func name(_ table: String, _ column: String?) -> String { (column.map { "\(table) / \($0)" } ?? table).visible }

    /// Whose signature the report's checkpoint has; the signers follow.
    public static func reportSigned(_ keys: TrustedKeys) -> Phrase {
        keys.areNamed
            ? Phrase(zh: "签名无误，签名的是你指定的钥匙：", en: "Valid signature by the key you named: ")
            : Phrase(zh: "签名无误，签名的是本簿自己的钥匙：", en: "Valid signature by the book's own key: ")
    }
}

/// Why a report is not what the book says.
extension Phrase {
    public static let reportHasNoProof = Phrase(
        zh: "这份报告没有写明依据：当时没有签名，或末尾被截掉了，无法核对。",
        en: "The report does not contain its proof: it was not signed, or its end was cut off. It cannot be verified.")

    public static func reportHasNoFigures(rendering: Int64, ours: Int64) -> Phrase {
        Phrase(
            zh: "这份报告的版式是第 \(rendering) 版，本程序是第 \(ours) 版；报告里没有数据，无法核对。",
            en: "The report has layout \(rendering), this program has layout \(ours), and the report "
                + "contains no data, so it cannot be verified.")
    }

    /// - Parameters:
    ///   - expected: JSON, as the book gives it.
    ///   - found: JSON, of the report.
    public static func reportFigureDiffers(table: String, row: Int, column: String, expected: String, found: String) -> Phrase {
        Phrase(
            zh: "报告的数据与簿不符：表 \(table.shown) 第 \(row) 行，\(column.shown) 一栏。\n报告：\(found.shown)\n按簿：\(expected.shown)",
            en: "The report's data differs from the book: table \(table.shown), row \(row), column "
                + "\(column.shown).\nreport: \(found.shown)\nbook:   \(expected.shown)")
    }

    public static func reportCheckpoint(_ error: NoteError) -> Phrase {
        Phrase(zh: "报告里的校验点不可信：", en: "The report's checkpoint is not trustworthy: ") + noteError(error)
    }

    public static func reportOfAnotherBook(origin: String) -> Phrase {
        Phrase(zh: "这份报告出自另一本簿（\(origin)）。", en: "The report belongs to another book (\(origin)).")
    }

    public static func bookIsShorterThanReport(signed: Int64, held: Int64) -> Phrase {
        Phrase(
            zh: "报告依据 \(signed) 条，簿里只有 \(held) 条：簿的末尾被截掉了。",
            en: "The report is based on \(signed) entries, but the book has only \(held): its end was cut off.")
    }

    public static func historyChangedSinceReport(size: Int64) -> Phrase {
        Phrase(
            zh: "簿的前 \(size) 条已经不是报告所依据的那些：历史被改动过。请运行 minutebook log verify。",
            en: "The book's first \(size) entries differ from those that the report is based on: history was changed. "
                + "Run 'minutebook log verify'.")
    }

    public static let reportHasByteOrderMark = Phrase(
        zh: "文件开头多了字节顺序标记，已不是当时的文件。请用原件核对。",
        en: "The file begins with a byte order mark (BOM), so it is not the original file. Verify the original.")

    public static let reportLineEndsChanged = Phrase(
        zh: "文件的换行被改过，已不是当时的文件。请用原件核对。",
        en: "The file's line ends were changed (CRLF), so it is not the original file. Verify the original.")

    public static func notAName(of member: MemberID, found: String) -> Phrase {
        Phrase(
            zh: "\(member) 的姓名现已不能显示；报告在姓名的位置写的不像姓名：\(found.shown)",
            en: "The name of \(member) can no longer be shown, and what the report has in its place is not a name: \(found.shown)")
    }

    public static func reportDiffers(line: Int, expected: String, found: String) -> Phrase {
        Phrase(
            zh: "报告与簿不符，从第 \(line) 行起。\n报告：\(found.shown)\n按簿：\(expected.shown)",
            en: "The report differs from the book from line \(line) on.\nreport: \(found.shown)\nbook:   \(expected.shown)")
    }
}

extension String {
    /// The beginning of a line of a file that may be forged: nothing in it steers a terminal.
    fileprivate var shown: String { String(String.UnicodeScalarView(unicodeScalars.prefix(300))).visible }
}
