import Bookkeeping
import Domain
import EventLog

/// What a client knows of the book it records in, and what contradicts it.
final class FaultClient {
    let pool: CommandPool
    /// Entries that were read once, by position: they stay as they are.
    private var seen: [Int64: [UInt8]] = [:]
    private var acknowledged: [CommandID: [Int64]] = [:]
    /// Groups that were sent, whatever became of them: each is one transaction.
    private var sent: [FaultScript.Group] = []
    private var failed: Set<CommandID> = []
    private(set) var problems: [String] = []
    /// Commands that failed and were on record all the same when the book was opened again.
    private(set) var recordedThoughFailed = 0

    init(_ pool: CommandPool) {
        self.pool = pool
        for (index, bytes) in pool.preparedEntries.enumerated() { seen[Int64(index) + 1] = bytes }
    }

    var acknowledgedCount: Int { acknowledged.count }

    func report(_ problem: String) { problems.append(problem) }

    // MARK: - Recording

    func send(_ group: FaultScript.Group, to book: Book) throws {
        sent.append(group)
        let results: [CommandResult]
        do {
            results = try book.execute(group.commands, isAtomic: group.isAtomic)
        } catch {
            failed.formUnion(group.commands.map(\.id))
            throw error
        }
        let isRefused = group.isAtomic && group.commands.contains { pool.contents[$0.id] == nil }
        for (command, result) in zip(group.commands, results) { take(result, of: command, isRefused) }
    }

    private func take(_ result: CommandResult, of command: Command, _ isBesideRefusal: Bool) {
        switch result {
        case .recorded(let positions, _) where !isBesideRefusal: acknowledge(command.id, positions)
        case .repeated(let positions, _) where !isBesideRefusal && failed.contains(command.id): acknowledge(command.id, positions)
        case .refused where pool.contents[command.id] == nil: break
        case .notRecordedBesideRefusal where isBesideRefusal: break
        default: report("\(command.id) gave \(result)")
        }
    }

    private func acknowledge(_ id: CommandID, _ positions: [Position]) {
        let positions = positions.map(\.value)
        if positions.count != pool.contents[id]?.count { report("\(id) was acknowledged at \(positions)") }
        if let before = acknowledged[id], before != positions { report("\(id) moved from \(before) to \(positions)") }
        acknowledged[id] = positions
    }

    // MARK: - Reading

    /// Reads all there is to read and compares it with what is known.
    func read(_ book: Book) throws {
        let entries = try CommandPool.entries(of: book)
        check(entries)
        let state = try book.state()
        if FaultFigures(state) != FaultFigures(entries) { report("the state does not follow from the entries") }
        // In the order of the pool: a seed gives the same calls again.
        let joined = pool.joinings.filter { acknowledged[$0.id] != nil }
        for joining in joined.compactMap({ pool.joinedBy[$0.id] }) {
            let name = try book.reading(for: Bench.purpose, in: state) { try $0.name(of: joining.member) }
            // A name is withheld where a fault keeps its reading from the record.
            if name == .unreadable, book.namesWithheld != nil { continue }
            if name != .text(joining.name) { report("\(joining.member) is called \(name)") }
        }
        guard let first = joined.first, let member = pool.joinedBy[first.id]?.member else { return }
        let trail = try book.entries(about: member.subject)
        if trail.map(\.event.command) != [first.id] { report("the trail of \(member) is \(trail.count) entries long") }
    }

    private func check(_ entries: [RecordedEvent]) {
        for (index, entry) in entries.enumerated() where entry.position.value != Int64(index) + 1 {
            report("entry \(entry.position) stands at \(index + 1)")
        }
        for (position, bytes) in seen where position > entries.count || entries[Int(position) - 1].bytes != bytes {
            report("entry \(position) was read before, and is gone or another")
        }
        checkCommands(entries)
        for entry in entries { seen[entry.position.value] = entry.bytes }
    }

    private func checkCommands(_ entries: [RecordedEvent]) {
        let recorded = Dictionary(grouping: entries.dropFirst(pool.preparedEntries.count), by: \.event.command)
        for (id, positions) in acknowledged where recorded[id]?.map(\.position.value) != positions {
            report("\(id) was acknowledged at \(positions), and is at \(recorded[id]?.map(\.position.value) ?? [])")
        }
        for (id, entries) in recorded {
            if entries.map(CommandPool.Content.init) != pool.contents[id] { report("\(id) is not what was sent, or half of it") }
            if entries.last!.position.value - entries[0].position.value != Int64(entries.count) - 1 { report("\(id) is scattered") }
            if acknowledged[id] == nil, !failed.contains(id) { report("\(id) is on record, and was never sent or refused") }
        }
        for group in sent {
            let recordable = group.commands.filter { pool.contents[$0.id] != nil }
            let count = recordable.count { recorded[$0.id] != nil }
            let isRefused = group.isAtomic && recordable.count < group.commands.count
            if count != 0, isRefused || count != recordable.count { report("\(count) of a group of \(recordable.count) are on record") }
        }
    }

    // MARK: - After the fault

    /// Checks the book, opened again without faults, sends everything once more, and goes on recording.
    func audit(_ book: Book, after script: FaultScript) throws {
        let findings = try book.verify().findings
        if !findings.isEmpty { report("verification: \(findings)") }
        try read(book)
        let recorded = try Set(CommandPool.entries(of: book).map(\.event.command))
        recordedThoughFailed = recorded.count { failed.contains($0) && acknowledged[$0] == nil }
        try sendAgain(script.groups.flatMap(\.commands), to: book)
        try send(FaultScript.Group(commands: pool.last), to: book)
        try read(book)
        let live = try book.state()
        let replayed = try book.state(known: .position(live.position))
        if FaultFigures(live) != FaultFigures(replayed) { report("replaying gives another state") }
    }

    /// What is on record gives its first result, what was lost is recorded now: a client that does not know which may
    /// simply send it all again.
    private func sendAgain(_ commands: [Command], to book: Book) throws {
        failed.formUnion(commands.map(\.id))
        sent = []
        for (command, result) in zip(commands, try book.execute(commands)) { take(result, of: command, false) }
    }
}

/// A few figures that a state and the entries it is folded from must agree in.
struct FaultFigures: Equatable {
    private var position: Int64
    private var members: Int
    private var visits: Int
    private var activities: Int
    private var marks: Int

    init(_ state: State) {
        position = state.position.value
        members = state.members.count
        visits = state.visits.count
        activities = state.activities.count
        marks = state.activities.values.reduce(0) { $0 + $1.attendance.marks.count }
    }

    init(_ entries: [RecordedEvent]) {
        position = Int64(entries.count)
        members = entries.count { $0.event.type == "member.joined" }
        visits = entries.count { $0.event.type == "visit.made" }
        activities = entries.count { $0.event.type == "activity.scheduled" }
        marks = entries.count { $0.event.type == "attendance.checked-in" }
    }
}
