public import Bookkeeping
public import Domain
internal import EventLog
internal import Foundation
public import TransparencyTree
public import Views
public import Wording

/// Why a report is not what the book says.
public enum ReportFault: Error, Equatable, Sendable {
    /// It does not say what it was made from: it was made without a checkpoint, or its end was cut off.
    case noProof
    /// It was made by a version of the program that laid reports out otherwise.
    case otherLayout(Int64)
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
    /// The report says otherwise than the book, first in this line.
    case differs(line: Int, expected: String, found: String)
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
                en: "The report does not say what it was made from: it was not signed, or its end was cut off.")
        case .otherLayout(let layout):
            Phrase(
                zh: "这份报告的版式（\(layout)）属于另一版本的程序，请用那个版本核对。",
                en: "The report was laid out by another version of the program (layout \(layout)). Verify it with that one.")
        case .checkpoint(let error): Phrase(zh: "报告里的校验点不可信：", en: "The report's checkpoint cannot be believed: ") + noteError(error)
        case .anotherBook(let origin):
            Phrase(zh: "这份报告出自另一本簿（\(origin)）。", en: "The report is of another book (\(origin)).")
        case .bookIsShorter(let signed, let held):
            Phrase(
                zh: "报告依据 \(signed) 条，簿里只有 \(held) 条：簿的末尾被截掉了。",
                en: "The report rests on \(signed) entries, the book has \(held): its end was cut off.")
        case .historyChanged(let size):
            Phrase(
                zh: "簿的前 \(size) 条已经不是报告所依据的那些：历史被改过。请运行 minutebook log verify。",
                en: "The book's first \(size) entries are not those the report rests on: history was changed. "
                    + "Run 'minutebook log verify'.")
        case .byteOrderMark:
            Phrase(
                zh: "文件开头多了字节顺序标记（BOM），已不是当时的文件。请用原件核对。",
                en: "The file begins with a byte order mark: it is not the file that was made. Verify the original.")
        case .lineEnds:
            Phrase(
                zh: "文件的换行被改过（CRLF），已不是当时的文件。请用原件核对。",
                en: "The file's line ends were changed (CRLF): it is not the file that was made. Verify the original.")
        case .notAName(let member, let found):
            Phrase(
                zh: "\(member) 的姓名现已不能显示；报告在姓名的位置写的不像姓名：\(visible(found))",
                en: "\(member) may not be named any more, and what the report has in the name's place cannot be a name: "
                    + visible(found))
        case .differs(let line, let expected, let found):
            Phrase(
                zh: "报告与簿不符，从第 \(line) 行起。\n报告：\(visible(found))\n按簿：\(visible(expected))",
                en: "The report is not what the book gives, from line \(line) on.\nreport: \(visible(found))\nbook:   \(visible(expected))")
        }
    }

    /// The beginning of a line of a file that may be forged: nothing in it steers a terminal.
    private static func visible(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.prefix(300))).visible
    }
}

/// What it means that a report was found right.
public struct VerifiedReport: Sendable {
    /// A name that the report shows, of somebody who may not be named any more: it could not be checked.
    public struct UncheckedName: Equatable, Sendable {
        public let member: MemberID
        /// What the report shows behind the id: a name, or why there is none.
        public let shown: String
        /// In how many places, the same in each.
        public let placeCount: Int
    }

    public let parameters: ReportParameters
    public let signatures: [VerifiedSignature]
    /// All else is the same byte by byte.
    public let unchecked: [UncheckedName]
}

extension ReportFile {
    /// Makes a report again from the book and compares it byte by byte.
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
        let unchecked = try compare(text, with: render(report, parameters, checked), report.withheld, parameters.language) {
            render(report.showing($0), parameters, checked)
        }
        return VerifiedReport(parameters: parameters, signatures: signatures, unchecked: unchecked)
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

    /// - Parameters:
    ///   - today: the report as it is made today.
    ///   - withheld: who may not be named any more, and what is shown instead.
    ///   - render: makes it with something else where those are named.
    private static func compare(
        _ found: String, with today: String, _ withheld: [MemberID: Phrase], _ language: Language,
        render: ([MemberID: Phrase]) -> String
    ) throws(ReportFault) -> [VerifiedReport.UncheckedName] {
        guard !withheld.isEmpty, !found.utf8.elementsEqual(today.utf8) else {
            try compare(found, with: today)
            return []
        }
        let names = WithheldNames(withheld.keys.sorted(), in: today, language, render: render)
        let shown = try names.shown(in: found)
        var labels: [MemberID: Phrase] = [:]
        for (member, text) in shown { labels[member] = .plain("\(member)\(text)") }
        try compare(found, with: render(labels))
        return withheld.sorted { $0.key < $1.key }.compactMap { member, label in
            guard let text = shown[member], labels[member]?[language] != label[language] else { return nil }
            return VerifiedReport.UncheckedName(
                member: member, shown: text.trimmingCharacters(in: .whitespaces), placeCount: names.placeCount(of: member))
        }
    }

    private static func compare(_ found: String, with expected: String) throws(ReportFault) {
        guard !found.utf8.elementsEqual(expected.utf8) else { return }
        guard !found.utf8.contains(UInt8(ascii: "\r")) || expected.utf8.contains(UInt8(ascii: "\r")) else { throw .lineEnds }
        let (expected, found) = (lines(expected), lines(found))
        for index in 0..<max(expected.count, found.count) {
            let (left, right) = (index < expected.count ? expected[index] : nil, index < found.count ? found[index] : nil)
            if let left, let right, left.utf8.elementsEqual(right.utf8) { continue }
            throw .differs(line: index + 1, expected: String(left ?? ""), found: String(right ?? ""))
        }
    }

    private static func lines(_ text: String) -> [Substring] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Substring($0) }
    }
}
