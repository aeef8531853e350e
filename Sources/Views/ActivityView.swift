public import Assessment
public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
public import Wording

/// One activity: who came, who did not, and what came of it.
public struct ActivityView: View {
    public static let name = "activity"
    public static let parameters = ["activity"]

    /// One member who could be counted, where anybody's attendance is on record.
    public struct Row: Sendable {
        public let member: MemberID
        public let name: PersonalReading
        /// Nil where it has not taken place or is not over, and nothing else is known: who has not come yet is not absent.
        public let attendance: Attendance?
        public let remarks: [Remark]
        /// Half-days there, of an activity that is counted by them; nil for all of them.
        public let halfDays: Int64?
        /// For which days of several the member was checked in; none where nobody was for more than one.
        public let days: [AttendedDay]
        public let quantities: [ActQuantity]
        public let evidence: [Position]
    }

    /// What is known besides; the raw values are what scripts see.
    public enum Remark: String, CaseIterable, Sendable {
        case leftEarly = "left-early"
        /// Came without having registered, where others had.
        case notRegistered = "not-registered"
        case registered
        case leaveAsked = "leave-asked"
        case leaveRefused = "leave-refused"
        case backFromLeave = "back-from-leave"
    }

    public let activity: ActivityID
    public let schedule: ActivityScheduled
    public let date: Occurrence?
    public let place: String?
    public let state: ActivityState
    public let outcomes: [Outcome]
    /// How many took part, as its closing says.
    public let participants: Int64?
    /// How much of what was done: as it was closed, or else as it was scheduled.
    public let quantities: [ActQuantity]
    /// Nil where it has not taken place or is not over, or nobody's attendance is on record.
    public let count: AttendanceCount?
    public let rows: [Row]
    /// What it was to deal with, and what became of that.
    public let agenda: [AgendaView.Row]
    public let speeches: [SpeechesView.Row]
    /// In the order of recording.
    public let notices: [NoticeRow]
    /// What the last notice told otherwise; nothing where it is still so, or there was none.
    public let changedSinceNotice: [NoticeChange]
    /// Every version.
    public let minutes: [(minutes: MinutesID, version: Minutes.Version)]
    public let ballots: [BallotsView.Row]
    /// That were made there.
    public let decisions: [DecisionsView.Row]
    /// That were given there.
    public let dutyReports: [DutyReportsView.Row]
    /// What was brought there.
    public let petitions: [PetitionsView.Row]
    /// What was written about it.
    public let works: [WorksView.Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let (activity, schedule) = try context.activity(arguments)
        self.activity = activity.id
        self.schedule = schedule
        date = activity.date
        place = activity.place
        state = ActivityState(activity)
        outcomes = activity.closing?.outcomes ?? []
        participants = activity.closing?.participants
        quantities = activity.closing.map(\.quantities).flatMap { $0.isEmpty ? nil : $0 } ?? schedule.quantities
        let count = AttendanceCount(activity, in: context.state)
        self.count = activity.isHeld(by: context.day) && !count.evidence.isEmpty ? count : nil
        agenda = context.state.agendaRows(of: activity.id)
        speeches = context.state.speechRows { $0.activity == activity.id }
        let notices = context.state.noticeRows(of: activity.id)
        self.notices = notices
        changedSinceNotice = notices.last.map { NoticeChange.changes(from: activity.planned(before: $0.position), to: activity) } ?? []
        minutes = context.state.minutes(of: activity.id).flatMap { minutes in minutes.versions.map { (minutes.id, $0) } }
        ballots = context.state.ballotRows { $0.activity == activity.id }
        decisions = context.decisionRows { $0.activity == activity.id }
        dutyReports = try context.dutyReportRows { $0.activity == activity.id }
        petitions = context.petitionRows { $0.activity == activity.id }
        works = context.state.works.values.filter { $0.filed?.fact.activity == activity.id }.compactMap { WorksView.Row($0, in: context.state) }
        rows = try Self.rows(activity, schedule, context)
    }

    private static func rows(_ activity: Activity, _ schedule: ActivityScheduled, _ context: ViewContext) throws -> [Row] {
        let attendances = context.state.attendances(at: activity)
        guard attendances.contains(where: { !$0.marks.isEmpty }) else { return [] }
        let names = try context.names(of: attendances.map(\.member))
        // Who had not said that they would come, where others had.
        let isByDay = activity.attendance.isByDay
        let hasRegistrations = activity.attendance.marks.values.contains { $0.details.contains(.registered) }
        return attendances.map { member, attendance, evidence in
            let identities = context.state.identities(of: member)
            let mark = identities.lazy.compactMap { activity.attendance.marks[$0] }.first
            return Row(
                member: member, name: names[member] ?? .unreadable,
                attendance: activity.isHeld(by: context.day) || attendance != .absent ? attendance : nil,
                remarks: mark.map { Remark.remarks($0, hasRegistrations: hasRegistrations) } ?? [],
                halfDays: schedule.halfDays == nil ? nil : mark?.halfDays.map(Int64.init),
                days: isByDay ? identities.flatMap { activity.attendance.attendedDays(of: $0, at: activity) } : [],
                quantities: mark?.quantities ?? [], evidence: evidence)
        }
    }

