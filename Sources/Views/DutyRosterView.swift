public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// The duty roster 接待日排班: activities of the kind `duty` that were not cancelled, by day, with who is on duty, who was there,
/// and how much was brought.
public struct DutyRosterView: View {
    public static let name = "duty-roster"

    public struct Row: Sendable {
        public let activity: ActivityID
        public let date: Occurrence
        public let place: String?
        /// Who was named for it; empty where nobody was.
        public let onDuty: [MemberID]
        /// Who was found there.
        public let present: [MemberID]
        public let petitions: [PetitionID]
        public let evidence: [Position]
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) { rows = context.state.dutyRoster }

    public var json: JSONValue {
        .array(
            rows.map { row in
                [
                    "activity": .text(row.activity), "date": .when(row.date), "place": .text(row.place), "onDuty": .texts(row.onDuty),
                    "present": .texts(row.present), "petitions": .texts(row.petitions), "evidence": .positions(row.evidence),
                ]
            })
    }

    public var document: Document {
        var table = Table(
            Self.name,
            [
                .init("activity", ColumnTitle.id, .word), .init("date", ColumnTitle.date, .date), .init("place", ColumnTitle.place),
                .init("onDuty", ColumnTitle.onDuty), .init("present", ColumnTitle.present), .init("petitions", ColumnTitle.petitionCount, .number),
            ])
        for row in rows {
            table.append(
                [
                    .id(row.activity), .when(row.date), .text(row.place), .texts(row.onDuty.map(\.description)),
                    .texts(row.present.map(\.description)), .number(row.petitions.count),
                ], evidence: row.evidence)
        }
        return Document(table)
    }
}

extension State {
    /// By day.
    package var dutyRoster: [DutyRosterView.Row] {
        let brought = Dictionary(grouping: petitions.values.filter { $0.received?.fact.activity != nil }) { $0.received?.fact.activity }
        return activities.values.compactMap { activity in
            guard let schedule = activity.schedule, schedule.kind.description == "duty", !activity.isCancelled, let date = activity.date else {
                return nil
            }
            let present = activity.attendance.marks.filter { $0.value.standing == .present }.keys.sorted()
            return DutyRosterView.Row(
                activity: activity.id, date: date, place: activity.place, onDuty: canonical(schedule.invited ?? []),
                present: canonical(present), petitions: (brought[activity.id] ?? []).map(\.id), evidence: activity.evidence.sorted())
        }.sorted { ($0.date.first, $0.activity) < ($1.date.first, $1.activity) }
    }
}
