internal import Domain
internal import EventLog

/// What one year came to for each member.
struct YearOfMembers {
    let period: Period
    /// Titles of grades.
    let grades: [MemberID: String]
    /// Ids of the targets that were missed.
    let missed: [MemberID: Set<String>]
    let evidence: [MemberID: [Position]]

    init(_ status: PlanStatus) {
        period = status.plan.period
        var (grades, missed, evidence) = ([MemberID: String](), [MemberID: Set<String>](), [MemberID: [Position]]())
        for member in status.members { grades[member.member] = member.total.grade?.title.zh }
        for target in status.targets {
            for member in target.members {
                evidence[member.member, default: []] += member.evidence
                if member.state == .missed { missed[member.member, default: []].insert(target.target.id) }
            }
        }
        (self.grades, self.missed, self.evidence) = (grades, missed, evidence)
    }

    func has(_ result: Requirement.YearResult, _ member: MemberID) -> Bool {
        switch result {
        case .grade(let titles): grades[member].map(titles.contains) ?? false
        case .missed(let target): missed[member]?.contains(target) ?? false
        }
    }
}

/// What is measured over more than the plan's days, and absences by where they fall.
extension Assessor {
    /// The same, of every day there is.
    var lookingBack: Assessor { Assessor(plan: plan, facts: facts.ever, kept: kept, thisYear: thisYear, elsewhere: elsewhere) }

    /// The days that a requirement looks back over; the last is the plan's.
    ///
    /// - Parameter member: whose term is meant.
    func period(_ over: Requirement.Span, of member: Member?) -> Period {
        switch over {
        case .years(let years): return Period(first: plan.period.first.adding(months: -12 * (years - 1)), last: plan.period.last)
        case .term:
            let begun = (member.map { facts.state.terms(of: $0.id) } ?? []).filter { $0.from <= facts.asOf }
            // Under several ids somebody may have the same term several times: it began with the first of them.
            let running = begun.filter { $0.contains(facts.asOf) }.map(\.from).min()
            let first = running ?? begun.map(\.from).max() ?? plan.period.first
            return Period(first: first, last: plan.period.last)
        }
    }

    // MARK: - Absences

    /// One member's absences, without those made good: all, the longest row, or the most within so many months.
    func absences(
        _ requirement: Requirement, of member: Member, _ who: Who?, _ selector: Selector, _ most: Int64, _ clock: Clock
    ) -> RequirementStatus {
        struct Meeting {
            let activity: Activity
            let date: Occurrence
            let attendance: Attendance
            var isAbsent: Bool { attendance == .absent }
            var isThere: Bool { attendance == .present || attendance == .late }
            let evidence: [Position]
        }
        func meetings(of selector: Selector) -> [Meeting] {
            self.meetings(selector, in: clock).compactMap { activity in
                guard let date = activity.date, facts.fits(who, member, on: date.first),
                    let (attendance, entries) = facts.state.attendance(of: member, at: activity, on: date.first), attendance != .excused
                else { return nil }
                return Meeting(
                    activity: activity, date: date, attendance: attendance, evidence: entries.isEmpty ? activity.evidence : entries)
            }
        }
        let all = meetings(of: selector)
        // Those where the member was, each making good one absence that came before it, the earliest first.
        var makingGood = requirement.madeGood.map { meetings(of: $0).filter(\.isThere) } ?? []
        var lines: [ScoreLine] = []
        var absent = all.map(\.isAbsent)
        for (index, meeting) in all.enumerated() where meeting.isAbsent {
            let found = makingGood.firstIndex { $0.activity.id != meeting.activity.id && meeting.date.last <= $0.date.first }
            guard let found else { continue }
            let other = makingGood.remove(at: found)
            absent[index] = false
            lines.append(
                ScoreLine(
                    subject: meeting.activity.id.subject, date: meeting.date, points: Ratio(0), attendance: nil,
                    outcome: .madeGood(member.id, by: other.activity.id.subject),
                    evidence: (meeting.evidence + other.evidence).sortedUnique))
        }
        let days = all.indices.filter { absent[$0] }.map { all[$0].date.last }
        let count: Int
        switch requirement.inAny {
        case nil: count = days.count
        case .row?: count = absent.split(separator: false).map(\.count).max() ?? 0
        case .months(let months)?:
            count = days.map { first in days.count { first <= $0 && $0 < first.adding(months: months) } }.max() ?? 0
        }
        let holds = Int64(count) <= most
        return status(
            requirement, .count(Int64(count)), clock.stateOfLimit(holds), clock, reached: Ratio(holds ? 1 : 0),
            evidence: all.flatMap(\.evidence) + lines.flatMap(\.evidence), lines: lines)
    }

