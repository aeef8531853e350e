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

/// A year's plan, or that of a session year or a term: targets, and a calendar of what is to take place. All points are
/// hundredths.
public struct Plan: Equatable, Sendable {
    public let id: String
    public let title: LocalizedText
    /// The days the plan is for: a calendar year, or what the plan says.
    public let period: Period
    /// What the paper says the whole is worth; nil where it says nothing.
    public let statedPoints: Int64?
    /// What everybody starts from.
    public let base: Int64
    /// What no total falls below; nil where there is no such limit.
    public let floor: Int64?
    /// Where something is to take place or be reached in each of them.
    public let places: [String]
    public let headings: [Heading]
    /// From the highest to the lowest.
    public let grades: [Grade]
    public let targets: [Target]
    /// Targets of which one act counts for no more than one.
    public let once: [CountedOnce]
    public let calendar: [CalendarItem]
    /// The version that an amendment replaced, where what was earned under it stays: none or one.
    public internal(set) var earlier: [EarlierVersion] = []

    /// The plan as if the amendment applied to the whole year.
    public var wholeYear: Plan {
        var plan = self
        plan.earlier = []
        return plan
    }

    /// These rules as if they had been the plan `other`: for its days, and for what was given by hand under its id. Days
    /// that the plan names become the same days of that year: as long after its first month as they were after this one's.
    public func applied(insteadOf other: Plan) -> Plan {
        let months = other.period.monthNumber - period.monthNumber
        return Plan(
            id: other.id, title: title, period: other.period, statedPoints: statedPoints, base: base, floor: floor, places: places,
            headings: headings, grades: grades.map { $0.moved(months: months) }, targets: targets.map { $0.moved(months: months) },
            once: once, calendar: calendar.map { $0.moved(months: months) })
    }

    /// The calendar year it is for, or in which its days begin.
    public var year: Int { period.first.year }

    /// What the body's targets add up to.
    public var points: Int64 { points { $0.subject.isOfBody } }

    /// What a member's targets add up to.
    public var pointsOfMember: Int64 { points { $0.subject == .member } }

    /// Whether each member is given points: then base, floor and grades are the member's.
    public var scoresMembers: Bool { targets.contains { $0.subject == .member && $0.scoring != nil } }

    /// Whether the body, or an office-holder, is given points.
    public var scoresBody: Bool { targets.contains { $0.subject.isOfBody && $0.scoring != nil } }

    /// Groups, sectors: whichever are given points.
    var scoredKinds: [Affiliation.Kind] {
        [Affiliation.Kind.group, .sector].filter { kind in targets.contains { $0.subject == .each(kind) && $0.scoring != nil } }
    }

    /// Whose base, floor and grades the plan's are: each member's where members are given points, else each group's or
    /// sector's where those alone are, else the body's.
    public var gradesSubject: Target.Subject {
        if scoresMembers { return .member }
        guard !scoresBody, let kind = scoredKinds.first else { return .body }
        return .each(kind)
    }

    /// Full marks, under the caps of the headings.
    private func points(of isMeant: (Target) -> Bool) -> Int64 {
        let meant = targets.filter(isMeant)
        let loose = meant.filter { $0.heading == nil }.map { $0.fullMarks ?? 0 }.sumClamped
        return headings.reduce(loose) { sum, heading in
            let under = meant.filter { $0.heading == heading.id }
            guard !under.isEmpty else { return sum }
            guard let cap = heading.cap else { return sum.addingClamped(under.map { $0.fullMarks ?? 0 }.sumClamped) }
            if heading.startsFull || under.contains(where: { $0.mostPoints == nil }) { return sum.addingClamped(cap) }
            // Targets that take points add none.
            return sum.addingClamped(min(cap, under.map { max(0, $0.mostPoints ?? 0) }.sumClamped))
        }
    }
}

/// What a plan said before it was amended.
public struct EarlierVersion: Equatable, Sendable {
    public let plan: Plan
    /// The last day it was in force.
    public let until: CalendarDate
}

/// Days from the first to the last, both included.
public struct Period: Equatable, Sendable {
    /// Every day a book can hold.
    public static let ever = Period(first: CalendarDate(daysSince1970: -719_162), last: .distantFuture)

    public let first: CalendarDate
    public let last: CalendarDate

    public init(first: CalendarDate, last: CalendarDate) {
        self.first = first
        self.last = last
    }

    public init(year: Int) {
        guard let first = CalendarDate(year: year, month: 1, day: 1), let last = CalendarDate(year: year, month: 12, day: 31)
        else { preconditionFailure("a plan's year was checked when it was read") }
        self.init(first: first, last: last)
    }

    public func contains(_ day: CalendarDate) -> Bool { first <= day && day <= last }

    /// Whether it is one calendar year.
    public var isCalendarYear: Bool { self == Period(year: first.year) }

    /// The months of all years up to its first.
    fileprivate var monthNumber: Int { first.year * 12 + first.components.month }

    var dayCount: Int64 { Int64(last.daysSince1970 - first.daysSince1970) + 1 }
}

