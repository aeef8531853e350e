public import EventLog

/// Something that has to be done by a day, because a rule or a person said so.
public struct Deadline: Sendable {
    /// Where it stands on a day.
    public enum Standing: Equatable, Sendable {
        case open
        case overdue
        /// Its clock stands still.
        case paused
        case doneInTime
        case doneLate
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
        let all = proposals.values.flatMap { clock.deadlines(of: $0) } + suggestions.values.compactMap { clock.deadline(of: $0) }
        return all.sorted { ($0.due ?? .distantFuture, $0.subject) < ($1.due ?? .distantFuture, $1.subject) }
    }
}

/// Counts time by the rules that stand.
private struct DeadlineClock {
    let state: State
    let asOf: CalendarDate
    let rules: Recorded<RulesAdopted>?

    init(state: State, asOf: CalendarDate) {
        self.state = state
        self.asOf = asOf
        rules = state.rules
    }

    // MARK: - Proposals

    func deadlines(of proposal: Proposal) -> [Deadline] {
        var deadlines: [Deadline] = []
        if let accepted = proposal.accepted, proposal.stage != .merged, proposal.stage != .split, proposal.stage != .withdrawn {
            deadlines.append(
                contentsOf: [make(.handOver, proposal, nil, from: accepted, done: proposal.handedOver)].compactMap(\.self))
        }
        for (index, round) in proposal.rounds.enumerated() {
            for unit in round.formerUnits + round.units {
                deadlines += [refusal(of: proposal, unit)].compactMap(\.self)
            }
            for (place, unit) in round.units.enumerated() where unit.returned == nil {
                let step: TimeLimit.Step = place > 0 && !round.isSeparate ? .joint : index == 0 ? .answer : .redo
                deadlines += [handling(of: proposal, round, unit, step)].compactMap(\.self)
            }
            deadlines += rating(of: proposal, round)
        }
        return deadlines + proposal.commitments.compactMap { keeping($0, of: proposal) }
    }

    private func keeping(_ commitment: Commitment, of proposal: Proposal) -> Deadline? {
        let made = commitment.made
        return make(
            .commitment, proposal, made.fact.unit, from: (made.position, made.occurred),
            done: commitment.settled.flatMap { $0.fact.kept ? $0 : nil }, set: (made.fact.due, made.position),
            lapsed: commitment.settled.flatMap { $0.fact.kept ? nil : $0.occurred })
    }

    /// A refusal has a limit of its own; whoever took the proposal over, or answered, let it go by.
    private func refusal(of proposal: Proposal, _ unit: HandlingUnit) -> Deadline? {
        guard let returned = unit.returned, let handedOver = proposal.handedOver else { return nil }
        return make(.refuse, proposal, unit.name, from: (handedOver.position, unit.since), done: returned)
    }

    /// A unit in whose place another came has its time from then on.
    private func handling(
        of proposal: Proposal, _ round: HandlingRound, _ unit: HandlingUnit, _ step: TimeLimit.Step
    ) -> Deadline? {
        guard let start = round.sentBack?.position ?? proposal.handedOver?.position else { return nil }
        var set: (CalendarDate, Position)?
        if step != .joint {
            set = round.extensions.last.map { ($0.fact.until, $0.position) } ?? (step == .answer ? setDay(proposal) : nil)
        }
        // What a joint unit thinks is asked for until the lead unit has answered.
        return make(
            step, proposal, unit.name, from: (start, unit.since), done: unit.answer, set: set, pauses: proposal.pauses,
            lapsed: step == .joint && round.isAnswered ? round.units.first?.answer?.occurred : nil)
    }

    private func setDay(_ proposal: Proposal) -> (CalendarDate, Position)? {
        proposal.handedOver.flatMap { handedOver in handedOver.fact.due.map { ($0, handedOver.position) } }
    }

    /// Each signer rates the answer, as long as the case is open and not handled again.
    private func rating(of proposal: Proposal, _ round: HandlingRound) -> [Deadline] {
        guard round.isAnswered, let last = round.units.compactMap(\.answer).max(by: { $0.occurred.last < $1.occurred.last }) else {
            return []
        }
        let next = proposal.rounds.first { $0.since.last >= round.since.last && $0.sentBack?.position ?? .start > last.position }
        let end = next?.since ?? proposal.closed?.occurred
        return proposal.signers.compactMap { member in
            make(
                .rate, proposal, member.description, from: (last.position, last.occurred),
                done: round.ratings.first { $0.fact.member == member },
                lapsed: end)
        }
    }

    // MARK: - Suggestions

    func deadline(of suggestion: Suggestion) -> Deadline? {
        guard let handedOver = suggestion.handedOver else { return nil }
        let set = handedOver.fact.due.map { ($0, handedOver.position) }
        return deadline(
            .suggestion, suggestion.id.subject, handedOver.fact.to, isDifficult: handedOver.fact.difficult ?? false, session: nil,
            from: (handedOver.position, handedOver.occurred), done: suggestion.answered.map { ($0.position, $0.occurred) }, set: set,
            pauses: [], lapsed: nil)
    }

    // MARK: - Counting

    private func make<Done>(
        _ step: TimeLimit.Step, _ proposal: Proposal, _ unit: String?, from: Recorded<some Sendable>, done: Recorded<Done>?
    ) -> Deadline? {
        make(step, proposal, unit, from: (from.position, from.occurred), done: done)
    }

    private func make<Done>(
        _ step: TimeLimit.Step, _ proposal: Proposal, _ unit: String?, from: (Position, Occurrence), done: Recorded<Done>?,
        set: (CalendarDate, Position)? = nil, pauses: [Pause] = [], lapsed: Occurrence? = nil
    ) -> Deadline? {
        deadline(
            step, proposal.id.subject, unit, isDifficult: proposal.handedOver?.fact.difficult ?? false,
            session: proposal.filed?.fact.session, from: from, done: done.map { ($0.position, $0.occurred) }, set: set, pauses: pauses,
            lapsed: lapsed)
    }

    private func deadline(
        _ step: TimeLimit.Step, _ subject: Subject, _ unit: String?, isDifficult: Bool, session: ProposalFiled.Session?,
        from: (position: Position, occurred: Occurrence), done: (position: Position, occurred: Occurrence)?,
        set: (day: CalendarDate, position: Position)?, pauses: [Pause], lapsed: Occurrence?
    ) -> Deadline? {
        // What is dated by several days runs from the last of them.
        let first = from.occurred.last
        guard first <= asOf else { return nil }
        let limit = limit(step, isDifficult: isDifficult, session: session)
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
            subject: subject, step: step, unit: unit, from: first, due: due, isSet: set != nil, done: ended?.occurred.last,
            article: set == nil ? limit?.article : nil, isLapsed: lapsed.map { $0.last <= asOf } ?? false, lacksCalendar: lacksCalendar, evidence: Array(Set(evidence)).sorted())
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
            while left > 0 {
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
