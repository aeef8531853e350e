public import Assessment
public import Bookkeeping
internal import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
public import TransparencyTree
internal import Wording

/// Everything a year-end report is made of, gathered once from a book.
public struct AnnualReport: Report {
    var ground: ReportGround
    public let year: Int
    /// The plan's days; the calendar year, where there is no plan.
    let period: Period
    /// Nil for a book without a plan for the year: then the report says what was done.
    public let status: PlanStatus?
    /// Who left during the plan's days, with their final figures.
    let left: [LeftMember]
    /// The other plans of the year, such as the members' beside the body's.
    let beside: [(status: PlanStatus, left: [LeftMember])]
    let corrections: [Correction]
    /// The plan as adopted, and its amendments.
    let planVersions: [PlanVersion]
    /// Which rendering it is made in: what came later is left out of earlier ones.
    let rendering: Int64
    /// Every time limit as of the day.
    let deadlines: [Deadline]

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
    ///   - plans: the other plans of the year.
    ///   - reader: reads the members' names; nil for a report without them.
    ///   - keepsEarned: whether what was earned before an amendment stays. Reports once read every amendment for the whole year.
    ///   - rendering: in 1, what happened after the day is in each thing, as it was known.
    public init(
        _ book: Book, state: State, year: Int, asOf: CalendarDate, plan: AdoptedPlan?, beside plans: [AdoptedPlan] = [],
        checkpoint: SignedCheckpoint?, reader: PersonalReader?, rendering: Int64 = ReportParameters.rendering, keepsEarned: Bool = true
    ) throws {
        let isCut = rendering > 1
        let cut = state.asOf(asOf)
        ground = try ReportGround(isCut ? cut : state, asOf: asOf, checkpoint: checkpoint, reader: reader)
        self.year = year
        self.rendering = rendering
        deadlines = ground.state.deadlines(asOf: asOf)
        // Up to rendering 2 the plan was assessed with what happened later in sight, such as a later co-signer.
        let assessed = rendering > 2 ? cut : state
        func stand(of plan: AdoptedPlan) throws -> (status: PlanStatus, left: [LeftMember])? {
            try plan.plan(on: asOf, isWholeYear: !keepsEarned).map { plan in
                let hasLeft = rendering > 3 && plan.scoresOrAsksMembers
                return (assess(plan, assessed, asOf: asOf), hasLeft ? plan.left(state, asOf: asOf) : [])
            }
        }
        let chosen = try plan.flatMap(stand)
        status = chosen?.status
        left = chosen?.left ?? []
        beside = try plans.compactMap(stand)
        let inForce = plan?.version(on: asOf)
        planVersions = try (plan?.versions ?? []).map { version in
            PlanVersion(
                from: version.from, position: version.position, reason: try book.entry(at: version.position)?.event.reason,
                isInForce: version == inForce)
        }
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
        if let status { document.sections += [versions].compactMap(\.self) + sections(of: status, left) }
        for other in beside {
            document.sections.append(.init(title: .heading(other.status), blocks: []))
            document.sections += sections(of: other.status, other.left).map { $0.ofPlan(other.status.plan.id) }
        }
        document.sections += [
            activities, attendance, speeches, ballots, decisions, dutyReports, proposals, suggestions, petitions, timeLimits, donations, funds, visits, works, commendations, appeals,
            correctionsOfTheYear, basis, proof,
        ].compactMap(\.self)
        return document
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
        for (code, title, evidence) in meetingCounts where !evidence.isEmpty { add(code, title, .number(evidence.count), evidence.flatMap(\.self)) }
        add("visits", ReportRow.visits, .number(visits.count), visits.flatMap(\.evidence))
        if !given.isEmpty {
            let fen = given.map { $0.received?.fact.worth ?? 0 }.sumClamped
            add("donations", ReportRow.donations, .money(fen: fen), given.flatMap(\.evidence))
        }
        if !broughtIn.isEmpty {
            let fen = broughtIn.map { $0.received?.fact.amount ?? 0 }.sumClamped
            add("brought-in", ReportRow.broughtIn, .money(fen: fen), broughtIn.flatMap(\.evidence))
        }
        return section(table.key, ReportSection.overview, [.table(table)] + (nothingRecorded.map { [.paragraph($0)] } ?? []))
    }

    /// Of what nothing is on record: that it is left out is said, as nothing was done is something else than nothing to show.
    private var nothingRecorded: Phrase? {
        guard rendering > 2 else { return nil }
        let sections: [(Phrase, Document.Section?)] = [
            (ReportSection.activities, activities), (ReportSection.proposals, self.proposals), (ReportSection.suggestions, self.suggestions),
            (ReportSection.donations, self.donations), (ReportSection.funds, funds), (ReportSection.visits, self.visits),
            (ReportSection.works, works), (ReportSection.commendations, commendations), (ReportSection.appeals, appeals),
        ]
        let missing = sections.filter { $0.1 == nil }.map(\.0)
        return missing.isEmpty ? nil : .nothingRecorded(missing)
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
}
