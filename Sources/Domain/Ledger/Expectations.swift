package import CanonicalJSON

/// What the fields of events and commands should be.
extension Expectation {
    package static let someText = Expectation("some-text")
    static let withoutControlCharacters = Expectation("without-control-characters")
    static func characters(max: Int) -> Expectation { Expectation("characters-max", ["\(max)"]) }
    static func bytes(max: Int) -> Expectation { Expectation("bytes-max", ["\(max)"]) }
    /// A closed list of words.
    package static func oneOf(_ words: [String]) -> Expectation { Expectation("one-of", words) }
    package static func wholeNumber(from minimum: Int64) -> Expectation { Expectation("whole-number-from", ["\(minimum)"]) }
    package static func wholeNumber(_ range: ClosedRange<Int64>) -> Expectation {
        Expectation("whole-number-between", ["\(range.lowerBound)", "\(range.upperBound)"])
    }
    static func fen(max: Int64) -> Expectation { Expectation("fen-max", ["\(max)"]) }
    package static let id = Expectation("id")
    /// A word of an open list.
    package static let openWord = Expectation("open-word")
    static let sha256 = Expectation("sha-256")
    /// A birthday.
    static let monthAndDay = Expectation("month-and-day")
    static let filledList = Expectation("filled-list")
    static let memberIDs = Expectation("member-ids")
    /// A date as people may write it in a command.
    static let writtenDate = Expectation("written-date")
    /// A day of the calendar, or a time of a clock, and not what was written.
    static func existingDate(not text: String) -> Expectation { Expectation("existing-date", [text]) }
    /// A day that was written without its year.
    static func year(of day: String) -> Expectation { Expectation("year-of-day", [day]) }
    /// A moment that has a date in UTC and in the book's zone too.
    static let momentInCalendar = Expectation("moment-in-calendar")
    static let correctableEventType = Expectation("correctable-event-type")
    /// An id with the kind of thing before it.
    static func subject(of kinds: [String]) -> Expectation { Expectation("subject-of", kinds) }
    /// How a rule set says a time limit.
    static func timeLimit(max: Int64) -> Expectation { Expectation("time-limit", ["\(max)"]) }
    /// The pattern of case numbers.
    static let numbering = Expectation("numbering")
    static let yearInQuotes = Expectation("year-in-quotes")
    static let daysOfYear = Expectation("days-of-year")
    /// Whose points by hand are.
    static let oneRecipient = Expectation("one-recipient")
}

extension DateFault {
    /// What should have been written.
    ///
    /// - Parameter otherwise: the forms that a date may have there.
    package func expectation(otherwise: Expectation) -> Expectation {
        switch self {
        case .unknownForm: otherwise
        case .doesNotExist(let text): .existingDate(not: text)
        case .yearMissing(let day): .year(of: day)
        }
    }
}
