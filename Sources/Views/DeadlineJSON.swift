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
