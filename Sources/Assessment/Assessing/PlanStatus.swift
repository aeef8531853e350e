public import Domain
public import EventLog

/// Where a plan stands on a day, with everything each figure rests on. Points are hundredths.
public struct PlanStatus: Sendable {
    public let plan: Plan
    /// What happened later is left out.
    public let asOf: CalendarDate
    /// The last entry that was known.
    public let position: Position
    public let targets: [TargetStatus]
    /// What the body's targets come to, the office-holders' included.
    public let total: Total
    /// What each member's targets come to, where members are given points; in the order of their ids.
    public let members: [MemberStatus]
    /// What each group's or sector's targets come to, where those are given points; of each kind by name.
    public let units: [UnitStatus]
    /// Members in office on the as-of day, in the order of their ids.
    public let inOffice: [MemberID]
    public let calendar: [CalendarStatus]
    /// Activities held in the year that fulfil no calendar item.
    public let unplanned: [ActivityID]
    /// Where the plan was amended and what was earned before stays: how it would stand if the amendment were for the whole
    /// year; none or one.
    public let wholeYear: [PlanStatus]

    /// Targets that assess each member, or ask something of each.
    public var targetsOfMembers: [TargetStatus] {
        targets.filter { !$0.members.isEmpty || $0.requirements.contains { $0.requirement.per == .member } }
    }

    public var points: Int64 { total.points }
    public var of: Int64 { plan.points }

    /// Whether the plan's time is over: nothing can be added to it any more.
    public var isOver: Bool { asOf >= plan.period.last }
}

/// Points added up: base, targets and headings under their caps and floors. Hundredths.
public struct Total: Sendable {
    public struct HeadingStatus: Equatable, Sendable {
        public let id: String
        /// Full marks from which its targets take; nil where they start from nothing.
        public let start: Int64?
        /// What its targets come to, from the start on.
        public let sum: Int64
        /// Under its cap and above its floor.
        public let points: Int64
    }

    public let base: Int64
    public let headings: [HeadingStatus]
    /// Before the plan's floor.
    public let sum: Int64
    public let points: Int64
    public let grade: Grade?
    /// Every grade that the points reach, from the highest down to the one given; none in a plan whose grades ask for points
    /// alone.
    public let tried: [GradeStatus]

    /// Grades that the points reach and that were not given.
    public var withheld: [GradeStatus] { tried.filter { !$0.isGiven } }

    func graded(_ result: (grade: Grade?, tried: [GradeStatus])) -> Total {
        Total(base: base, headings: headings, sum: sum, points: points, grade: result.grade, tried: result.tried)
    }
}

public struct MemberStatus: Sendable {
    public let member: MemberID
    public let total: Total
    /// What the member has before anything is counted: the base, and full marks from which is taken. Hundredths.
    public let start: Int64
}

/// The states of the contract; the raw values are what scripts see.
public enum TargetState: String, CaseIterable, Sendable {
    case behind, met, missed
    case notDue = "not-due"
    case onTrack = "on-track"

    /// Where something stands whose parts stand so.
    static func of(_ parts: some Collection<TargetState>) -> TargetState {
        if parts.allSatisfy({ $0 == .met }) { return .met }
        if parts.contains(.missed) { return .missed }
        if parts.contains(.behind) { return .behind }
        return parts.allSatisfy { $0 == .notDue } ? .notDue : .onTrack
    }
}

/// What was measured.
public enum Quantity: Equatable, Sendable {
    case count(Int64)
    /// Hundredths of a unit.
    case amount(Int64, of: OpenWord)
    case share(numerator: Int64, denominator: Int64)
    case fenPerMember(total: Int64, members: Int64)
    case fenSpent(Int64, of: Int64)
    /// Members, places or parts of the year that reached what is asked of each.
    case parts(reached: Int64, of: Int64)
}

/// One target, scored and explained.
public struct TargetStatus: Sendable {
    public let target: Target
    public let state: TargetState
    /// Nil for a target that earns nothing, or that each member earns.
    public let points: Int64?
    /// What the lines add up to before cap and floor; nil where there are no points.
    public let uncapped: Int64?
    /// What the lines start from; nil where they start from nothing.
    public let start: ScoreStart?
    public let requirements: [RequirementStatus]
    public let lines: [ScoreLine]
    /// Each member's own, where each member is assessed; in the order of their ids.
    public let members: [MemberTarget]
    /// Each group's or sector's own, where each of them is assessed; by name.
    public let units: [UnitTarget]
    /// The last day for what is asked next.
    public let due: CalendarDate
    /// Every entry the figure rests on, in order.
    public let evidence: [Position]
    /// Whether an amendment dropped it; what it had earned stays.
    public var isDropped = false

    /// Every entry that one member's part rests on, in order.
    public func evidence(of member: MemberID) -> [Position] {
        let parts = requirements.flatMap(\.parts).filter { $0.of == .member(member) }
        let own = members.filter { $0.member == member }
        return (parts.flatMap(\.evidence) + own.flatMap(\.evidence)).sortedUnique
    }
}

/// One target of one member.
public struct MemberTarget: Sendable {
    public let member: MemberID
    /// Whether it is asked of the member at all: of one who was never among those whom the target is for, it is not.
    public let isAsked: Bool
    public let state: TargetState
    public let points: Int64?
    public let uncapped: Int64?
    /// What the lines start from; nil where they start from nothing.
    public let start: ScoreStart?
    public let requirements: [RequirementStatus]
    public let lines: [ScoreLine]

