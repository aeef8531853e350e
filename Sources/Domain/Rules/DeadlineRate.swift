public import EventLog

/// How many of the limits of one kind that are over were kept.
public struct DeadlineRate: Equatable, Sendable {
    public let step: TimeLimit.Step
    public let inTime: Int
    /// Done, in time or late, and overdue; what still runs is left out.
    public let of: Int

    public static func all(_ deadlines: [Deadline], on day: CalendarDate) -> [DeadlineRate] {
        TimeLimit.Step.allCases.compactMap { step in
            let standings = deadlines.filter { $0.step == step }.map { $0.standing(asOf: day) }
            let over = standings.filter { $0 != .open && $0 != .paused }
            guard !over.isEmpty else { return nil }
            return DeadlineRate(step: step, inTime: over.count { $0 == .doneInTime }, of: over.count)
        }
    }
}
