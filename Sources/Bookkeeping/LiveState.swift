internal import Domain
public import EventLog

/// The state of an open book, and the commands that the index on disk has not reached yet.
struct LiveState {
    private(set) var state = State()
    private var recent: [CommandID: Position] = [:]

    /// Commands behind this entry are in `recent`; those up to it have to be looked for in the log.
    private var rememberedFrom = Position.start

    /// Entries farther behind than this are indexed before a command is looked up; nearer ones are read through.
    private static let readThroughMax: Int64 = 10_000

    /// Entries that other processes appended are taken in before anything is decided.
    mutating func catchUp(_ transaction: LogTransaction) throws {
        try rememberCommands(transaction)
        let indexed = try transaction.indexCheckpoint()
        try transaction.forEach(after: state.position) { entry in
            try state.apply(entry)
            if entry.position > indexed { remember(try entry.command(), entry.position) }
            return true
        }
    }

    /// Only who records has to know the commands before: a reader folds without them.
    private mutating func rememberCommands(_ transaction: LogTransaction) throws {
        var indexed = try transaction.indexCheckpoint()
        guard indexed < rememberedFrom else { return }
        if rememberedFrom.value - indexed.value > Self.readThroughMax {
            try transaction.catchUpIndex()
            indexed = try transaction.indexCheckpoint()
        }
        try transaction.forEach(after: indexed) { entry in
            guard entry.position <= rememberedFrom else { return false }
            remember(try entry.command(), entry.position)
            return true
        }
        rememberedFrom = .start
    }

    /// - Parameter before: is shown each entry and the state before it.
    mutating func catchUp(
        _ log: EventLog, _ progress: FoldProgress?, before: ((Position, Timestamp, State) -> Void)? = nil
    ) throws {
        let last = try log.lastPosition()
        guard last > state.position else { return }
        try log.forEach(after: state.position) { entry in
            before?(entry.position, entry.recorded, state)
            try state.apply(entry)
            progress?.report(entry.position, of: last)
            return true
        }
        rememberedFrom = state.position
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
