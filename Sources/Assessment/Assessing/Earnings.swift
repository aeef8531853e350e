public import Domain
internal import EventLog

/// What members earned between two days: the difference of what they had come to. Hundredths.
///
/// What was earned in parts that follow each other, and what there was before the first of them, add up to what there is after
/// the last.
public struct Earnings: Sendable {
    /// Of the total, under every cap and floor.
    public let total: [MemberID: Int64]
    /// By target, under its own cap and floor.
    public let byTarget: [String: [MemberID: Int64]]

    /// - Parameter before: where the plan stood on the day before the first; nil at the plan's beginning. Who was not in office
    ///   then begins with the base, and full marks from which is taken.
    public init(_ status: PlanStatus, since before: PlanStatus?) {
        let totals = Dictionary((before?.members ?? []).map { ($0.member, $0.total.points) }) { first, _ in first }
        total = Dictionary(
            status.members.map { ($0.member, $0.total.points.subtractingClamped(totals[$0.member] ?? $0.start)) }) { first, _ in first }
        byTarget = status.targets.reduce(into: [:]) { targets, target in
            guard target.target.subject == .member, target.target.scoring != nil else { return }
            let earlier = before?.targets.first { $0.target.id == target.target.id }?.members ?? []
            let points = Dictionary(earlier.map { ($0.member, $0) }) { first, _ in first }
            targets[target.target.id] = target.members.reduce(into: [:]) { earned, own in
                guard own.isAsked, let now = own.points else { return }
                let start = own.start?.pointsOfNothing(in: target.target) ?? 0
                let then = points[own.member].flatMap { $0.isAsked ? $0.points : nil }
                earned[own.member] = now.subtractingClamped(then ?? start)
            }
        }
    }
}
