internal import Domain
internal import EventLog

/// What was reached of what is required.
extension Assessor {
    /// Of the body, or of whoever holds an office: of several ways to reach it, the one in which most was reached.
    func measure(_ requirement: Requirement, of subject: Target.Subject) -> RequirementStatus {
        best(requirement.ways.map { measureOne($0, of: subject) })
    }

    /// Of one member.
    ///
    /// - Parameters:
    ///   - who: among whom the member has to be on the day of a meeting.
    ///   - acts: the member's own, for each way to reach it.
    func measure(_ requirement: Requirement, of member: Member, _ who: Who?, _ acts: [[Act]]) -> RequirementStatus {
        best(zip(requirement.ways, acts).map { measureOne($0, of: member, who, $1) })
    }

    /// The first of those that are met, or of those in which most was reached.
    private func best(_ ways: [RequirementStatus]) -> RequirementStatus {
        ways.dropFirst().reduce(ways[0]) { best, way in
            if best.isMet != way.isMet { return best.isMet ? best : way }
            return way.reached > best.reached ? way : best
        }
    }

    private func measureOne(_ requirement: Requirement, of subject: Target.Subject) -> RequirementStatus {
        if requirement.over != nil, facts.period != .ever { return lookingBack.measureOne(requirement, of: subject) }
        let clock = clock(requirement)
        switch requirement.measure {
        case .count(let selector, let least, let most):
            let acts = acts(selector, of: subject, in: clock)
            guard let per = requirement.per, let least else { return count(requirement, acts, least, most, clock) }
            return parts(requirement, per, acts, least, clock, membersInOffice(of: subject))
        case .sum(let selector, let unit, let least, let most):
            let acts = acts(selector, of: subject, in: clock)
            let weight = Weight(unit: unit)
            guard let per = requirement.per, let least else { return count(requirement, acts, least, most, clock, weight) }
            return parts(requirement, per, acts, least, clock, membersInOffice(of: subject), weight)
        case .cadence(let selector, let months):
            return cadence(requirement, acts(selector, of: subject, in: clock), months, clock)
        case .ratio(let selector, let least):
            return ratio(requirement, acts(selector, of: subject, in: clock), least, clock, membersInOffice(of: subject).count)
        case .turnout(let selector, let least):
            return turnout(requirement, tally(meetings(selector, in: clock), of: subject), least, clock)
        case .absences(let selector, let most):
            return absences(requirement, tally(meetings(selector, in: clock), of: subject), most, clock)
        case .years: preconditionFailure("a plan asks these of members alone")
        case .averageDonation(let fen):
            return average(requirement, acts(requirement.selector, of: subject, in: clock).filter { $0.fen > 0 }, fen, clock, membersInOffice(of: subject).count)
        case .membership(let isGrowth, let least): return membership(requirement, isGrowth, least, clock)
        case .spent(let least): return spent(requirement, acts(requirement.selector, of: subject, in: clock), least, clock)
        }
    }

    private func measureOne(_ requirement: Requirement, of member: Member, _ who: Who?, _ acts: [Act]) -> RequirementStatus {
        if requirement.over != nil, facts.period != .ever { return lookingBack.measureOne(requirement, of: member, who, acts) }
        func meant(on day: CalendarDate) -> [Member] { facts.fits(who, member, on: day) ? [member] : [] }
        let clock = clock(requirement, of: member)
        let own = acts.filter { clock.contains($0.date) }
        switch requirement.measure {
        case .count(_, let least, let most):
            guard let per = requirement.per, let least else { return count(requirement, own, least, most, clock) }
            return parts(requirement, per, own, least, clock, [])
        case .sum(_, let unit, let least, let most):
            let weight = Weight(unit: unit, member: member.id)
            guard let per = requirement.per, let least else { return count(requirement, own, least, most, clock, weight) }
            return parts(requirement, per, own, least, clock, [], weight)
        case .cadence(_, let months): return cadence(requirement, own, months, clock)
        case .turnout(let selector, let least):
            return turnout(requirement, tally(meetings(selector, in: clock), meant), least, clock)
        case .absences(let selector, let most):
            guard requirement.inAny == nil, requirement.madeGood == nil else {
                return absences(requirement, of: member, who, selector, most, clock)
            }
            return absences(requirement, tally(meetings(selector, in: clock), meant), most, clock)
        case .years(let result, let least, let most): return years(requirement, of: member, result, least, most, clock)
        case .ratio, .averageDonation, .spent, .membership: preconditionFailure("a plan asks these of the body alone")
        }
    }

