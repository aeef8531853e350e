public import Assessment
public import Domain
internal import EventLog

/// What the log cannot check of plans, because it does not read them: that a plan is one, and has the target named.
public enum PlanGuard {
    public enum Fault: Error, Sendable {
        case unreadable(PlanError)
        /// The plan file says another id or year than the command.
        case headerDiffers(id: String, year: Int)
        case noSuchTarget(String, in: PlanID)
        /// The target is counted, so a mark, or points given by hand, would be without effect.
        case notByHand(target: String)
        /// The target is each member's, and the command names none; or it is not, and the command names one.
        case memberMissing(target: String)
        case memberNotMeant(target: String)
    }

    static func fault(in events: [Event], _ state: State) -> Fault? {
        for event in events {
            switch event.payload {
            case let adopted as PlanAdopted:
                if let fault = fault(in: adopted.text, of: adopted.plan, year: Int(adopted.year)) { return fault }
            case let amended as PlanAmended:
                let year = state.plans[amended.plan]?.adopted.map { Int($0.fact.year) }
                if let fault = fault(in: amended.text, of: amended.plan, year: year) { return fault }
            case let marked as TargetMarked:
                if let fault = fault(in: marked.plan, marked.target, state, { $0.isMarkedByHand ? nil : .notByHand(target: $0.id) }) {
                    return fault
                }
            case let points as PointsAwarded:
                if let fault = fault(in: points.plan, points.target, of: points.member, state) { return fault }
            case let points as PointsDeducted:
                if let fault = fault(in: points.plan, points.target, of: points.member, state) { return fault }
            // No other event refers to a plan.
            default: break
            }
        }
        return nil
    }

    private static func fault(in text: String, of id: PlanID, year: Int?) -> Fault? {
        do {
            let plan = try Plan(yaml: text)
            guard plan.id == id.description, year == nil || plan.year == year else {
                return .headerDiffers(id: plan.id, year: plan.year)
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

    /// Of points for a target, and for a member or for all.
    private static func fault(in plan: PlanID, _ target: String, of member: MemberID?, _ state: State) -> Fault? {
        fault(in: plan, target, state) { fault(ofPointsOf: member, for: $0) }
    }

    private static func fault(ofPointsOf member: MemberID?, for target: Target) -> Fault? {
        guard target.scoring == .byHand else { return .notByHand(target: target.id) }
        switch (target.subject, member) {
        case (.member, nil): return .memberMissing(target: target.id)
        case (.body, .some), (.officeHolder, .some): return .memberNotMeant(target: target.id)
        case (.member, .some), (.body, nil), (.officeHolder, nil): return nil
        }
    }
}
