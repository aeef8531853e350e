public import Assessment
public import Domain
internal import EventLog

/// Whether the conditions that decisions have on plans are met: the domain does not read plans.
public enum PlanGuard {
    public enum Fault: Error, Sendable {
        case unreadable(PlanError)
        /// The plan file says another id, or other days, than the command.
        case headerDiffers(id: String, Period)
        case noSuchTarget(String, in: PlanID)
        /// The target is counted, so a mark, or points given by hand, would be without effect.
        case notByHand(target: String)
        /// The target gives no points.
        case notScored(target: String)
        /// The target is each member's, and the command names none; or it is not, and the command names one.
        case memberMissing(target: String)
        case memberNotMeant(target: String)
    }

    /// What is wrong where a condition on a plan is not met; nil where it is met, or is on something else.
    static func fault(in condition: Condition, _ state: State) -> Fault? {
        switch condition {
        case .held: nil
        case .planReadable(let text, let plan, let adoption): fault(in: text, of: plan, adoption)
        case .markedByHand(let target, let plan):
            fault(in: plan, target, state) { $0.isMarkedByHand ? nil : .notByHand(target: $0.id) }
        case .hasTarget(let target, let plan): fault(in: plan, target, state) { _ in nil }
        case .scoredByHand(let target, let plan, let member):
            fault(in: plan, target, state) { $0.scoring == .byHand ? fault(ofPointsOf: member, for: $0) : .notByHand(target: $0.id) }
        case .scored(let target, let plan, let member):
            fault(in: plan, target, state) { $0.scoring != nil ? fault(ofPointsOf: member, for: $0) : .notScored(target: $0.id) }
        }
    }

    private static func fault(in text: String, of id: PlanID, _ adoption: PlanAdopted?) -> Fault? {
        do {
            let plan = try Plan(yaml: text)
            guard plan.id == id.description, adoption.map({ $0.period == plan.period }) ?? true else {
                return .headerDiffers(id: plan.id, plan.period)
            }
            return nil
        } catch {
            return .unreadable(error)
        }
    }

    /// Any version of the plan may have the target, and have it so that the command fits.
    ///
    /// - Parameter check: what is wrong with the command, if the target is this one.
    private static func fault(
        in plan: PlanID, _ target: String, _ state: State, _ check: (Target) -> Fault?
    ) -> Fault? {
        let plans = (state.plans[plan]?.versions ?? []).compactMap { try? Plan(yaml: $0.text) }
        guard !plans.isEmpty else { return nil }
        let faults = plans.compactMap { plan in plan.targets.first { $0.id == target }.map(check) }
        guard let last = faults.last else { return .noSuchTarget(target, in: plan) }
        return faults.contains { $0 == nil } ? nil : last
    }

    private static func fault(ofPointsOf member: MemberID?, for target: Target) -> Fault? {
        switch (target.subject, member) {
        case (.member, nil): return .memberMissing(target: target.id)
        case (.body, .some), (.officeHolder, .some): return .memberNotMeant(target: target.id)
        // A plan gives groups and sectors no points by hand.
        case (.each, _), (.unit, _): return .notByHand(target: target.id)
        case (.member, .some), (.body, nil), (.officeHolder, nil): return nil
        }
    }
}
