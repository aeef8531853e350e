public import Bookkeeping
public import Domain
internal import EventLog
internal import Foundation
public import Rendering
public import TransparencyTree
public import Views
public import Wording

/// Why a report is not what the book says.
public enum ReportFault: Error, Equatable, Sendable {
    /// It does not say what it was made from: it was made without a checkpoint, or its end was cut off.
    case noProof
    /// Its text is of another rendering, and it has no figures as data.
    case noFigures(rendering: Int64)
    /// Its checkpoint cannot be read, or is not signed by this book's key.
    case checkpoint(NoteError)
    case anotherBook(origin: String)
    /// The book has fewer entries than the report was made from.
    case bookIsShorter(signed: Int64, held: Int64)
    /// The book's first entries are not those the report was made from.
    case historyChanged(size: Int64)
    /// A byte order mark was put in front of it.
    case byteOrderMark
    /// Its line ends were changed.
    case lineEnds
    /// Where somebody was named who may not be named any more, there is something that cannot be a name.
    case notAName(MemberID, found: String)
    /// The report differs from what the book gives, first in this line.
    case differs(line: Int, expected: String, found: String)
    /// A figure of the report's data is another than the book gives; both as JSON.
    case figure(table: String, row: Int, column: String, expected: String, found: String)
}

extension ReportFault: ProblemConvertible {
    public var problem: Problem { Problem(.badData, code: "report-not-verified", .reportFault(self)) }
}

extension Phrase {
    /// Why a report is not what the book says.
    public static func reportFault(_ fault: ReportFault) -> Phrase {
        switch fault {
        case .noProof:
            Phrase(
                zh: "这份报告没有写明依据：当时没有签名，或末尾被截掉了，无法核对。",
                en: "The report does not contain its proof: it was not signed, or its end was cut off. It cannot be verified.")
        case .noFigures(let rendering):
            Phrase(
                zh: "这份报告的版式是第 \(rendering) 版，本程序是第 \(ReportParameters.rendering) 版；报告里没有数据，无法核对。",
                en: "The report has layout \(rendering), this program has layout \(ReportParameters.rendering), and the report "
                    + "contains no data, so it cannot be verified.")
        case .figure(let table, let row, let column, let expected, let found):
            Phrase(
                zh: "报告的数据与簿不符：表 \(visible(table)) 第 \(row) 行，\(visible(column)) 一栏。\n报告：\(visible(found))\n按簿：\(visible(expected))",
                en: "The report's data differs from the book: table \(visible(table)), row \(row), column "
                    + "\(visible(column)).\nreport: \(visible(found))\nbook:   \(visible(expected))")
        case .checkpoint(let error): Phrase(zh: "报告里的校验点不可信：", en: "The report's checkpoint is not trustworthy: ") + noteError(error)
        case .anotherBook(let origin):
            Phrase(zh: "这份报告出自另一本簿（\(origin)）。", en: "The report belongs to another book (\(origin)).")
        case .bookIsShorter(let signed, let held):
            Phrase(
                zh: "报告依据 \(signed) 条，簿里只有 \(held) 条：簿的末尾被截掉了。",
                en: "The report is based on \(signed) entries, but the book has only \(held): its end was cut off.")
        case .historyChanged(let size):
            Phrase(
                zh: "簿的前 \(size) 条已经不是报告所依据的那些：历史被改动过。请运行 minutebook log verify。",
                en: "The book's first \(size) entries differ from those that the report is based on: history was changed. "
                    + "Run 'minutebook log verify'.")
        case .byteOrderMark:
            Phrase(
                zh: "文件开头多了字节顺序标记（BOM），已不是当时的文件。请用原件核对。",
                en: "The file begins with a byte order mark (BOM), so it is not the original file. Verify the original.")
        case .lineEnds:
            Phrase(
                zh: "文件的换行被改过（CRLF），已不是当时的文件。请用原件核对。",
                en: "The file's line ends were changed (CRLF), so it is not the original file. Verify the original.")
        case .notAName(let member, let found):
            Phrase(
                zh: "\(member) 的姓名现已不能显示；报告在姓名的位置写的不像姓名：\(visible(found))",
                en: "The name of \(member) can no longer be shown, and what the report has in its place is not a name: "
                    + visible(found))
        case .differs(let line, let expected, let found):
            Phrase(
                zh: "报告与簿不符，从第 \(line) 行起。\n报告：\(visible(found))\n按簿：\(visible(expected))",
                en: "The report differs from the book from line \(line) on.\nreport: \(visible(found))\nbook:   \(visible(expected))")
        }
    }

