internal import CanonicalJSON
internal import Domain
internal import EventLog

extension Deadline {
    /// Days within which an open time limit counts as due soon, where nobody says otherwise.
    static let dueSoonDays = 14

    func json(asOf day: CalendarDate, within dayCount: Int) -> JSONValue {
        [
            "subject": .text(subject), "step": .code(step), "who": .text(unit), "from": .text(from), "due": .text(due),
            "set": .bool(isSet), "done": .text(done), "state": .code(standing(asOf: day)),
            "dueSoon": .bool(isDueSoon(asOf: day, within: dayCount)), "article": .text(article),
            "evidence": .positions(evidence),
        ]
    }
}

extension ViewContext {
    /// The first limit that still runs of each proposal and suggestion; nil while it is paused.
    var dues: [Subject: CalendarDate?] {
        let running = state.deadlines(asOf: day).filter { [.open, .overdue, .paused].contains($0.standing(asOf: day)) }
        return Dictionary(running.map { ($0.subject, $0.due) }) { first, _ in first }
    }
}
