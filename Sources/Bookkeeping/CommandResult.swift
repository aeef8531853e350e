public import Assessment
public import Domain
public import EventLog

/// What became of one command.
public enum CommandResult: Sendable {
    case recorded([Position])
    /// The command had been recorded before, with the same content: this is its first result.
    case repeated([Position])
    case refused(Rejection)
    /// The plan text that was to be adopted is no plan, or names what the plan does not have.
    case faultyPlan(PlanGuard.Fault)
    case entryTooLong(byteCount: Int)
    /// Nothing was wrong with it, but another command of an atomic group was refused.
    case notRecordedBesideRefusal

    /// Whether the command is on record.
    public var isDone: Bool {
        switch self {
        case .recorded, .repeated: true
        case .refused, .faultyPlan, .entryTooLong, .notRecordedBesideRefusal: false
        }
    }
}

/// What the log cannot check of plans, because it does not read them: that a plan is one, and has the target named.
public enum PlanGuard {
    public enum Fault: Error, Sendable {
        case unreadable(PlanError)
        /// The plan file says another id or year than the command.
        case headerDiffers(id: String, year: Int)
        case noSuchTarget(String, in: PlanID)
    }

    static func fault(in events: [Event], _ state: State) -> Fault? {
        for event in events {
            switch event {
            case .plan(.adopted(let adopted)):
                if let fault = fault(in: adopted.text, of: adopted.plan, year: Int(adopted.year)) { return fault }
            case .plan(.amended(let amended)):
                let year = state.plans[amended.plan]?.adopted.map { Int($0.fact.year) }
                if let fault = fault(in: amended.text, of: amended.plan, year: year) { return fault }
            case .plan(.targetMarked(let marked)):
                if let fault = fault(in: marked.plan, target: marked.target, state) { return fault }
            case .points(let points):
                if let fault = fault(in: points.grant.plan, target: points.grant.target, state) { return fault }
            case .book, .member, .activity, .attendance, .visit, .proposal, .suggestion, .donation, .work,
                .attachment, .personalData, .correction:
                break
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

    /// Any version of the plan may have the target.
    private static func fault(in plan: PlanID, target: String, _ state: State) -> Fault? {
        let plans = (state.plans[plan]?.versions ?? []).compactMap { try? Plan(yaml: $0.text) }
        guard !plans.isEmpty, !plans.contains(where: { $0.targets.contains { $0.id == target } }) else { return nil }
        return .noSuchTarget(target, in: plan)
    }
}
