public import EventLog

extension State {
    /// What had happened by the end of a day, whenever it was recorded; what happened later is left out.
    ///
    /// Concepts with days of their own, such as plans, stay as they are. An activity that was over by the day is what is
    /// known of it now: who was there is often written down later.
    ///
    /// - Note: For reading only. Nothing can be decided on it, as histories are shorter than they are recorded.
    public func asOf(_ day: CalendarDate) -> State {
        var state = self
        for concept in Concepts.all where !concept.hasOwnDays { concept.leaveOut(after: day, in: &state) }
        return state
    }
}

extension State {
    /// Whether what an entry says had happened by the end of a day, as corrections have it now. A correction is of the day of
    /// what it corrects.
    public func hadHappened(_ position: Position, by day: CalendarDate) -> Bool {
        place(of: position).map { $0.concept.hadHappened($0, by: day, in: self) } ?? false
    }
}

extension Concept {
    static func hadHappened(_ place: State.Place, by day: CalendarDate, in state: State) -> Bool {
        at(place.index, in: state).history[place.slot].happened(by: day)
    }
}

extension RegisteredConcept {
    static func leaveOut(after day: CalendarDate, in state: inout State) {
        for index in state[keyPath: registry].values.indices {
            guard at(index, in: state).history.contains(where: { !$0.happened(by: day) }) else { continue }
            change(at: index, in: &state) { $0 = $0.asOf(day) }
        }
    }
}

extension HistorySlot {
    /// Whether what stands happened by the end of a day; of what was voided, whether it was said to have.
    fileprivate func happened(by day: CalendarDate) -> Bool { (standing ?? original).occurred.last <= day }
}

extension Aggregate {
    fileprivate func asOf(_ day: CalendarDate) -> Self {
        var fresh = self
        fresh.history = History(history.filter { $0.happened(by: day) })
        return fresh.refolded()
    }
}

extension AttendanceSheet {
    static func hadHappened(_ place: State.Place, by day: CalendarDate, in state: State) -> Bool {
        let activity = state.activities.values[place.index]
        return activity.isOver(by: day) || activity.attendance.history[place.slot].happened(by: day)
    }
}

extension Activity {
    /// Everything that is known now of an activity that was over.
    static func hadHappened(_ place: State.Place, by day: CalendarDate, in state: State) -> Bool {
        let activity = at(place.index, in: state)
        return activity.isOver(by: day) || activity.history[place.slot].happened(by: day)
    }

    fileprivate func isOver(by day: CalendarDate) -> Bool { date.map { $0.last <= day } ?? false }

    static func leaveOut(after day: CalendarDate, in state: inout State) {
        for index in state.activities.values.indices {
            guard let date = state.activities.values[index].date, date.last > day else { continue }
            change(at: index, in: &state) { $0 = $0.asOf(day) }
        }
    }

    /// Before it took place: as far as it was planned, and who had said what about coming.
    fileprivate func asOf(_ day: CalendarDate) -> Activity {
        var fresh = self
        fresh.history = History(history.filter { $0.happened(by: day) })
        fresh.attendance = AttendanceSheet(id: id)
        for slot in attendance.history where slot.happened(by: day) {
            if let fact = slot.standing { _ = fresh.attendance.record(fact, memberCount: 0) }
        }
        return fresh.refolded()
    }
}

extension Member {
    /// A term or an affiliation is of the day on which it begins or ends, whenever that was recorded.
    static func hadHappened(_ place: State.Place, by day: CalendarDate, in state: State) -> Bool {
        let slot = at(place.index, in: state).history[place.slot]
        return ((slot.standing ?? slot.original).ownDay ?? (slot.standing ?? slot.original).occurred.last) <= day
    }

    static func leaveOut(after day: CalendarDate, in state: inout State) {
        for index in state.members.values.indices where !state.members.values[index].hadAllHappened(by: day) {
            change(at: index, in: &state) { $0 = $0.asOf(day) }
        }
    }

    private func hadAllHappened(by day: CalendarDate) -> Bool {
        history.allSatisfy { slot in slot.standing?.ownDay.map { $0 <= day } ?? true }
    }

    /// What began later has not begun, and what ended later goes on. Before the first term there is no member.
    private func asOf(_ day: CalendarDate) -> Member {
        var fresh = self
        fresh.history = History(history.filter { slot in slot.standing?.ownDay.map { $0 <= day } ?? true })
        fresh = fresh.refolded()
        return fresh.terms.isEmpty ? blank : fresh
    }
}

extension Recorded<MemberEvent> {
    /// The day on which it begins to be so. Nil for what says who somebody is: that is so on every day.
    fileprivate var ownDay: CalendarDate? {
        switch fact {
        case .joined(let event): event.from
        case .termBegan(let event): event.from
        case .assigned(let event): event.from
        case .left(let event): event.on
        case .released(let event): event.on
        case .detailsChanged, .merged: nil
        }
    }
}
