// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

public enum RulesKind: IdentifierKind {
    public static let name: StaticString = "rules"
    public static let prefix: StaticString = "rules-"
}

public typealias RulesID = Identifier<RulesKind>

/// A time limit of a rule set, and the article it comes from.
public struct TimeLimit: Equatable, Sendable, CanonicalField {
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
        /// Keeping a promise; the promise says until when, and no rule does.
        case commitment
    }

    /// Where it comes from, such as 第二十三条.
    public var article: String?
    public var days: Int64?
    /// Whether it is for what is wide or difficult alone.
    public var difficult: Bool?
    /// By how many months it may be extended.
    public var extensionMonths: Int64?
    public var months: Int64?
    /// Whether it is for what was filed in a session, or between sessions, alone.
    public var session: ProposalFiled.Session?
    public var step: Step
    public var workingDays: Int64?

    /// No office is given longer: more days, working days or months are a slip of the pen.
    private static let lengthMax: Int64 = 1_000

    public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> TimeLimit {
        let start = reader.offset
        var object = try ObjectReader(reader)
        let limit = TimeLimit(
            article: try object.optionalText("article"), days: try object.optionalPositive("days"),
            difficult: try object.optional("difficult"), extensionMonths: try object.optionalPositive("extension"),
            months: try object.optionalPositive("months"), session: try object.optional("session"),
            step: try object.required("step"), workingDays: try object.optionalPositive("workingDays"))
        try object.end()
        let lengths = [limit.days, limit.months, limit.workingDays].compactMap(\.self)
        guard lengths.count == 1, lengths[0] <= lengthMax, limit.step != .commitment else {
            throw reader.invalid(
                field, expected: .timeLimit(max: lengthMax), at: start)
        }
        reader = object.reader
        return limit
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        writer.field("article", article)
        writer.field("days", days)
        writer.field("difficult", difficult)
        writer.field("extension", extensionMonths)
        writer.field("months", months)
        writer.field("session", session)
        writer.field("step", step)
        writer.field("workingDays", workingDays)
        writer.endObject()
    }
}

/// What a class of answers means in a place: the letters mean different things in different places.
public struct AnswerClassMeaning: Equatable, Sendable, CanonicalField {
    public var answerClass: ProposalAnswered.Class
    public var meaning: String

    public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> AnswerClassMeaning {
        var object = try ObjectReader(reader)
        let meaning = AnswerClassMeaning(answerClass: try object.required("class"), meaning: try object.text("meaning"))
        try object.end()
        reader = object.reader
        return meaning
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        writer.field("class", answerClass)
        writer.field("meaning", meaning)
        writer.endObject()
    }
}

/// `rules.adopted`: the rules on proposals and suggestions that the body goes by from now on. Recorded facts stay as they
/// are; what is due is computed from the rules that stand.
public struct RulesAdopted: Payload {
    public static let type: StaticString = "rules.adopted"

    public var classes: [AnswerClassMeaning]
    public var limits: [TimeLimit]
    /// How many deputies have to sign a motion (议案).
    public var motionSigners: Int64?
    /// How case numbers are made: `{year}` and `{serial}`, or `{serial:3}` with leading zeros.
    public var numbering: String?
    /// Of an activity that is counted by half-days, the share of them from which a member counts as present, in per cent.
    public var presentPercent: Int64?
    public var rules: RulesID
    /// The rules' own name, place and year.
    public var source: String?
    public var title: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        classes = try object.list("classes")
        limits = try object.list("limits")
        motionSigners = try object.optionalPositive("motionSigners")
        let start = object.reader.offset
        numbering = try object.optionalText("numbering")
        if let numbering, CaseNumbers(numbering) == nil {
            throw object.reader.invalid("numbering", expected: .numbering, at: start)
        }
        presentPercent = try object.optionalPositive("presentPercent")
        if presentPercent ?? 0 > 100 { throw object.reader.invalid("presentPercent", expected: .wholeNumber(1...100), at: start) }
        rules = try object.required("rules")
        source = try object.optionalText("source")
        title = try object.text("title")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.list("classes", classes)
        writer.list("limits", limits)
        writer.field("motionSigners", motionSigners)
        writer.field("numbering", numbering)
        writer.field("presentPercent", presentPercent)
        writer.field("rules", rules)
        writer.field("source", source)
        writer.field("title", title)
    }

    public var about: [Subject] { [rules.subject] }
}

public enum WorkCalendarKind: IdentifierKind {
    public static let name: StaticString = "work-calendar"
    public static let prefix: StaticString = ""
}

public typealias WorkCalendarID = Identifier<WorkCalendarKind>

/// `work-calendar.adopted`: the public holidays of a year, and the weekend days on which people work instead.
public struct WorkCalendarAdopted: Payload {
    public static let type: StaticString = "work-calendar.adopted"

    /// Days off that would be working days, or fall on a weekend anyhow.
    public var holidays: [CalendarDate]
    /// Where it was published.
    public var source: String?
    /// Weekend days on which people work.
    public var workdays: [CalendarDate]
    /// The year, as the calendar's id.
    public var year: WorkCalendarID

    public init(from object: inout ObjectReader) throws(JSONError) {
        holidays = try object.list("holidays")
        source = try object.optionalText("source")
        workdays = try object.list("workdays")
        let start = object.reader.offset
        year = try object.required("year")
        let name = year.description
        guard name.count == 4, let number = Int(name), (1_900...9_999).contains(number) else {
            throw object.reader.invalid("year", expected: .yearInQuotes, at: start)
        }
        guard (holidays + workdays).allSatisfy({ $0.components.year == number }) else {
            throw object.reader.invalid("holidays", expected: .daysOfYear, at: start)
        }
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.list("holidays", holidays)
        writer.field("source", source)
        writer.list("workdays", workdays)
        writer.field("year", year)
    }

    public var about: [Subject] { [year.subject] }
}

extension RulesAdopted: ConceptEvent {
    typealias Owner = AdoptedRules

    static let kinds = [EventKind(RulesAdopted.self)]
    static let commands = [CommandKind("rules.adopt", records: RulesAdopted.self, neverEmpty: ["classes", "limits"])]
}

extension WorkCalendarAdopted: ConceptEvent {
    typealias Owner = WorkCalendar

    static let kinds = [EventKind(WorkCalendarAdopted.self)]
    static let commands = [
        CommandKind("work-calendar.adopt", records: WorkCalendarAdopted.self, neverEmpty: ["holidays", "workdays"])
    ]
}
