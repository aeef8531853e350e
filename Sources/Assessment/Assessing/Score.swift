internal import Domain
internal import EventLog

/// What a target earned before its cap and floor.
struct Score {
    let sum: Ratio
    let lines: [ScoreLine]
    /// What the lines start from, where that is not nothing.
    let start: ScoreStart?

    init(sum: Ratio, lines: [ScoreLine], start: ScoreStart? = nil) {
        self.sum = sum
        self.lines = lines
        self.start = start
    }

    init(lines: [ScoreLine]) { self.init(sum: lines.map(\.points).sum, lines: lines) }

    /// From full marks on, where a target starts at them.
    func started(_ target: Target) -> Score {
        guard target.startsFull, let full = target.points else { return self }
        return Score(sum: Ratio(full) + sum, lines: lines, start: .full(full))
    }
}

extension Assessor {
    /// What the body or an office-holder earned.
    func score(_ target: Target, _ requirements: [RequirementStatus]) -> Score? {
        switch target.scoring {
        case nil: nil
        case .perAct(let selector, let points)?:
            perAct(acts(selector, of: target.subject), points) { isLed($0, by: target.subject) }
        case .around(let selector, let norm)?: around(acts(selector, of: target.subject), norm)
        case .shared(let selector, let points, let lead)?:
            each(acts(selector, of: target.subject)) { share(of: points, lead: lead.part, in: $0, for: target.subject) }
        case .byLevel(let selector, let honours, let levels)?:
            each(acts(selector, of: target.subject)) { Ratio($0.points(for: honours, by: levels)) }
        case .perQuantity(let selector, let lead, _, let rate)?:
            perQuantity(acts(selector, of: target.subject), rate) { ($0.amount(of: rate.unit), lead) }
        case .attendance(let selector, let points)?: attendance(target, selector, points).started(target)
        case .proRata?, .whenMet?, .bands?: byRequirements(target, requirements)
        case .byHand?: Score(lines: grants(for: target, to: target.recipient)).started(target)
        }
    }

    /// What one member earned.
    ///
    /// - Parameter acts: the member's own, as far as the target's scoring matches them.
    func score(_ target: Target, _ requirements: [RequirementStatus], of member: Member, _ acts: [Act]) -> Score? {
        switch target.scoring {
        case nil: nil
        case .perAct(_, let points)?: perAct(acts, points) { $0.isLed(by: member.id) }
        case .around(_, let norm)?: around(acts, norm)
        case .shared(_, let points, let lead)?:
            each(acts) { $0.share(of: points, lead: lead.part, for: member.id) }
        case .byLevel(_, let honours, let levels)?: each(acts) { Ratio($0.points(for: honours, by: levels)) }
        case .perQuantity(_, let lead, let other, let rate)?:
            perQuantity(acts, rate) { ($0.amount(of: rate.unit, by: member.id), $0.isLed(by: member.id) ? lead : other) }
        case .attendance(let selector, let points)?:
            Score(lines: here(meetings(selector).compactMap { line($0, member, target, points, everyLine: true) }, of: member.id)).started(target)
        case .proRata?, .whenMet?, .bands?: byRequirements(target, requirements)
        case .byHand?: Score(lines: grants(for: target, to: .member(member.id))).started(target)
        }
    }

    private func each(_ acts: [Act], _ points: (Act) -> Ratio) -> Score {
        Score(lines: acts.map { $0.line(points: $0.counts ? points($0) : Ratio(0)) })
    }

    /// - Parameters:
    ///   - acts: in their order.
    ///   - isLead: whether the part in an act is the first signer's.
    private func perAct(_ acts: [Act], _ points: ActPoints, _ isLead: (Act) -> Bool) -> Score {
        var number = 0
        let counted = acts.map { act -> (act: Act, points: Ratio, outcome: ScoreLine.Outcome) in
            guard act.counts else { return (act, Ratio(0), act.outcome) }
            let isLead = isLead(act)
            func worth(_ step: ActPoints.Step) -> Ratio { Ratio(isLead ? step.lead : step.other) }
            guard points.isByOrder else { return (act, worth(points.steps[0]), act.outcome) }
            // A part that never earns anything takes no place in the count.
            guard points.earns(asLead: isLead) else { return (act, Ratio(0), .partEarnsNothing) }
            number += 1
            guard let step = points.step(at: number) else {
                return (act, Ratio(0), .beforeCount(number, from: points.steps[0].from))
            }
            return (act, worth(step), .countsAs(number))
        }
        guard let times = points.times else { return Score(lines: counted.map { $0.act.line(points: $0.points, outcome: $0.outcome) }) }
        let best = counted.indices.filter { counted[$0].outcome.isCounted }
            .sorted { (counted[$1].points, $0) < (counted[$0].points, $1) }.prefix(times)
        return Score(
            lines: counted.indices.map { index in
                let (act, points, outcome) = counted[index]
                guard outcome.isCounted, !best.contains(index) else { return act.line(points: points, outcome: outcome) }
                return act.line(outcome: .beyondTimes(times))
            })
    }

