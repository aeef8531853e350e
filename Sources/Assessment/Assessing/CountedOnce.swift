internal import Domain
internal import EventLog

/// What of each claimant counts for another target: the thing, and the target it counts for.
struct Elsewhere {
    /// Whose acts they are; nil for the body's and an office-holder's.
    private(set) var targets: [MemberID?: [Subject: String]] = [:]

    mutating func add(_ thing: Subject, of claimant: MemberID?, countsFor target: String) {
        targets[claimant, default: [:]][thing] = target
    }
}

/// Acts that count for one target of several.
extension Assessor {
    /// Every target, each act counted once where the plan says so.
    func statuses() -> [TargetStatus] {
        var statuses = plan.targets.map(status)
        for group in plan.once {
            settle(group.targets.compactMap { id in plan.targets.firstIndex { $0.id == id } }, by: group.rule, &statuses)
        }
        return statuses
    }

    /// Takes what counts for two targets from all but one of them, and looks again: another act may have taken its place.
    /// What was taken stays so, and there is ever less to take.
    private func settle(_ group: [Int], by rule: CountedOnce.Rule, _ statuses: inout [TargetStatus]) {
        var elsewhere: [Int: Elsewhere] = [:]
        while true {
            let taken = clashes(group, by: rule, statuses)
            guard !taken.isEmpty else { return }
            for clash in taken {
                elsewhere[clash.from, default: Elsewhere()].add(
                    clash.thing, of: clash.claimant, countsFor: plan.targets[clash.countsFor].id)
            }
            for index in Set(taken.map(\.from)) {
                var assessor = self
                assessor.elsewhere = elsewhere[index] ?? Elsewhere()
                statuses[index] = assessor.status(of: plan.targets[index])
            }
        }
    }

    private typealias Clash = (thing: Subject, claimant: MemberID?, from: Int, countsFor: Int)

    private func clashes(_ group: [Int], by rule: CountedOnce.Rule, _ statuses: [TargetStatus]) -> [Clash] {
        var clashes: [Clash] = []
        guard let first = group.first else { return [] }
        // Every target of a group assesses the same members, in the same order.
        let isOfMembers = plan.targets[first].subject == .member
        let claimants: [MemberID?] = isOfMembers ? statuses[first].members.map(\.member) : [nil]
        for (place, claimant) in claimants.enumerated() {
            // What each thing earns, by the target's place in the group.
            var earned: [Subject: [Claim]] = [:]
            for index in group {
                let lines = isOfMembers ? statuses[index].members[place].lines : statuses[index].lines
                for (thing, points) in earnings(lines, plan.targets[index]) {
                    earned[thing, default: []].append(
                        Claim(index: index, points: points, isKept: isKept(thing, lines, plan.targets[index])))
                }
            }
            for (thing, claims) in earned where claims.count > 1 {
                let (best, lost) = settled(claims, by: rule)
                clashes += lost.map { (thing, claimant, $0.index, best.index) }
            }
        }
        return clashes
    }

    private struct Claim {
        let index: Int
        let points: Ratio
        /// Whether it had counted before the plan was amended.
        let isKept: Bool
    }

    /// The claim under which a thing counts, and those that lose it. Of what had counted before an amendment nothing is lost, but
    /// to what earns more, where that is the rule.
    private func settled(_ claims: [Claim], by rule: CountedOnce.Rule) -> (best: Claim, lost: [Claim]) {
        func best(of claims: [Claim]) -> Claim? {
            guard let first = claims.first else { return nil }
            return rule == .first ? first : claims.dropFirst().reduce(first) { $1.points > $0.points ? $1 : $0 }
        }
        let (kept, since) = (claims.filter(\.isKept), claims.filter { !$0.isKept })
        guard let old = best(of: kept) else { return best(of: since).map { best in (best, since.filter { $0.index != best.index }) } ?? (claims[0], []) }
        if let new = best(of: since), rule == .better, new.points > kept.map(\.points).sum {
            return (new, claims.filter { $0.index != new.index })
        }
        return (old, since)
    }

    /// Whether a thing earned by a line of before the amendment, which stays.
    private func isKept(_ thing: Subject, _ lines: [ScoreLine], _ target: Target) -> Bool {
        guard let kept, target.isScoredByAct else { return false }
        return lines.contains { $0.points > Ratio(0) && $0.date.last <= kept.until && facts.thing($0.subject) == thing }
    }

    /// What earned points, or counted where nothing earns points act by act.
    private func earnings(_ lines: [ScoreLine], _ target: Target) -> [Subject: Ratio] {
        var earned: [Subject: Ratio] = [:]
        for line in lines {
            let counts = target.scoring?.earnsByAct ?? false ? line.points > Ratio(0) : line.outcome.isCounted
            if counts { earned[facts.thing(line.subject), default: Ratio(0)] = earned[facts.thing(line.subject), default: Ratio(0)] + line.points }
        }
        return earned
    }

    /// Acts, with those marked that count for another target.
    func here(_ acts: [Act], of claimant: MemberID?) -> [Act] {
        guard let targets = elsewhere.targets[claimant] else { return acts }
        return acts.map { act in
            guard act.counts, let target = targets[facts.thing(act.subject)] else { return act }
            var taken = act
            taken.outcome = .countedUnder(target)
            return taken
        }
    }

    /// Lines of meetings, with those marked that count for another target.
    func here(_ lines: [ScoreLine], of claimant: MemberID?) -> [ScoreLine] {
        guard let targets = elsewhere.targets[claimant] else { return lines }
        return lines.map { line in
            guard line.points > Ratio(0), let target = targets[facts.thing(line.subject)] else { return line }
            return ScoreLine(
                subject: line.subject, date: line.date, points: Ratio(0), attendance: line.attendance, attendanceAsked: line.attendanceAsked,
                outcome: .countedUnder(target), evidence: line.evidence)
        }
    }
}

extension Scoring {
    /// Whether each act or meeting has points of its own.
    fileprivate var earnsByAct: Bool {
        switch self {
        case .perAct, .perQuantity, .shared, .byLevel, .attendance, .byHand: true
        case .around, .proRata, .whenMet, .bands: false
        }
    }
}

extension YearFacts {
    /// What an act is about: the proposal that a suggestion was, what was commended; else the act itself.
    func thing(_ subject: Subject) -> Subject {
        if let id = SuggestionID(subject), let origin = state.suggestions[id]?.submitted?.fact.proposal { return origin.subject }
        if let id = CommendationID(subject), let what = state.commendations[id]?.given?.fact.what { return thing(what) }
        return subject
    }
}
