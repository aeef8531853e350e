public import Assessment
public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
public import Wording

/// A meeting as it goes on: who is expected, who is there by now, and how that compares with what the plan asks for.
///
/// It differs from `ActivityView`, which says what counts: here nobody is absent before somebody said so.
public struct LiveMeetingView: View {
    public static let name = "live"
    public static let parameters = ["activity", "withoutNames"]

    /// How somebody stands now; the raw values are what scripts see.
    public enum Standing: String, CaseIterable, Sendable {
        /// Nothing is on record but perhaps that they would come.
        case expected
        case present, late
        case leaveAsked = "leave-asked"
        case leaveRefused = "leave-refused"
        case onLeave = "on-leave"
        case excused, absent
    }

    public struct Row: Sendable {
        public let member: MemberID
        /// Nil where names were not asked for.
        public let name: PersonalReading?
        /// The member's group, or else sector; nil for neither.
        public let group: String?
        public let standing: Standing
        /// Said beforehand that they would come.
        public let isRegistered: Bool
        public let hasLeftEarly: Bool
        /// When they were checked in, as it was said.
        public let since: Occurrence?
        /// Days of several for which they were checked in.
        public let days: [AttendedDay]
        /// The entries that say so.
        public let evidence: [Position]

        public var isThere: Bool { standing == .present || standing == .late }
    }

    public let activity: ActivityID
    public let title: String
    public let date: Occurrence
    public let place: String?
    public let state: ActivityState
    /// The last entry that is known.
    public let position: Position
    /// Group by group.
    public let rows: [Row]
    /// The day of several on which it is now, each of which has a check-in of its own; nil of one day, and on any other day.
    public let dayOfSeveral: CalendarDate?
    /// What the day's plan asks for, where it is the same throughout; nil for nothing.
    public let asked: Threshold?

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let (activity, schedule) = try context.activity(arguments)
        guard let date = activity.date else {
            throw Problem(.notFound, code: "no-such-activity", .noSuchActivity(activity.id.description))
        }
        self.activity = activity.id
        title = schedule.title
        self.date = date
        place = activity.place
        state = ActivityState(activity)
        position = context.position
        dayOfSeveral = activity.severalDays.flatMap { $0.contains(context.day) ? context.day : nil }
        asked = try context.ifPlanned { try context.on(date.first).plan().plan.attendance } ?? nil
        rows = try Self.rows(activity, on: date, context, hasNames: !arguments.isSet("withoutNames"))
    }

    private static func rows(_ activity: Activity, on date: Occurrence, _ context: ViewContext, hasNames: Bool) throws -> [Row] {
        let state = context.state
        let meant = state.membersInOffice(on: date.first).filter { state.identities(of: $0).contains(where: activity.isInvited) }
        // Who took office while it went on, and came.
        let others = Set(activity.attendance.marks.keys.map(state.canonical)).subtracting(meant).sorted()
        let members = meant + others
        let names = try hasNames ? context.names(of: members) : nil
        let said = Dictionary(
            activity.attendance.history.compactMap(\.standing).map { ($0.position, $0.occurred) }, uniquingKeysWith: { first, _ in first })
        let rows = members.map { id in
            Row(id, names.map { $0[id] ?? .unreadable }, at: activity, on: date.first, in: state, said)
        }
        var groups: [String?] = []
        for row in rows where !groups.contains(row.group) { groups.append(row.group) }
        return groups.flatMap { group in rows.filter { $0.group == group } }
    }

    public var present: Int { rows.count(where: \.isThere) }
    /// Those who are counted: everybody but who is excused by a higher duty.
    public var countable: Int { rows.count { $0.standing != .excused } }
    public func count(_ standing: Standing) -> Int { rows.count { $0.standing == standing } }

    /// How many must be there; nil where the plan asks for no attendance.
    public var needed: Int? { asked.map { Int($0.needed(of: Int64(countable))) } }
    public var isEnough: Bool? { asked.map { $0.isReached(by: present, of: countable) } }

    /// The counts alone, for whoever may not see who it is.
    public var countsJSON: JSONObject {
        var object = JSONObject([
            "activity": .text(activity), "title": .string(title), "date": .when(date), "place": .text(place), "state": .code(state),
            "position": .integer(position.value), "present": .number(present), "of": .number(countable),
        ])
        var standings = JSONObject()
        for standing in Standing.allCases { standings[standing.rawValue] = .number(count(standing)) }
        object["standings"] = .object(standings)
        object["needed"] = .number(needed)
        object["countsText"] = ["zh": .string(counts.zh), "en": .string(counts.en)]
        object["isEnough"] = isEnough.map { .bool($0) } ?? .null
        return object
    }

    public var json: JSONValue {
        var object = countsJSON
        object["members"] = .array(rows.map(\.json))
        return .object(object)
    }

    public var document: Document {
        var table = Table(
            "members",
            [
                .init("member", ColumnTitle.id, .word), .init("name", ColumnTitle.name, .word), .init("group", SignInSheetText.group, .word),
                .init("standing", ColumnTitle.standing, .word), .init("since", ColumnTitle.when, .date), .init("remarks", ColumnTitle.remark),
            ])
        for row in rows { table.append(row.cells, evidence: row.evidence) }
        let headline = Phrase.plain("\(activity) \(title)  ") + .when(date) + .plain("  ") + .activityState(state)
        return Document([.paragraph(headline), .paragraph(.plain("  ") + counts), .table(table)])
    }

    /// `应到 36，实到 30，83.3%，需 29 人，已够`.
    public var counts: Phrase { .live(present: present, of: countable, needed: needed) }
}

