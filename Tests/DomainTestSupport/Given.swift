internal import CanonicalJSON
public import Domain
public import EventLog

/// A book in memory: what was recorded before, decided and folded without a log. What the next command comes to is asked with
/// `when`, and said with `then`.
///
/// The book is opened by entry 1; what is given follows from entry 2 on. Commands that do not say when it happened are of
/// 1 January 2019; what is found at an activity is of its first day.
public struct Given: Sendable {
    public private(set) var state = State()
    private var commandCount: UInt64 = 0
    private var takesEntries = false

    /// - Parameter commands: JSON objects as `record` takes them; all have to be accepted.
    public init(_ commands: String...) throws { try self.init(commands) }

    /// - Parameters:
    ///   - asEntries: whether what was decided is taken in as the bytes of entries, and not as events.
    ///   - timeZone: whose clock the body lives by.
    public init(_ commands: [String], asEntries: Bool = false, timeZone: String = "Asia/Shanghai") throws {
        takesEntries = asEntries
        try record(#"{"command":"book.open","book":"b1","format":1,"name":"测试","timeZone":"\#(timeZone)"}"#)
        for command in commands { try record(command) }
    }

    private init() {}

    /// A book before its first entry.
    public static let unopened = Given()

    /// Decides a command, which has to be accepted, and takes its events in.
    @discardableResult
    public mutating func record(_ json: String) throws -> [Event] {
        commandCount += 1
        let command = try command(json, number: commandCount)
        let events: [Event]
        do { events = try state.decide(command) } catch { throw RefusedGiven(command: json, rejection: error) }
        for event in events { try take(event, command.occurred) }
        return events
    }

    private mutating func take(_ event: Event, _ occurred: Occurrence) throws {
        guard takesEntries else {
            let position = state.position.next
            return try state.apply(event, at: position, occurred: occurred, recorded: Timestamp(microsecondsSince1970: position.value))
        }
        let data = String(decoding: JSONValue.object(event.fields).canonicalBytes, as: UTF8.self)
        try record(event.type.description, version: Int(event.version), about: event.about.map(\.description), data, occurred: occurred)
    }

    /// Takes in an entry as an earlier version of the program wrote it.
    ///
    /// - Parameters:
    ///   - type: of the event, in version `version`.
    ///   - data: the payload, as a canonical object.
    /// - Returns: the entry, and the event it is read as.
    @discardableResult
    public mutating func record(
        _ type: String, version: Int, about subjects: [String], _ data: String, by author: String = "tester",
        occurred: Occurrence = Occurrence(day("2019-01-01"))
    ) throws -> (entry: RecordedEvent, event: Event) {
        let about = subjects.map { "\"\($0)\"" }.joined(separator: ",")
        let when = String(decoding: occurred.json.canonicalBytes, as: UTF8.self)
        let entry =
            #"{"about":[\#(about)],"by":"\#(author)","command":"00000000-0000-0000-0000-000000000001","data":\#(data),"#
            + #""occurred":\#(when),"position":\#(state.position.next),"recorded":"2019-01-01T00:00:00.000000Z","#
            + #""type":"\#(type)","v":\#(version)}"#
        return try Array(entry.utf8).withUnsafeBytes { bytes in
            let view = try EntryView(bytes)
            let event = try EventCatalogue.decode(view)
            try state.apply(view)
            return (try view.recordedEvent(), event)
        }
    }

    /// What a command comes to. Nothing is recorded by it.
    public func when(_ json: String) -> DecidedCommand {
        do {
            return DecidedCommand(command: json, outcome: .events(try state.decide(command(json, number: commandCount + 1))))
        } catch let rejection as Rejection {
            return DecidedCommand(command: json, outcome: .refused(rejection))
        } catch let error as CommandError {
            return DecidedCommand(command: json, outcome: .unreadable(error))
        } catch {
            preconditionFailure("a command is read and decided, and nothing else")
        }
    }

    private func command(_ json: String, number: UInt64) throws -> Command {
        let bytes = Array(json.utf8)
        let today = state.dayOfActivity(in: json) ?? day("2019-01-01")
        let defaults = Command.Defaults(
            id: CommandID(high: 0, low: number), by: "tester", occurred: Occurrence(today), clock: state.clock)
        return try bytes.withUnsafeBytes { try Command(json: $0, defaults: defaults) }
    }
}

extension State {
    /// The first day of the activity at which a command's event happens; nil for other events, and for what is no command.
    public func dayOfActivity(in command: String) -> CalendarDate? {
        guard case .object(let fields)? = Array(command.utf8).withUnsafeBytes({ try? JSONParser.parse($0) }),
            let name = fields["command"]?.stringValue,
            name.hasPrefix("attendance.") || name == "activity.open" || name == "activity.close",
            let activity = fields["activity"]?.stringValue.flatMap(ActivityID.init)
        else { return nil }
        return activities[activity]?.date?.first
    }
}

/// A command that was given was refused, so that nothing was tested.
struct RefusedGiven: Error, CustomStringConvertible {
    let command: String
    let rejection: Rejection

    var description: String { "given \(command), which is refused: \(rejection.code) \(rejection)" }
}
