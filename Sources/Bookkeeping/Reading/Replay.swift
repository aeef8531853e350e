public import Domain
public import EventLog

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
    /// Up to a second of a day by the body's clock; for the whole day, that is its last.
    case clock(CalendarDate, secondOfDay: Int)

    /// - Parameter clock: the body's.
    public func includes(_ position: Position, _ recorded: Timestamp, by clock: BookClock) -> Bool {
        switch self {
        case .position(let last): position <= last
        case .time(let time): recorded <= time
        case .clock(let day, let second):
            clock.moment(recorded).map { ($0.first, $0.start?.secondOfDay ?? 0) <= (day, Int32(clamping: second)) } ?? true
        }
    }
}
