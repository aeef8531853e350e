public import EventLog

/// One recorded fact and what corrections made of it.
public struct HistorySlot<Fact: Sendable>: Sendable {
    /// What a correction put in the place of the fact; nil in the place of a voided one.
    struct Amendment: Sendable {
        let by: Position
        let version: Recorded<Fact>?
        /// The entry that took it back; nil while it is in force.
        var withdrawnBy: Position?

        var isWithdrawn: Bool { withdrawnBy != nil }
    }

    public let original: Recorded<Fact>
    private(set) var amendments: [Amendment] = []

    init(_ original: Recorded<Fact>) { self.original = original }

    /// The fact as it is now; nil if it was voided. Its position stays that of the original.
    public var standing: Recorded<Fact>? {
        guard let last = amendments.last(where: { !$0.isWithdrawn }) else { return original }
        return last.version
    }

    /// The fact as it was known before an entry; nil where it was recorded later, or was voided by then.
    func standing(before position: Position) -> Recorded<Fact>? {
        guard original.position < position else { return nil }
        let known = amendments.last { $0.by < position && $0.withdrawnBy.map { $0 >= position } ?? true }
        guard let known else { return original }
        return known.version
    }

    /// The corrections in force, by position: evidence beside the fact's own entry.
    public var corrections: [Position] { amendments.filter { !$0.isWithdrawn }.map(\.by) }

    /// With every version of the fact passed through `body`.
    func mapping(_ body: (Recorded<Fact>) -> Recorded<Fact>) -> HistorySlot {
        var slot = HistorySlot(body(original))
        slot.amendments = amendments.map { Amendment(by: $0.by, version: $0.version.map(body), withdrawnBy: $0.withdrawnBy) }
        return slot
    }

    mutating func amend(by position: Position, to version: Recorded<Fact>?) {
        amendments.append(Amendment(by: position, version: version))
    }

    /// Takes the correction at `position` back, by an entry; false if there is none in force.
    mutating func withdraw(_ position: Position, by entry: Position) -> Bool {
        guard let index = amendments.firstIndex(where: { $0.by == position && !$0.isWithdrawn }) else { return false }
        amendments[index].withdrawnBy = entry
        return true
    }
}

/// The facts of one subject in the order of their recording.
public typealias History<Fact: Sendable> = ContiguousArray<HistorySlot<Fact>>

/// Something that rests on recorded facts of its own.
public protocol Evidenced: Sendable {
    associatedtype Fact: Sendable

    var history: History<Fact> { get }
}

extension Evidenced {
    /// The positions its state rests on, corrections included.
    public var evidence: [Position] {
        history.flatMap { slot in slot.standing == nil ? [] : [slot.original.position] + slot.corrections }
    }
}

/// Something whose state is folded from its own facts, so that a correction folds only them anew.
protocol Aggregate: Evidenced {
    var history: History<Fact> { get set }
    /// The same subject before its first fact.
    var blank: Self { get }
    /// Whether the fact may be the next.
    func check(_ fact: Recorded<Fact>, in state: State) throws(Rejection)
    /// Whether it may be the next on its day: after the steps that it follows. Apart from `check`, so that what follows it is
    /// judged by itself where its own day is wrong.
    func checkDays(_ fact: Recorded<Fact>, in state: State) throws(Rejection)
    mutating func apply(_ fact: Recorded<Fact>)
    /// Takes in a fact that was decided, and gives its index in the history.
    mutating func record(_ fact: Recorded<Fact>) -> Int
    /// Amends a fact, or withdraws one of its corrections if `corrects` is that. False if it does not fit.
    mutating func amend(_ slot: Int, _ corrects: Position, _ amendment: State.Amendment) -> Bool
}

extension Aggregate {
    func checkDays(_ fact: Recorded<Fact>, in state: State) throws(Rejection) {}

    mutating func record(_ fact: Recorded<Fact>) -> Int {
        history.append(HistorySlot(fact))
        apply(fact)
        return history.count - 1
    }

    mutating func amend(_ slot: Int, _ corrects: Position, _ amendment: State.Amendment) -> Bool {
        let fits = history[slot].amend(corrects, amendment)
        self = refolded()
        return fits
    }

    /// Brings its facts to a clock: their days may be others.
    mutating func bring(to clock: BookClock) where Fact: EventContent {
        history = History(history.map { $0.local(to: clock) })
        self = refolded()
    }

    /// The state that follows from the history as it is now.
    func refolded() -> Self {
        var fresh = blank
        for slot in history {
            if let fact = slot.standing { fresh.apply(fact) }
        }
        fresh.history = history
        return fresh
    }

    /// Whether every fact that was not voided is still allowed after those before it.
    ///
    /// - Throws: `CorrectionRejection.wouldBreak`, with every one that is not.
    func checkHistory(in state: State) throws(Rejection) { try check(history, in: state) }

    /// The same of some of the facts, by themselves.
    func check(_ slots: some Sequence<HistorySlot<Fact>>, in state: State) throws(Rejection) {
        var fresh = blank
        var obstacles = Obstacles()
        for slot in slots {
            guard let fact = slot.standing else { continue }
            let position = slot.original.position
            do throws(Rejection) {
                try requireUnbroken(position) { () throws(Rejection) in try fresh.check(fact, in: state) }
            } catch {
                obstacles.add(error)
                continue
            }
            obstacles.attempt { () throws(Rejection) in
                try requireUnbroken(position) { () throws(Rejection) in try fresh.checkDays(fact, in: state) }
            }
            fresh.apply(fact)
        }
        try obstacles.end()
    }
}

/// - Throws: `CorrectionRejection.wouldBreak` with this entry, for what `check` throws.
func requireUnbroken(_ position: Position, _ check: () throws(Rejection) -> Void) throws(Rejection) {
    do {
        try check()
    } catch {
        throw .correction(.wouldBreak([.init(position, because: error)]))
    }
}

extension HistorySlot where Fact: EventContent {
    /// As the body's clock shows its fact, in every version.
    func local(to clock: BookClock) -> HistorySlot { mapping { $0.local(to: clock) } }
}

extension Recorded where Fact: EventContent {
    /// As the body's clock shows it.
    fileprivate func local(to clock: BookClock) -> Recorded {
        let event = Event(content: fact).local(to: clock)
        return Recorded(position: position, occurred: clock.local(occurred), fact: event.content as? Fact ?? fact)
    }
}
