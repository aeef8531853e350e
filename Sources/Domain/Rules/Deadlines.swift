public import EventLog

/// Something that has to be done by a day, because a rule or a person said so.
public struct Deadline: Sendable {
    /// Where it stands on a day.
    public enum Standing: String, Sendable {
        case open
        case overdue
        /// Its clock stands still.
        case paused
        case doneInTime = "done-in-time"
        case doneLate = "done-late"
        /// Not done, and no longer asked for: the case went on without it.
        case lapsed
    }

    public let subject: Subject
    public let step: TimeLimit.Step
    /// Who has to act; nil where it is the office.
    public let unit: String?
    /// The day from which the time runs.
    public let from: CalendarDate
    /// Its last day; nil while its clock stands still.
    public let due: CalendarDate?
    /// Whether a person set the day, and no rule.
    public let isSet: Bool
    /// The day it was done.
    public let done: CalendarDate?
    /// The article of the rules it comes from.
    public let article: String?
    /// Whether the case went on without it.
    public let isLapsed: Bool
    /// Whether it runs by working days for which no calendar was adopted: then weekends alone are left out.
    public let lacksCalendar: Bool
    /// Every entry it rests on, in order.
    public let evidence: [Position]

    /// Whether its last day is near.
    public func isDueSoon(asOf day: CalendarDate, within dayCount: Int) -> Bool {
        standing(asOf: day) == .open && due.map { $0 <= day.adding(days: dayCount) } ?? false
    }

    public func standing(asOf day: CalendarDate) -> Standing {
        guard let due else { return done == nil ? .paused : .doneInTime }
        if let done { return done <= due ? .doneInTime : .doneLate }
        if isLapsed { return .lapsed }
        return day > due ? .overdue : .open
    }
}

extension State {
    /// Every time limit that runs or ran as of a day, by the rules that stand, in the order of their days.
    public func deadlines(asOf day: CalendarDate) -> [Deadline] {
        let clock = DeadlineClock(state: self, asOf: day)
        let matters = suggestions.values.flatMap { clock.deadlines(of: $0) } + decisions.values.flatMap { clock.deadlines(of: $0) }
            + petitions.values.flatMap { clock.deadlines(of: $0) }
        return (proposals.values.flatMap { clock.deadlines(of: $0) } + matters).sorted { ($0.due ?? .distantFuture, $0.subject) < ($1.due ?? .distantFuture, $1.subject) }
    }

    /// Those of one proposal, in the order of their days.
    public func deadlines(of proposal: Proposal, asOf day: CalendarDate) -> [Deadline] {
        DeadlineClock(state: self, asOf: day).deadlines(of: proposal)
            .sorted { ($0.due ?? .distantFuture) < ($1.due ?? .distantFuture) }
    }
}

/// A step of a proposal that waits and has no last day, though the rules limit its time: the limit depends on the session
/// in which the proposal was filed, and that is not on record.
public struct MissingDeadline: Sendable {
    public let proposal: ProposalID
    public let step: TimeLimit.Step
    /// Who has to act; nil where it is the office.
    public let unit: String?
    /// The day from which the time would run.
    public let from: CalendarDate
}

extension State {
    /// Steps that wait as of a day without a last day, by proposal.
    public func missingDeadlines(asOf day: CalendarDate) -> [MissingDeadline] {
        guard rules != nil else { return [] }
        return proposals.values.flatMap { missingDeadlines(of: $0, asOf: day) }
            .sorted { ($0.from, $0.proposal) < ($1.from, $1.proposal) }
    }

    private func missingDeadlines(of proposal: Proposal, asOf day: CalendarDate) -> [MissingDeadline] {
        func isKnown(_ occurred: Occurrence?) -> Bool { occurred.map { $0.last <= day } ?? false }
        guard ![.merged, .split, .withdrawn].contains(proposal.stage) else { return [] }
        if let handedOver = proposal.handedOver, isKnown(handedOver.occurred) {
            guard let round = proposal.rounds.first, handedOver.fact.due == nil, round.extensions.isEmpty,
                lacksLimit(proposal, for: .answer)
            else { return [] }
            let units = round.isSeparate ? round.units : Array(round.units.prefix(1))
            return units.filter { $0.returned == nil && !isKnown($0.answer?.occurred) }.map {
                MissingDeadline(proposal: proposal.id, step: .answer, unit: $0.name, from: $0.since.last)
            }
        }
        guard let accepted = proposal.accepted, isKnown(accepted.occurred), lacksLimit(proposal, for: .handOver) else { return [] }
        return [MissingDeadline(proposal: proposal.id, step: .handOver, unit: nil, from: accepted.occurred.last)]
    }

