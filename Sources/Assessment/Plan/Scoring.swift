public import Domain
internal import EventLog

/// How a target earns or loses points. All points in hundredths.
public enum Scoring: Equatable, Sendable {
    /// So much for each act that counts.
    case perAct(Selector, ActPoints)
    /// So much for a number of acts, and so much more or less for each act above or below it.
    case around(Selector, Norm)
    /// So much for so much of a quantity that is recorded with acts.
    case perQuantity(Selector, lead: Int64, other: Int64, QuantityRate)
    /// So much for each act, split: the first signer this part, the others the rest in equal parts.
    case shared(Selector, points: Int64, lead: Threshold)
    /// By the highest level of any of these honours.
    case byLevel(Selector, [Selector.Honour], [SuggestionAdopted.Level: Int64])
    /// For each activity, by what the member did.
    case attendance(Selector, AttendancePoints)
    /// Full marks times what was reached of the requirement, up to the full marks.
    case proRata
    /// Full marks when everything required is met, else nothing.
    case whenMet
    /// Steps by the share that was reached, from the highest to the lowest.
    case bands([Band])
    /// Given by a person, with a reason.
    case byHand

    /// Of what, and how much of it earns the points once.
    public struct QuantityRate: Equatable, Sendable {
        public let unit: OpenWord
        /// Hundredths of the unit.
        public let per: Int64
        /// Whether what is left over of the whole year's earns nothing.
        public let isOfFullOnes: Bool
    }

    public struct Band: Equatable, Sendable {
        public let from: Threshold
        public let points: Int64
    }
}

/// What acts are worth, one after the other: by date, and those of one day by their ids. Hundredths.
public struct ActPoints: Equatable, Sendable {
    public struct Step: Equatable, Sendable {
        /// From this act on, counted from 1.
        public let from: Int
        /// For the first signer, and for who is the only one.
        public let lead: Int64
        public let other: Int64
    }

    /// At least one, from the first to the last.
    public let steps: [Step]
    /// Only the best so many earn points; nil for all.
    public let times: Int?

    /// Whether it matters which act comes first.
    public var isByOrder: Bool { steps.count > 1 || steps[0].from > 1 }

    /// What holds for the n-th act; nil before the count begins.
    func step(at number: Int) -> Step? { steps.last { $0.from <= number } }

    /// The most that a first signer can earn by so many acts, or by any number of them; nil where there is no end to it.
    func most(of count: Int64?) -> Int64? {
        let best = steps.map(\.lead).max() ?? 0
        guard let limit = [count, times.map { Int64($0) }].compactMap(\.self).min() else { return best == 0 ? 0 : nil }
        // What the last step gives it gives without end: no act after that adds to the best.
        let last = Int64(steps[steps.count - 1].from).addingClamped(limit)
        guard isByOrder, last <= 10_000 else { return best.multipliedClamped(by: limit) }
        let worth = (1...Int(min(count ?? last, last))).compactMap { step(at: $0)?.lead }.sorted(by: >)
        return worth.prefix(Int(limit)).map(\.self).sumClamped
    }

    /// Whether a part in an act ever earns anything.
    func earns(asLead isLead: Bool) -> Bool { steps.contains { (isLead ? $0.lead : $0.other) > 0 } }
}

/// A number of acts that is worth so much, and what each act above or below it adds or takes. Hundredths.
public struct Norm: Equatable, Sendable {
    public let count: Int64
    public let points: Int64
    public let each: Int64

    /// What so many acts are worth.
    func worth(of count: Int64) -> Ratio { Ratio(points) + Ratio(count) * Ratio(each) + -(Ratio(self.count) * Ratio(each)) }
}

/// What one member's part in one activity is worth, in hundredths; negative where points are taken.
public struct AttendancePoints: Equatable, Sendable {
    public let present: Int64
    /// Besides, for who came late.
    public let late: Int64
    /// Besides, for who left early, late or not.
    public let leftEarly: Int64
    public let leave: Int64
    public let absent: Int64
    /// For each half-day there.
    public let halfDay: Int64
    /// For each half-day missed: by who was there for others, and by who was absent, where that has no points of its own.
    public let missedHalfDay: Int64
    /// Whether `present` is in proportion to the half-days there.
    public let isByHalfDays: Bool

    /// Whether half-days matter.
    public var countsHalfDays: Bool { isByHalfDays || halfDay != 0 || missedHalfDay != 0 }
}
