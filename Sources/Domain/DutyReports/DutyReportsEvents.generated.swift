// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What is recorded of duty reports: one case for each event type.
public enum DutyReportEvent: Equatable, Sendable {
    case given(DutyReportGiven)
    case questioned(DutyReportQuestioned)
    case told(DutyReportTold)

    var payload: any Payload {
        switch self {
        case .given(let event): event
        case .questioned(let event): event
        case .told(let event): event
        }
    }

    public var report: DutyReportID {
        switch self {
        case .given(let event): event.report
        case .questioned(let event): event.report
        case .told(let event): event.report
        }
    }
}

extension DutyReportEvent {
    static let kinds: [EventKind] = [
        EventKind(DutyReportGiven.self) { DutyReportEvent.given($0) },
        EventKind(DutyReportQuestioned.self) { DutyReportEvent.questioned($0) },
        EventKind(DutyReportTold.self) { DutyReportEvent.told($0) },
    ]

    static let commands: [CommandKind] = [
        CommandKind("duty-report.record", records: DutyReportGiven.self, numbered: "report"),
        CommandKind("duty-report.question", records: DutyReportQuestioned.self),
        CommandKind("duty-report.tell", records: DutyReportTold.self),
    ]
}

/// `duty-report.given`: A deputy or an office-holder reports on what they did.
public struct DutyReportGiven: Equatable, Sendable {
    /// Id of the meeting.
    public var activity: ActivityID
    /// Spoken or written.
    public var form: SpeechGiven.Form
    /// Id of the item of the meeting's agenda.
    public var item: AgendaItemID?
    /// Who reports.
    public var member: MemberID
    /// Id of the report.
    public var report: DutyReportID
    /// What it says; longer ones are attachments.
    public var text: String?
    /// What it is called.
    public var title: String?
}

extension DutyReportGiven: Payload {
    public static let type: StaticString = "duty-report.given"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        form = try object.required("form")
        item = try object.optional("item")
        member = try object.required("member")
        report = try object.required("report")
        text = try object.optionalText("text")
        title = try object.optionalText("title")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("form", form)
        writer.field("item", item)
        writer.field("member", member)
        writer.field("report", report)
        writer.field("text", text)
        writer.field("title", title)
    }

    public var about: [Subject] {
        [report.subject, member.subject, activity.subject] + (item.map { [$0.subject] } ?? [])
    }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("form", .words(["oral", "written"]), isRequired: true),
        CommandField("item", .id("agenda-item")),
        CommandField("member", .id("member"), isRequired: true),
        CommandField("report", .id("duty-report")),
        CommandField("text", .text(characterMax: 4_000)),
        CommandField("title", .text(characterMax: 4_000)),
    ]
}

/// `duty-report.questioned`: Somebody asked about a report on duties.
public struct DutyReportQuestioned: Equatable, Sendable {
    /// What was answered.
    public var answer: String?
    /// Id of the member who asks.
    public var asker: MemberID?
    /// What is asked.
    public var question: String
    /// Id of the report.
    public var report: DutyReportID
}

extension DutyReportQuestioned: Payload {
    public static let type: StaticString = "duty-report.questioned"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        answer = try object.optionalText("answer")
        asker = try object.optional("asker")
        question = try object.text("question")
        report = try object.required("report")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("answer", answer)
        writer.field("asker", asker)
        writer.field("question", question)
        writer.field("report", report)
    }

    public var about: [Subject] { [report.subject] + (asker.map { [$0.subject] } ?? []) }

    public static let commandFields: [CommandField] = [
        CommandField("answer", .text(characterMax: 4_000)),
        CommandField("asker", .id("member")),
        CommandField("question", .text(characterMax: 4_000), isRequired: true),
        CommandField("report", .id("duty-report"), isRequired: true),
    ]
}

/// `duty-report.told`: Who reported was told how the meeting appraised it.
public struct DutyReportTold: Equatable, Sendable {
    /// Id of the appraisal.
    public var ballot: BallotID
    /// Id of the report.
    public var report: DutyReportID
    /// What was said.
    public var text: String?
}

extension DutyReportTold: Payload {
    public static let type: StaticString = "duty-report.told"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        ballot = try object.required("ballot")
        report = try object.required("report")
        text = try object.optionalText("text")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("report", report)
        writer.field("text", text)
    }

    public var about: [Subject] { [report.subject, ballot.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("ballot", .id("ballot"), isRequired: true),
        CommandField("report", .id("duty-report"), isRequired: true),
        CommandField("text", .text(characterMax: 4_000)),
    ]
}
