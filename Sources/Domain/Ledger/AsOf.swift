public import EventLog

extension State {
    /// What had happened by the end of a day, whenever it was recorded; what happened later is left out.
    ///
    /// Concepts with days of their own, such as members, stay as they are. An activity that was over by the day is what is
    /// known of it now: who was there is often written down later.
    ///
    /// - Note: For reading only. Nothing can be decided on it, as histories are shorter than they are recorded.
    public func asOf(_ day: CalendarDate) -> State {
        var state = self
        for concept in Concepts.all where !concept.hasOwnDays { concept.leaveOut(after: day, in: &state) }
        return state
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

extension Activity {
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
