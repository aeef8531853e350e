internal import Domain
internal import EventLog

extension Assessor {
    /// With the points by hand that settle appeals: of a target that is counted they are lines of their own, beside what was
    /// counted and under the same cap and floor.
    func settled(_ score: Score?, _ target: Target, of member: MemberID?) -> Score? {
        guard let score, target.scoring != .byHand else { return score }
        let lines = facts.state.awards.values.compactMap { award -> ScoreLine? in
            guard let granted = award.granted, let appeal = granted.fact.appeal, granted.fact.plan.description == plan.id,
                granted.fact.target == target.id, granted.fact.member == member, facts.happened(granted.occurred)
            else { return nil }
            let answer = facts.state.appeals[appeal]?.evidence ?? []
            return ScoreLine(
                subject: award.id.subject, date: granted.occurred, points: Ratio(granted.fact.signedPoints), attendance: nil,
                outcome: .settles(appeal), evidence: (award.evidence + answer).sortedUnique)
        }
        guard !lines.isEmpty else { return score }
        return Score(sum: ([score.sum] + lines.map(\.points)).sum, lines: score.lines + lines, start: score.start)
    }
}
