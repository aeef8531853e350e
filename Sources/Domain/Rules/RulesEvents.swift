internal import CanonicalJSON
internal import EventLog

public enum RulesKind: IdentifierKind {
    public static let name: StaticString = "rules"
    public static let prefix: StaticString = "rules-"
}

public typealias RulesID = Identifier<RulesKind>

public enum WorkCalendarKind: IdentifierKind {
    public static let name: StaticString = "work-calendar"
    public static let prefix: StaticString = ""
}

public typealias WorkCalendarID = Identifier<WorkCalendarKind>

extension RulesAdopted: ConceptEvent {
    typealias Owner = AdoptedRules
}

extension WorkCalendarAdopted: ConceptEvent {
    typealias Owner = WorkCalendar
}

extension TimeLimit {
    /// What has to be done within it, and from when it runs.
    public enum Step: String, StoredWord {
        /// Handing an accepted proposal over; from its acceptance.
        case handOver = "hand-over"
        /// A unit's refusal; from when it was given its part.
        case refuse = "return"
        /// A joint unit's opinion; from when it was given its part.
        case joint
        /// The answer; from the hand-over.
        case answer
        /// The answer of a proposal that is handled again; from when it was sent back.
        case redo
        /// The signers' rating; from the answer.
        case rate
        /// The answer to a suggestion that was handed to a department; from the hand-over.
        case suggestion
        /// A unit's answer to a decision of the body; from the hand-over.
        case decision
        /// A unit's answer to what was brought in a letter or a visit; from the hand-over.
        case petition
        /// Keeping a promise; the promise says until when, and no rule does.
        case commitment
    }

    /// No office is given longer: more days, working days or months are a slip of the pen.
    private static let lengthMax: Int64 = 1_000

    /// It is said in one of days, months and working days.
    var fault: JSONError.Kind? {
        let isSaidOnce = [days, months, workingDays].count { $0 != nil } == 1
        guard isSaidOnce, step != .commitment else {
            return .invalidValue(field: "limits", expected: .timeLimit(max: Self.lengthMax))
        }
        return nil
    }
}

extension RulesAdopted {
    var fault: JSONError.Kind? {
        guard let numbering, CaseNumbers(numbering) == nil else { return nil }
        return .invalidValue(field: "numbering", expected: .numbering)
    }
}

extension WorkCalendarAdopted {
    var fault: JSONError.Kind? {
        let name = year.description
        guard name.count == 4, let number = Int(name), (1_900...9_999).contains(number) else {
            return .invalidValue(field: "year", expected: .yearInQuotes)
        }
        let areOfYear = (holidays + workdays).allSatisfy { $0.components.year == number }
        return areOfYear ? nil : .invalidValue(field: "holidays", expected: .daysOfYear)
    }
}
