public import EventLog

extension State {
    /// What had happened by the end of a day, whenever it was recorded; what happened later is left out.
    ///
    /// Members, plans and rules have days of their own (terms, first days in force) and stay as they are. An activity that
    /// was over by the day is what is known of it now: who was there is often written down later.
    ///
    /// - Note: For reading only. Nothing can be decided on it, as histories are shorter than they are recorded.
    public func asOf(_ day: CalendarDate) -> State {
        var state = self
        state.proposals.leaveOut(after: day)
        state.suggestions.leaveOut(after: day)
        state.visits.leaveOut(after: day)
        state.donations.leaveOut(after: day)
        state.expenses.leaveOut(after: day)
        state.works.leaveOut(after: day)
        state.awards.leaveOut(after: day)
        state.attachments.leaveOut(after: day)
        for index in activities.values.indices {
            let activity = activities.values[index]
            guard let date = activity.date, date.last > day else { continue }
            state.activities.values[index] = activity.asOf(day)
        }
        return state
    }
}

extension Registry where Value: Aggregate {
    fileprivate mutating func leaveOut(after day: CalendarDate) {
        for index in values.indices where values[index].history.contains(where: { !$0.happened(by: day) }) {
            values[index] = values[index].asOf(day)
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
    /// Before it took place: as far as it was planned, and who had said what about coming.
    fileprivate func asOf(_ day: CalendarDate) -> Activity {
        var fresh = self
        fresh.history = History(history.filter { $0.happened(by: day) })
        fresh.attendance = AttendanceSheet()
        for slot in attendance.history where slot.happened(by: day) {
            if let fact = slot.standing { _ = fresh.attendance.record(fact, memberCount: 0) }
        }
        return fresh.refolded()
    }
}
