public import CanonicalJSON
public import EventLog

/// What a command is called, which event it records, and what may be left out of it.
public struct CommandKind: Sendable {
    /// Such as `attendance.check-in`.
    public let name: String
    let eventKind: EventKind
    /// The id or number that the book gives where it is left out: the field, and who knows the next one.
    let numbered: Numbered?
    /// Whether `members` may stand in the place of `member`, for one event each.
    let takesMembers: Bool
    /// Fields that take a date in words.
    let datesInWords: [String]
    /// Whether it must say why.
    let needsReason: Bool
    /// Lists that have something in them where they are given.
    let neverEmpty: [String]

    struct Numbered: Sendable {
        let field: String
        /// For what happens at a time; nil where nothing is to be filled in.
        let next: @Sendable (State, Occurrence) -> String?
    }

    init(
        _ name: String, records payload: any Payload.Type, numbered: Numbered? = nil, takesMembers: Bool = false,
        datesInWords: [String] = [], needsReason: Bool = false, neverEmpty: [String] = []
    ) {
        self.name = name
        eventKind = EventCatalogue.kind(of: payload)
        self.numbered = numbered
        self.takesMembers = takesMembers
        self.datesInWords = datesInWords
        self.needsReason = needsReason
        self.neverEmpty = neverEmpty
    }

    /// The type of the event it records.
    public var eventType: String { eventKind.type.description }

    /// The version of that type's schema.
    public var eventVersion: Int64 { eventKind.version }
}

extension CommandKind.Numbered {
    /// Numbers in the order of recording, after as many as there are; a number that is taken is passed over.
    static func field<Kind: IdentifierKind, Value>(
        _ kind: Kind.Type, in registry: @escaping @Sendable (State) -> Registry<Identifier<Kind>, Value>
    ) -> CommandKind.Numbered {
        CommandKind.Numbered(field: kind.name.description) { state, _ in
            let registry = registry(state)
            var number = registry.count + 1
            while let id = Identifier<Kind>("\(kind.prefix)\(number)"), registry[id] != nil { number += 1 }
            return "\(kind.prefix)\(number)"
        }
    }
}

/// All commands, gathered from the concepts.
public enum CommandCatalogue {
    public static let kinds: [CommandKind] =
        Concepts.all.flatMap { $0.commands } + CorrectionEvent.commands

    private static let byName = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, $0) })

    static subscript(name: String) -> CommandKind? { byName[name] }
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
        /// The fields of one event, or of one event for each member.
        case facts(JSONObject, members: [MemberID]?)
        case correct(Position, changes: JSONObject, when: Occurrence?)
        case void(Position)
    }

    /// What the edge supplies where a command leaves it out.
    public struct Defaults: Sendable {
        public var id: CommandID
        public var by: String
        public var occurred: Occurrence
        /// The book's offset from UTC, for times given without one.
        public var offsetMinutes: Int

        public init(id: CommandID, by: String, occurred: Occurrence, offsetMinutes: Int) {
            self.id = id
            self.by = by
            self.occurred = occurred
            self.offsetMinutes = offsetMinutes
        }
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
        var fields = CommandFields(try CommandTexts.recorded(object, of: name))
        try fields.requireFilled(kind.neverEmpty)
        _ = try fields.takeString("command")
        id = try fields.take("id", expected: .uuid) { CommandID($0) } ?? defaults.id
        let author = try fields.takeText("by", characterMax: CommandTexts.authorCharacterMax)
        if let author { by = author } else { by = try CommandTexts.author(defaults.by) }
        reason = try fields.takeText("reason", characterMax: PlainText.characterMax)
        occurred = try fields.takeDate("occurred", offsetMinutes: defaults.offsetMinutes) ?? defaults.occurred
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
            let changes = try fields.takeObject("set") ?? JSONObject()
            let when = try fields.takeDate("when", offsetMinutes: defaults.offsetMinutes)
            try fields.end()
            return .correct(position, changes: try Self.wordsRead(in: changes, defaults), when: when)
        case CorrectionEvent.voidName:
            let position = try fields.requirePosition("corrects")
            try fields.end()
            return .void(position)
        default:
            for field in kind.datesInWords { try fields.readWords(in: field, offsetMinutes: defaults.offsetMinutes) }
            let members = try kind.takesMembers ? fields.takeMembers() : nil
            let request = Request.facts(fields.rest, members: members)
            // Decoded once before the transaction: bad input never gets as far as the log.
            _ = try events(of: kind, request, id: { "X" })
            return request
        }
    }

    private static func wordsRead(
        in changes: JSONObject, _ defaults: Defaults
    ) throws(CommandError) -> JSONObject {
        var fields = CommandFields(changes)
        if case .string(let text)? = changes["on"], CalendarDate(text) == nil {
            try fields.readWords(in: "on", offsetMinutes: defaults.offsetMinutes)
        }
        return fields.rest
    }

    /// The events a request for facts stands for.
    ///
    /// - Parameters:
    ///   - version: reads the fields as an older version of the event did; nil for the current one.
    ///   - id: the number for an id that was left out.
    static func events(
        of kind: CommandKind, _ request: Request, version: EventKind? = nil, id: () -> String?
    ) throws(CommandError) -> [Event] {
        guard case .facts(var fields, let members) = request else { return [] }
        if let numbered = kind.numbered, fields[numbered.field] == nil { fields[numbered.field] = id().map { .string($0) } }
        let eventKind = version ?? kind.eventKind
        guard let members else { return [try decode(eventKind, fields)] }
        var events: [Event] = []
        for member in members {
            fields["member"] = .string(member.description)
            events.append(try decode(eventKind, fields))
        }
        return events
    }

    private static func decode(_ kind: EventKind, _ fields: JSONObject) throws(CommandError) -> Event {
        let bytes = JSONValue.object(fields).canonicalBytes
        let decoded = bytes.withUnsafeBytes { bytes in
            Result { () throws(JSONError) in try EventCatalogue.decode(kind, bytes) }
        }
        switch decoded {
        case .success(let event): return event
        case .failure(let error): throw CommandError(error, in: bytes)
        }
    }
}

extension CommandError {
    /// An error of the re-encoded fields: their offsets mean nothing to the sender, the field's name does.
    fileprivate init(_ error: JSONError, in bytes: [UInt8]) {
        switch error.kind {
        case .missingField(let field): self = .field(field, .missing)
        case .unknownField(let field): self = .field(field, .unknown)
        case .wrongType(let field, let expected): self = .field(field, .wrongType(expected: expected))
        case .invalidValue(let field, let expected): self = .field(field, .invalid(expected: expected))
        default: self = .notJSON(error)
        }
    }
}
