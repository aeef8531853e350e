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
            case .plan(let adopted):
                if let fault = fault(in: adopted) { return fault }
            case .points(let points):
                if let fault = fault(in: points.grant, state) { return fault }
            case .book, .member, .activity, .attendance, .visit, .proposal, .suggestion, .donation, .work,
                .attachment, .personalData, .correction:
                break
            }
        }
        return nil
    }

    private static func fault(in adopted: PlanAdopted) -> Fault? {
        do {
            let plan = try Plan(yaml: adopted.text)
            guard plan.id == adopted.plan.description, plan.year == Int(adopted.year) else {
                return .headerDiffers(id: plan.id, year: plan.year)
            }
            return nil
        } catch {
            return .unreadable(error)
        }
    }

    private static func fault(in grant: PointsGrant, _ state: State) -> Fault? {
        guard let text = state.plans[grant.plan]?.adopted?.fact.text, let plan = try? Plan(yaml: text),
            !plan.targets.contains(where: { $0.id == grant.target })
        else { return nil }
        return .noSuchTarget(grant.target, in: grant.plan)
    }
}