    public var json: JSONValue {
        var object = JSONObject([
            "activity": .text(activity), "title": .string(schedule.title), "kind": .string(schedule.kind.description), "date": .when(date),
            "place": .text(place), "state": .code(state), "halfDays": .number(schedule.halfDays),
            "participants": .number(participants), "outcomes": .array(outcomes.map(\.json)),
        ])
        object["attendance"] = count.map { Cell.share(Int64($0.present.count), of: Int64($0.countable)).json }
        object["members"] = .array(rows.map(\.json))
        object["works"] = .array(works.map { ["work": .text($0.work), "kind": .string($0.kind.description), "title": .string($0.title)] })
        if !minutes.isEmpty { object["minutes"] = .array(minutes.map { .object($0.version.json(of: $0.minutes)) }) }
        if !notices.isEmpty { object["notices"] = .array(notices.map(\.json)) }
        if !changedSinceNotice.isEmpty { object["changedSinceNotice"] = .array(changedSinceNotice.map(\.json)) }
        if !agenda.isEmpty { object["agenda"] = .array(agenda.map { .object($0.json()) }) }
        if !speeches.isEmpty { object["speeches"] = .array(speeches.map { .object($0.json()) }) }
        if !ballots.isEmpty { object["ballots"] = .array(ballots.map(\.json)) }
        if !decisions.isEmpty { object["decisions"] = .array(decisions.map(\.json)) }
        if !dutyReports.isEmpty { object["dutyReports"] = .array(dutyReports.map(\.json)) }
        if !petitions.isEmpty { object["petitions"] = .array(petitions.map(\.json)) }
        object.setQuantities(quantities)
        return .object(object)
    }

    public var document: Document {
        let when = date.map { Phrase.when($0) } ?? .plain("")
        let headline = Phrase.plain("\(activity) \(schedule.title)  ") + when + .plain(place.map { "  \($0)" } ?? "")
        let cameOfIt = outcomes.map { Phrase.outcomeKind($0) } + [count.map { .came($0) } ?? participants.map { .tookPart($0) }].compactMap(\.self)
            + (quantities.isEmpty ? [] : [.quantities(quantities)])
        let written = works.map { Phrase.workKind($0.kind) + .plain("  \($0.work) \($0.title)") }
        let told = notices.isEmpty ? [] : [Phrase.noticed(notices.map(\.date))] + (changedSinceNotice.isEmpty ? [] : [.changedSinceNotice])
        let facts = [headline] + (told + cameOfIt + written + minutes.map { $0.version.line(of: $0.minutes) }).map { .plain("  ") + $0 }
        let tables = [
            agenda.table(hasActivity: false), speeches.table(hasActivity: false), ballots.table, decisions.table(hasActivity: false),
            dutyReports.table(hasActivity: false), petitions.table, table,
        ].filter { !$0.rows.isEmpty }
        return Document(sections: [.init(facts.map { .paragraph($0) })] + tables.map { .init([.table($0)]) })
    }

    private var table: Table {
        var table = Table(
            "members",
            [
                .init("member", ColumnTitle.id, .word), .init("name", ColumnTitle.name, .word),
                .init("attendance", ColumnTitle.standing, .word), .init("remarks", ColumnTitle.remark),
            ])
        for row in rows {
            table.append(
                [
                    .id(row.member), .name(row.name), row.attendance.map { .code($0, .attendance($0)) } ?? .empty,
                    .text(.joined(phrases(of: row))),
                ], evidence: row.evidence)
        }
        return table
    }

    private func phrases(of row: Row) -> [Phrase] {
        let half = row.halfDays.flatMap { there in schedule.halfDays.map { Phrase.halfDays(there, of: $0) } }
        return (row.days.isEmpty ? [] : [.attended(row.days)]) + row.remarks.map(\.phrase) + (half.map { [$0] } ?? []) + row.quantities.map { .quantity($0.amount, of: $0.of) }
    }
}

extension ViewContext {
    /// The activity that is asked for, as it was scheduled.
    ///
    /// - Throws: `Problem` where there is none with that id.
    func activity(_ arguments: ViewArguments) throws(Problem) -> (Activity, ActivityScheduled) {
        let id = try arguments.required("activity")
        guard let activity = ActivityID(id).flatMap({ state.activities[$0] }), let schedule = activity.schedule else {
            throw Problem(.notFound, code: "no-such-activity", .noSuchActivity(id))
        }
        return (activity, schedule)
    }
}

extension ActivityView.Row {
    fileprivate var json: JSONValue {
        var object = JSONObject([
            "member": .text(member), "attendance": .code(attendance), "remarks": .array(remarks.map { .code($0) }),
            "evidence": .positions(evidence),
        ])
        object.setName(name)
        object["halfDays"] = halfDays.map { .integer($0) }
        if !days.isEmpty {
            object["days"] = .array(
                days.map { day in
                    var object = JSONObject(["day": .text(day.day), "late": .bool(day.isLate), "evidence": .positions([day.position])])
                    object["halfDays"] = day.halfDays.map { .integer(Int64($0)) }
                    return .object(object)
                })
        }
        object.setQuantities(quantities)
        return .object(object)
    }
}

extension ActivityView.Remark {
    fileprivate static func remarks(_ mark: AttendanceMark, hasRegistrations: Bool) -> [Self] {
        let isWalkIn = hasRegistrations && mark.standing == .present && !mark.details.contains(.registered)
        let remarks: [(Self, Bool)] = [
            (.leftEarly, mark.details.contains(.leftEarly)), (.notRegistered, isWalkIn), (.registered, mark.standing == .registered),
            (.leaveAsked, mark.standing == .leaveAsked), (.leaveRefused, mark.standing == .leaveRefused),
            (.backFromLeave, mark.details.contains(.back)),
        ]
        return remarks.filter(\.1).map(\.0)
    }

    fileprivate var phrase: Phrase {
        switch self {
        case .leftEarly: .leftEarly
        case .notRegistered: .notRegistered
        case .registered: .registered
        case .leaveAsked: .leaveAsked
        case .leaveRefused: .leaveRefused
        case .backFromLeave: .backFromLeave
        }
    }
}

extension Outcome {
    fileprivate var json: JSONValue {
        ["kind": .code(kind), "count": .number(count), "text": .text(text), "to": .text(to)]
    }
}
