internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import TransparencyTree
internal import Wording

/// What every report is made on: the book as it was known and as of a day, the checkpoint, and who may be named.
struct ReportGround: Sendable {
    let state: State
    let asOf: CalendarDate
    /// The checkpoint of the entries it is made from; nil where none could be signed.
    let checkpoint: SignedCheckpoint?
    /// The checkpoint to be scanned: drawn once, however often the report is rendered.
    let code: QRCode?
    /// Names, and why some cannot be shown; none in a report without names.
    let names: [MemberID: PersonalReading]
    /// What else is shown where some are named, when a report that was handed out is made again.
    var labels: [MemberID: Phrase] = [:]

    /// - Parameters:
    ///   - state: what the lists are made of.
    ///   - reader: reads the members' names; nil for a report without them.
    init(_ state: State, asOf: CalendarDate, checkpoint: SignedCheckpoint?, reader: PersonalReader?) throws {
        self.state = state
        self.asOf = asOf
        self.checkpoint = checkpoint
        code = checkpoint.flatMap { QRCode($0.bare.description) }
        names = try reader.map { reader in
            try state.members.values.reduce(into: [:]) { $0[$1.id] = try reader.name(of: $1.id) }
        } ?? [:]
    }
}

/// A report that can be made again from the book, and compared.
protocol Report: Sendable {
    var ground: ReportGround { get set }
    var year: Int { get }
    /// Ready to be rendered.
    var document: Document { get }
}

extension Report {
    public var state: State { ground.state }
    public var asOf: CalendarDate { ground.asOf }
    public var checkpoint: SignedCheckpoint? { ground.checkpoint }

    /// `M07 张三`; the id alone where the name cannot be read.
    func label(_ member: MemberID) -> Phrase { ground.labels[member] ?? .member(member, ground.names[member] ?? .unreadable) }

    /// Members whose names may not be shown any more, and what is shown instead.
    var withheld: [MemberID: Phrase] {
        ground.names.filter { $0.value == .erased || $0.value == .restricted }.reduce(into: [:]) { $0[$1.key] = label($1.key) }
    }

    /// The same report, with something else where some members are named.
    func showing(_ labels: [MemberID: Phrase]) -> Self {
        var report = self
        report.ground.labels = labels
        return report
    }

    func section(_ key: String, _ title: Phrase, _ blocks: [Document.Block]) -> Document.Section {
        Document.Section(key: key, title: title, blocks: blocks)
    }

    /// A section of one table; nil where there is nothing to show.
    func section(_ title: Phrase, _ table: Table) -> Document.Section? {
        table.rows.isEmpty ? nil : section(table.key, title, [.table(table)])
    }

    /// When something at a meeting was done: on the meeting's days, as it may be typed in later.
    func date(of activity: ActivityID?, or occurred: Occurrence) -> Occurrence {
        activity.flatMap { state.activities[$0]?.date } ?? occurred
    }

    func title(of subject: Subject) -> Phrase { .act(subject, in: state) }

    func cell(of subject: Subject) -> Cell { .code(subject.description, title(of: subject)) }

    /// As data it is the id: a name is only where people see it.
    func cell(of member: MemberID) -> Cell { .code(member.description, label(member)) }

    /// How whoever trusts neither the office nor this program can check it.
    var proof: Document.Section? {
        guard let checkpoint else { return nil }
        // The log's own signature: what witnesses add is in the list of checkpoints, and would make the code too fine.
        let note = checkpoint.bare.description
        return section(
            "proof", ReportSection.proof,
            [.paragraph(.checkpointInReport(entryCount: checkpoint.checkpoint.size)), .code(note)]
                + (ground.code.map { [.qr($0, .checkpointToScan)] } ?? []))
    }

    /// What the report was made from, so that it can be made again.
    var basis: Document.Section? {
        section("basis", ReportSection.basis, [.paragraph(.replayed(upTo: state.position, recorded: state.recorded))])
    }

    /// Appeals: against which figure, what was found, and the points that settled them. What the member said is theirs.
    func appealTable(where isMeant: (Appeal) -> Bool) -> Table {
        var table = Table(
            "appeals",
            [
                .init("appeal", ColumnTitle.appeal, .word), .init("member", ReportColumn.member, .word), .init("target", ReportColumn.target),
                .init("filed", ColumnTitle.submitted, .date), .init("outcome", ReportColumn.state, .word),
                .init("answer", ColumnTitle.answer), .init("settlements", ColumnTitle.settlement),
            ])
        let settling = state.settlements
        for appeal in state.appeals.values where isMeant(appeal) {
            guard let filed = appeal.filed else { continue }
            let settlements = settling[appeal.id] ?? []
            let answer = appeal.answered?.fact
            table.append(
                [
                    .code(appeal.id.description, .plain(appeal.id)), cell(of: filed.fact.member),
                    .plain([filed.fact.plan.description, filed.fact.target].compactMap(\.self).joined(separator: " ")),
                    .when(filed.occurred),
                    answer.map { .code($0.outcome.rawValue, .appealOutcome($0.outcome)) }
                        ?? .code(appeal.stage.rawValue, .appealStage(appeal.stage)), .text(answer?.answer),
                    .list(settlements.map { cell(of: $0) }),
                ], evidence: (appeal.evidence + settlements.map(\.position)).sortedUnique)
        }
        return table
    }
    private func cell(of settlement: Recorded<PointsEvent>) -> Cell {
        var figure = JSONObject()
        figure["target"] = .string(settlement.fact.target)
        figure["points"] = .integer(settlement.fact.signedPoints)
        if let unit = settlement.fact.unit { figure["unit"] = .string(unit.name) }
        return .figure(.object(figure), .settlement(settlement.fact))
    }
}
