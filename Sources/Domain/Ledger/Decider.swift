import CanonicalJSON
public import EventLog

extension State {
    /// Decides what a command puts on record: pure, against everything recorded before it.
    ///
    /// - Throws: `Rejection`, and then nothing is to be recorded.
    public func decide(_ command: Command) throws(Rejection) -> [Event] {
        if command.kind.needsReason, command.reason == nil { throw .reasonMissing }
        if let cause = command.cause, cause > position { throw .noSuchEntry(cause) }
        if position == .start, command.kind.name != BookOpened.openName { throw .bookNotOpened }
        switch command.request {
        case .correct(let position, let changes, let when):
            return try decideCorrection(of: position, setting: changes, when: when)
        case .void(let position):
            return try decideVoiding(of: position)
        case .facts(let facts):
            // Days are those of the body's clock; what is recorded is what was said.
            let occurred = clock.local(command.occurred)
            let events = facts.isNumberedByBook ? facts.events.map { $0.numbered(in: self, occurred: occurred) } : facts.events
            if let repeated = facts.members?.repeated, !repeated.isEmpty { throw .namedTwice(repeated) }
            var obstacles = Obstacles()
            for event in events {
                obstacles.attempt { () throws(Rejection) in
                    let content = event.local(to: clock).content
                    try content.check(occurred: occurred, hasReason: command.reason != nil, in: self)
                    try requireNotErased(event)
                    try requireNotMerged(event)
                    try content.checkDependents(occurred: occurred, in: self)
                }
            }
            try obstacles.end()
            return events
        }
    }

    /// Whether a command asks for just what was recorded under its id.
    ///
    /// - Parameter recorded: the events of the first command, with personal texts opened.
    public func isSameContent(_ command: Command, as recorded: [RecordedEvent], opened: [Event]) -> Bool {
        guard let first = recorded.first?.event, first.occurred == command.occurred,
            first.by.inRecordedForm(keepsLines: false) == command.by,
            first.reason?.inRecordedForm(keepsLines: true) == command.reason, first.cause == command.cause
        else { return false }
        switch command.request {
        case .void(let position): return (opened.first?.payload as? FactVoided)?.corrects == position
        case .correct(let position, let changes, let when):
            guard let correction = opened.first?.payload as? FactCorrected else { return false }
            let fields = correction.event.fields
            let changes = KindNames.understood(changes, of: correction.event.type.description)
            return correction.corrects == position && correction.occurred == when
                && changes.members.allSatisfy { fields[$0.key]?.inRecordedForm == ($0.value == .null ? nil : $0.value.inRecordedForm) }
        case .facts:
            guard let event = opened.first else { return false }
            // A command of another kind need not have sense with this one's id.
            guard event.type.description == command.kind.eventType else { return false }
            let number = command.kind.numbered.flatMap { event.fields[$0] }
            // Read as it was read then: a version that is not recorded any more may have understood the same fields otherwise.
            guard let meant = command.events(version: first.version, number: number) else { return false }
            // Earlier versions recorded texts as they came.
            return meant == opened || meant.map(\.fields.inRecordedForm) == opened.map(\.fields.inRecordedForm)
        }
    }
}

extension Event {
    /// With the number that the book gives next.
    fileprivate func numbered(in state: State, occurred: Occurrence) -> Event {
        guard var payload = payload as? any NumberedPayload else { return self }
        payload.takeNumber(in: state, occurred: occurred)
        return Event(payload)
    }
}