    /// The beginning of a line of a file that may be forged: nothing in it steers a terminal.
    private static func visible(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(300))).visible
    }
}

/// What it means that a report was found right. Its figures always are those of the book.
public struct VerifiedReport: Sendable {
    /// A name that the report shows, of somebody who may not be named any more: it could not be checked.
    public struct UncheckedName: Equatable, Sendable {
        public let member: MemberID
        /// What the report shows behind the id: a name, or why there is none.
        public let shown: String
        /// In how many places, the same in each.
        public let placeCount: Int
    }

    /// Words of an earlier rendering for which this program has others.
    public struct OtherWords: Equatable, Sendable {
        public let inReport: String
        public let today: String
        public let placeCount: Int
    }

    /// A part that one has and the other has not: nobody can say whether it was left out or added.
    public enum Part: Equatable, Sendable {
        /// Without a column, the whole table.
        case onlyInReport(table: String, column: String?)
        case onlyInBook(table: String, column: String?)
        /// The plan's status in JSON, in the form of rendering 1.
        case status
    }

    public enum Text: Sendable {
        /// The same, byte by byte, but for the names that could not be checked.
        case same
        /// Of an earlier rendering: the same but for these words, which are not vouched for.
        case reworded([OtherWords])
        /// Of another rendering: nothing that people see was compared. The document has what the book gives.
        case notCompared(Document)
    }

    public let parameters: ReportParameters
    public let signatures: [VerifiedSignature]
    public let text: Text
    public let unchecked: [UncheckedName]
    /// What was not compared beside the text.
    public let uncheckedParts: [Part]

    /// Whether everything that the report shows was compared, but for names.
    public var isComplete: Bool {
        if case .same = text { uncheckedParts.isEmpty } else { false }
    }
}

extension ReportFile {
    /// Makes a report again from the book: its figures are always compared, and every byte of its text where it is of this
    /// program's rendering.
    ///
    /// Of an earlier rendering that this program can still make, the text may differ in words only. Of any other, the figures
    /// that travel in the file are compared, and the text is not.
    ///
    /// Where members were named who may not be named any more, it is made again with the names that the report itself
    /// shows, if they may be names at all: what the book cannot say any more is told apart from what was checked.
    ///
    /// - Parameters:
    ///   - text: the report, as it was handed out.
    ///   - keys: whose signatures are believed.
    /// - Throws: `ReportFault`, and the book's errors.
    public static func verify(
        _ text: String, against book: Book, trusting keys: TrustedKeys, for purpose: ReadingPurpose
    ) throws -> VerifiedReport {
        let (parameters, checkpoint) = try basis(of: text)
        let signatures = try check(checkpoint, parameters, book, keys)
        let state = try book.state(known: .position(parameters.position))
        // Signatures that nobody checked are no part of the report.
        let checked = checkpoint.keeping(signatures.map(\.key))
        let report = try report(book, state, parameters, checked, purpose)
        let comparison = ReportComparison(text, report, parameters, checked)
        let (result, names, parts) =
            parameters.rendering == ReportParameters.rendering
            ? (VerifiedReport.Text.same, try comparison.compareBytes(), []) : try comparison.compareOtherRendering()
        return VerifiedReport(
            parameters: parameters, signatures: signatures, text: result, unchecked: names, uncheckedParts: parts)
    }

    private static func check(
        _ checkpoint: SignedCheckpoint, _ parameters: ReportParameters, _ book: Book, _ keys: TrustedKeys
    ) throws -> [VerifiedSignature] {
        let signatures: [VerifiedSignature]
        do {
            signatures = try keys.verified(checkpoint)
        } catch {
            throw ReportFault.checkpoint(error)
        }
        let (origin, size) = (checkpoint.checkpoint.origin, checkpoint.checkpoint.size)
        guard try book.origin() == origin else { throw ReportFault.anotherBook(origin: origin) }
        guard size == parameters.position.value else { throw ReportFault.noProof }
        let held = try book.lastPosition().value
        guard size <= held else { throw ReportFault.bookIsShorter(signed: size, held: held) }
        guard try book.root(size: size) == checkpoint.checkpoint.root else { throw ReportFault.historyChanged(size: size) }
        return signatures
    }
}
