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
        case .facts(_, let members):
            let events = events(of: command) { command.kind.numbered?.next(self, command.occurred) }
            if let repeated = members?.repeated, !repeated.isEmpty { throw .namedTwice(repeated) }
            var obstacles = Obstacles()
            for event in events {
                obstacles.attempt { () throws(Rejection) in
                    try check(event, of: command)
                    try requireNotErased(event)
                    try requireNotMerged(event)
                    try requireOthersStand(beside: event, of: command)
                }
            }
            try obstacles.end()
            return events
        }
    }

    /// The events of a command that was read before: its fields are known to be good.
    private func events(of command: Command, id: () -> String?) -> [Event] {
        do {
            return try Command.events(of: command.kind, command.request, id: id)
        } catch {
            preconditionFailure("a command's fields were read when it was made: \(error)")
        }
    }

    private func check(_ event: Event, of command: Command) throws(Rejection) {
        func recorded<Fact>(_ fact: Fact) -> Recorded<Fact> {
            Recorded(position: position.next, occurred: command.occurred, fact: fact)
        }
        switch event {
        case .book(let event): try book.check(recorded(event), in: self)
        case .member(let event):
            try (members[event.member] ?? Member(id: event.member)).check(recorded(event), in: self)
        case .activity(let event):
            try (activities[event.activity] ?? Activity(id: event.activity)).check(recorded(event), in: self)
        case .attendance(let event):
            guard let activity = activities[event.activity] else { throw .unknown(event.activity.subject) }
            try activity.attendance.check(recorded(event), reason: command.reason, at: activity, in: self)
        case .visit(let event): try (visits[event.visit] ?? Visit(id: event.visit)).check(recorded(event), in: self)
        case .proposal(let event):
            try (proposals[event.proposal] ?? Proposal(id: event.proposal)).check(recorded(event), in: self)
        case .suggestion(let event):
            try (suggestions[event.suggestion] ?? Suggestion(id: event.suggestion)).check(recorded(event), in: self)
        case .donation(let event):
            try (donations[event.donation] ?? Donation(id: event.donation)).check(recorded(event), in: self)
        case .fund(let event): try (expenses[event.expense] ?? Expense(id: event.expense)).check(recorded(event), in: self)
        case .work(let event): try (works[event.work] ?? Work(id: event.work)).check(recorded(event), in: self)
        case .plan(let event): try (plans[event.plan] ?? AdoptedPlan(id: event.plan)).check(recorded(event), in: self)
        case .points(let event):
            let id = event.grant.award
            try (awards[id] ?? Award(id: id)).check(recorded(event), in: self)
        case .rules(let event): try (ruleSets[event.rules] ?? AdoptedRules(id: event.rules)).check(recorded(event), in: self)
        case .workCalendar(let event):
            try (workCalendars[event.year] ?? WorkCalendar(id: event.year)).check(recorded(event), in: self)
        case .attachment(let event):
            let id = event.attachment
            try (attachments[id] ?? Attachment(id: id)).check(recorded(event), in: self)
        case .personalData(let event):
            try (personalData[event.owner] ?? PersonalData(owner: event.owner)).check(recorded(event), in: self)
        case .correction: preconditionFailure("corrections are decided apart")
        }
    }

    /// What ends a term, or moves an activity, must leave standing what was recorded of the days it concerns.
    private func requireOthersStand(beside event: Event, of command: Command) throws(Rejection) {
        switch event {
        case .activity(.rescheduled(let move)):
            guard var activity = activities[move.activity] else { return }
            activity.apply(Recorded(position: position.next, occurred: command.occurred, fact: .rescheduled(move)))
            try activity.attendance.checkHistory(at: activity, in: self)
        case .member(.left(let leaving)):
            guard let index = members.index(of: leaving.member) else { return }
            var trial = self
            trial.members.values[index].apply(Recorded(position: position.next, occurred: command.occurred, fact: .left(leaving)))
            try trial.checkConsistency(ofMember: trial.members.values[index])
        default: return
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
        switch (command.request, opened.first) {
        case (.void(let position), .correction(.voided(let event))?): return event.corrects == position
        case (.correct(let position, let changes, let when), .correction(.corrected(let event))?):
            let fields = event.event.fields
            return event.corrects == position && event.occurred == when
                && changes.members.allSatisfy { fields[$0.key]?.inRecordedForm == ($0.value == .null ? nil : $0.value.inRecordedForm) }
        case (.facts, let event?):
            // A command of another kind need not have sense with this one's id.
            guard event.type.description == command.kind.eventType else { return false }
            let id = command.kind.numbered.flatMap { event.fields[$0.field]?.stringValue }
            // Read as it was read then: a version that is not recorded any more may have understood the same fields otherwise.
            guard let version = EventCatalogue.kind(of: command.kind.eventKind.type, version: first.version),
                let meant = try? Command.events(of: command.kind, command.request, version: version, id: { id })
            else { return false }
            // Earlier versions recorded texts as they came.
            return meant == opened || meant.map(\.fields.inRecordedForm) == opened.map(\.fields.inRecordedForm)
        case (.void, _), (.correct, _), (.facts, nil): return false
        }
    }
}