extension LiveMeetingView.Row {
    /// - Parameter said: when each entry of the activity's attendance says that it happened.
    fileprivate init(
        _ id: MemberID, _ name: PersonalReading?, at activity: Activity, on day: CalendarDate, in state: State,
        _ said: [Position: Occurrence]
    ) {
        let identities = state.identities(of: id)
        let marks = identities.compactMap { activity.attendance.marks[$0] }
        // Somebody who is on record under two ids is there if one of them is.
        let mark = marks.first { $0.standing == .present } ?? marks.first
        let held = identities.compactMap { state.members[$0] }.flatMap { $0.names(of: .group, on: day) + $0.names(of: .sector, on: day) }
        self.init(
            member: id, name: name, group: held.first, standing: mark.map { .init($0) } ?? .expected,
            isRegistered: mark.map { $0.standing == .registered || $0.details.contains(.registered) } ?? false,
            hasLeftEarly: mark?.details.contains(.leftEarly) ?? false,
            since: mark.flatMap { $0.standing == .present ? said[$0.position] : nil },
            days: activity.attendance.isByDay ? identities.flatMap { activity.attendance.attendedDays(of: $0, at: activity) } : [],
            evidence: marks.flatMap { [$0.position] + $0.corrections })
    }

    fileprivate var json: JSONValue {
        var object = JSONObject([
            "member": .text(member), "group": .text(group), "standing": .code(standing), "registered": .bool(isRegistered),
            "leftEarly": .bool(hasLeftEarly), "since": .when(since), "evidence": .positions(evidence),
        ])
        if let name { object.setName(name) }
        if !days.isEmpty { object["days"] = .array(days.map { .text($0.day) }) }
        return .object(object)
    }

    fileprivate var cells: [Cell] {
        let remarks = (isRegistered ? [Phrase.registered] : []) + (hasLeftEarly ? [.leftEarly] : []) + (days.isEmpty ? [] : [.attended(days)])
        return [
            .id(member), name.map { .name($0) } ?? .empty, .text(group), .code(standing, .standing(standing.rawValue)), since.map { .when($0) } ?? .empty,
            .text(.joined(remarks)),
        ]
    }
}

extension LiveMeetingView.Standing {
    fileprivate init(_ mark: AttendanceMark) {
        switch mark.standing {
        case .registered: self = .expected
        case .leaveAsked: self = .leaveAsked
        case .leaveGranted: self = .onLeave
        case .leaveRefused: self = .leaveRefused
        case .present: self = mark.isLate ? .late : .present
        case .excused: self = .excused
        case .markedAbsent: self = .absent
        }
    }
}
