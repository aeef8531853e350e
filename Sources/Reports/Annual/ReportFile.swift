internal import Assessment
public import Bookkeeping
internal import CanonicalJSON
public import Domain
public import EventLog
internal import Foundation
internal import Rendering
public import TransparencyTree
public import Wording

/// What a report is made from beside the book: with it the same bytes can be made again.
public struct ReportParameters: Equatable, Sendable {
    public enum Format: String, CaseIterable, Sendable { case md, html, json }

    public var year: Int
    public var asOf: CalendarDate
    /// The last entry it knows of; the size of its checkpoint.
    public var position: Position
    /// Nil for a book without a plan for the year.
    public var plan: String?
    public var format: Format
    public var language: Language
    /// Whether members are named.
    public var hasNames: Bool

    /// Raised whenever the same parameters give other bytes than before.
    static let layout: Int64 = 2

    public init(
        year: Int, asOf: CalendarDate, position: Position, plan: String?, format: Format, language: Language,
        hasNames: Bool
    ) {
        self.year = year
        self.asOf = asOf
        self.position = position
        self.plan = plan
        self.format = format
        self.language = language
        self.hasNames = hasNames
    }

    var json: JSONObject {
        var object = JSONObject()
        object["asOf"] = .string(asOf.description)
        object["format"] = .string(format.rawValue)
        object["lang"] = .string(language.rawValue)
        object["layout"] = .integer(Self.layout)
        object["names"] = .bool(hasNames)
        object["plan"] = plan.map { .string($0) }
        object["position"] = .integer(position.value)
        object["year"] = .integer(Int64(year))
        return object
    }

    /// - Throws: `ReportFault.otherLayout`, `.noProof`.
    init(_ object: JSONObject) throws(ReportFault) {
        guard let layout = object["layout"]?.integerValue else { throw .noProof }
        guard layout == Self.layout else { throw .otherLayout(layout) }
        guard let year = object["year"]?.integerValue, (1...9999).contains(year),
            let asOf = object["asOf"]?.stringValue.flatMap({ CalendarDate($0) }),
            let position = object["position"]?.integerValue, position >= 1,
            let format = object["format"]?.stringValue.flatMap(Format.init),
            let language = object["lang"]?.stringValue.flatMap(Language.init), case .bool(let hasNames)? = object["names"]
        else { throw .noProof }
        self.init(
            year: Int(year), asOf: asOf, position: Position(position), plan: object["plan"]?.stringValue, format: format,
            language: language, hasNames: hasNames)
    }
}

/// A report as a file: its text, and at its end what it was made from and the checkpoint it rests on.
public struct ReportFile: Sendable {
    public let parameters: ReportParameters
    /// Nil where none could be signed; such a report cannot be verified.
    public let checkpoint: SignedCheckpoint?
    public let text: String

    /// Makes the report.
    ///
    /// - Parameters:
    ///   - state: the book as of the parameters' position.
    ///   - purpose: who reads the members' names, and what for.
    public init(
        _ book: Book, state: State, _ parameters: ReportParameters, checkpoint: SignedCheckpoint?, for purpose: ReadingPurpose
    ) throws {
        self.parameters = parameters
        self.checkpoint = checkpoint
        text = Self.render(try Self.report(book, state, parameters, checkpoint, purpose), parameters, checkpoint)
    }

    static func report(
        _ book: Book, _ state: State, _ parameters: ReportParameters, _ checkpoint: SignedCheckpoint?, _ purpose: ReadingPurpose
    ) throws -> AnnualReport {
        let plan = parameters.plan.flatMap { PlanID($0) }.flatMap { state.plans[$0] }
        func report(_ reader: PersonalReader?) throws -> AnnualReport {
            try AnnualReport(
                book, state: state, year: parameters.year, asOf: parameters.asOf, plan: plan, checkpoint: checkpoint,
                reader: reader)
        }
        return try parameters.hasNames ? book.reading(for: purpose, in: state, report) : report(nil)
    }

    static func render(
        _ report: AnnualReport, _ parameters: ReportParameters, _ checkpoint: SignedCheckpoint?
    ) -> String {
        switch parameters.format {
        case .md:
            MarkdownRenderer(parameters.language).render(report.document) + end(parameters, checkpoint)
        case .html:
            HTMLRenderer(parameters.language).render(report.document) + end(parameters, checkpoint)
        case .json:
            json(report, parameters, checkpoint)
        }
    }

    private static func json(
        _ report: AnnualReport, _ parameters: ReportParameters, _ checkpoint: SignedCheckpoint?
    ) -> String {
        var object = JSONRenderer(parameters.language).render(report)
        if let checkpoint {
            var proof = parameters.json
            proof["checkpoint"] = .string(checkpoint.bare.description)
            object["proof"] = .object(proof)
        }
        return String(decoding: JSONValue.object(object).interoperable.canonicalBytes, as: UTF8.self) + "\n"
    }

    private static let opening = "<!-- minutebook-report\n"
    private static let closing = "-->\n"

    private static func end(_ parameters: ReportParameters, _ checkpoint: SignedCheckpoint?) -> String {
        guard let checkpoint else { return "" }
        let json = String(decoding: JSONValue.object(parameters.json).canonicalBytes, as: UTF8.self)
        return "\n\(opening)\(json)\n\n\(checkpoint.bare)\(closing)"
    }

    /// Reads what a report says it was made from.
    ///
    /// - Throws: `ReportFault`.
    static func basis(of text: String) throws(ReportFault) -> (ReportParameters, SignedCheckpoint) {
        guard text.unicodeScalars.first != "\u{FEFF}" else { throw .byteOrderMark }
        let (object, note) = try parts(of: text)
        do {
            return (try ReportParameters(object), try SignedCheckpoint(note))
        } catch let fault as ReportFault {
            throw fault
        } catch let error as NoteError {
            throw .checkpoint(error)
        } catch {
            throw .noProof
        }
    }

    private static func parts(of text: String) throws(ReportFault) -> (JSONObject, String) {
        func object(_ text: some StringProtocol) -> JSONObject? {
            Array(text.utf8).withUnsafeBytes { try? JSONParser.parse($0) }?.objectValue
        }
        if text.hasPrefix("{") {
            guard let proof = object(text)?["proof"]?.objectValue, let note = proof["checkpoint"]?.stringValue else {
                throw .noProof
            }
            return (proof, note)
        }
        guard !text.hasSuffix("-->\r\n") else { throw .lineEnds }
        guard text.hasSuffix(closing), let start = text.range(of: opening, options: [.backwards, .literal]) else {
            throw .noProof
        }
        let block = text[start.upperBound...].dropLast(closing.count)
        guard let gap = block.range(of: "\n\n", options: .literal), let object = object(block[..<gap.lowerBound]) else {
            throw .noProof
        }
        return (object, String(block[gap.upperBound...]))
    }
}
