public import Assessment
public import Bookkeeping
internal import CanonicalJSON
public import Domain
public import EventLog
internal import Rendering
internal import Wording

/// What the plan asks of a member, and every activity of its year, or of all years where there is no plan, with what the
/// member did there.
public struct MemberExplanation: Sendable {
    public let member: MemberID
    public let name: PersonalReading
    /// Nil where the book has no plan.
    public let status: PlanStatus?
    public let asOf: CalendarDate
    public let position: Position
    /// Those that ask something of the member.
    public let targets: [TargetStatus]
    /// The last day in office of who left before the day: then everything is as of that day.
    public let left: CalendarDate?
    public let attendances: [MemberAttendance]
    /// How the points add up; nil where the plan gives the member none.
    public let account: MemberAccount?
    private let actNames: [Subject: Phrase]
    /// The member's objections to the plan's figures.
    public let appeals: [AppealsView.Row]

    /// - Parameter isBeside: whether it stands beside that of another plan, which has the activities.
    init(_ member: MemberID, _ status: PlanStatus?, _ context: ViewContext, isBeside: Bool = false) throws {
        self.member = member
        self.status = status
        name = try context.names(of: [member])[member] ?? .unreadable
        asOf = status?.asOf ?? context.day
        left = context.on(context.day).state.lastDayInOffice(of: member, before: context.day).flatMap { $0 == status?.asOf ? $0 : nil }
        position = context.position
        targets = (status?.targetsOfMembers ?? []).filter { $0.concerns(member) }
        let identities = context.state.identities(of: member)
        appeals = try context.appeals { identities.contains($0.member) && $0.plan.description == status?.plan.id }
        attendances = isBeside ? [] : context.on(asOf).state.attendances(of: member, in: status?.plan.period ?? .ever, asOf: asOf)
        account = status.flatMap { MemberAccount(of: member, in: $0) }
        actNames = account?.names(in: context.state) ?? [:]
    }

    private var total: Total? { status?.members.first { $0.member == member }?.total }

    var json: JSONValue {
        var object = JSONObject([
            "plan": .text(status?.plan.id), "asOf": .text(asOf), "position": .integer(position.value), "member": .text(member),
        ])
        object.setName(name)
        object["targets"] = .array(targets.map { $0.json(of: member) })
        object["points"] = total.map { .integer($0.points) }
        object["grade"] = total.map { .grade($0.grade) }
        object["grades"] = total?.gradesJSON
        object["account"] = account?.json
        object["activities"] = .array(attendances.map(\.json))
        object["appeals"] = appeals.isEmpty ? nil : .array(appeals.map(\.json))
        return .object(object)
    }

    var document: Document { Document(sections: [figures] + (account.map { [.init([.table($0.table(actNames))])] } ?? []) + (appeals.isEmpty ? [] : [.init([.table(appeals.table)])]) + (activities.map { [$0] } ?? [])) }

    private var figures: Document.Section {
        .init(
            [.paragraph(.member(member, name) + (left.map(Phrase.left) ?? .plain("")))] + (targets.isEmpty ? [] : [.table(demands)])
                + (total.map { total in [.paragraph(.total(total))] + total.withheld.map { .paragraph(.withheld($0)) } } ?? []))
    }

    private var demands: Table {
        var table = Table(
            "targets",
            [
                .init("id", ColumnTitle.item, .word), .init("title", ColumnTitle.target), .init("figure", ColumnTitle.ofMember, .points),
            ])
        for target in targets {
            table.append(
                [.id(target.target.id), .text(.localized(target.target.title)), .text(.ofMember(member, in: target))],
                evidence: target.evidence(of: member))
        }
        return table
    }

    private var activities: Document.Section? {
        guard !attendances.isEmpty else { return nil }
        var table = Table(
            "activities",
            [
                .init("date", ColumnTitle.date, .date), .init("activity", ColumnTitle.id, .word), .init("title", ColumnTitle.activity),
                .init("attendance", ColumnTitle.standing, .word),
            ])
        for row in attendances {
            table.append(
                [
                    .when(row.date), .id(row.activity.id), .text(row.activity.title),
                    .code(row.attendance, .attendance(row.attendance)),
                ], evidence: row.marks)
        }
        return .init([.table(table)])
    }
}

extension TargetStatus {
    /// Whether it asks something of a member who is in office.
    fileprivate func concerns(_ member: MemberID) -> Bool {
        members.contains { $0.member == member } || requirements.flatMap(\.parts).contains { $0.of == .member(member) }
    }

    /// What it says of one member: the member's own figures, where each is assessed, and what was reached of what is asked
    /// of each.
    func json(of member: MemberID) -> JSONValue {
        let parts = requirements.flatMap(\.parts).filter { $0.of == .member(member) }
        var object = JSONObject([
            "id": .string(target.id), "title": .text(target.title), "evidence": .positions(evidence(of: member)),
            "parts": .array(parts.map { ["count": .integer($0.count), "behind": .bool($0.isBehind)] }),
        ])
        object["own"] = members.first { $0.member == member }.map(\.json)
        return .object(object)
    }
}

extension MemberAttendance {
    var json: JSONValue {
        [
            "activity": .text(activity.id), "title": .text(activity.title), "kind": .text(activity.schedule?.kind), "date": .when(date),
            "attendance": .code(attendance), "evidence": .positions(marks),
        ]
    }
}
