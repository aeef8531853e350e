public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// Reports on duties 述职, with what was asked and how they were appraised; in the order in which they were recorded.
public struct DutyReportsView: View {
    public static let name = "duty-reports"

    public struct Row: Sendable {
        public let report: DutyReport
        public let given: Recorded<DutyReportGiven>
        public let member: MemberID
        public let name: PersonalReading
        /// As appraised by the ballot whose result was told; nil until it was.
        public let appraised: BallotOutcome.Appraised?
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws { rows = try context.dutyReportRows { _ in true } }

    public var json: JSONValue { .array(rows.map(\.json)) }

    public var document: Document { Document(rows.table(hasActivity: true)) }
}

extension ViewContext {
    /// Reports that are on record, in the order of recording.
    func dutyReportRows(where isMeant: (DutyReportGiven) -> Bool) throws -> [DutyReportsView.Row] {
        let given = state.dutyReports.values.compactMap { report in report.given.flatMap { isMeant($0.fact) ? (report, $0) : nil } }
        let names = try names(of: Set(given.map { state.canonical($0.1.fact.member) }).sorted())
        return given.map { report, given in
            let member = state.canonical(given.fact.member)
            return DutyReportsView.Row(
                report: report, given: given, member: member, name: names[member] ?? .unreadable, appraised: state.appraisal(of: report))
        }
    }
}

extension [DutyReportsView.Row] {
    /// - Parameter hasActivity: whether a column says at which meeting it was given.
    func table(hasActivity: Bool) -> Table {
        var table = Table(
            DutyReportsView.name,
            [
                .init("report", ColumnTitle.id, .word), .init("date", ColumnTitle.date, .date), .init("member", ColumnTitle.reporter, .word),
                .init("title", ColumnTitle.title),
            ] + (hasActivity ? [.init("meeting", ColumnTitle.meeting, .word)] : []) + [
                .init("questions", ColumnTitle.questions, .number),
                .init("stage", ColumnTitle.stage, .word), .init("expressed", ColumnTitle.ofExpressed), .init("returned", ColumnTitle.ofReturned),
            ])
        for row in self { table.append(row.cells(hasActivity: hasActivity), evidence: row.report.evidence.sorted()) }
        return table
    }
}

extension DutyReportsView.Row {
    fileprivate func cells(hasActivity: Bool) -> [Cell] {
        let fact = given.fact
        var cells: [Cell] = [.id(report.id), .when(given.occurred)]
        cells.append(.code(member.description, .member(member, name)))
        cells += [.text(fact.title)] + (hasActivity ? [.id(fact.activity)] : [])
        cells += [.number(report.questions.count), .code(report.stage, .dutyReportStage(report.stage))]
        return cells + appraised.rates
    }

    var json: JSONValue {
        let fact = given.fact
        var object = JSONObject([
            "report": .text(report.id), "date": .when(given.occurred), "member": .text(member), "activity": .text(fact.activity),
            "item": .text(fact.item), "form": .code(fact.form), "title": .text(fact.title), "text": .text(fact.text),
            "questions": .array(
                report.questions.map {
                    ["asker": .text($0.fact.asker), "question": .string($0.fact.question), "answer": .text($0.fact.answer)]
                }),
            "stage": .code(report.stage), "ballot": .text(report.told?.fact.ballot), "told": .when(report.told?.occurred),
            "evidence": .positions(report.evidence.sorted()),
        ])
        object.setName(name)
        if let appraised { object["appraised"] = appraised.json }
        return .object(object)
    }
}
