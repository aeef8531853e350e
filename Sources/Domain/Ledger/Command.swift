public import CanonicalJSON
public import EventLog

/// What a command is called, which event it records, and what may be left out of it. Its fields are those of the event.
public struct CommandKind: Sendable {
    /// Such as `attendance.check-in`.
    public let name: String
    /// In canonical order.
    public let fields: [CommandField]
    let eventKind: EventKind
    /// The field with the id or number that the book gives where it is left out.
    public let numbered: String?
    /// Whether `members` may be given instead of `member`, for one event each.
    public let takesMembers: Bool
    /// Whether it must say why.
    public let needsReason: Bool
    /// Lists that have something in them where they are given.
    let neverEmpty: [String]

    init(
        _ name: String, records payload: any Payload.Type, numbered: String? = nil,
        takesMembers: Bool = false, needsReason: Bool = false
    ) {
        self.name = name
        self.numbered = numbered
        self.takesMembers = takesMembers
        self.needsReason = needsReason
        eventKind = EventCatalogue.kind(of: payload)
        let ofEvent = payload.commandFields
        let members = CommandField("members", .list(.id(MemberKind.name.description), canBeEmpty: false))
        self.fields = (ofEvent + (takesMembers ? [members] : [])).sorted { $0.name < $1.name }
        neverEmpty = ofEvent.compactMap { if case .list(_, canBeEmpty: false) = $0.form { $0.name } else { nil } }
    }

    /// What every command may have beside its fields.
    public static let envelope = [
        CommandField("ahead", .flag), CommandField("by", .text(characterMax: CommandTexts.authorCharacterMax)),
        CommandField("cause", .position), CommandField("id", .uuid), CommandField("occurred", .occurrence),
        CommandField("reason", .text(characterMax: PlainText.characterMax)),
    ]

    /// Stands for what the book fills in, until it does.
    fileprivate var placeholder: JSONValue {
        switch fields.first(where: { $0.name == numbered })?.form {
        case .count?, .integer?: 1
        default: "X"
        }
    }

    /// The type of the event it records.
    public var eventType: String { eventKind.type.description }

    /// The version of that type's schema.
    public var eventVersion: Int64 { eventKind.version }
}

/// All commands, gathered from the concepts.
public enum CommandCatalogue {
    public static let kinds: [CommandKind] =
        Concepts.all.flatMap { $0.commands } + CorrectionEvent.commands

    private static let byName = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, $0) })

    /// Nil where no command has that name.
    public static subscript(name: String) -> CommandKind? { byName[name] }
}

/// Why a text is no command. The field says where.
public enum CommandError: Error, Equatable, Sendable {
    case notJSON(JSONError)
    case notAnObject
    case unknownCommand(String)
    case field(String, FieldFault)

    public enum FieldFault: Equatable, Sendable {
        case missing
        case unknown
        case wrongType(expected: Expectation)
        case invalid(expected: Expectation)
        /// Two fields of which only one may be given.
        case excludes(String)
        /// A text has a character that nobody sees, or that is not meant for texts.
        case hidden(HiddenCharacter)
    }
}

/// Something that a person or a program asks the book to record.
public struct Command: Sendable {
    public let id: CommandID
    public let kind: CommandKind
    public let by: String
    public let occurred: Occurrence
    public let reason: String?
    public let cause: Position?
    /// Whether it may have happened later than the clock says: somebody said so.
    public let isAhead: Bool
    let request: Request

    enum Request: Sendable {
        case facts(Facts)
        case correct(Position, changes: JSONObject, when: Occurrence?)
        case void(Position)
    }

    /// One event, or one for each member.
    struct Facts: Sendable {
        let events: [Event]
        /// Whether the book gives the number; until then the events have any.
        let isNumberedByBook: Bool
        let members: [MemberID]?
        /// As they were given, for a version of the event that understood them otherwise.
        let fields: JSONObject
    }

    /// What the edge supplies where a command leaves it out.
    public struct Defaults: Sendable {
        public var id: CommandID
        public var by: String
        public var occurred: Occurrence
        /// The body's, for times given without an offset.
        public var clock: BookClock

        public init(id: CommandID, by: String, occurred: Occurrence, clock: BookClock) {
            self.id = id
            self.by = by
            self.occurred = occurred
            self.clock = clock
        }

        /// What a day without its year is read by.
        var today: CalendarDate { clock.local(occurred).first }
    }

