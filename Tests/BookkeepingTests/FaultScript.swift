import Bookkeeping
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Testing

/// A small book, and commands to record in it that do not depend on each other, so that what each puts on record is
/// known whatever became of the others.
struct CommandPool {
    /// What an entry says, wherever in the log it stands.
    struct Content: Equatable {
        let type: String
        let about: [Subject]
        /// Nil where it is sealed.
        let data: [UInt8]?

        init(_ entry: RecordedEvent) {
            type = entry.event.type
            about = entry.event.about
            data = type == "member.joined" ? nil : entry.data
        }
    }

    struct Joining {
        let member: MemberID
        let name: String
    }

    private(set) var visits: [Command] = []
    /// Of two pages each: they fill a write-ahead log.
    private(set) var longVisits: [Command] = []
    private(set) var joinings: [Command] = []
    /// Three events each.
    private(set) var checkIns: [Command] = []
    private(set) var refused: [Command] = []
    /// Recorded after the fault, to see that the book goes on.
    private(set) var last: [Command] = []

    private(set) var joinedBy: [CommandID: Joining] = [:]
    /// The entries of each command; none for those that are refused.
    private(set) var contents: [CommandID: [Content]] = [:]
    /// The book's files, by what follows its name.
    private(set) var files: [String: Data] = [:]
    private(set) var preparedEntries: [[UInt8]] = []

    init() throws {
        let bench = Bench()
        try prepare(bench)
        try makeCommands(bench)
        try recordAll(bench)
    }

    var all: [Command] { visits + longVisits + joinings + checkIns + refused }

    private mutating func prepare(_ bench: Bench) throws {
        let book = try bench.makeBook()
        var commands = try (1...3).map { number in
            try bench.command(#"{"command":"member.join","member":"M\#(number)","name":"甲\#(number)","from":"2019-01-01"}"#)
        }
        commands += try (0..<5).map { number in
            try bench.command(#"{"command":"activity.schedule","activity":"A\#(number)","kind":"study","title":"x","on":"2019-03-01"}"#)
        }
        try #require(try book.execute(commands).allSatisfy(\.isDone))
        // One reading, so that the log of readings is there: it is made by links, which the simulation does not see.
        _ = try bench.name(of: id("M1"), in: book)
        preparedEntries = try Self.entries(of: book).map(\.bytes)
        try book.close()
        for suffix in ["", ".keys", ".readings"] { files[suffix] = try Data(contentsOf: URL(fileURLWithPath: bench.path + suffix)) }
    }

    private mutating func makeCommands(_ bench: Bench) throws {
        visits = try (0..<24).map { try bench.command(#"{"command":"visit.record","visit":"V\#($0)","area":"第\#($0)户"}"#) }
        let long = String(repeating: "长", count: 1_400)
        longVisits = try (0..<16).map { try bench.command(#"{"command":"visit.record","visit":"L\#($0)","area":"\#(long)\#($0)"}"#) }
        for number in 10..<24 {
            let name = "成员\(number)"
            let joining = try bench.command(
                #"{"command":"member.join","member":"M\#(number)","name":"\#(name)","phone":"139\#(number)","from":"2019-01-01"}"#)
            joinedBy[joining.id] = Joining(member: id("M\(number)"), name: name)
            joinings.append(joining)
        }
        checkIns = try (0..<5).map {
            try bench.command(#"{"command":"attendance.check-in","activity":"A\#($0)","members":["M1","M2","M3"],"occurred":"2019-03-01"}"#)
        }
        last = [try bench.command(#"{"command":"visit.record","visit":"V99","area":"最后一户"}"#)]
        refused = try (0..<3).map { try bench.command(#"{"command":"activity.open","activity":"X\#($0)"}"#) }
    }

    /// Without faults, to see what each command puts on record.
    private mutating func recordAll(_ bench: Bench) throws {
        let book = try bench.openBook()
        try #require(try book.execute(all + last).count { !$0.isDone } == refused.count)
        for entry in try Self.entries(of: book).dropFirst(preparedEntries.count) {
            contents[entry.event.command, default: []].append(Content(entry))
        }
        try book.close()
    }

    static func entries(of book: Book) throws -> [RecordedEvent] {
        var entries: [RecordedEvent] = []
        try book.forEachEntry { entry in
            entries.append(try entry.recordedEvent())
            return true
        }
        return entries
    }

    /// Puts the prepared book into an empty directory.
    func copyFiles(to path: String) throws {
        for (suffix, data) in files { try data.write(to: URL(fileURLWithPath: path + suffix)) }
    }
}

/// What a client does in a session.
struct FaultScript {
    struct Group {
        var commands: [Command]
        var isAtomic = false
    }

    enum Step {
        case record(Group)
        case read
        /// Closes the book and opens it again.
        case reopen
    }

    enum Ending: CaseIterable {
        case close
        /// The process dies with the book open.
        case stop
        case powerLoss
    }

    /// Steps, each through one of `bookCount` objects on the same file.
    var steps: [(book: Int, step: Step)]
    var bookCount = 1
    var walByteMax = 24 << 10
    /// How it ends if no fault ended it.
    var ending = Ending.close
    /// Whether a group that failed is sent again at once.
    var isRetrying = false

    var groups: [Group] {
        steps.compactMap { if case .record(let group) = $0.step { group } else { nil } }
    }

    /// Everything once, and short: sixteen commands, a checkpoint on the way, one on closing, and the log begun anew.
    static func short(_ pool: CommandPool) -> FaultScript {
        FaultScript(
            steps: [
                .record(Group(commands: [pool.visits[0], pool.visits[1]])),
                .record(Group(commands: [pool.joinings[0]])),
                .read,
                .record(Group(commands: [pool.visits[2], pool.checkIns[0]], isAtomic: true)),
                .record(Group(commands: [pool.visits[3], pool.refused[0]], isAtomic: true)),
                .record(Group(commands: [pool.longVisits[0], pool.longVisits[1]])),
                .record(Group(commands: [pool.joinings[1], pool.refused[1], pool.checkIns[1]])),
                .read,
                .reopen,
                .record(Group(commands: [pool.visits[4]])),
                .record(Group(commands: [pool.visits[5], pool.visits[6]])),
                .read,
            ].map { (book: 0, step: $0) })
    }

    static func random(_ pool: CommandPool, _ generator: inout SeededGenerator) -> FaultScript {
        var script = FaultScript(
            steps: [], bookCount: Int.random(in: 1...2, using: &generator),
            walByteMax: Int.random(in: 8...60, using: &generator) << 10,
            ending: Ending.allCases.randomElement(using: &generator) ?? .close,
            isRetrying: Bool.random(using: &generator))
        var commands = pool.all.shuffled(using: &generator)[...]
        for _ in 0..<Int.random(in: 3...10, using: &generator) {
            let step: Step
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: step = .read
            case 1: step = .reopen
            default:
                let size = Int.random(in: 1...6, using: &generator)
                step = .record(Group(commands: Array(commands.prefix(size)), isAtomic: Bool.random(using: &generator)))
                commands = commands.dropFirst(size)
            }
            script.steps.append((book: Int.random(in: 0..<script.bookCount, using: &generator), step: step))
        }
        return script
    }
}

/// SplitMix64: a sequence that its seed gives again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
