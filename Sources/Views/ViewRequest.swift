public import Bookkeeping
internal import Domain
public import EventLog
internal import Wording

/// As of which day, by which state of knowledge and by which plan a question is asked. The two axes of time are never mixed.
public struct ViewRequest: Sendable {
    /// What happened later is left out; nil for none of that.
    public var asOf: CalendarDate?
    /// What was recorded later is left out; nil for everything that is known.
    public var cut: KnowledgeCut?
    /// Id of a plan; nil for the one of the day.
    public var plan: String?
    /// An earlier state of knowledge to compare with; nil for none.
    public var since: KnowledgeCut?

    public init(asOf: CalendarDate? = nil, cut: KnowledgeCut? = nil, plan: String? = nil, since: KnowledgeCut? = nil) {
        self.asOf = asOf
        self.cut = cut
        self.plan = plan
        self.since = since
    }

    /// From what was typed, or stood in an address.
    ///
    /// - Parameters:
    ///   - position: the last entry that is known.
    ///   - time: a date, whose whole day is known, or a time; by the body's clock, unless it has an offset.
    ///   - since: the last entry of an earlier state of knowledge.
    /// - Throws: `Problem` for what is no date, no position or no time, and where knowledge is cut twice.
    public init(asOf: String?, at position: Int64?, knownAt time: String?, plan: String? = nil, since: Int64? = nil) throws(Problem) {
        self.plan = plan
        self.since = try since.map { position throws(Problem) in .position(try Self.position(position, "from")) }
        if let asOf {
            do {
                self.asOf = try DateWords.readDay(asOf)
            } catch {
                throw Self.invalid(error, "as-of", asOf, otherwise: .notADate("as-of", asOf))
            }
        }
        switch (position, time) {
        case (nil, nil): break
        case (.some, .some): throw Self.invalid(.knowledgeCutTwice)
        case (let position?, nil):
            cut = .position(try Self.position(position, "at"))
        case (nil, let text?):
            guard let cut = KnowledgeCut(knownAt: text) else {
                throw Self.invalid(DateWords.fault(of: text), "known-at", text, otherwise: .notATime("known-at", text))
            }
            self.cut = cut
        }
    }

    private static func position(_ value: Int64, _ name: String) throws(Problem) -> Position {
        guard value >= 0 else { throw invalid(.positionTooSmall(name, value, least: 0)) }
        return Position(value)
    }

    /// A day that no calendar has is another fault than what is written as no day is.
    private static func invalid(_ fault: DateFault?, _ name: String, _ value: String, otherwise: Phrase) -> Problem {
        if case .doesNotExist(let missing)? = fault { invalid(.doesNotExist(name, value, missing)) } else { invalid(otherwise) }
    }

    private static func invalid(_ phrase: Phrase) -> Problem {
        Problem(.usage, code: "parameter-invalid", phrase)
    }
}

extension KnowledgeCut {
    /// At a date, whose whole day is known, or at a time; by the body's clock, where the time has no offset from UTC. Nil for what
    /// is neither.
    public init?(knownAt text: String) {
        if let moment = try? DateWords.read(text), moment.isExact {
            self = moment.end.map { .time(Timestamp(microsecondsSince1970: $0.secondsSince1970(on: moment.last) * 1_000_000)) }
                ?? .clock(moment.last, secondOfDay: 86_399)
            return
        }
        // The clock is known with the book: until then, any does.
        guard let moment = try? DateWords.read(text, clock: BookClock(offsetMinutes: 0)), let time = moment.end else { return nil }
        self = .clock(moment.last, secondOfDay: Int(time.secondOfDay))
    }
}