    /// Reads one JSON object.
    public init(json: UnsafeRawBufferPointer, defaults: Defaults) throws(CommandError) {
        let value: JSONValue
        do { value = try JSONParser.parse(json) } catch { throw .notJSON(error) }
        guard case .object(let object) = value else { throw .notAnObject }
        try self.init(object, defaults: defaults)
    }

    public init(_ object: JSONObject, defaults: Defaults) throws(CommandError) {
        let name = try CommandFields(object).string("command")
        guard let name else { throw .field("command", .missing) }
        guard let kind = CommandCatalogue[name] else { throw .unknownCommand(name) }
        self.kind = kind
        var fields = CommandFields(KindNames.understood(try CommandTexts.recorded(object, of: name), of: kind.eventType))
        try fields.requireFilled(kind.neverEmpty)
        _ = try fields.takeString("command")
        id = try fields.take("id", expected: .uuid) { CommandID($0) } ?? defaults.id
        let author = try fields.takeText("by", characterMax: CommandTexts.authorCharacterMax)
        if let author { by = author } else { by = try CommandTexts.author(defaults.by) }
        reason = try fields.takeText("reason", characterMax: PlainText.characterMax)
        occurred = try fields.takeDate("occurred", defaults) ?? defaults.occurred
        cause = try fields.takePosition("cause")
        isAhead = try fields.takeFlag("ahead")
        request = try Self.request(kind, &fields, defaults)
    }

    private static func request(
        _ kind: CommandKind, _ fields: inout CommandFields, _ defaults: Defaults
    ) throws(CommandError) -> Request {
        switch kind.name {
        case CorrectionEvent.correctName:
            let position = try fields.requirePosition("corrects")
            var changes = CommandFields(try fields.takeObject("set") ?? JSONObject())
            let when = try fields.takeDate("when", defaults)
            try fields.end()
            try changes.readChangedDates(defaults)
            return .correct(position, changes: changes.rest, when: when)
        case CorrectionEvent.voidName:
            let position = try fields.requirePosition("corrects")
            try fields.end()
            return .void(position)
        default:
            try fields.readDates(in: kind, defaults)
            let members = try kind.takesMembers ? fields.takeMembers() : nil
            return .facts(try facts(of: kind, fields.rest, members: members))
        }
    }

    /// Read once, before the transaction: bad input never gets as far as the log, and deciding reads nothing.
    private static func facts(
        of kind: CommandKind, _ fields: JSONObject, members: [MemberID]?
    ) throws(CommandError) -> Facts {
        var numbered = fields
        let isNumberedByBook = kind.numbered.map { fields[$0] == nil } ?? false
        if isNumberedByBook, let field = kind.numbered { numbered[field] = kind.placeholder }
        let events = try events(of: kind.eventKind, numbered, members: members)
        return Facts(events: events, isNumberedByBook: isNumberedByBook, members: members, fields: fields)
    }

    /// - Parameter kind: the version of the event that the fields are read by.
    private static func events(
        of kind: EventKind, _ fields: JSONObject, members: [MemberID]?
    ) throws(CommandError) -> [Event] {
        guard let members else { return [try event(kind, fields)] }
        var fields = fields
        var events: [Event] = []
        for member in members {
            fields["member"] = .string(member.description)
            events.append(try event(kind, fields))
        }
        return events
    }

    private static func event(_ kind: EventKind, _ fields: JSONObject) throws(CommandError) -> Event {
        do { return try EventCatalogue.read(kind, fields) } catch { throw CommandError(error) }
    }

    /// What a request for facts means in a version of the event, under the number that was given then.
    func events(version: Int64, number: JSONValue?) -> [Event]? {
        guard case .facts(let facts) = request,
            let kind = EventCatalogue.kind(of: kind.eventKind.type, version: version)
        else { return nil }
        var fields = facts.fields
        if facts.isNumberedByBook, let field = self.kind.numbered { fields[field] = number }
        return try? Self.events(of: kind, fields, members: facts.members)
    }
}

extension CommandError {
    /// Of a field's error, the field is what says something to the sender.
    fileprivate init(_ error: JSONError) {
        switch error.kind {
        case .missingField(let field): self = .field(field, .missing)
        case .unknownField(let field): self = .field(field, .unknown)
        case .wrongType(let field, let expected): self = .field(field, .wrongType(expected: expected))
        case .invalidValue(let field, let expected): self = .field(field, .invalid(expected: expected))
        default: self = .notJSON(error)
        }
    }
}
