import CanonicalJSON
import EventLog

extension State {
    /// Decides on a correction: what is recorded must still be allowed after it, or everything it would break is named.
    func decideCorrection(
        of position: Position, setting changes: JSONObject, when occurred: Occurrence?
    ) throws(Rejection) -> [Event] {
        guard let place = place(of: position) else { throw .noSuchEntry(position) }
        let slot = slot(at: place)
        guard place.concept.canBeCorrected else { throw .correction(.cannotBeCorrected(position)) }
        guard slot.original == position else { throw .correction(.isACorrection(position)) }
        guard let standing = slot.standing else { throw .correction(.alreadyVoided(position)) }
        let said = try standing.fact.changing(changes, at: position)
        let (changed, when) = (said.local(to: clock), occurred.map(clock.local))
        guard changed.subject == standing.fact.subject else { throw .correction(.wouldChangeSubject(position)) }
        guard changed != standing.fact || when.map({ $0 != standing.occurred }) ?? false else {
            throw .correction(.nothingChanges(position))
        }
        let corrected = said.keeping(standing.fact)
        try requireNotErased(corrected)
        let amendment = Amendment(by: self.position.next, event: corrected.local(to: clock), occurred: when)
        try place.concept.checkAmendment(of: place, position, amendment, in: self)
        return [
            Event(
                FactCorrected(
                    corrects: position, event: corrected, occurred: occurred, formerSubjects: standing.fact.about))
        ]
    }

    /// Decides on voiding an entry; voiding a correction restores what was there before it.
    func decideVoiding(of position: Position) throws(Rejection) -> [Event] {
        guard let place = place(of: position) else { throw .noSuchEntry(position) }
        let slot = slot(at: place)
        if slot.original == position {
            guard place.concept.canBeVoided else { throw .correction(.cannotBeCorrected(position)) }
            guard slot.standing != nil else { throw .correction(.alreadyVoided(position)) }
        }
        let subjects = slot.standing?.fact.about ?? subjectsBeforeVoiding(at: place)
        try place.concept.checkAmendment(of: place, position, Amendment(by: self.position.next, event: nil, occurred: nil), in: self)
        return [Event(FactVoided(corrects: position, subjects: subjects))]
    }

    /// A voided fact still concerned whom it concerned; so does the undoing of its voiding.
    private func subjectsBeforeVoiding(at place: Place) -> [Subject] {
        var before = self
        for correction in slot(at: place).corrections.reversed() {
            _ = place.concept.amend(place, correction, Amendment(by: position.next, event: nil, occurred: nil), in: &before)
            if let event = before.slot(at: place).standing { return event.fact.about }
        }
        return []
    }
}

extension Event {
    /// With what the concept keeps of the former event.
    fileprivate func keeping(_ former: Event) -> Event { Event(content: content.keeping(former.content)) }

    /// This event with some fields changed; null removes one.
    fileprivate func changing(_ changes: JSONObject, at position: Position) throws(Rejection) -> Event {
        var fields = self.fields
        let type = Swift.type(of: payload).type.description
        for change in KindNames.understood(changes, of: type).members { fields[change.key] = change.value == .null ? nil : change.value }
        let kind = EventCatalogue.kind(of: Swift.type(of: payload))
        do { return try EventCatalogue.read(kind, fields) } catch { throw .correction(.doesNotFit(position, error)) }
    }
}