/// Targets that share a cap or a floor. Hundredths of a point.
public struct Heading: Equatable, Sendable {
    public let id: String
    public let title: LocalizedText
    public let cap: Int64?
    public let floor: Int64?
    /// Whether it starts at its cap, from which its targets take.
    public let startsFull: Bool

    /// What it is never below: what starts full is used up at nothing, if no other floor is said.
    public var floorInForce: Int64? { floor ?? (startsFull ? 0 : nil) }
}

/// Targets among which an act counts once. What became of an act is the same act: a suggestion that a proposal was turned into,
/// a commendation of a proposal.
public struct CountedOnce: Equatable, Sendable {
    /// Under which of them it counts.
    public enum Rule: String, CaseIterable, Sendable {
        /// Where it earns most; the first in the list, where that is the same.
        case better
        /// The first in the list under which it earns points, or counts where there are none.
        case first
    }

    /// Ids, in the plan's order of preference.
    public let targets: [String]
    public let rule: Rule
}

/// One thing the plan asks for.
public struct Target: Equatable, Sendable {
    /// Who is assessed.
    public enum Subject: Equatable, Sendable {
        case body
        case member
        /// Whoever holds the role on the day.
        case officeHolder(role: String)
        /// Each group or each sector.
        case each(Affiliation.Kind)
        /// One group or sector, while it is assessed; no plan says it.
        case unit(Affiliation)

        /// Whether it is of the body's own total.
        public var isOfBody: Bool {
            switch self {
            case .body, .officeHolder: true
            case .member, .each, .unit: false
            }
        }
    }

    public let id: String
    public let title: LocalizedText
    /// Where it comes from: ids of the source's facts.
    public let cites: [String]
    public internal(set) var subject: Subject
    /// Which members, where not all of them are meant.
    public let who: Who?
    /// Id of the heading it stands under.
    public internal(set) var heading: String?
    /// Full marks, in hundredths, which no score exceeds; nil where there is no cap, or nothing to earn.
    public let points: Int64?
    /// What no score falls below, in hundredths.
    public let floor: Int64?
    /// Whether it starts at full marks, from which is taken what was missed.
    public let startsFull: Bool
    public let scoring: Scoring?
    public let requirements: [Requirement]
    /// A goal in words, marked met or missed by a person.
    public let isMarkedByHand: Bool
    /// Said where the source leaves something open and this is one way to read it.
    public let interpretation: LocalizedText?

    /// What no score falls below: what starts full is used up at nothing, if no other floor is said.
    public var floorInForce: Int64? { floor ?? (startsFull ? 0 : nil) }

    /// What it adds to the sum of the plan: full marks, or what its norm is worth.
    public var fullMarks: Int64? {
        if points == nil, case .around(_, let norm)? = scoring { return norm.points }
        return points
    }

    /// The most it can earn; nil where there is no end to it.
    var mostPoints: Int64? {
        if let points { return points }
        switch scoring {
        case .attendance(_, let worth)?: return worth.onlyDeducts ? 0 : nil
        case .perAct(_, let worth)?: return worth.most(of: nil)
        case .bands(let bands)?: return bands.map(\.points).max() ?? 0
        case .around(_, let norm)?: return norm.each == 0 ? norm.points : nil
        case .perQuantity?, .shared?, .byLevel?, .byHand?: return nil
        case .proRata?, .whenMet?, nil: return 0
        }
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
    /// How many have to take part.
    public let participantsMin: Int64?
    public let cites: [String]
}

extension Target {
    fileprivate func moved(months: Int) -> Target {
        Target(
            id: id, title: title, cites: cites, subject: subject, who: who, heading: heading, points: points, floor: floor,
            startsFull: startsFull, scoring: scoring,
            requirements: requirements.map { $0.moved(months: months) }, isMarkedByHand: isMarkedByHand,
            interpretation: interpretation)
    }
}

extension Requirement {
    fileprivate func moved(months: Int) -> Requirement {
        Requirement(
            title: title, measure: measure, per: per, within: within?.moved(months: months), monthsInOfficeMin: monthsInOfficeMin,
            over: over, inAny: inAny, madeGood: madeGood, alternatives: alternatives.map { $0.moved(months: months) })
    }
}

extension Grade {
    fileprivate func moved(months: Int) -> Grade {
        Grade(from: from, title: title, conditions: conditions.map { $0.moved(months: months) }, first: first, atMost: atMost)
    }
}

extension GradeCondition {
    fileprivate func moved(months: Int) -> GradeCondition {
        switch self {
        case .requirement(let requirement): .requirement(requirement.moved(months: months))
        case .oneOf(let conditions): .oneOf(conditions.map { $0.moved(months: months) })
        case .met, .earned, .points: self
        }
    }
}

extension CalendarItem {
    fileprivate func moved(months: Int) -> CalendarItem {
        CalendarItem(
            id: id, title: title, when: when.moved(months: months), kind: kind, level: level, participantsMin: participantsMin,
            cites: cites)
    }
}

extension Occurrence {
    fileprivate func moved(months: Int) -> Occurrence {
        guard months != 0 else { return self }
        // The end of February stays its end.
        let end = last.adding(days: 1).adding(months: months).adding(days: -1)
        return Occurrence(from: first.adding(months: months), to: end) ?? self
    }
}