    private func clock(_ requirement: Requirement, of member: Member? = nil) -> Clock {
        if let over = requirement.over { return Clock(period: period(over, of: member), asOf: facts.asOf) }
        let period = days(of: requirement)
        return Clock(period: period, asOf: facts.asOf, served: member.map { facts.served($0, in: period) })
    }

    private func days(of requirement: Requirement) -> Period {
        requirement.within.map { Period(first: $0.first, last: $0.last) } ?? plan.period
    }

    /// Whether something is owed by a member: nothing is whose time was over before they took office.
    func isOwed(_ requirement: Requirement, by member: Member) -> Bool {
        requirement.ways.contains { $0.over != nil || !facts.served(member, in: days(of: $0)).isEmpty }
    }

    private func acts(_ selector: Selector, of subject: Target.Subject, in clock: Clock) -> [Act] {
        firsts(everyAct(selector, of: subject).filter { clock.contains($0.date) }, selector)
    }

    func meetings(_ selector: Selector, in clock: Clock) -> [Activity] {
        meetings(selector).filter { $0.date.map(clock.contains) ?? false }
    }

    // MARK: - Counts

    private func count(
        _ requirement: Requirement, _ acts: [Act], _ least: Int64?, _ most: Int64?, _ clock: Clock, _ weight: Weight = Weight()
    ) -> RequirementStatus {
        let count = weight.sum(acts.filter(\.counts))
        let actual = weight.unit.map { Quantity.amount(count, of: $0) } ?? .count(count)
        guard let least else {
            let holds = count <= most ?? .max
            return status(
                requirement, actual, clock.stateOfLimit(holds), clock, reached: Ratio(holds ? 1 : 0), acts)
        }
        return status(
            requirement, actual, clock.state(of: count, least), clock, remaining: max(0, least - count),
            reached: Ratio(count, over: least), acts)
    }

    /// What is asked of each member, in each place, or in each part of the year.
    private func parts(
        _ requirement: Requirement, _ per: Requirement.Per, _ acts: [Act], _ least: Int64, _ clock: Clock, _ members: [Member],
        _ weight: Weight = Weight()
    ) -> RequirementStatus {
        let counting = acts.filter(\.counts)
        if let months = per.months { return partsOfYear(requirement, counting, acts, months, least, clock, weight) }
        let parts = per == .place ? placeParts(counting, least, weight) : memberParts(requirement, counting, least, members, weight)
        let owed = parts.filter(\.isBehind)
        let (asked, reached) = (Int64(parts.count), Int64(parts.count - owed.count))
        // Nobody is asked: nothing is owed, and nothing was done.
        let state = asked == 0 ? clock.stateOfLimit(true) : clock.state(of: reached, asked)
        return status(
            requirement, .parts(reached: reached, of: asked), state, clock,
            remaining: owed.map { least - $0.count }.sumClamped,
            reached: asked == 0 ? Ratio(1) : Ratio(reached, over: asked), parts: parts, acts)
    }

    private func placeParts(_ counting: [Act], _ least: Int64, _ weight: Weight) -> [RequirementStatus.Part] {
        plan.places.map { place in
            let own = counting.filter { $0.place == place }
            return part(.place(place), weight.sum(own), least, weight, own.flatMap(\.evidence))
        }
    }