    /// The lines say what counts; each by itself is worth nothing, as their number decides.
    private func around(_ acts: [Act], _ norm: Norm) -> Score {
        let count = Int64(acts.count(where: \.counts))
        return Score(sum: norm.worth(of: count), lines: acts.map { $0.line() }, start: .norm(norm, count: count))
    }

    /// - Parameter part: hundredths of the unit in an act, and what each time as much as the rate says is worth.
    private func perQuantity(
        _ acts: [Act], _ rate: Scoring.QuantityRate, _ part: (Act) -> (amount: Int64, points: Int64)
    ) -> Score {
        let parts: [(amount: Int64, points: Int64)] = acts.map { $0.counts ? part($0) : (0, 0) }
        let lines = zip(acts, parts).map { act, part in
            act.line(points: Ratio(part.amount, over: rate.per) * Ratio(part.points))
        }
        guard rate.isOfFullOnes else { return Score(lines: lines) }
        // Full ones are of what all acts come to: the points are the same for each, as the plan's reader saw to.
        let full = parts.map(\.amount).sumClamped / rate.per
        return Score(sum: Ratio(full.multipliedClamped(by: parts.map(\.points).max() ?? 0)), lines: lines)
    }

    /// What was reached least decides, where several things are required.
    private func byRequirements(_ target: Target, _ requirements: [RequirementStatus]) -> Score {
        let reached = requirements.map(\.reached).min() ?? Ratio(0)
        let sum: Ratio
        switch target.scoring {
        case .whenMet?: sum = Ratio(requirements.allSatisfy(\.isMet) ? target.points ?? 0 : 0)
        case .bands(let bands)?:
            sum = Ratio(bands.first { $0.from.isReached(by: reached) }?.points ?? 0)
        default:
            let points = reached * Ratio(target.points ?? 0)
            // What is not all is not rounded up to full marks.
            sum = reached < Ratio(1) ? min(points, Ratio(max(0, (target.points ?? 0) - 1))) : points
        }
        return Score(sum: sum, lines: requirements.flatMap(\.lines))
    }

    /// Of an office-holder, what they had a part in while they held the office.
    func acts(_ selector: Selector, of subject: Target.Subject) -> [Act] {
        firsts(everyAct(selector, of: subject), selector)
    }

    /// Members, where they are counted: each by the first of these acts in which they had a part.
    func firsts(_ acts: [Act], _ selector: Selector) -> [Act] {
        guard selector.countsMembers else { return acts }
        var known: Set<MemberID> = []
        return acts.flatMap { act -> [Act] in
            guard act.counts else { return [act] }
            let new = act.actors.filter { known.insert($0).inserted }
            var own = act
            guard !new.isEmpty else {
                own.outcome = .nobodyNew
                return [own]
            }
            return new.map { actor in
                (own.actors, own.outcome, own.evidence) = ([actor], .firstOf(actor), act.evidence(of: actor))
                return own
            }
        }
    }

    func everyAct(_ selector: Selector, of subject: Target.Subject) -> [Act] {
        let acts = here(facts.acts(selector), of: nil)
        if case .unit(let unit) = subject { return self.acts(selector, of: unit) }
        guard case .officeHolder(let role) = subject else { return acts }
        return acts.filter { act in
            let holders = Set(holders(of: role, on: act.date.first).map(\.id))
            return act.actors.contains(where: holders.contains)
        }
    }

    /// Whoever holds a role on a day, in the order of their ids.
    func holders(of role: String, on day: CalendarDate) -> [Member] {
        facts.members(on: day).filter { facts.names(of: .role, $0, on: day).contains(role) }
    }

    /// Whoever of a subject is counted at a meeting: who holds the role or belongs to the group or sector; of the body nobody
    /// by name.
    func counted(_ subject: Target.Subject, on day: CalendarDate) -> [Member] {
        switch subject {
        case .officeHolder(let role): holders(of: role, on: day)
        case .unit(let unit): facts.members(of: unit, on: day)
        case .body, .member, .each: []
        }
    }

    // MARK: - Attendance

    func meetings(_ selector: Selector) -> [Activity] {
        let subjects = Set(facts.acts(selector).map(\.subject))
        return facts.activities.filter { subjects.contains($0.id.subject) }
    }

    /// Whoever held the role, or belonged to the group or sector, on the day of each activity.
    private func attendance(_ target: Target, _ selector: Selector, _ points: AttendancePoints) -> Score {
        let lines = meetings(selector).flatMap { activity -> [ScoreLine] in
            guard let day = activity.date?.first else { return [] }
            return counted(target.subject, on: day).compactMap { line(activity, $0, target, points, everyLine: false) }
        }
        return Score(lines: here(lines, of: nil))
    }

