public import Assessment
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
    public enum Format: String, CaseIterable, Sendable {
        case md, html, json
        /// The tables alone: it has no place for a proof, and cannot be verified.
        case csv

        /// Those that can be verified.
        public static let verifiable: [Format] = [.md, .html, .json]
    }

    /// The year, or that in which the days of the plan begin.
    public var year: Int
    /// Of a bulletin, the part of the plan's days that it is of; nil for the year-end report.
    public var part: Period?
    public var asOf: CalendarDate
    /// The last entry it knows of; the size of its checkpoint.
    public var position: Position
    /// Nil for a book without a plan for the year.
    public var plan: String?
    /// The other plans of the year, or of a bulletin's part, which the report shows behind it.
    public var beside: [String]
    public var format: Format
    public var language: Language
    /// Whether members are named.
    public var hasNames: Bool
    /// Which version of the rendering its text is of.
    public var rendering: Int64
    /// Whether what was earned before an amendment of the plan stays. Said only of an amended plan, and not by reports from before
    /// there was a choice: those read an amendment for the whole year.
    public var keepsEarned: Bool

    /// The version of the rendering that this program has: raised whenever the same parameters give other bytes than before
    /// in what was released.
    ///
    /// 1: no data, and the plan's status in JSON. 2: with the figures as data. 3: with commendations, appeals, and of what nothing
    /// was recorded; assessed by what had happened by the day alone; bulletins. 4: with who left during the plan's days, and the other
    /// plans of the year.
    public static let rendering: Int64 = 4
    /// Earlier ones that this program still makes as they were.
    static let renderingsKept: Set<Int64> = [2, 3]

    public init(
        year: Int, part: Period? = nil, asOf: CalendarDate, position: Position, plan: String?, format: Format, language: Language,
        hasNames: Bool, rendering: Int64 = Self.rendering, keepsEarned: Bool = false, beside: [String] = []
    ) {
        self.year = year
        self.part = part
        self.asOf = asOf
        self.position = position
        self.plan = plan
        self.format = format
        self.language = language
        self.hasNames = hasNames
        self.rendering = rendering
        self.keepsEarned = keepsEarned
        self.beside = beside
    }

    var json: JSONObject {
        var object = JSONObject()
        object["asOf"] = .string(asOf.description)
        if !beside.isEmpty { object["beside"] = .array(beside.map { .string($0) }) }
        if keepsEarned { object["earned"] = "kept" }
        object["format"] = .string(format.rawValue)
        object["lang"] = .string(language.rawValue)
        object["layout"] = .integer(rendering)
        object["names"] = .bool(hasNames)
        if let part { object["part"] = .string("\(part.first)/\(part.last)") }
        object["plan"] = plan.map { .string($0) }
        object["position"] = .integer(position.value)
        object["year"] = .integer(Int64(year))
        return object
    }

    /// - Throws: `ReportFault.noProof`.
    init(_ object: JSONObject) throws(ReportFault) {
        guard let rendering = object["layout"]?.integerValue, rendering >= 1, let year = object["year"]?.integerValue, (1...9999).contains(year),
            let asOf = object["asOf"]?.stringValue.flatMap({ CalendarDate($0) }),
            let position = object["position"]?.integerValue, position >= 1,
            let format = object["format"]?.stringValue.flatMap(Format.init), Format.verifiable.contains(format),
            let language = object["lang"]?.stringValue.flatMap(Language.init), case .bool(let hasNames)? = object["names"]
        else { throw .noProof }
        let part = object["part"]?.stringValue
        let days = part?.split(separator: "/", omittingEmptySubsequences: false).compactMap { CalendarDate(String($0)) } ?? []
        guard part == nil || days.count == 2 && days[0] <= days[1] else { throw .noProof }
        self.init(
            year: Int(year), part: part == nil ? nil : Period(first: days[0], last: days[1]), asOf: asOf, position: Position(position), plan: object["plan"]?.stringValue, format: format,
            language: language, hasNames: hasNames, rendering: rendering, keepsEarned: object["earned"]?.stringValue == "kept",
            beside: object["beside"]?.arrayValue?.compactMap(\.stringValue) ?? [])
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
    ) throws -> any Report {
        let plan = parameters.plan.flatMap { PlanID($0) }.flatMap { state.plans[$0] }
        func report(_ reader: PersonalReader?) throws -> any Report {
            let beside = parameters.beside.compactMap { PlanID($0) }.compactMap { state.plans[$0] }
            if let part = parameters.part {
                guard let plan, part.contains(parameters.asOf) else { throw ReportFault.noProof }
                func bulletin(of plan: AdoptedPlan) throws -> Bulletin {
                    try Bulletin(
                        state, year: parameters.year, period: part, asOf: parameters.asOf, plan: plan, checkpoint: checkpoint, reader: reader,
                        rendering: parameters.rendering, keepsEarned: parameters.keepsEarned)
                }
                var first = try bulletin(of: plan)
                first.beside = try beside.map(bulletin)
                return first
            }
            return try AnnualReport(
                book, state: state, year: parameters.year, asOf: parameters.asOf, plan: plan, beside: beside, checkpoint: checkpoint,
                reader: reader, rendering: parameters.rendering, keepsEarned: parameters.keepsEarned)
        }
        return try parameters.hasNames ? book.reading(for: purpose, in: state, report) : report(nil)
    }

    /// The report in the rendering of its parameters.
    ///
    /// - Parameters:
    ///   - document: what is shown; by default the report's own document.
    ///   - status: the plan's status as rendering 1 has it in JSON.
    static func render(
        _ report: any Report, _ parameters: ReportParameters, _ checkpoint: SignedCheckpoint?, as document: Document? = nil,
        status: JSONValue? = nil
    ) -> String {
        let document = document ?? report.document
        switch parameters.format {
        case .csv: return CSVRenderer(parameters.language).render(document)
        case .md: return MarkdownRenderer(parameters.language).render(document) + end(document, parameters, checkpoint)
        case .html: return HTMLRenderer(parameters.language).render(document) + end(document, parameters, checkpoint)
        case .json:
            var object = JSONRenderer(parameters.language).render(report, document)
            if parameters.rendering == 1 {
                object["status"] = status
            } else {
                object["data"] = ReportData(document).json
            }
            if let checkpoint {
                var proof = parameters.json
                proof["checkpoint"] = .string(checkpoint.bare.description)
                object["proof"] = .object(proof)
            }
            return text(.object(object)) + "\n"
        }
    }

    private static func text(_ json: JSONValue) -> String {
        String(decoding: json.interoperable.canonicalBytes, as: UTF8.self)
    }

    private static let dataOpening = "<!-- minutebook-report-data\n"
    private static let opening = "<!-- minutebook-report\n"
    private static let closing = "-->\n"

    /// What people do not see: the figures as data, and what the report was made from with its checkpoint.
    private static func end(_ document: Document, _ parameters: ReportParameters, _ checkpoint: SignedCheckpoint?) -> String {
        guard let checkpoint else { return "" }
        let proof = "\n\(opening)\(text(.object(parameters.json)))\n\n\(checkpoint.bare)\(closing)"
        guard parameters.rendering > 1 else { return proof }
        let data = inComment(text(ReportData(document).json))
        return "\n\(dataOpening)\(data)\n\(closing)\(proof)"
    }

    /// JSON in which nothing ends a comment or is hidden: such characters are escaped, which JSON allows within strings, where
    /// alone they are.
    private static func inComment(_ json: String) -> String {
        json.unicodeScalars.reduce(into: "") { text, scalar in
            guard scalar.isHidden || scalar == "<" || scalar == ">" else { return text.unicodeScalars.append(scalar) }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
    }

    /// The figures that a report has as data; nil where it has none.
    static func data(of text: String) -> ReportData? {
        if text.hasPrefix("{") { return json(text)?.objectValue?["data"].flatMap(ReportData.init) }
        guard let start = text.range(of: dataOpening, options: [.backwards, .literal]),
            let end = text.range(of: "\n\(closing)", options: .literal, range: start.upperBound..<text.endIndex)
        else { return nil }
        return json(text[start.upperBound..<end.lowerBound]).flatMap(ReportData.init)
    }

    /// What a report of rendering 1 has as the plan's status.
    static func status(of text: String) -> JSONValue? { json(text)?.objectValue?["status"] }

    private static func json(_ text: some StringProtocol) -> JSONValue? {
        Array(text.utf8).withUnsafeBytes { try? JSONParser.parse($0) }
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
        if text.hasPrefix("{") {
            guard let proof = json(text)?.objectValue?["proof"]?.objectValue, let note = proof["checkpoint"]?.stringValue else {
                throw .noProof
            }
            return (proof, note)
        }
        guard !text.hasSuffix("-->\r\n") else { throw .lineEnds }
        guard text.hasSuffix(closing), let start = text.range(of: opening, options: [.backwards, .literal]) else {
            throw .noProof
        }
        let block = text[start.upperBound...].dropLast(closing.count)
        guard let gap = block.range(of: "\n\n", options: .literal), let object = json(block[..<gap.lowerBound])?.objectValue else {
            throw .noProof
        }
        return (object, String(block[gap.upperBound...]))
    }
}
