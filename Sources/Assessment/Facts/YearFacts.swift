internal import Domain
package import EventLog

/// The acts and records of a plan's year, as of a day. One is made for each assessment, and remembers what it counted.
final class YearFacts {
    let state: State
    let period: Period
    let asOf: CalendarDate
    /// Whether the period ends before the plan's last day, so that nothing after it is of the plan's end.
    private let isCut: Bool
    /// Held activities, by date.
    let activities: [Activity]
    /// Works that were filed for an activity.
    let documents: [ActivityID: [Recorded<WorkFiled>]]
    private var attendances: [ActivityID: AttendanceCount] = [:]
    private var found: [(selector: Selector, acts: [Act])] = []

    init(_ state: State, period: Period, asOf: CalendarDate, isCut: Bool = false) {
        self.state = state
        self.isCut = isCut
        self.period = period
        self.asOf = asOf
        activities = state.heldActivities(in: period, asOf: asOf)
        var documents: [ActivityID: [Recorded<WorkFiled>]] = [:]
        for work in state.works.values {
            guard let filed = work.filed, let activity = filed.fact.activity, filed.occurred.last <= asOf else { continue }
            documents[activity, default: []].append(filed)
        }
        self.documents = documents
    }

    /// What was merged by the as-of day, by what it went into.
    private(set) lazy var mergedParts: [ProposalID: [Proposal]] = state.proposals.values.reduce(into: [:]) { parts, proposal in
        if let merged = merged(proposal) { parts[merged.fact.into, default: []].append(proposal) }
    }

    func happened(_ occurred: Occurrence) -> Bool { period.contains(occurred.last) && occurred.last <= asOf }

    /// By what was commended, as far as that had happened by the as-of day.
    private(set) lazy var commendations: [Subject: [Commendation]] = {
        var found: [Subject: [Commendation]] = [:]
        for commendation in state.commendations.values {
            guard let given = commendation.given, given.occurred.last <= asOf, let what = given.fact.what else { continue }
            found[what, default: []].append(commendation)
        }
        return found
    }()

    private struct AwardKey: Hashable {
        let plan: String
        let target: String
        let recipient: PointsRecipient
    }

    /// Points by hand of the period, in the order in which they were recorded.
    private lazy var awards: [AwardKey: [(award: Award, granted: Recorded<PointsEvent>)]] = {
        var found: [AwardKey: [(award: Award, granted: Recorded<PointsEvent>)]] = [:]
        for award in state.awards.values {
            guard let granted = award.granted, happened(granted.occurred) || settlesLate(granted) else { continue }
            let fact = granted.fact
            let recipient: PointsRecipient = fact.member.map { .member(state.canonical($0)) } ?? fact.recipient
            found[AwardKey(plan: fact.plan.description, target: fact.target, recipient: recipient), default: []].append((award, granted))
        }
        return found
    }()

    /// What settles an appeal about the plan counts in it after its last day too, from its own day on: appeals are settled when
    /// the year is over.
    private func settlesLate(_ granted: Recorded<PointsEvent>) -> Bool {
        !isCut && granted.fact.appeal != nil && period.last < granted.occurred.last && granted.occurred.last <= asOf
    }

    /// Points by hand that were given or taken for a target of a plan.
    func awards(for target: String, of plan: String, to recipient: PointsRecipient) -> [(award: Award, granted: Recorded<PointsEvent>)] {
        awards[AwardKey(plan: plan, target: target, recipient: recipient)] ?? []
    }

    /// In office on the as-of day, in the order of their ids.
    var membersInOffice: [Member] { members(on: asOf) }

    /// The same without a first and last day, for what looks back.
    private(set) lazy var ever = period == .ever ? self : YearFacts(state, period: .ever, asOf: asOf)

    /// Years before the plan's, once they were asked for.
    var earlierYears: [YearOfMembers]?

    private var inOffice: [CalendarDate: [Member]] = [:]

    /// In office on a day, in the order of their ids.
    func members(on day: CalendarDate) -> [Member] {
        if let known = inOffice[day] { return known }
        let members = state.members.values.filter { state.isInOffice($0, on: day) }.sorted { $0.id < $1.id }
        inOffice[day] = members
        return members
    }

    private struct UnitDay: Hashable {
        let unit: Affiliation
        let day: CalendarDate
    }

    private var inUnits: [UnitDay: [Member]] = [:]

    /// Who belongs to a group or sector and is in office on a day, in the order of their ids.
    func members(of unit: Affiliation, on day: CalendarDate) -> [Member] {
        let key = UnitDay(unit: unit, day: day)
        if let known = inUnits[key] { return known }
        let members = members(on: day).filter { names(of: unit.kind, $0, on: day).contains(unit.name) }
        inUnits[key] = members
        return members
    }

    /// What a member belongs to on a day, under any id.
    func names(of kind: Affiliation.Kind, _ member: Member, on day: CalendarDate) -> [String] {
        state.names(of: kind, member, on: day)
    }

    /// Whether a member is one of those meant on a day, under any id.
    func fits(_ who: Who?, _ member: Member, on day: CalendarDate) -> Bool { state.fits(who, member, on: day) }

    func attendance(of activity: Activity) -> AttendanceCount {
        if let known = attendances[activity.id] { return known }
        let count = AttendanceCount(activity, in: state)
        attendances[activity.id] = count
        return count
    }

    /// Everything that a selector matches, by date, each thing once: where two branches find it, the one that counts it.
    func acts(_ selector: Selector) -> [Act] {
        if let known = found.first(where: { $0.selector == selector }) { return known.acts }
        let acts = find(selector)
        found.append((selector, acts))
        return acts
    }

    private func find(_ selector: Selector) -> [Act] {
        var found: [Subject: Act] = [:]
        for branch in selector.branches {
            for act in acts(branch) where found[act.subject].map({ !$0.counts && act.counts }) ?? true {
                found[act.subject] = act
            }
        }
        return found.values.sorted { ($0.date.last, $0.subject) < ($1.date.last, $1.subject) }
    }

    private func acts(_ branch: Selector.Branch) -> [Act] { branch.source.of.find(self, branch.source.kinds, branch.filters) }
}

extension [Position] {
    /// In order, each once: evidence as every figure carries it.
    package var sortedUnique: [Position] { Array(Set(self)).sorted() }
}
