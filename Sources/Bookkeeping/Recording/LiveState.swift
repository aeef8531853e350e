internal import Domain
internal import EventLog

/// The state that commands are decided against, and the commands that the index on disk has not reached yet.
struct LiveState {
    private(set) var state: State
    /// The first positions of the commands behind `rememberedFrom`.
    private var recent: [CommandID: Position] = [:]
    /// Commands up to this entry have to be looked for in the log's index.
    private var rememberedFrom: Position

    /// What warnings are made of, beside the state.
    var advice = Advice()

    /// Whether no transaction has seen it yet.
    private(set) var isNew = true

    /// - Parameter state: folded by a reader, which needs no commands.
    init(_ state: State) {
        self.state = state
        rememberedFrom = state.position
    }

    /// Entries that other processes appended are taken in before anything is decided.
    mutating func catchUp(_ transaction: LogTransaction) throws {
        isNew = false
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
