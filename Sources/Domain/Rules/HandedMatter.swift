internal import EventLog

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

extension Suggestion: HandedMatter {
    static var step: TimeLimit.Step { .suggestion }
    var matter: Subject { id.subject }

    var handings: [Handing] {
        guard let handedOver else { return [] }
        return [
            Handing(
                unit: handedOver.fact.to, due: handedOver.fact.due, isDifficult: handedOver.fact.difficult ?? false,
                from: (handedOver.position, handedOver.occurred), answered: answered.map { ($0.position, $0.occurred) })
        ]
    }
}

extension Decision: HandedMatter {
    static var step: TimeLimit.Step { .decision }
    var matter: Subject { id.subject }

    var handings: [Handing] {
        rounds.map { round in
            Handing(
                unit: round.handedOver.fact.to, due: round.handedOver.fact.due, isDifficult: false,
                from: (round.handedOver.position, round.handedOver.occurred), answered: round.answered.map { ($0.position, $0.occurred) })
        }
    }
}

extension Petition: HandedMatter {
    static var step: TimeLimit.Step { .petition }
    var matter: Subject { id.subject }

    var handings: [Handing] {
        rounds.map { round in
            Handing(
                unit: round.handedOver.fact.to, due: round.handedOver.fact.due, isDifficult: false,
                from: (round.handedOver.position, round.handedOver.occurred), answered: round.answered.map { ($0.position, $0.occurred) })
        }
    }
}