    // MARK: - Years

    /// How many years came to this, of those before the plan's that it looks back over, and the plan's own once that is over.
    func years(
        _ requirement: Requirement, of member: Member, _ result: Requirement.YearResult, _ least: Int64?, _ most: Int64?, _ clock: Clock
    ) -> RequirementStatus {
        let years = (facts.earlierYears ?? []).filter { clock.period.first <= $0.period.first } + (thisYear.map { [$0] } ?? [])
        let parts = years.map { year in
            RequirementStatus.Part(
                of: .days(year.period), count: year.has(result, member.id) ? 1 : 0, isBehind: false, unit: nil,
                evidence: (year.evidence[member.id] ?? []).sortedUnique)
        }
        let count = parts.map(\.count).sumClamped
        // It is known when the plan's own year is over.
        let ownYear = Clock(period: plan.period, asOf: facts.asOf)
        guard let least else {
            let holds = count <= most ?? .max
            return status(
                requirement, .count(count), ownYear.stateOfLimit(holds), ownYear, reached: Ratio(holds ? 1 : 0), parts: parts)
        }
        let state: TargetState = count >= least ? .met : ownYear.isOver ? .missed : .notDue
        return status(requirement, .count(count), state, ownYear, reached: Ratio(count, over: least), parts: parts)
    }

    /// Whether anything that is asked is about what years came to.
    private var asksOfYears: Bool {
        (plan.targets.flatMap(\.requirements) + plan.grades.flatMap(\.conditions).flatMap(\.requirements)).contains { $0.isOfYears }
    }

    /// Finds what the years before came to, where that is asked: by the plans that end before this one begins, of one period
    /// the one adopted last, each as it stood on its last day by what is known now.
    func findEarlierYears() {
        guard asksOfYears, facts.ever.earlierYears == nil else { return }
        var latest: [CalendarDate: AdoptedPlan] = [:]
        for adopted in facts.state.plans.values {
            guard let period = adopted.period, period.last < plan.period.first, adopted.id.description != plan.id else { continue }
            let former = latest[period.first]?.adopted?.position ?? .start
            if former <= adopted.adopted?.position ?? .start { latest[period.first] = adopted }
        }
        facts.ever.earlierYears = latest.sorted { $0.key < $1.key }.compactMap { _, adopted in
            guard let last = adopted.period?.last, let plan = try? adopted.plan(on: last) else { return nil }
            return YearOfMembers(assess(plan, facts.state, asOf: last))
        }
    }

    /// Targets about what years came to, once this year's own result is known.
    func withYears(_ targets: [TargetStatus]) -> [TargetStatus] {
        guard plan.targets.contains(where: { $0.requirements.contains(where: \.isOfYears) }), facts.asOf >= plan.period.last else {
            return targets
        }
        var known = self
        known.thisYear = YearOfMembers(status(targets))
        return targets.map { $0.target.requirements.contains(where: \.isOfYears) ? known.status(of: $0.target) : $0 }
    }

    /// The plan's status with these targets.
    func status(
        _ targets: [TargetStatus], calendar: [CalendarStatus] = [], unplanned: [ActivityID] = [], wholeYear: [PlanStatus] = []
    ) -> PlanStatus {
        PlanStatus(
            plan: plan, asOf: facts.asOf, position: facts.state.position, targets: targets, total: total(of: targets),
            members: plan.scoresMembers ? members(targets) : [], units: units(targets), inOffice: facts.membersInOffice.map(\.id),
            calendar: calendar, unplanned: unplanned, wholeYear: wholeYear)
    }
}

extension Requirement {
    /// Whether it, or one of the ways to reach it, is about what years came to.
    var isOfYears: Bool {
        if case .years = measure { true } else { alternatives.contains(where: \.isOfYears) }
    }
}
