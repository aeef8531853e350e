public import Assessment
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// The activities, in the order in which they were scheduled.
public struct ActivitiesView: View {
    public static let name = "activities"

    public struct Row: Sendable {
        public let activity: ActivityID
        public let date: Occurrence
        public let kind: OpenWord
        public let title: String
        public let place: String?
        public let state: ActivityState
        /// Nil where it has not taken place or is not over, or nobody's attendance is on record.
        public let attendance: AttendanceCount?
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) {
        let state = context.state
        rows = state.activities.values.compactMap { activity in
            guard let schedule = activity.schedule, let date = activity.date else { return nil }
            let count = AttendanceCount(activity, in: state)
            return Row(
                activity: activity.id, date: date, kind: schedule.kind, title: schedule.title, place: activity.place,
                state: ActivityState(activity), attendance: activity.isHeld(by: context.day) && !count.evidence.isEmpty ? count : nil)
        }
    }

    public var json: JSONValue { table.json }
    public var document: Document { Document(table) }

    private var table: Table {
        var table = Table(
            Self.name,
            [
                .init("activity", ColumnTitle.id, .word), .init("date", ColumnTitle.date, .date), .init("kind", ColumnTitle.kind, .word),
                .init("title", ColumnTitle.title), .init("attendance", ColumnTitle.attended, .share),
                .init("state", ColumnTitle.state, .word),
            ])
        for row in rows {
            table.append([
                .id(row.activity), .when(row.date), .code(row.kind.description, .activityKind(row.kind)), .plain(row.title),
                row.attendance.map { .share(Int64($0.present.count), of: Int64($0.countable)) } ?? .empty,
                .code(row.state, .activityState(row.state)),
            ])
        }
        return table
    }
}
