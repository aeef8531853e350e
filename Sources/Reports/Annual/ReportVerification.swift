public import Bookkeeping
public import Domain
internal import EventLog
internal import Foundation
public import TransparencyTree
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
    /// The report says otherwise than the book, first in this line.
    case differs(line: Int, expected: String, found: String)
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
        case .differs(let line, let expected, let found):
            Phrase(
                zh: "报告与簿不符，从第 \(line) 行起。\n报告：\(found.prefix(300))\n按簿：\(expected.prefix(300))",
                en: "The report is not what the book gives, from line \(line) on.\nreport: \(found.prefix(300))\nbook:   \(expected.prefix(300))")
        }
    }
}

/// What it means that a report was found right.
public struct VerifiedReport: Sendable {
    public let parameters: ReportParameters
    public let signatures: [VerifiedSignature]
    /// Members whose names it shows and who may not be named any more: those places alone could not be made again.
    public let withheld: [MemberID]
}

extension ReportFile {
    /// Makes a report again from the book and compares it byte by byte.
    ///
    /// - Parameters:
    ///   - text: the report, as it was handed out.
    ///   - keys: whose signatures are believed.
    /// - Throws: `ReportFault`, and the book's errors.
    public static func verify(
        _ text: String, against book: Book, trusting keys: [VerifierKey], for purpose: ReadingPurpose
    ) throws -> VerifiedReport {
        let (parameters, checkpoint) = try basis(of: text)
        let signatures = try check(checkpoint, parameters, book, keys)
        let state = try book.state(known: .position(parameters.position))
        let again = try ReportFile(book, state: state, parameters, checkpoint: checkpoint, for: purpose)
        let withheld = again.withheld.values.map { $0[parameters.language] }
        try compare(again.text, text, withheld: withheld)
        let isExact = again.text.utf8.elementsEqual(text.utf8)
        return VerifiedReport(
            parameters: parameters, signatures: signatures, withheld: isExact ? [] : again.withheld.keys.sorted())
    }

    private static func check(
        _ checkpoint: SignedCheckpoint, _ parameters: ReportParameters, _ book: Book, _ keys: [VerifierKey]
    ) throws -> [VerifiedSignature] {
        let signatures: [VerifiedSignature]
        do {
            signatures = try checkpoint.verified(by: keys)
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

    /// - Parameter withheld: what stands where a name was: there, and only there, the report may say something else.
    private static func compare(_ expected: String, _ found: String, withheld: [String]) throws(ReportFault) {
        let (expected, found) = (lines(expected), lines(found))
        for index in 0..<max(expected.count, found.count) {
            let (left, right) = (index < expected.count ? expected[index] : nil, index < found.count ? found[index] : nil)
            if let left, let right, isSame(left, right, withheld) { continue }
            throw .differs(line: index + 1, expected: String(left ?? ""), found: String(right ?? ""))
        }
    }

    private static func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The longest name that may stand where one is withheld.
    private static let nameLengthMax = 200

    private static func isSame(_ expected: Substring, _ found: Substring, _ withheld: [String]) -> Bool {
        if expected.utf8.elementsEqual(found.utf8) { return true }
        guard let mark = withheld.compactMap({ expected.range(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound }) else {
            return false
        }
        // The id stays; what follows it may be a name, up to wherever the rest agrees again.
        let id = expected[mark].prefix { $0.isASCII && !$0.isWhitespace && $0 != "(" }
        let before = expected[..<mark.lowerBound] + id
        guard found.hasPrefix(before) else { return false }
        let rest = found.dropFirst(before.count)
        return (0...min(nameLengthMax, rest.count)).contains { length in
            isSame(expected[mark.upperBound...], rest.dropFirst(length), withheld)
        }
    }
}
