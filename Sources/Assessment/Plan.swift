public import Domain
public import EventLog

/// A text of a plan: as the body wrote it, and in English where somebody translated it.
public struct LocalizedText: Equatable, Sendable {
    public let zh: String
    public let en: String?

    public init(zh: String, en: String?) {
        self.zh = zh
        self.en = en
    }
}

/// A year's plan: targets, and a calendar of what is to take place.
public struct Plan: Equatable, Sendable {
    public let id: String
    public let title: LocalizedText
    public let year: Int
    /// What the paper says the whole is worth, in hundredths of a point; nil where it says nothing.
    public let statedPoints: Int64?
    public let targets: [Target]
    public let calendar: [CalendarItem]

    /// The days the plan is for: its calendar year.
    public var period: Period {
        guard let first = CalendarDate(year: year, month: 1, day: 1),
            let last = CalendarDate(year: year, month: 12, day: 31)
        else { preconditionFailure("a plan's year was checked when it was read") }
        return Period(first: first, last: last)
    }

    /// What the targets add up to, in hundredths of a point.
    public var points: Int64 { targets.reduce(0) { $0 + ($1.points ?? 0) } }
}

/// Days from the first to the last, both included.
public struct Period: Equatable, Sendable {
    public let first: CalendarDate
    public let last: CalendarDate

    public init(first: CalendarDate, last: CalendarDate) {
        self.first = first
        self.last = last
    }

    public func contains(_ day: CalendarDate) -> Bool { first <= day && day <= last }
}

/// One thing the plan asks for.
public struct Target: Equatable, Sendable {
    public let id: String
    public let title: LocalizedText
    /// Where it comes from: ids of the source's facts.
    public let cites: [String]
    /// Full marks, in hundredths, which no score exceeds; nil where it is asked for but earns nothing.
    public let points: Int64?
    public let scoring: Scoring?
    public let requirements: [Requirement]
    /// Said where the source leaves something open and this is one way to read it.
    public let interpretation: LocalizedText?
}

/// How a target earns or loses points. All points in hundredths.
public enum Scoring: Equatable, Sendable {
    /// So much for each act that counts, up to the full marks.
    case perAct(Int64, ActSelector)
    /// Full marks times what was reached of the requirement, up to the full marks.
    case proRata
    /// Taken from the office-holder for each absence without cause and each leave.
    case deduction(role: String, absent: Int64, leave: Int64, ActSelector)
    /// Given by a person, with a reason.
    case byHand
}

/// Which activities count.
public struct ActSelector: Equatable, Sendable {
    /// Nil for activities of any kind.
    public let kinds: [OpenWord]?
    /// Whose activities; nil for the body's own.
    public let level: OpenWord?
    /// The least attendance, in per cent; nil where it does not matter.
    public let attendancePercentMin: Int?
    /// A work of this kind must be on file for the activity.
    public let document: WorkFiled.Kind?
}

/// What is counted beside activities.
public enum RecordKind: String, CaseIterable, Sendable { case proposals, suggestions, visits }

/// What must be reached.
public struct Requirement: Equatable, Sendable {
    public let title: LocalizedText?
    public let measure: Measure

    public enum Measure: Equatable, Sendable {
        case acts(ActSelector, atLeast: Int64)
        case records([RecordKind], atLeast: Int64)
        /// Records over members in office on the as-of date, in per cent.
        case ratio([RecordKind], percentMin: Int)
        /// Donations over members in office on the as-of date, in fen.
        case averageDonation(fenMin: Int64)
    }
}

/// Something that is to take place at a time of the year.
public struct CalendarItem: Equatable, Sendable {
    public let id: String
    public let title: LocalizedText
    public let when: Occurrence
    /// The kind of activity; `visit` for a contact visit.
    public let kind: OpenWord
    public let level: OpenWord?
    public let cites: [String]
}