    /// Every entry the figure rests on, in order.
    public var evidence: [Position] { (lines.flatMap(\.evidence) + requirements.flatMap(\.evidence)).sortedUnique }
}

public struct RequirementStatus: Sendable {
    public let requirement: Requirement
    public let actual: Quantity
    public let state: TargetState
    /// The last day for what is asked next.
    public let due: CalendarDate
    /// How many more acts, each member's or place's own counted by itself; fen for money, hundredths of a unit for a
    /// quantity. 0 where nothing is missing or
    /// nothing helps.
    public let remaining: Int64
    /// Each of those of which something is asked.
    public let parts: [Part]
    public let evidence: [Position]
    /// What was reached of it: 1 is all.
    let reached: Ratio
    let lines: [ScoreLine]
    /// By what share of it a target's points go up by steps.
    var steps: [Threshold] = []

    public var isMet: Bool { state == .met }

    /// Whether something is missing that can still be reached.
    public var isOpen: Bool { remaining > 0 && state != .met && state != .missed }

    /// Whether what is missing is money.
    public var isOfMoney: Bool {
        switch requirement.measure {
        case .averageDonation, .spent: true
        case .count, .sum, .cadence, .ratio, .turnout, .absences, .years, .membership: false
        }
    }

    /// Whether what is asked for is so much of a quantity: then counts are hundredths of its unit.
    public var isOfAmount: Bool {
        if case .sum = requirement.measure { true } else { false }
    }

    /// Those that have not reached what is asked of each; what is over and missed included, what has not begun left out.
    public var behind: [Part] { parts.filter(\.isBehind) }

    /// One of those of which something is asked.
    public struct Part: Equatable, Sendable {
        public enum Of: Equatable, Sendable {
            case member(MemberID)
            case place(String)
            case days(Period)
        }

        public let of: Of
        /// Acts; hundredths of a unit for a quantity.
        public let count: Int64
        public let isBehind: Bool
        /// Nil where acts are counted.
        public let unit: OpenWord?
        public let evidence: [Position]
    }
}

/// What a score starts from, where its lines alone do not say it. Hundredths.
public enum ScoreStart: Equatable, Sendable {
    /// Full marks, from which the lines take.
    case full(Int64)
    /// So many acts, against what is worth so much.
    case norm(Norm, count: Int64)
}

/// What earned or lost points, or might have and did not.
public struct ScoreLine: Equatable, Sendable {
    public enum Outcome: Equatable, Sendable {
        case counts
        /// Counts as the n-th, where that decides what it is worth.
        case countsAs(Int)
        /// The n-th, of which only a later one is the first that earns points.
        case beforeCount(Int, from: Int)
        /// The member's part in it earns nothing.
        case partEarnsNothing
        /// Attendance under the threshold.
        case attendanceBelow(Threshold)
        /// Nobody could be counted.
        case nobodyCountable
        /// Only absences are on record.
        case nobodyCame
        case documentsMissing([OpenWord])
        case particularsMissing([Selector.Particular])
        case participantsBelow(Int64)
        case notYet(Selector.Reached)
        case withoutResult(Selector.Result)
        case notMarked(ProposalMarked.Mark)
        /// Not adopted, instructed, sent upwards or commended as high as is asked.
        /// It came to something that what counts must not have come to.
        case hasHonour(Selector.Honour)
        case withoutHonour(Selector.Honour, Selector.AtLeast)
        /// Done before the first day of the amendment that brought the target.
        case beforeAmendment(CalendarDate)
        /// An absence that a later presence made good.
        case madeGood(MemberID, by: Subject)
        /// As many as earn points were better, or the same.
        case beyondTimes(Int)
        /// Points by hand, for an appeal that was upheld.
        case settles(AppealID)
        /// It was taken back.
        case withdrawn
        /// It counts as the one that it went into.
        case merged(into: ProposalID)
        /// Those that it was split into count.
        case split(into: [ProposalID])
        /// It counts for this target, and so for no other of its group.
        case countedUnder(String)
        /// Members are counted: this one, by the first act of theirs.
        case firstOf(MemberID)
        /// Members are counted, and everybody who had a part in it is already.
        case nobodyNew
        case present(MemberID)
        case late(MemberID)
        /// Present, where leaving early or half-days have points: what was there, of how many half-days where they are counted.
        case attended(MemberID, late: Bool, leftEarly: Bool, halfDays: Int64?, of: Int64?)
        /// Present at an activity whose half-days are not on record, and half-days have points.
        case halfDaysUnknown(MemberID)
        case absentWithoutCause(MemberID)
        case onLeave(MemberID)

        /// Whether an act counts for points.
        var isCounted: Bool {
            switch self {
            case .counts, .countsAs, .firstOf: true
            default: false
            }
        }
    }

    public let subject: Subject
    public let date: Occurrence
    /// Hundredths, exact, before any cap.
    public let points: Ratio
    /// Present of countable, where attendance matters.
    public let attendance: AttendanceCount?
    /// The part of those who may be counted that is asked for.
    public var attendanceAsked: Threshold? = nil
    public let outcome: Outcome
    public let evidence: [Position]
}

public struct CalendarStatus: Sendable {
    /// Whether the act named the item, or was found to fit it.
    public enum Link: String, Sendable { case given, found }

    public let item: CalendarItem
    public let state: TargetState
    public let fulfilledBy: Subject?
    public let link: Link?
    public let evidence: [Position]
}