    private func memberParts(
        _ requirement: Requirement, _ counting: [Act], _ least: Int64, _ members: [Member], _ weight: Weight
    ) -> [RequirementStatus.Part] {
        var did: [MemberID: (count: Int64, evidence: [Position])] = [:]
        for act in counting {
            for actor in act.actors {
                let amount = Weight(unit: weight.unit, member: actor).of(act)
                did[actor, default: (0, [])].count = (did[actor]?.count ?? 0).addingClamped(amount)
                did[actor, default: (0, [])].evidence += act.evidence(of: actor)
            }
        }
        return members.filter { isAsked(requirement, $0) }.map { member in
            let own = did[member.id] ?? (0, [])
            return part(.member(member.id), own.count, least, weight, own.evidence)
        }
    }

    private func part(
        _ of: RequirementStatus.Part.Of, _ count: Int64, _ least: Int64, _ weight: Weight, _ evidence: [Position],
        hasBegun: Bool = true
    ) -> RequirementStatus.Part {
        RequirementStatus.Part(of: of, count: count, isBehind: hasBegun && count < least, unit: weight.unit, evidence: evidence.sortedUnique)
    }

    /// Who is in office for too little of the year is not asked.
    private func isAsked(_ requirement: Requirement, _ member: Member) -> Bool {
        guard isOwed(requirement, by: member) else { return false }
        guard let months = requirement.monthsInOfficeMin else { return true }
        let (first, end) = (plan.period.first, plan.period.last.adding(days: 1))
        var (whole, days) = (0, 0)
        for term in facts.state.terms(of: member.id) {
            let from = max(term.from, first)
            let until = min(term.until?.adding(days: 1) ?? end, end)
            guard from < until else { continue }
            let full = (1...120).last { from.adding(months: $0) <= until } ?? 0
            whole += full
            days += Int(until.daysSince1970) - Int(from.adding(months: full).daysSince1970)
        }
        // What is left of several terms makes a month once it is one of any length.
        return whole + days / 31 >= months
    }

    private func partsOfYear(
        _ requirement: Requirement, _ counting: [Act], _ acts: [Act], _ months: Int, _ least: Int64, _ clock: Clock,
        _ weight: Weight
    ) -> RequirementStatus {
        // Of each part the days in office; a part without any is not asked.
        let whole = clock.period.parts(months: months).compactMap { part in part.spanned(by: clock.served).map { (part, $0) } }
        let parts = whole.map(\.1)
        let counted = whole.map { part, _ in counting.filter { part.contains($0.date.last) } }
        let counts = counted.map { weight.sum($0) }
        let reached = counts.count { $0 >= least }
        let over = zip(parts, counts).filter { part, _ in part.last <= facts.asOf }
        let open = zip(parts, counts).filter { part, count in part.last > facts.asOf && count < least }
        let state: TargetState =
            over.contains { _, count in count < least }
            ? .missed
            : reached == parts.count ? .met : over.isEmpty && reached == 0 ? .notDue : .onTrack
        return status(
            requirement, .parts(reached: Int64(reached), of: Int64(parts.count)), state, clock, due: open.first?.0.last,
            remaining: open.map { least - $0.1 }.sumClamped,
            reached: parts.isEmpty ? Ratio(1) : Ratio(Int64(reached), over: Int64(parts.count)),
            parts: parts.indices.map { index in
                part(
                    .days(parts[index]), counts[index], least, weight, counted[index].flatMap(\.evidence),
                    hasBegun: parts[index].first <= facts.asOf)
            }, acts)
    }

