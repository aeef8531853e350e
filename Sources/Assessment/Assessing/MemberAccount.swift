public import Domain

/// What a member's total is made of, row by row: the rows that are no sums add up to the total, exactly. Hundredths.
public struct MemberAccount: Sendable {
    public enum What: Sendable {
        /// What everybody starts from.
        case base
        /// Full marks of a heading, from which its targets take.
        case startOfHeading(Heading)
        case start(Target, ScoreStart)
        case line(Target, ScoreLine)
        /// What is earned by what was reached of what the target requires, and by no act alone.
        case reached(Target, [RequirementStatus])
        /// What the full ones of a quantity are worth besides what its parts would be.
        case fullOnes(Target)
        /// What was earned before an amendment, and stays.
        case amended(Target)
        /// What the target's cap takes, or its floor gives.
        case limit(Target)
        /// Points are rounded once for each target.
        case rounding(Target)
        /// What a heading's cap takes, or its floor gives.
        case limitOfHeading(Heading)
        /// What the plan's floor gives.
        case floor
        /// What a target comes to.
        case target(Target, MemberTarget)
        /// What a heading comes to.
        case heading(Heading, Total.HeadingStatus)
        case total(Total)

        /// Whether it sums up rows before it.
        public var isSum: Bool {
            switch self {
            case .target, .heading, .total: true
            case .base, .startOfHeading, .start, .line, .reached, .fullOnes, .amended, .limit, .rounding, .limitOfHeading, .floor: false
            }
        }
    }

    public struct Row: Sendable {
        public let what: What
        public let points: Ratio
    }

    public let member: MemberID
    public let rows: [Row]

    /// Nil for who has no total in the plan.
    public init?(of member: MemberID, in status: PlanStatus) {
        guard let index = status.members.firstIndex(where: { $0.member == member }) else { return nil }
        let total = status.members[index].total
        let targets = status.targets.compactMap { target -> MemberTarget.Scored? in
            guard target.target.subject == .member, target.members.indices.contains(index), let points = target.members[index].points else { return nil }
            return MemberTarget.Scored(target: target.target, own: target.members[index], points: points)
        }
        self.member = member
        var rows: [Row] = total.base == 0 ? [] : [Row(what: .base, points: Ratio(total.base))]
        // In the plan's order; a heading where the first of its targets is.
        var headings = total.headings
        for target in targets {
            guard let id = target.target.heading, let heading = status.plan.headings.first(where: { $0.id == id }) else {
                rows += target.rows
                continue
            }
            guard let index = headings.firstIndex(where: { $0.id == id }) else { continue }
            let sum = headings.remove(at: index)
            if let start = sum.start { rows.append(Row(what: .startOfHeading(heading), points: Ratio(start))) }
            rows += targets.filter { $0.target.heading == id }.flatMap(\.rows)
            if sum.points != sum.sum { rows.append(Row(what: .limitOfHeading(heading), points: Ratio(sum.points) + -Ratio(sum.sum))) }
            rows.append(Row(what: .heading(heading, sum), points: Ratio(sum.points)))
        }
        if total.points != total.sum { rows.append(Row(what: .floor, points: Ratio(total.points) + -Ratio(total.sum))) }
        self.rows = rows + [Row(what: .total(total), points: Ratio(total.points))]
    }
}

extension MemberTarget {
    /// A target of the member that gives points.
    fileprivate struct Scored {
        let target: Target
        let own: MemberTarget
        let points: Int64

        var rows: [MemberAccount.Row] {
            guard own.isAsked else { return [sum] }
            let start = own.start.map { MemberAccount.Row(what: .start(target, $0), points: $0.points(of: target)) }
            let lines = own.lines.map { MemberAccount.Row(what: .line(target, $0), points: $0.points) }
            let exact = ([start?.points ?? Ratio(0)] + lines.map(\.points)).sum
            // What is rounded is not more than half a hundredth away; what is further away has another reason.
            let uncapped = exact.rounded == own.uncapped ? exact : Ratio(own.uncapped ?? 0)
            let limited = uncapped.rounded == points ? uncapped : Ratio(points)
            func row(_ what: MemberAccount.What, _ points: Ratio) -> [MemberAccount.Row] {
                points == Ratio(0) ? [] : [MemberAccount.Row(what: what, points: points)]
            }
            return (start.map { [$0] } ?? []) + lines + row(rest, uncapped + -exact) + row(.limit(target), limited + -uncapped)
                + row(.rounding(target), Ratio(points) + -limited) + [sum]
        }

        private var sum: MemberAccount.Row { MemberAccount.Row(what: .target(target, own), points: Ratio(points)) }

        /// Why the lines do not add up to what was earned.
        private var rest: MemberAccount.What {
            if target.isOfRequirements { return .reached(target, own.requirements) }
            if case .perQuantity(_, _, _, let rate)? = target.scoring, rate.isOfFullOnes { return .fullOnes(target) }
            return .amended(target)
        }
    }
}

extension ScoreStart {
    /// Hundredths.
    fileprivate func points(of target: Target) -> Ratio {
        switch self {
        case .full(let full): Ratio(full)
        case .norm(let norm, let count): norm.worth(of: count)
        }
    }

    /// What there is before anything was done.
    func pointsOfNothing(in target: Target) -> Int64 {
        switch self {
        case .full(let full): target.limited(Ratio(full))
        case .norm(let norm, _): target.limited(norm.worth(of: 0))
        }
    }
}