    /// What a member's part in an activity is worth; nil for who may not be counted there.
    ///
    /// - Parameter everyLine: whether what is worth nothing is shown too.
    private func line(
        _ activity: Activity, _ member: Member, _ target: Target, _ points: AttendancePoints, everyLine: Bool
    ) -> ScoreLine? {
        guard let date = activity.date, facts.fits(target.who, member, on: date.first),
            let presence = facts.state.presence(of: member, at: activity, on: date.first)
        else { return nil }
        var worth: Ratio
        let outcome: ScoreLine.Outcome
        switch presence.attendance {
        case .excused: return nil
        case .present, .late:
            worth = points.worth(ofPresent: presence)
            outcome = points.outcome(ofPresent: presence, member.id)
        case .onLeave: (worth, outcome) = (Ratio(points.leave), .onLeave(member.id))
        case .absent: (worth, outcome) = (points.worth(ofAbsentFrom: presence.of), .absentWithoutCause(member.id))
        }
        // Where only absences are on record, nobody earns anything by leave either.
        if !activity.tookPlace { worth = min(worth, Ratio(0)) }
        guard worth != Ratio(0) || everyLine else { return nil }
        return ScoreLine(
            subject: activity.id.subject, date: date, points: worth, attendance: nil, outcome: outcome,
            evidence: (activity.evidence + presence.marks).sortedUnique)
    }

    // MARK: - By hand

    private func grants(for target: Target, to recipient: PointsRecipient) -> [ScoreLine] {
        facts.awards(for: target.id, of: plan.id, to: recipient).map { award, granted in
            ScoreLine(
                subject: award.id.subject, date: granted.occurred, points: Ratio(granted.fact.signedPoints), attendance: nil,
                outcome: .counts, evidence: award.evidence)
        }
    }

    /// With the points by hand that settle appeals: of a target that is counted they are lines of their own, beside what was
    /// counted and under the same cap and floor.
    func settled(_ score: Score?, _ target: Target, of recipient: PointsRecipient) -> Score? {
        guard let score, target.scoring != .byHand else { return score }
        let lines = facts.awards(for: target.id, of: plan.id, to: recipient).compactMap { award, granted -> ScoreLine? in
            guard let appeal = granted.fact.appeal else { return nil }
            let answer = facts.state.appeals[appeal]?.evidence ?? []
            return ScoreLine(
                subject: award.id.subject, date: granted.occurred, points: Ratio(granted.fact.signedPoints), attendance: nil,
                outcome: .settles(appeal), evidence: (award.evidence + answer).sortedUnique)
        }
        guard !lines.isEmpty else { return score }
        return Score(sum: ([score.sum] + lines.map(\.points)).sum, lines: score.lines + lines, start: score.start)
    }
}

extension Target {
    /// Whose points by hand count for it, where it is assessed as a whole.
    var recipient: PointsRecipient {
        if case .unit(let unit) = subject { .unit(unit) } else { .body }
    }
}

extension AttendancePoints {
    fileprivate func worth(ofPresent presence: Presence) -> Ratio {
        var worth = Ratio(present)
        if let halfDays = presence.halfDays, let all = presence.of, all > 0 {
            if isByHalfDays { worth = worth * Ratio(halfDays, over: all) }
            worth = worth + Ratio(halfDay) * Ratio(halfDays) + Ratio(missedHalfDay) * Ratio(all - halfDays)
        }
        if presence.attendance == .late { worth = worth + Ratio(late) }
        return presence.isLeftEarly ? worth + Ratio(leftEarly) : worth
    }

    fileprivate func worth(ofAbsentFrom halfDays: Int64?) -> Ratio {
        absent == 0 ? Ratio(missedHalfDay) * Ratio(halfDays ?? 0) : Ratio(absent)
    }

    /// Only what has points is told apart.
    fileprivate func outcome(ofPresent presence: Presence, _ member: MemberID) -> ScoreLine.Outcome {
        let isLate = presence.attendance == .late
        let isLeftEarly = presence.isLeftEarly && leftEarly != 0
        if halfDay != 0 || missedHalfDay != 0, presence.of == nil { return .halfDaysUnknown(member) }
        guard isLeftEarly || (countsHalfDays && presence.of != nil) else { return isLate ? .late(member) : .present(member) }
        return .attended(
            member, late: isLate, leftEarly: isLeftEarly, halfDays: countsHalfDays ? presence.halfDays : nil,
            of: countsHalfDays ? presence.of : nil)
    }
}

extension Act {
    /// Those of the highest level that has any, up to the one that the act came to.
    fileprivate func points(for honours: [Selector.Honour], by levels: [SuggestionAdopted.Level: Int64]) -> Int64 {
        guard let level = honours.compactMap({ self.honours[$0] ?? nil }).max() else { return 0 }
        return levels.filter { $0.key <= level }.max { $0.key < $1.key }?.value ?? 0
    }

    /// The first signer's part, or one of the equal parts that the others share. Who signs alone has it all.
    func share(of points: Int64, lead: Ratio, for member: MemberID) -> Ratio {
        let others = actors.count(where: { !isLed(by: $0) })
        guard actors.count > 1, others > 0 else { return Ratio(points) }
        let part = isLed(by: member) ? lead : (Ratio(1) + -lead) * Ratio(1, over: Int64(others))
        return part * Ratio(points)
    }
}
