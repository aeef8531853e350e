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
        case .noProof: reportHasNoProof
        case .noFigures(let rendering): reportHasNoFigures(rendering: rendering, ours: ReportParameters.rendering)
        case .figure(let table, let row, let column, let expected, let found):
            reportFigureDiffers(table: table, row: row, column: column, expected: expected, found: found)
        case .checkpoint(let error): reportCheckpoint(error)
        case .anotherBook(let origin): reportOfAnotherBook(origin: origin)
        case .bookIsShorter(let signed, let held): bookIsShorterThanReport(signed: signed, held: held)
        case .historyChanged(let size): historyChangedSinceReport(size: size)
        case .byteOrderMark: reportHasByteOrderMark
        case .lineEnds: reportLineEndsChanged
        case .notAName(let member, let found): notAName(of: member, found: found)
        case .differs(let line, let expected, let found): reportDiffers(line: line, expected: expected, found: found)
        }
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
        let (result, names, parts) = try comparison.compare()
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
