internal import Domain
public import EventLog

/// The state that commands are decided against, and the commands that the index on disk has not reached yet.
struct LiveState {
    private(set) var state: State
    /// The first positions of the commands behind `rememberedFrom`.
    private var recent: [CommandID: Position] = [:]
    /// Commands up to this entry have to be looked for in the log's index.
    private var rememberedFrom: Position

    /// - Parameter state: folded by a reader, which needs no commands.
    init(_ state: State = State()) {
        self.state = state
        rememberedFrom = state.position
    }

    /// Entries that other processes appended are taken in before anything is decided.
    mutating func catchUp(_ transaction: LogTransaction) throws {
        try rememberCommands(transaction)
        try transaction.forEach(after: state.position) { entry in
            try state.apply(entry)
            remember(try entry.command(), entry.position)
            return true
        }
    }

    /// Those that the index has not reached, as far as they are not in memory.
    private mutating func rememberCommands(_ transaction: LogTransaction) throws {
        let indexed = try transaction.indexCheckpoint()
        guard indexed < rememberedFrom else { return }
        try transaction.forEach(after: indexed) { entry in
            guard entry.position <= rememberedFrom else { return false }
            remember(try entry.command(), entry.position)
            return true
        }
        rememberedFrom = indexed
    }

    /// The index has reached an entry, for good: what is in it need not be in memory.
    mutating func forgetCommands(upTo indexed: Position) {
        guard indexed > rememberedFrom else { return }
        recent = recent.filter { $0.value > indexed }
        rememberedFrom = indexed
    }

    /// How many entries the index is behind, as far as this process knows.
    var indexLag: Int64 { state.position.value - rememberedFrom.value }

    var rememberedCommandCount: Int { recent.count }

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

extension State {
    /// Takes in every entry behind it.
    ///
    /// - Parameter before: is shown each entry and the state before it.
    mutating func catchUp(
        _ log: EventLog, _ progress: FoldProgress?, before: ((Position, Timestamp, State) -> Void)? = nil
    ) throws {
        let last = try log.lastPosition()
        guard last > position else { return }
        try log.forEach(after: position) { entry in
            before?(entry.position, entry.recorded, self)
            try apply(entry)
            progress?.report(entry.position, of: last)
            return true
        }
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
