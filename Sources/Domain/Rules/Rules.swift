internal import EventLog

/// A rule set as the facts are now. The one adopted last is what the body goes by.
public struct AdoptedRules: RegisteredConcept {
    public let id: RulesID
    public internal(set) var history: History<RulesAdopted> = []
    /// As adopted last; nil once all adoptions were voided.
    public private(set) var adopted: Recorded<RulesAdopted>?

    init(id: RulesID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<RulesID, AdoptedRules>> { \.ruleSets }
    static func id(of fact: RulesAdopted) -> RulesID { fact.rules }
    static var hasOwnDays: Bool { true }

    func check(_ fact: Recorded<RulesAdopted>, in state: State) throws(Rejection) {
        if adopted?.fact == fact.fact { throw .sameAsAdopted(id.subject, at: adopted?.position ?? fact.position) }
    }

    mutating func apply(_ fact: Recorded<RulesAdopted>) { adopted = fact }
}

/// A year's working days as the facts are now.
public struct WorkCalendar: RegisteredConcept {
    public let id: WorkCalendarID
    public internal(set) var history: History<WorkCalendarAdopted> = []
    public private(set) var adopted: Recorded<WorkCalendarAdopted>?
    private var holidays: Set<CalendarDate> = []
    private var workdays: Set<CalendarDate> = []

    init(id: WorkCalendarID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<WorkCalendarID, WorkCalendar>> { \.workCalendars }
    static func id(of fact: WorkCalendarAdopted) -> WorkCalendarID { fact.year }
    static var hasOwnDays: Bool { true }

    func check(_ fact: Recorded<WorkCalendarAdopted>, in state: State) throws(Rejection) {
        if adopted?.fact == fact.fact { throw .sameAsAdopted(id.subject, at: adopted?.position ?? fact.position) }
    }

    mutating func apply(_ fact: Recorded<WorkCalendarAdopted>) {
        adopted = fact
        holidays = Set(fact.fact.holidays)
        workdays = Set(fact.fact.workdays)
    }

    /// Nil for a day of another year.
    func isWorkday(_ day: CalendarDate) -> Bool? {
        guard adopted != nil, "\(day.components.year)" == id.description else { return nil }
        return workdays.contains(day) || (!holidays.contains(day) && !day.isWeekend)
    }
}

extension CalendarDate {
    /// Saturday or Sunday.
    var isWeekend: Bool {
        // 1 January 1970 was a Thursday.
        ((daysSince1970 + 3) % 7 + 7) % 7 >= 5
    }
}

/// How a body numbers its cases.
struct CaseNumbers {
    private var prefix: String
    private var suffix: String
    private let digits: Int

    /// - Parameter pattern: with `{serial}` or `{serial:3}`, and `{year}` anywhere.
    init?(_ pattern: String) {
        guard let match = pattern.firstMatch(of: /\{serial(?::([1-9]))?\}/) else { return nil }
        prefix = String(pattern[..<match.range.lowerBound])
        suffix = String(pattern[match.range.upperBound...])
        digits = match.1.flatMap { Int($0) } ?? 1
    }

    /// The numbers of one year.
    func inYear(_ year: Int) -> CaseNumbers {
        var numbers = self
        numbers.prefix = prefix.replacing("{year}", with: String(year))
        numbers.suffix = suffix.replacing("{year}", with: String(year))
        return numbers
    }

    func number(_ serial: Int) -> String {
        let text = String(serial)
        return prefix + String(repeating: "0", count: max(0, digits - text.count)) + text + suffix
    }
}

extension State {
    /// The rules the body goes by: those adopted last.
    public var rules: Recorded<RulesAdopted>? {
        ruleSets.values.compactMap(\.adopted).max { $0.position < $1.position }
    }

    /// The rules adopted before those, as they stand, the last first.
    public var earlierRules: [Recorded<RulesAdopted>] {
        ruleSets.values.flatMap { $0.history.compactMap(\.standing) }.sorted { $1.position < $0.position }.dropFirst().map { $0 }
    }

    /// The number a proposal gets that is accepted on a day; nil where the rules make none. A number that is taken is
    /// passed over.
    func nextCaseNumber(on day: Occurrence) -> String? {
        guard let numbers = rules?.fact.numbering.flatMap(CaseNumbers.init) else { return nil }
        let taken = Set(proposals.values.compactMap(\.number))
        let inYear = numbers.inYear(day.last.year)
        return (1...).lazy.map(inYear.number).first { !taken.contains($0) }
    }

    /// Another proposal that has a number.
    func proposal(numbered number: String, besides id: ProposalID) -> ProposalID? {
        proposals.values.first { $0.number == number && $0.id != id }?.id
    }
}
