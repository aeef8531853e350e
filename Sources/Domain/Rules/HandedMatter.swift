public import EventLog

/// A matter that is given to one unit at a time, which has to answer it: its time limit is counted like any other's.
protocol HandedMatter {
    /// What has to be done within the limit.
    static var step: TimeLimit.Step { get }
    /// Every time that it was given to a unit, in the order of recording.
    var handings: [Handing] { get }
    var matter: Subject { get }
}

/// One time that a matter was given to a unit.
struct Handing {
    /// Where something stands in the log, and when it happened.
    typealias Fact = (position: Position, occurred: Occurrence)

    let unit: String
    /// The day that was set; nil for that of the rules.
    let due: CalendarDate?
    let isDifficult: Bool
    let from: Fact
    let answered: Fact?
}

/// That a matter was given to a unit.
package protocol Handover: Sendable {
    var to: String { get }
    /// The day that was set; nil for that of the rules.
    var due: CalendarDate? { get }
    var isDifficult: Bool { get }
}

extension Handover {
    package var isDifficult: Bool { false }
}

extension DecisionHandedOver: Handover {}
extension PetitionHandedOver: Handover {}
extension SuggestionHandedOver: Handover {
    package var isDifficult: Bool { difficult ?? false }
}

/// One time that a matter was given to a unit, with its answer.
public struct HandedRound<HandedOver: Sendable, Answered: Sendable>: Sendable {
    public let handedOver: Recorded<HandedOver>
    /// Nil until it was answered.
    public internal(set) var answered: Recorded<Answered>?
}

extension HandedRound where HandedOver: Handover {
    var handing: Handing {
        Handing(
            unit: handedOver.fact.to, due: handedOver.fact.due, isDifficult: handedOver.fact.isDifficult,
            from: (handedOver.position, handedOver.occurred), answered: answered.map { ($0.position, $0.occurred) })
    }
}

extension Suggestion: HandedMatter {
    static var step: TimeLimit.Step { .suggestion }
    var matter: Subject { id.subject }
    var handings: [Handing] { handedOver.map { [HandedRound(handedOver: $0, answered: answered).handing] } ?? [] }
}

extension Decision: HandedMatter {
    static var step: TimeLimit.Step { .decision }
    var matter: Subject { id.subject }
    var handings: [Handing] { rounds.map(\.handing) }
}

extension Petition: HandedMatter {
    static var step: TimeLimit.Step { .petition }
    var matter: Subject { id.subject }
    var handings: [Handing] { rounds.map(\.handing) }
}
