public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// The appeals 申诉 against figures: what each member says is wrong, what was found, and the points that settled it; in the order
/// in which they were recorded.
public struct AppealsView: View {
    public static let name = "appeals"

    public struct Row: Sendable {
        public let appeal: Appeal
        public let filed: Recorded<AppealFiled>
        public let name: PersonalReading
        public let why: PersonalReading
        /// Points by hand that name the appeal.
        public let settlements: [Recorded<PointsEvent>]
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        rows = try context.appeals { _ in true }
    }

    public var json: JSONValue { .array(rows.map(\.json)) }

    public var document: Document { Document(rows.table) }
}

extension ViewContext {
    /// Appeals that are on record, with their words as they may be shown.
    func appeals(where isMeant: (AppealFiled) -> Bool) throws -> [AppealsView.Row] {
        guard state.appeals.values.contains(where: { $0.filed.map { isMeant($0.fact) } ?? false }) else { return [] }
        return try reading { reader in try state.appeals(by: reader, where: isMeant) }
    }
}

extension State {
    /// The same, with the words that a reader may read.
    func appeals(by reader: PersonalReader, where isMeant: (AppealFiled) -> Bool) throws -> [AppealsView.Row] {
        let settlements = settlements
        return try appeals.values.compactMap { appeal in
            guard let filed = appeal.filed, isMeant(filed.fact) else { return nil }
            return AppealsView.Row(
                appeal: appeal, filed: filed, name: try reader.name(of: filed.fact.member), why: try reader.why(of: filed.fact),
                settlements: settlements[appeal.id] ?? [])
        }
    }
}

extension AppealsView.Row {
    var json: JSONValue {
        var object = JSONObject([
            "appeal": .text(appeal.id), "member": .text(filed.fact.member), "plan": .text(filed.fact.plan),
            "target": .text(filed.fact.target), "filed": .when(filed.occurred), "stage": .code(appeal.stage),
            "outcome": .code(appeal.answered?.fact.outcome), "answer": .text(appeal.answered?.fact.answer),
            "answered": .when(appeal.answered?.occurred),
            "settlements": .array(
                settlements.map { settlement in
                    var object = JSONObject([
                        "award": .text(settlement.fact.award), "target": .string(settlement.fact.target),
                        "points": .integer(settlement.fact.signedPoints), "date": .when(settlement.occurred),
                    ])
                    if let unit = settlement.fact.unit { object["unit"] = unit.json }
                    return .object(object)
                }),
            "evidence": .positions(appeal.evidence.sorted()),
        ])
        object.setName(name)
        object.setReading("why", why)
        return .object(object)
    }
}

extension [AppealsView.Row] {
    var table: Table {
        var table = Table(
            AppealsView.name,
            [
                .init("appeal", ColumnTitle.appeal, .word), .init("member", ColumnTitle.member, .word), .init("target", ColumnTitle.target),
                .init("filed", ColumnTitle.submitted, .date), .init("why", ColumnTitle.why), .init("stage", ColumnTitle.stage, .word),
                .init("answer", ColumnTitle.answer), .init("settlements", ColumnTitle.settlement),
            ])
        for row in self {
            let filed = row.filed.fact
            let stage = row.appeal.answered.map { answered -> Cell in
                .code(answered.fact.outcome.rawValue, .appealOutcome(answered.fact.outcome))
            }
            table.append(
                [
                    .id(row.appeal.id), .code(filed.member.description, .member(filed.member, row.name)),
                    .plain([filed.plan.description, filed.target].compactMap(\.self).joined(separator: " ")), .when(row.filed.occurred),
                    .name(row.why), stage ?? .code(row.appeal.stage, .appealStage(row.appeal.stage)),
                    .text(row.appeal.answered?.fact.answer),
                    .list(row.settlements.map { .text(.settlement($0.fact)) }),
                ], evidence: row.appeal.evidence.sorted())
        }
        return table
    }
}
