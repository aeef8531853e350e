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
        /// The points are for a member, a group, a sector or the body, and the target assesses something else.
        case assessesOthers(target: String, Target.Subject)
        /// No member was ever of the group or sector.
        case nobodyOf(Affiliation)
    }

    /// What is wrong where a condition on a plan is not met; nil where it is met, or is on something else.
    static func fault(in condition: Condition, _ state: State) -> Fault? {
        switch condition {
        case .held: nil
        case .planReadable(let text, let plan, let adoption): fault(in: text, of: plan, adoption)
        case .markedByHand(let target, let plan):
            fault(in: plan, target, state) { $0.isMarkedByHand ? nil : .notByHand(target: $0.id) }
        case .hasTarget(let target, let plan): fault(in: plan, target, state) { _ in nil }
        case .scoredByHand(let target, let plan, let recipient):
            fault(in: plan, target, state) { $0.scoring == .byHand ? fault(ofPointsOf: recipient, for: $0, state) : .notByHand(target: $0.id) }
        case .scored(let target, let plan, let recipient):
            fault(in: plan, target, state) { $0.scoring != nil ? fault(ofPointsOf: recipient, for: $0, state) : .notScored(target: $0.id) }
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

    private static func fault(ofPointsOf recipient: PointsRecipient, for target: Target, _ state: State) -> Fault? {
        switch (target.subject, recipient) {
        case (.member, .member), (.body, .body), (.officeHolder, .body): nil
        case (.each(let kind), .unit(let unit)) where unit.kind == kind: state.hasMembers(of: unit) ? nil : .nobodyOf(unit)
        case (.member, _), (.body, _), (.officeHolder, _), (.each, _), (.unit, _): .assessesOthers(target: target.id, target.subject)
        }
    }
}
