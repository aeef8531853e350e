internal import CanonicalJSON
public import EventLog

extension State {
    /// Months after the day of recording that something may be said to have happened, where somebody said that it is ahead.
    static let occurredMonthsMax = 12
    /// Months after the day of recording until which somebody is in office, an activity is planned or an answer is due.
    static let fieldMonthsMax = 120

    /// Whether no date of a command is so far ahead that its year must be a slip. Of a correction, what it does not change is
    /// left as it is.
    ///
    /// - Parameter today: the body's day on which it is recorded.
    public func requireNoYearsAhead(_ command: Command, today: CalendarDate) throws(Rejection) {
        func requireHappened(_ occurred: Occurrence, _ field: String) throws(Rejection) {
            let day = clock.local(occurred).last
            if day > today.adding(months: Self.occurredMonthsMax) { throw .time(.yearsAhead(field: field, day)) }
        }
        try requireHappened(command.occurred, "occurred")
        var (fields, forms): (JSONObject, [CommandField])
        switch command.request {
        case .facts(let facts): (fields, forms) = (facts.fields, command.kind.fields)
        case .correct(let position, let changes, let when):
            if let when { try requireHappened(when, "when") }
            guard let event = place(of: position).flatMap({ slot(at: $0).standing }) else { return }
            (fields, forms) = (changes, type(of: event.fact.payload).commandFields)
        case .void: return
        }
        let limit = today.adding(months: Self.fieldMonthsMax)
        for field in forms {
            guard let value = fields[field.name], let day = field.form.lastDay(in: value), day > limit else { continue }
            throw .time(.yearsAhead(field: field.name, day))
        }
    }
}

extension CommandField.Form {
    /// The last of the days that a value of this form has; nil where it has none.
    fileprivate func lastDay(in value: JSONValue) -> CalendarDate? {
        switch (self, value) {
        case (.date, .string(let text)): CalendarDate(text)
        case (.occurrence, _): (try? Occurrence.read(from: value, field: "on"))?.last
        case (.list(let form, _), .array(let values)): values.compactMap(form.lastDay).max()
        case (.object(let fields), .object(let object)):
            fields.compactMap { field in object[field.name].flatMap(field.form.lastDay) }.max()
        default: nil
        }
    }
}
