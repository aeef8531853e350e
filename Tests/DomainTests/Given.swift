import CanonicalJSON
import Domain
import EventLog

/// A book in memory: commands that were given, decided and folded, without a log.
struct Given {
    private(set) var state = State()
    private var count: UInt64 = 0

    /// - Parameter commands: JSON objects as `record` takes them; all must be accepted.
    init(_ commands: String...) throws {
        try when(
            #"{"command":"book.open","book":"b1","format":1,"name":"测试","timeZone":"Asia/Shanghai","occurred":"2019-01-01"}"#)
        for command in commands { try when(command) }
    }

    /// Decides a command and takes its events in.
    @discardableResult
    mutating func when(_ json: String) throws -> [Event] {
        let command = try parse(json)
        let events = try state.decide(command)
        for event in events {
            let position = state.position.next
            try state.apply(
                event, at: position, occurred: command.occurred,
                recorded: Timestamp(microsecondsSince1970: position.value))
        }
        return events
    }

    /// The rejection's code; nil if the command was accepted.
    mutating func rejection(_ json: String) throws -> String? {
        let command = try parse(json)
        do throws(Rejection) {
            _ = try state.decide(command)
            return nil
        } catch {
            return error.code
        }
    }

    private mutating func parse(_ json: String) throws -> Command {
        count += 1
        guard let day = CalendarDate("2019-01-01") else { preconditionFailure("a date") }
        let defaults = Command.Defaults(
            id: CommandID(high: 0, low: count), by: "tester", occurred: Occurrence(day), offsetMinutes: 480)
        var json = json
        return try json.withUTF8 { try Command(json: UnsafeRawBufferPointer($0), defaults: defaults) }
    }
}

/// An id that a test knows to be one.
func id<Kind: IdentifierKind>(_ text: String) -> Identifier<Kind> {
    guard let id = Identifier<Kind>(text) else { preconditionFailure("\(text) is no id") }
    return id
}
