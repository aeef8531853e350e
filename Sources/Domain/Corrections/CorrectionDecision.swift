import CanonicalJSON
import EventLog

extension State {
    /// Decides on a correction: what stands after it must be allowed, or the first thing it would break is named.
    func decideCorrection(
        of position: Position, setting changes: JSONObject, when occurred: Occurrence?
    ) throws(Rejection) -> [Event] {
        guard let place = place(of: position) else { throw .noSuchEntry(position) }
        let slot = slot(at: place)
        guard place.concept != .personalData else { throw .correction(.cannotBeCorrected(position)) }
        guard slot.original == position else { throw .correction(.isACorrection(position)) }
        guard let standing = slot.standing else { throw .correction(.alreadyVoided(position)) }
        let changed = try standing.fact.changing(changes, at: position)
        guard changed.subject == standing.fact.subject else { throw .correction(.wouldChangeSubject(position)) }
        guard changed != standing.fact || occurred.map({ $0 != standing.occurred }) ?? false else {
            throw .correction(.nothingChanges(position))
        }
        let corrected = changed.counting(as: standing.fact)
        try requireNotErased(corrected)
        try tryOut(Amendment(by: self.position.next, event: corrected, occurred: occurred), of: position, at: place)
        return [
            .correction(
                .corrected(
                    FactCorrected(
                        corrects: position, event: corrected, occurred: occurred,
                        formerSubjects: standing.fact.about)))
        ]
    }

    /// Decides on voiding an entry; voiding a correction puts back what stood before it.
    func decideVoiding(of position: Position) throws(Rejection) -> [Event] {
        guard let place = place(of: position) else { throw .noSuchEntry(position) }
        let slot = slot(at: place)
        if slot.original == position {
            // Without its opening, the book would not be one; a destroyed key does not come back, and a restriction has
            // an end of its own.
            guard place.concept != .book, place.concept != .personalData else { throw .correction(.cannotBeCorrected(position)) }
            guard slot.standing != nil else { throw .correction(.alreadyVoided(position)) }
        }
        let subjects = slot.standing?.fact.about ?? subjectsBeforeVoiding(at: place)
        try tryOut(Amendment(by: self.position.next, event: nil, occurred: nil), of: position, at: place)
        return [.correction(.voided(FactVoided(corrects: position, subjects: subjects)))]
    }

    /// A voided fact still concerned whom it concerned; so does the undoing of its voiding.
    private func subjectsBeforeVoiding(at place: Place) -> [Subject] {
        var before = self
        for correction in slot(at: place).corrections.reversed() {
            _ = before.amend(place, correction, Amendment(by: position.next, event: nil, occurred: nil))
            if let event = before.slot(at: place).standing { return event.fact.about }
        }
        return []
    }

    private func tryOut(_ amendment: Amendment, of position: Position, at place: Place) throws(Rejection) {
        if place.concept == .attendance {
            let activity = activities.values[Int(place.index)]
            return try activity.attendance.checkAmendment(Int(place.slot), position, amendment, at: activity, in: self)
        }
        var trial = self
        guard trial.amend(place, position, amendment) else { throw .correction(.alreadyVoided(position)) }
        try trial.checkConsistency(at: place)
    }
}

extension Event {
    /// What counts by the words of an older version goes on counting.
    fileprivate func counting(as standing: Event) -> Event {
        guard case .visit(let changed) = self, case .visit(let before) = standing else { return self }
        return .visit(changed.counting(as: before))
    }

    /// This event with some fields changed; null removes one.
    fileprivate func changing(_ changes: JSONObject, at position: Position) throws(Rejection) -> Event {
        var fields = self.fields
        for change in changes.members { fields[change.key] = change.value == .null ? nil : change.value }
        let kind = EventCatalogue.kind(of: Swift.type(of: payload))
        let decoded = JSONValue.object(fields).canonicalBytes.withUnsafeBytes { bytes in
            Result { () throws(JSONError) in try EventCatalogue.decode(kind, bytes) }
        }
        switch decoded {
        case .success(let event): return event
        case .failure(let error): throw .correction(.doesNotFit(position, error))
        }
    }
}
