internal import Assessment
public import Bookkeeping
public import Domain
public import EventLog
internal import Wording

/// What every view is made of: a book as of a day and as it was known, and whoever asks.
public struct ViewContext {
    public let book: Book
    public let request: ViewRequest
    /// Everything that was known, on whatever day it happened.
    public let known: State
    /// The same as of the day that was asked for; as it is, where none was.
    public let state: State
    /// What was known earlier, where that is compared with; never later than what is known.
    public let earlier: State?
    /// Of the clock that was handed in, where the body lives.
    public let today: CalendarDate
    let purpose: ReadingPurpose
    private let cuts: StateCuts

    /// - Parameters:
    ///   - now: the time of asking.
    ///   - purpose: who asks, and what for: what the log of readings says where names are shown.
    /// - Throws: the book's errors.
    public init(
        _ request: ViewRequest, of book: Book, at now: Timestamp, for purpose: ReadingPurpose, progress: FoldProgress? = nil
    ) throws {
        // One pass over the log for both.
        let cuts = request.since.map { [request.cut ?? .position(Position(.max)), $0] } ?? request.cut.map { [$0] } ?? []
        let states = try cuts.isEmpty ? [book.state(progress: progress)] : book.states(known: cuts, progress: progress)
        let earlier = states.dropFirst().first.map { $0.position > states[0].position ? states[0] : $0 }
        try self.init(request, of: book, known: states[0], earlier: earlier, today: states[0].today(at: now), for: purpose)
    }

    /// With the state in hand.
    public init(
        _ request: ViewRequest, of book: Book, known: State, earlier: State? = nil, today: CalendarDate, for purpose: ReadingPurpose
    ) {
        self.init(request, of: book, known: known, earlier: earlier, today: today, for: purpose, StateCuts(known))
    }

    private init(
        _ request: ViewRequest, of book: Book, known: State, earlier: State?, today: CalendarDate, for purpose: ReadingPurpose,
        _ cuts: StateCuts
    ) {
        self.book = book
        self.earlier = earlier
        self.request = request
        self.known = known
        self.today = today
        self.purpose = purpose
        self.cuts = cuts
        state = request.asOf.map(cuts.state) ?? known
    }

    /// The day that was asked for, or today.
    public var day: CalendarDate { request.asOf ?? today }

    /// The last entry that is known.
    public var position: Position { known.position }

    /// What the book calls its body.
    public var bookName: String { known.book.opened?.name ?? "" }

    /// What the body's members are called.
    var memberNoun: MemberNoun { MemberNoun(body: bookName, kind: known.book.opened?.kind) }

    /// The same question as of a day, where none was asked for.
    public func on(_ day: CalendarDate) -> ViewContext {
        guard request.asOf == nil else { return self }
        var request = request
        request.asOf = day
        return ViewContext(request, of: book, known: known, earlier: earlier, today: today, for: purpose, cuts)
    }

    /// Lets `body` read personal texts, and puts on record whose it opened. A view does so once, so that a question is one
    /// reading.
    public func reading<Value>(_ body: (PersonalReader) throws -> Value) throws -> Value {
        try book.reading(for: purpose, in: known, body)
    }

    /// Names as they may be shown.
    public func names(of members: some Collection<MemberID>) throws -> [MemberID: PersonalReading] {
        guard !members.isEmpty else { return [:] }
        return try reading { reader in
            try members.reduce(into: [:]) { $0[$1] = try reader.name(of: $1) }
        }
    }
}

/// What was known as of days, each cut once: a question about several plans asks for the same day again and again.
private final class StateCuts {
    private let known: State
    private var byDay: [CalendarDate: State] = [:]

    init(_ known: State) { self.known = known }

    func state(asOf day: CalendarDate) -> State {
        if let cut = byDay[day] { return cut }
        let cut = known.asOf(day)
        byDay[day] = cut
        return cut
    }
}

extension State {
    /// The body's day at a time.
    public func today(at now: Timestamp) throws(ClockFault) -> CalendarDate { try Occurrence(now, by: clock).first }
}

extension Occurrence {
    /// A moment as the body's clock shows it, to the second.
    ///
    /// - Throws: `ClockFault.outsideCalendar` for a moment that has no date there.
    public init(_ now: Timestamp, by clock: BookClock) throws(ClockFault) {
        guard let moment = clock.moment(now) else { throw .outsideCalendar }
        self = moment
    }
}
