public import Assessment
public import Bookkeeping
internal import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
public import TransparencyTree
internal import Wording

/// Everything a year-end report is made of, gathered once from a book.
public struct AnnualReport: Sendable {
    public let state: State
    public let year: Int
    /// The plan's days; the calendar year, where there is no plan.
    let period: Period
    public let asOf: CalendarDate
    /// Nil for a book without a plan for the year: then the report says what was done.
    public let status: PlanStatus?
    /// The checkpoint of the entries it is made from; nil where none could be signed.
    public let checkpoint: SignedCheckpoint?
    /// The checkpoint to be scanned: drawn once, however often the report is rendered.
    let code: QRCode?
    /// Names, and why some cannot be shown; none in a report without names.
    let names: [MemberID: PersonalReading]
    /// What else is shown where some are named, when a report that was handed out is made again.
    private var labels: [MemberID: Phrase] = [:]
    let corrections: [Correction]
    /// The plan as adopted, and its amendments.
    let planVersions: [PlanVersion]

    struct PlanVersion: Sendable {
        /// Nil for the plan as adopted.
        let from: CalendarDate?
        let position: Position
        let reason: String?
        /// Whether the report's figures are made by it.
        let isInForce: Bool
    }

    /// A correction that was made in the year, or of what happened in it, by the as-of day; with why.
    struct Correction: Sendable {
        let position: Position
        let corrects: Position
        let occurred: Occurrence
        let about: [Subject]
        let reason: String
        let isVoid: Bool
    }

    /// - Parameters:
    ///   - plan: the year's plan; its version in force on the as-of day makes the figures.
    ///   - reader: reads the members' names; nil for a report without them.
    ///   - keepsEarned: whether what was earned before an amendment stays. Reports once read every amendment for the whole year.
    ///   - isCut: whether what happened after the day is left out of everything. Rendering 1 had each thing as it was known.
    public init(
        _ book: Book, state: State, year: Int, asOf: CalendarDate, plan: AdoptedPlan?, checkpoint: SignedCheckpoint?,
        reader: PersonalReader?, isCut: Bool = true, keepsEarned: Bool = true
    ) throws {
        self.state = isCut ? state.asOf(asOf) : state
        self.year = year
        self.asOf = asOf
        self.checkpoint = checkpoint
        code = checkpoint.flatMap { QRCode($0.bare.description) }
        status = try plan?.plan(on: asOf, isWholeYear: !keepsEarned).map { assess($0, state, asOf: asOf) }
        let inForce = plan?.version(on: asOf)
        planVersions = try (plan?.versions ?? []).map { version in
            PlanVersion(
                from: version.from, position: version.position, reason: try book.entry(at: version.position)?.event.reason,
                isInForce: version == inForce)
        }
        var names: [MemberID: PersonalReading] = [:]
        if let reader {
            for member in state.members.values { names[member.id] = try reader.name(of: member.id) }
        }
        self.names = names
        // A plan of another year may be named: the lists are the year's.
        let period = plan?.period.flatMap { $0.first.year == year ? $0 : nil } ?? Period(year: year)
        self.period = period
        corrections = try Self.corrections(in: book, upTo: state.position, by: state.clock).filter { correction in
            guard isCut else { return true }
            let corrected = try book.entry(at: correction.corrects).map { state.clock.local($0.event.occurred) }
            return [correction.occurred, corrected ?? correction.occurred].contains { period.contains($0.last) && $0.last <= asOf }
        }
    }

    private static func corrections(in book: Book, upTo last: Position, by clock: BookClock) throws -> [Correction] {
        var corrections: [Correction] = []
        try book.forEachEntry { view in
            guard view.position <= last else { return false }
            guard view.type.starts(with: Array("fact.".utf8)) else { return true }
            let entry = try view.recordedEvent()
            if let correction = Correction(entry, try EventCatalogue.decode(entry), clock) { corrections.append(correction) }
            return true
        }
        return corrections
    }


    func happened(_ occurred: Occurrence) -> Bool { period.contains(occurred.last) && occurred.last <= asOf }

    /// `M07 张三`; the id alone where the name cannot be read.
    func label(_ member: MemberID) -> Phrase { labels[member] ?? .member(member, names[member] ?? .unreadable) }

    /// Members whose names may not be shown any more, and what is shown instead.
    var withheld: [MemberID: Phrase] {
        names.filter { $0.value == .erased || $0.value == .restricted }.reduce(into: [:]) { $0[$1.key] = label($1.key) }
    }

    /// The same report, with something else where some members are named.
    func showing(_ labels: [MemberID: Phrase]) -> AnnualReport {
        var report = self
        report.labels = labels
        return report
    }
}