    /// Whether the rules limit the time of a step for each session alone, and a proposal's is not on record.
    func lacksLimit(_ proposal: Proposal, for step: TimeLimit.Step) -> Bool {
        guard let filed = proposal.filed, filed.fact.session == nil else { return false }
        let isDifficult = proposal.handedOver?.fact.difficult ?? false
        let limits = (rules?.fact.limits ?? []).filter { $0.step == step && ($0.difficult.map { $0 == isDifficult } ?? true) }
        return !limits.isEmpty && limits.allSatisfy { $0.session != nil }
    }
}

/// Counts time by the rules that stand.
private struct DeadlineClock {
    private typealias Fact = Handing.Fact

    /// What is counted for, and what the rules make depend on it.
    private struct DeadlineSubject {
        let id: Subject
        let isDifficult: Bool
        let session: ProposalFiled.Session?

        init(_ proposal: Proposal) {
            id = proposal.id.subject
            isDifficult = proposal.handedOver?.fact.difficult ?? false
            session = proposal.filed?.fact.session
        }

        init(_ matter: some HandedMatter, _ handing: Handing) {
            id = matter.matter
            isDifficult = handing.isDifficult
            session = nil
        }
    }

    let state: State
    let asOf: CalendarDate
    let rules: Recorded<RulesAdopted>?

    init(state: State, asOf: CalendarDate) {
        self.state = state
        self.asOf = asOf
        rules = state.rules
    }

    private func fact<Payload>(_ recorded: Recorded<Payload>) -> Fact { (recorded.position, recorded.occurred) }

    // MARK: - Proposals

    func deadlines(of proposal: Proposal) -> [Deadline] {
        let subject = DeadlineSubject(proposal)
        var deadlines: [Deadline?] = []
        if let accepted = proposal.accepted, ![.merged, .split, .withdrawn].contains(proposal.stage) {
            deadlines.append(deadline(.handOver, of: subject, from: fact(accepted), done: proposal.handedOver.map(fact)))
        }
        for (index, round) in proposal.rounds.enumerated() {
            guard let start = round.sentBack.map(fact) ?? proposal.handedOver.map(fact) else { continue }
            // A refusal has a limit of its own; whoever took the proposal over, or answered, let it go by.
            for unit in round.formerUnits + round.units {
                guard let returned = unit.returned else { continue }
                deadlines.append(deadline(.refuse, of: subject, by: unit.name, from: (start.position, unit.since), done: fact(returned)))
            }
            for (place, unit) in round.units.enumerated() where unit.returned == nil {
                let step: TimeLimit.Step = place > 0 && !round.isSeparate ? .joint : index == 0 ? .answer : .redo
                deadlines.append(handling(step, of: subject, proposal, round, unit, from: (start.position, unit.since)))
            }
            let next = proposal.rounds.dropFirst(index + 1).first?.since
            deadlines += ratings(of: subject, proposal, round, until: next ?? proposal.closed?.occurred)
        }
        for commitment in proposal.commitments {
            let (made, settled) = (commitment.made, commitment.settled)
            let isKept = settled?.fact.kept ?? false
            deadlines.append(
                deadline(
                    .commitment, of: subject, by: made.fact.unit, from: fact(made), done: isKept ? settled.map(fact) : nil,
                    set: (made.fact.due, made.position), lapsed: isKept ? nil : settled?.occurred))
        }
        return deadlines.compactMap(\.self)
    }

    /// - Parameter from: a unit in whose place another came has its time from then on.
    private func handling(
        _ step: TimeLimit.Step, of subject: DeadlineSubject, _ proposal: Proposal, _ round: HandlingRound, _ unit: HandlingUnit, from: Fact
    ) -> Deadline? {
        var set: (CalendarDate, Position)?
        if step != .joint, let last = round.extensions.last {
            set = (last.fact.until, last.position)
        } else if step == .answer, let handedOver = proposal.handedOver, let due = handedOver.fact.due {
            set = (due, handedOver.position)
        }
        // What a joint unit thinks is asked for until the lead unit has answered.
        return deadline(
            step, of: subject, by: unit.name, from: from, done: unit.answer.map(fact), set: set, pauses: proposal.pauses,
            lapsed: step == .joint ? round.answered?.occurred : nil)
    }