    /// From one to the next, from the day before the period or the first day in office, and up to now or the last.
    private func cadence(
        _ requirement: Requirement, _ acts: [Act], _ months: Int, _ clock: Clock
    ) -> RequirementStatus {
        let days = acts.filter(\.counts).map(\.date.last).sorted()
        let served = clock.served.isEmpty ? [clock.period] : clock.served
        var (due, isKept, last) = (clock.period.first, true, clock.period.last)
        for span in served {
            due = span.first.adding(days: -1).adding(months: months)
            for day in days where span.contains(day) {
                if day > due { isKept = false }
                due = day.adding(months: months)
            }
            if due <= min(facts.asOf, span.last) { isKept = false }
            last = span.last
        }
        let isOver = facts.asOf >= last
        let state: TargetState = !isKept ? .missed : isOver ? .met : days.isEmpty ? .notDue : .onTrack
        var (remaining, next) = (Int64(0), due)
        while isKept, next < last, months > 0 {
            remaining += 1
            next = next.adding(months: months)
        }
        return status(
            requirement, .count(Int64(days.count)), state, clock, due: min(due, last), remaining: remaining,
            reached: Ratio(isKept && (isOver || !days.isEmpty) ? 1 : 0), acts)
    }

    // MARK: - Shares and averages

    private func ratio(
        _ requirement: Requirement, _ acts: [Act], _ least: Threshold, _ clock: Clock, _ members: Int
    ) -> RequirementStatus {
        let (count, members) = (Int64(acts.count(where: \.counts)), Int64(members))
        let reached = least.reached(by: count, of: members)
        let needed = members == 0 ? 0 : least.needed(of: members)
        return status(
            requirement, .share(numerator: count, denominator: members), clock.state(reached), clock,
            remaining: max(0, needed - count), reached: reached, acts)
    }

    private func average(
        _ requirement: Requirement, _ acts: [Act], _ fen: Int64, _ clock: Clock, _ members: Int
    ) -> RequirementStatus {
        let (total, members) = (acts.map(\.fen).sumClamped, Int64(members))
        let asked = members.multipliedClamped(by: fen)
        let reached = members == 0 ? Ratio(0) : Ratio(total, over: asked)
        return status(
            requirement, .fenPerMember(total: total, members: members), clock.state(reached), clock,
            remaining: max(0, asked.subtractingClamped(total)), reached: reached, acts)
    }

    /// Members in office at the end, or how many more than on the first day. It rises and falls, and is settled at the end.
    private func membership(_ requirement: Requirement, _ isGrowth: Bool, _ least: Int64, _ clock: Clock) -> RequirementStatus {
        let (end, state) = (min(facts.asOf, clock.period.last), facts.state)
        let atEnd = state.members.values.filter { state.isInOffice($0, on: end) }
        let atStart = isGrowth ? state.members.values.filter { state.isInOffice($0, on: clock.period.first) } : []
        let count = Int64(atEnd.count - atStart.count)
        let holds = count >= least
        return status(
            requirement, .count(count), clock.isOver ? (holds ? .met : .missed) : holds ? .onTrack : .behind, clock,
            remaining: max(0, least - count), reached: Ratio(max(0, count), over: least),
            evidence: (atEnd + atStart).flatMap(\.evidence))
    }

    /// Of everything that came in for the purposes of what was brought in. More than came in is no merit.
    private func spent(_ requirement: Requirement, _ acts: [Act], _ least: Threshold, _ clock: Clock) -> RequirementStatus {
        let subjects = Set(acts.map(\.subject))
        let purposes = Set(
            facts.state.donations.values.filter { subjects.contains($0.id.subject) }.compactMap { $0.received?.fact.purpose })
        let funds = facts.state.funds(asOf: facts.asOf).filter { purposes.contains($0.purpose) }
        let received = funds.map(\.received).sumClamped
        let spent = funds.map { min($0.spent, $0.received) }.sumClamped
        let reached = least.reached(by: spent, of: received)
        let needed = received == 0 ? 0 : least.needed(of: received)
        return status(
            requirement, .fenSpent(spent, of: received), clock.state(reached), clock, remaining: max(0, needed - spent),
            reached: reached, acts, evidence: funds.flatMap(\.evidence))
    }

