// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

extension RulesAdopted {
    static let kinds: [EventKind] = [
        EventKind(RulesAdopted.self),
    ]

    static let commands: [CommandKind] = [
        CommandKind("rules.adopt", records: RulesAdopted.self),
    ]
}

/// `rules.adopted`: The body goes by these rules on proposals and suggestions from now on.
public struct RulesAdopted: Equatable, Sendable {
    /// What the classes of answers mean here.
    public var classes: [AnswerClassMeaning]
    /// Time limits.
    public var limits: [TimeLimit]
    /// How many deputies have to sign a motion (议案).
    public var motionSigners: Int64?
    /// How case numbers are made, such as {year}-{serial:3}.
    public var numbering: String?
    /// Of an activity that is counted by half-days, the share of them from which a member counts as present, in per
    /// cent.
    public var presentPercent: Int64?
    /// Id of the rule set.
    public var rules: RulesID
    /// The rules' own name, place and year.
    public var source: String?
    /// What it is called.
    public var title: String
}

extension RulesAdopted: Payload {
    public static let type: StaticString = "rules.adopted"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        classes = try object.list("classes")
        limits = try object.list("limits")
        motionSigners = try object.optionalPositive("motionSigners")
        numbering = try object.optionalText("numbering")
        presentPercent = try object.optionalInteger("presentPercent", 1...100)
        rules = try object.required("rules")
        source = try object.optionalText("source")
        title = try object.text("title")
        if let fault { throw JSONError(fault, offset: start) }
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

    public static let commandFields: [CommandField] = [
        CommandField("classes", .list(.object(AnswerClassMeaning.fields), canBeEmpty: false)),
        CommandField("limits", .list(.object(TimeLimit.fields), canBeEmpty: false)),
        CommandField("motionSigners", .count),
        CommandField("numbering", .text(characterMax: 4_000)),
        CommandField("presentPercent", .integer(1...100)),
        CommandField("rules", .id("rules"), isRequired: true),
        CommandField("source", .text(characterMax: 4_000)),
        CommandField("title", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// One class.
public struct AnswerClassMeaning: Hashable, Sendable {
    /// The letter.
    public var answerClass: ProposalAnswered.Class
    /// What it means.
    public var meaning: String
}

extension AnswerClassMeaning: CanonicalRecord {
    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        answerClass = try object.required("class")
        meaning = try object.text("meaning")
    }

    public func writeFields(to writer: inout CanonicalWriter) {
        writer.field("class", answerClass)
        writer.field("meaning", meaning)
    }

    public static let fields: [CommandField] = [
        CommandField("class", .words(["A", "B", "C", "D"]), isRequired: true),
        CommandField("meaning", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// One time limit, in days, months or working days.
public struct TimeLimit: Hashable, Sendable {
    /// The article it comes from.
    public var article: String?
    /// In calendar days.
    public var days: Int64?
    /// For what is wide or difficult alone, or not.
    public var difficult: Bool?
    /// By how many months it may be extended.
    public var extensionMonths: Int64?
    /// In months.
    public var months: Int64?
    /// For what was filed in a session, or between sessions, alone.
    public var session: ProposalFiled.Session?
    /// What has to be done within it.
    public var step: TimeLimit.Step
    /// In working days.
    public var workingDays: Int64?
}

extension TimeLimit: CanonicalRecord {
    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        article = try object.optionalText("article")
        days = try object.optionalInteger("days", 1...1_000)
        difficult = try object.optional("difficult")
        extensionMonths = try object.optionalPositive("extension")
        months = try object.optionalInteger("months", 1...1_000)
        session = try object.optional("session")
        step = try object.required("step")
        workingDays = try object.optionalInteger("workingDays", 1...1_000)
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func writeFields(to writer: inout CanonicalWriter) {
        writer.field("article", article)
        writer.field("days", days)
        writer.field("difficult", difficult)
        writer.field("extension", extensionMonths)
        writer.field("months", months)
        writer.field("session", session)
        writer.field("step", step)
        writer.field("workingDays", workingDays)
    }

    public static let fields: [CommandField] = [
        CommandField("article", .text(characterMax: 4_000)),
        CommandField("days", .integer(1...1_000)),
        CommandField("difficult", .flag),
        CommandField("extension", .count),
        CommandField("months", .integer(1...1_000)),
        CommandField("session", .words(["in-session", "off-session"])),
        CommandField(
            "step", .words(["hand-over", "return", "joint", "answer", "redo", "rate", "suggestion", "decision", "petition"]), isRequired: true),
        CommandField("workingDays", .integer(1...1_000)),
    ]
}

extension WorkCalendarAdopted {
    static let kinds: [EventKind] = [
        EventKind(WorkCalendarAdopted.self),
    ]

    static let commands: [CommandKind] = [
        CommandKind("work-calendar.adopt", records: WorkCalendarAdopted.self),
    ]
}

/// `work-calendar.adopted`: The public holidays of a year, and the weekend days on which people work.
public struct WorkCalendarAdopted: Equatable, Sendable {
    /// Days off.
    public var holidays: [CalendarDate]
    /// Where it was published.
    public var source: String?
    /// Weekend days on which people work.
    public var workdays: [CalendarDate]
    /// The year, as text.
    public var year: WorkCalendarID
}

extension WorkCalendarAdopted: Payload {
    public static let type: StaticString = "work-calendar.adopted"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        holidays = try object.list("holidays")
        source = try object.optionalText("source")
        workdays = try object.list("workdays")
        year = try object.required("year")
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.list("holidays", holidays)
        writer.field("source", source)
        writer.list("workdays", workdays)
        writer.field("year", year)
    }

    public var about: [Subject] { [year.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("holidays", .list(.date, canBeEmpty: false)),
        CommandField("source", .text(characterMax: 4_000)),
        CommandField("workdays", .list(.date, canBeEmpty: false)),
        CommandField("year", .text(characterMax: 64), isRequired: true),
    ]
}
