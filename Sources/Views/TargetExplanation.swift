public import Assessment
internal import CanonicalJSON
public import Domain
internal import EventLog
internal import Rendering
internal import Wording

/// A target's figure: its rule, what it requires, and every act that earned points or counted, or might have.
public struct TargetExplanation: Sendable {
    public struct Act: Sendable {
        public let line: ScoreLine
        /// What it is called; what kind of thing it is, where it has no title.
        let name: Phrase
        /// Who could not be counted there.
        public let excused: [MemberID]
        public let notInOffice: [MemberID]
    }

    public let status: PlanStatus
    public let target: TargetStatus
    /// What the plan says on the day; nil where it was never amended.
    public let version: AdoptedPlan.Version?
    public let acts: [Act]
    private let noun: MemberNoun

    init(_ target: TargetStatus, _ status: PlanStatus, _ context: ViewContext) throws {
        self.target = target
        self.status = status
        noun = context.memberNoun
        let plan = PlanID(status.plan.id).flatMap { context.known.plans[$0] }
        version = plan.flatMap { $0.versions.count > 1 ? $0.version(on: status.asOf) : nil }
        acts = target.lines.map { line in
            let activity = ActivityID(line.subject).flatMap { context.state.activities[$0] }
            let gone = activity.map { AttendanceCount.outOfOffice(at: $0, within: status.plan.period, in: context.state) }
            return Act(
                line: line, name: .act(line.subject, in: context.state), excused: line.attendance?.excused ?? [],
                notInOffice: line.attendance == nil ? [] : gone ?? [])
        }
    }

    var json: JSONValue {
        var object = JSONObject.basis(status)
        object["target"] = target.json
        object["version"] = version.map(\.json)
        object["leftOut"] = .array(
            acts.filter(\.leavesOut).map { act in
                [
                    "subject": .text(act.line.subject), "excused": .texts(act.excused), "notInOffice": .texts(act.notInOffice),
                ]
            })
        return .object(object)
    }

    var document: Document {
        let evidence = Document.Section([.paragraph(.basedOn(target.evidence.ranges))])
        return Document(sections: [rule] + [linesOfActs, ofMembers, ofUnits].compactMap(\.self) + [evidence])
    }

    private var rule: Document.Section {
        let plan = target.target
        let source = [
            Phrase.rule(plan).map(Phrase.ruleIs), Phrase.countedOnce(plan, in: status.plan), plan.cites.isEmpty ? nil : .cites(plan.cites), plan.interpretation.map(Phrase.readAs),
            version.map(Phrase.planVersion),
        ].compactMap(\.self)
        let requirements = target.requirements.flatMap { status in
            [Phrase.requires(status)] + (status.behind.isEmpty ? [] : [.missing(status.behind)])
        }
        let ofEachMember = !plan.subject.isOfBody ? plan.requirements.map { Phrase.requires($0) } : []
        let texts = [.headline(target, of: status.plan)] + source + requirements + ofEachMember + Phrase.limits(of: target, status)
        return .init(texts.map { .paragraph($0) })
    }

    private var linesOfActs: Document.Section? {
        guard !acts.isEmpty else { return nil }
        let hasAttendance = acts.contains { $0.line.attendance != nil }
        let hasPoints = acts.contains { $0.line.points != Ratio(0) }
        var table = Table(
            "lines",
            [.init("date", ColumnTitle.date, .date), .init("act", ColumnTitle.act)]
                + (hasAttendance ? [.init("attendance", ColumnTitle.attendance, .share)] : [])
                + (hasPoints ? [.init("points", ColumnTitle.earned, .points)] : []) + [.init("finding", ColumnTitle.finding)])
        for act in acts {
            let line = act.line
            let points: Cell = line.points == Ratio(0) ? .empty : .points(hundredths: line.points.rounded)
            table.append(
                [.when(line.date), .code(line.subject.description, act.name)]
                    + (hasAttendance ? [line.attendance.map { .text(.turnout($0, asked: line.attendanceAsked)) } ?? .empty] : []) + (hasPoints ? [points] : [])
                    + [.text(.outcome(line))], evidence: line.evidence)
        }
        let leftOut = acts.filter(\.leavesOut).map { act in
            Document.Block.paragraph(.leftOut(at: act.line.subject, excused: act.excused, notInOffice: act.notInOffice))
        }
        return .init([.table(table)] + leftOut)
    }

    /// Each group's or sector's own.
    private var ofUnits: Document.Section? {
        guard case .each(let kind) = target.target.subject, !target.units.isEmpty else { return nil }
        let hasPoints = target.units.contains { $0.status.points != nil }
        var table = Table(
            "units",
            [.init("unit", .affiliation(kind), .word)] + (hasPoints ? [.init("points", ColumnTitle.earned, .points)] : [])
                + [.init("state", ColumnTitle.state, .word), .init("measured", ColumnTitle.actualAndRequired)])
        for unit in target.units {
            let status = unit.status
            table.append(
                [.plain(unit.unit.name)] + (hasPoints ? [.points(status.points)] : [])
                    + [.code(status.state, .state(status.state)), .text(.measured(status.requirements))], evidence: status.evidence)
        }
        return .init([.table(table)])
    }

    /// Each member's own.
    private var ofMembers: Document.Section? {
        guard !target.members.isEmpty else { return nil }
        let hasPoints = target.members.contains { $0.points != nil }
        var table = Table(
            "members",
            [.init("member", noun.one, .word)] + (hasPoints ? [.init("points", ColumnTitle.earned, .points)] : [])
                + [.init("state", ColumnTitle.state, .word), .init("measured", ColumnTitle.actualAndRequired)])
        for member in target.members {
            table.append(
                [.id(member.member)] + (hasPoints ? [.points(member.points)] : [])
                    + [.code(member.state, member.isAsked ? .state(member.state) : .notAsked), .text(.measured(member.requirements))], evidence: member.evidence)
        }
        return .init([.table(table)])
    }
}

extension TargetExplanation.Act {
    fileprivate var leavesOut: Bool { !excused.isEmpty || !notInOffice.isEmpty }
}