    private func turnout(
        _ requirement: Requirement, _ tally: AttendanceTally, _ least: Threshold, _ clock: Clock
    ) -> RequirementStatus {
        let countable = tally.present + tally.onLeave + tally.absent
        let reached = least.reached(by: tally.present, of: countable)
        // It rises and falls until the last meeting, so it is met only when the time is over.
        let state: TargetState =
            clock.isOver
            ? (reached >= Ratio(1) ? .met : .missed) : countable == 0 ? .notDue : reached >= Ratio(1) ? .onTrack : .behind
        return status(
            requirement, .share(numerator: tally.present, denominator: countable), state, clock, reached: reached,
            evidence: tally.evidence)
    }

    private func absences(
        _ requirement: Requirement, _ tally: AttendanceTally, _ most: Int64, _ clock: Clock
    ) -> RequirementStatus {
        let holds = tally.absent <= most
        return status(
            requirement, .count(tally.absent), clock.stateOfLimit(holds), clock, reached: Ratio(holds ? 1 : 0),
            evidence: tally.evidence)
    }

    /// Everybody together, or whoever held the office on the day.
    private func tally(_ meetings: [Activity], of subject: Target.Subject) -> AttendanceTally {
        if subject != .body { return tally(meetings) { counted(subject, on: $0) } }
        var tally = AttendanceTally()
        for activity in meetings { tally.add(facts.attendance(of: activity)) }
        return tally
    }

    private func tally(_ meetings: [Activity], _ members: (CalendarDate) -> [Member]) -> AttendanceTally {
        var tally = AttendanceTally()
        for activity in meetings {
            guard let day = activity.date?.first else { continue }
            for member in members(day) {
                guard let (attendance, entries) = facts.state.attendance(of: member, at: activity, on: day) else { continue }
                tally.add(attendance, entries.isEmpty ? activity.evidence : entries)
            }
        }
        return tally
    }

    // MARK: - Together

    func status(
        _ requirement: Requirement, _ actual: Quantity, _ state: TargetState, _ clock: Clock, due: CalendarDate? = nil,
        remaining: Int64 = 0, reached: Ratio, parts: [RequirementStatus.Part] = [], _ acts: [Act] = [],
        evidence: [Position] = [], lines: [ScoreLine] = []
    ) -> RequirementStatus {
        RequirementStatus(
            requirement: requirement, actual: actual, state: state, due: due ?? clock.period.last, remaining: remaining,
            parts: parts, evidence: (acts.flatMap(\.evidence) + parts.flatMap(\.evidence) + evidence).sortedUnique, reached: reached,
            lines: acts.map { $0.line() } + lines)
    }
}

private struct AttendanceTally {
    var present: Int64 = 0
    var onLeave: Int64 = 0
    var absent: Int64 = 0
    var evidence: [Position] = []

    mutating func add(_ count: AttendanceCount) {
        present += Int64(count.present.count)
        onLeave += Int64(count.onLeave.count)
        absent += Int64(count.absent.count)
        evidence += count.evidence
    }

    mutating func add(_ attendance: Attendance, _ entries: [Position]) {
        switch attendance {
        case .present, .late: present += 1
        case .onLeave: onLeave += 1
        case .absent: absent += 1
        case .excused: return
        }
        evidence += entries
    }
}

/// What an act comes to: one, or so many hundredths of a unit.
private struct Weight {
    /// Nil where acts are counted.
    var unit: OpenWord?
    /// Whose part it is; nil for the whole act.
    var member: MemberID?

    func of(_ act: Act) -> Int64 {
        guard let unit else { return 1 }
        return member.map { act.amount(of: unit, by: $0) } ?? act.amount(of: unit)
    }

    func sum(_ acts: [Act]) -> Int64 { acts.map { of($0) }.sumClamped }
}