extension AnnualReport.Correction {
    /// Nil for an event that corrects nothing.
    init?(_ entry: RecordedEvent, _ event: Event, _ clock: BookClock) {
        guard let corrected = event.corrects else { return nil }
        corrects = corrected
        isVoid = event.payload is FactVoided
        position = entry.position
        occurred = clock.local(entry.event.occurred)
        about = entry.event.about
        reason = entry.event.reason ?? ""
    }
}

extension AnnualReport {
    /// The report, ready to be rendered.
    public var document: Document {
        let name = state.book.opened?.name ?? ""
        var document = Document(
            title: .annualReport(of: name, period),
            subtitle: .reportBasis(asOf: asOf, upTo: state.position))
        document.sections = [overview]
        if let status { document.sections += sections(of: status) }
        document.sections += [
            activities, attendance, proposals, suggestions, timeLimits, donations, funds, visits, works, correctionsOfTheYear, basis, proof,
        ].compactMap(\.self)
        return document
    }

    func section(_ key: String, _ title: Phrase, _ blocks: [Document.Block]) -> Document.Section {
        Document.Section(key: key, title: title, blocks: blocks)
    }

    /// A section of one table; nil where there is nothing to show.
    func section(_ title: Phrase, _ table: Table) -> Document.Section? {
        table.rows.isEmpty ? nil : section(table.key, title, [.table(table)])
    }

    private var overview: Document.Section {
        let held = state.heldActivities(in: period, asOf: asOf)
        let proposals = state.proposals.values.filter { $0.filed.map { happened($0.occurred) } ?? false }
        let suggestions = state.suggestions.values.filter { $0.submitted.map { happened($0.occurred) } ?? false }
        let visits = state.visits.values.filter { $0.made.map { happened($0.occurred) } ?? false }
        let donations = state.donations.values.filter { $0.received.map { happened($0.occurred) } ?? false }
        let given = donations.filter { $0.received?.fact.kind != .broughtIn }
        let broughtIn = donations.filter { $0.received?.fact.kind == .broughtIn }
        let inOffice = state.members.values.filter { state.isInOffice($0, on: asOf) }
        var table = Table("overview", [.init("item", ReportColumn.overviewItem), .init("figure", ReportColumn.figure, .number)])
        func add(_ code: String, _ title: Phrase, _ value: Cell, _ evidence: [Position]) {
            table.append([.code(code, title), value], evidence: evidence.sortedUnique)
        }
        if let status, status.plan.scoresBody {
            add(
                "points", ReportRow.points,
                .figure(
                    ["value": .integer(status.points), "of": .integer(status.of)],
                    .plain("\(Phrase.points(status.points)) / \(Phrase.points(status.of))")), status.targets.flatMap(\.evidence))
        }
        if !inOffice.isEmpty { add("members", ReportRow.members, .number(inOffice.count), inOffice.flatMap(\.evidence)) }
        add("activities", ReportRow.activities, .number(held.count), held.flatMap(\.evidence))
        add("proposals", ReportRow.proposals, .number(proposals.count), proposals.flatMap(\.evidence))
        add("suggestions", ReportRow.suggestions, .number(suggestions.count), suggestions.flatMap(\.evidence))
        let counted = outcomeCounts(held, .suggestion)
        if counted.count > 0 {
            add("suggestions-at-activities", ReportRow.suggestionsAtActivities, .number(counted.count), counted.evidence)
        }
        let reports = outcomeCounts(held, .report)
        if reports.count > 0 { add("reports-of-activities", ReportRow.reportsOfActivities, .number(reports.count), reports.evidence) }
        add("visits", ReportRow.visits, .number(visits.count), visits.flatMap(\.evidence))
        if !given.isEmpty {
            let fen = given.map { $0.received?.fact.worth ?? 0 }.sumClamped
            add("donations", ReportRow.donations, .money(fen: fen), given.flatMap(\.evidence))
        }
        if !broughtIn.isEmpty {
            let fen = broughtIn.map { $0.received?.fact.amount ?? 0 }.sumClamped
            add("brought-in", ReportRow.broughtIn, .money(fen: fen), broughtIn.flatMap(\.evidence))
        }
        return section(table.key, ReportSection.overview, [.table(table)])
    }

    private func outcomeCounts(_ held: [Activity], _ kind: Outcome.Kind) -> (count: Int64, evidence: [Position]) {
        var count: Int64 = 0
        var evidence: [Position] = []
        for activity in held {
            let outcomes = (activity.closing?.outcomes ?? []).filter { $0.kind == kind }
            guard !outcomes.isEmpty else { continue }
            count = count.addingClamped(outcomes.map { $0.count ?? 1 }.sumClamped)
            evidence += activity.evidence
        }
        return (count, evidence)
    }

    func title(of subject: Subject) -> Phrase { .act(subject, in: state) }

    func cell(of subject: Subject) -> Cell { .code(subject.description, title(of: subject)) }

    /// As data it is the id: a name is only where people see it.
    func cell(of member: MemberID) -> Cell { .code(member.description, label(member)) }
}
