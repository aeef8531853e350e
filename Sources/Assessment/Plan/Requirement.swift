public import Domain
public import EventLog

/// What must be reached.
public struct Requirement: Equatable, Sendable {
    public let title: LocalizedText?
    public let measure: Measure
    /// Whether it is asked of each member, in each place, or in each part of the year.
    public let per: Per?
    /// Only what falls into this counts; it is due on the last day. Nil for the whole year.
    public let within: Occurrence?
    /// With `per: member`: who is in office for fewer months of the year is not asked.
    public let monthsInOfficeMin: Int?
    /// How far back it looks beyond the plan's days; nil for those alone.
    public let over: Span?
    /// Of absences: within what they are counted; nil for all of them.
    public let inAny: Window?
    /// Of absences: a later presence at an activity of these makes good one.
    public let madeGood: Selector?

    /// Other ways to reach the same: one of them is enough.
    public let alternatives: [Requirement]

    /// Each way to reach it.
    var ways: [Requirement] { [self] + alternatives }

    public init(
        title: LocalizedText?, measure: Measure, per: Per?, within: Occurrence?, monthsInOfficeMin: Int?, over: Span? = nil,
        inAny: Window? = nil, madeGood: Selector? = nil, alternatives: [Requirement] = []
    ) {
        (self.title, self.measure, self.per, self.within) = (title, measure, per, within)
        self.alternatives = alternatives
        (self.monthsInOfficeMin, self.over, self.inAny, self.madeGood) = (monthsInOfficeMin, over, inAny, madeGood)
    }

    public enum Span: Equatable, Sendable {
        /// Since the first day of the member's term.
        case term
        /// So many years, the plan's own the last of them.
        case years(Int)
    }

    public enum Window: Equatable, Sendable {
        /// One after the other, at meetings that follow each other.
        case row
        case months(Int)
    }

    /// What a whole year came to.
    public enum YearResult: Equatable, Sendable {
        /// The member had one of these grades, by title.
        case grade([String])
        /// The member missed the target of this id.
        case missed(String)
    }

    public enum Measure: Equatable, Sendable {
        /// So many, not more than so many; what exceeds an upper bound beside a lower one does no harm.
        case count(Selector, atLeast: Int64?, atMost: Int64?)
        /// So much of a quantity that is recorded with acts, in hundredths of the unit; bounds as of a count.
        case sum(Selector, of: OpenWord, atLeast: Int64?, atMost: Int64?)
        /// Never longer than so many months between one and the next.
        case cadence(Selector, months: Int)
        /// Records to members in office on the as-of date.
        case ratio(Selector, Threshold)
        /// Present of those who may be counted, over all such activities.
        case turnout(Selector, Threshold)
        /// Absences without cause.
        case absences(Selector, atMost: Int64)
        /// Donations to members in office on the as-of date, in fen.
        case averageDonation(fenMin: Int64)
        /// Years that came to this, of those that it looks back over.
        case years(YearResult, atLeast: Int64?, atMost: Int64?)
        /// Members in office at the end; or how many more than on the first day.
        case membership(isGrowth: Bool, atLeast: Int64)
        /// Spent of the money brought in, by its purposes.
        case spent(Threshold)
    }

    public enum Per: String, CaseIterable, Sendable {
        case member, place, month, quarter
        case halfYear = "half-year"

        /// Months of one part; nil where it is no part of the year.
        var months: Int? { PlanPart(rawValue: rawValue)?.months }
    }

    /// What is counted.
    public var selector: Selector {
        switch measure {
        case .count(let selector, _, _), .sum(let selector, _, _, _), .cadence(let selector, _), .ratio(let selector, _), .turnout(let selector, _),
            .absences(let selector, _):
            selector
        case .membership: Selector([Selector.Branch(.members([.joined]))])
        case .averageDonation: Selector([Selector.Branch(.donations(nil))])
        case .years: Selector([])
        case .spent: Selector([Selector.Branch(.donations([.broughtIn]))])
        }
    }

    /// Something that is not to be exceeded, and so is reached only when the time is over.
    var isLimit: Bool {
        switch measure {
        case .count(_, nil, _), .sum(_, _, nil, _), .absences, .years(_, nil, _): true
        case .years, .count, .sum, .cadence, .ratio, .turnout, .averageDonation, .spent, .membership: false
        }
    }
}