    /// Each signer rates the answer, until the case is closed or handled again.
    private func ratings(of subject: DeadlineSubject, _ proposal: Proposal, _ round: HandlingRound, until end: Occurrence?) -> [Deadline?] {
        guard let answered = round.answered else { return [] }
        return proposal.signers.map { member in
            let rated = round.ratings.first { $0.fact.member == member }
            return deadline(.rate, of: subject, by: member.description, from: fact(answered), done: rated.map(fact), lapsed: end)
        }
    }

    // MARK: - What is given to one unit

    func deadlines<Matter: HandedMatter>(of matter: Matter) -> [Deadline] {
        matter.handings.compactMap { handing in
            deadline(
                Matter.step, of: DeadlineSubject(matter, handing), by: handing.unit, from: handing.from, done: handing.answered,
                set: handing.due.map { ($0, handing.from.position) })
        }
    }

    // MARK: - Counting

    private func deadline(
        _ step: TimeLimit.Step, of subject: DeadlineSubject, by unit: String? = nil, from: Fact, done: Fact? = nil,
        set: (day: CalendarDate, position: Position)? = nil, pauses: [Pause] = [], lapsed: Occurrence? = nil
    ) -> Deadline? {
        // What is dated by several days runs from the last of them.
        let first = from.occurred.last
        guard first <= asOf else { return nil }
        let limit = limit(step, isDifficult: subject.isDifficult, session: subject.session)
        guard set != nil || limit != nil else { return nil }
        let known = pauses.filter { $0.began.occurred.first <= asOf && first <= $0.began.occurred.first }
        let isPaused = known.last.map { pause in pause.ended.map { $0.occurred.first > asOf } ?? true } ?? false
        var lacksCalendar = false
        var due = set?.day
        if due == nil, !isPaused, let limit { due = day(limit, after: first, known, &lacksCalendar) }
        let ended = done.flatMap { $0.occurred.last <= asOf ? $0 : nil }
        var evidence = [from.position, set?.position ?? rules?.position, ended?.position].compactMap(\.self)
        for pause in known { evidence += [pause.began.position, pause.ended?.position].compactMap(\.self) }
        return Deadline(
            subject: subject.id, step: step, unit: unit, from: first, due: due, isSet: set != nil, done: ended?.occurred.last,
            article: set == nil ? limit?.article : nil, isLapsed: lapsed.map { $0.last <= asOf } ?? false,
            lacksCalendar: lacksCalendar, evidence: Array(Set(evidence)).sorted())
    }

    /// Of the limits for a step, the one that says most about the case.
    private func limit(_ step: TimeLimit.Step, isDifficult: Bool, session: ProposalFiled.Session?) -> TimeLimit? {
        (rules?.fact.limits ?? []).filter { limit in
            limit.step == step && (limit.difficult.map { $0 == isDifficult } ?? true) && (limit.session.map { $0 == session } ?? true)
        }.max { $0.conditionCount < $1.conditionCount }
    }

    private func day(
        _ limit: TimeLimit, after first: CalendarDate, _ pauses: [Pause], _ lacksCalendar: inout Bool
    ) -> CalendarDate {
        if let count = limit.workingDays {
            var day = first
            var left = count
            while left > 0, day < .distantFuture {
                day = day.adding(days: 1)
                let isPaused = pauses.contains { $0.contains(day) }
                if !isPaused, isWorkday(day, &lacksCalendar) { left -= 1 }
            }
            return day
        }
        let due = limit.months.map { first.adding(months: Int($0)) } ?? first.adding(days: Int(limit.days ?? 0))
        return due.adding(days: pauses.reduce(0) { $0 + $1.dayCount })
    }

    private func isWorkday(_ day: CalendarDate, _ lacksCalendar: inout Bool) -> Bool {
        let id = WorkCalendarID("\(day.components.year)")
        if let isWorkday = id.flatMap({ state.workCalendars[$0] })?.isWorkday(day) { return isWorkday }
        lacksCalendar = true
        return !day.isWeekend
    }
}

extension TimeLimit {
    fileprivate var conditionCount: Int { (difficult == nil ? 0 : 1) + (session == nil ? 0 : 1) }
}

extension Pause {
    /// Paused from this day on, up to the day before it is resumed.
    fileprivate func contains(_ day: CalendarDate) -> Bool {
        began.occurred.first <= day && ended.map { day < $0.occurred.first } ?? true
    }

    fileprivate var dayCount: Int {
        ended.map { max(0, Int($0.occurred.first.daysSince1970) - Int(began.occurred.first.daysSince1970)) } ?? 0
    }
}
