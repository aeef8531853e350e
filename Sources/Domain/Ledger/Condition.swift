/// What a decision depends on and no entry says: whoever records makes sure of it, in the same transaction.
public enum Condition: Equatable, Sendable {
    /// The book has an attachment of this hash and length.
    case held(AttachmentAdded)
    /// A text can be read as a plan, of this id, and of the days of this adoption.
    case planReadable(String, as: PlanID, for: PlanAdopted?)
    /// A plan has a target.
    case hasTarget(String, of: PlanID)
    /// A target of a plan is marked by hand.
    case markedByHand(target: String, of: PlanID)
    /// A target of a plan is given points by hand, and assesses whoever they are given to.
    case scoredByHand(target: String, of: PlanID, PointsRecipient)
    /// A target of a plan gives points in some way, and assesses whoever they are given to.
    case scored(target: String, of: PlanID, PointsRecipient)
}

extension State {
    /// What the events of a decision still depend on.
    public func conditions(of events: [Event]) -> [Condition] { events.flatMap { $0.content.conditions(in: self) } }
}
