internal import Domain
public import EventLog

/// The state of an open book, and the commands that the index on disk has not reached yet.
struct LiveState {
    private(set) var state = State()
    private var recent: [CommandID: Position] = [:]

    /// Entries that other processes appended are taken in before anything is decided.
    mutating func catchUp(_ transaction: LogTransaction) throws {
        let indexed = try transaction.indexCheckpoint()
        try transaction.forEach(after: state.position) { entry in
            try take(entry, indexed)
            return true
        }
    }

    mutating func catchUp(_ log: EventLog, _ progress: FoldProgress?) throws {
        let last = try log.lastPosition()
        // Readers need not know where the index stands: a command id is looked up by writers alone, from the log's
        // beginning if need be.
        try log.forEach(after: state.position) { entry in
            try take(entry, .start)
            progress?.report(entry.position, of: last)
            return true
        }
    }

    private mutating func take(_ entry: EntryView, _ indexed: Position) throws {
        try state.apply(entry)
        if entry.position > indexed { remember(try entry.command(), entry.position) }
    }

    private mutating func remember(_ command: CommandID, _ position: Position) {
        if recent[command] == nil { recent[command] = position }
    }

    mutating func apply(_ event: Event, at position: Position, of command: Command, recorded: Timestamp) throws {
        try state.apply(event, at: position, occurred: command.occurred, recorded: recorded)
        remember(command.id, position)
    }

    func firstPosition(of command: CommandID, _ transaction: LogTransaction) throws -> Position? {
        if let position = recent[command] { return position }
        return try transaction.indexedFirstPosition(of: command)
    }
}

/// How far a long fold has come, for whoever waits.
public struct FoldProgress {
    /// Entries between two reports.
    static let step: Int64 = 20_000

    private let body: (_ done: Int64, _ total: Int64) -> Void

    public init(_ body: @escaping (_ done: Int64, _ total: Int64) -> Void) { self.body = body }

    public func report(_ position: Position, of last: Position) {
        if position.value % Self.step == 0 { body(position.value, last.value) }
    }
}

/// Where knowledge is cut: what was recorded up to there, and nothing later.
public enum KnowledgeCut: Equatable, Sendable {
    case position(Position)
    case time(Timestamp)

    func includes(_ position: Position, _ recorded: Timestamp) -> Bool {
        switch self {
        case .position(let last): position <= last
        case .time(let time): recorded <= time
        }
    }
}
