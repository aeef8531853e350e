internal import Domain
package import EventLog

/// The acts and records of a plan's year, as of a day. One is made for each assessment, and remembers what it counted.
final class YearFacts {
    let state: State
    let period: Period
    let asOf: CalendarDate
    /// Whether the period ends before the plan's last day, so that nothing after it is of the plan's end.
    private let isCut: Bool
    /// Held activities, by date.
    let activities: [Activity]
    private let documents: [ActivityID: [Recorded<WorkFiled>]]
    private var attendances: [ActivityID: AttendanceCount] = [:]
    private var found: [(selector: Selector, acts: [Act])] = []

    init(_ state: State, period: Period, asOf: CalendarDate, isCut: Bool = false) {
        self.state = state
        self.isCut = isCut
        self.period = period
        self.asOf = asOf
        activities = state.heldActivities(in: period, asOf: asOf)
        var documents: [ActivityID: [Recorded<WorkFiled>]] = [:]
        for work in state.works.values {
            guard let filed = work.filed, let activity = filed.fact.activity, filed.occurred.last <= asOf else { continue }
            documents[activity, default: []].append(filed)
        }
        self.documents = documents
    }

    /// What was merged by the as-of day, by what it went into.
    private lazy var mergedParts: [ProposalID: [Proposal]] = state.proposals.values.reduce(into: [:]) { parts, proposal in
        if let merged = merged(proposal) { parts[merged.fact.into, default: []].append(proposal) }
    }

    func happened(_ occurred: Occurrence) -> Bool { period.contains(occurred.last) && occurred.last <= asOf }

    /// By what was commended, as far as that had happened by the as-of day.
    private lazy var commendations: [Subject: [Commendation]] = {
        var found: [Subject: [Commendation]] = [:]
        for commendation in state.commendations.values {
            guard let given = commendation.given, given.occurred.last <= asOf, let what = given.fact.what else { continue }
            found[what, default: []].append(commendation)
        }
        return found
    }()

    private struct Recipient: Hashable {
        let plan: String
        let target: String
        let member: MemberID?
    }

    /// Points by hand of the period, in the order in which they were recorded.
    private lazy var awards: [Recipient: [(award: Award, granted: Recorded<PointsEvent>)]] = {
        var found: [Recipient: [(award: Award, granted: Recorded<PointsEvent>)]] = [:]
        for award in state.awards.values {
            guard let granted = award.granted, happened(granted.occurred) || settlesLate(granted) else { continue }
            let fact = granted.fact
            found[Recipient(plan: fact.plan.description, target: fact.target, member: fact.member.map(state.canonical)), default: []].append((award, granted))
        }
        return found
    }()

    /// What settles an appeal about the plan counts in it after its last day too, from its own day on: appeals are settled when
    /// the year is over.
    private func settlesLate(_ granted: Recorded<PointsEvent>) -> Bool {
        !isCut && granted.fact.appeal != nil && period.last < granted.occurred.last && granted.occurred.last <= asOf
    }

    /// Points by hand that were given or taken for a target of a plan.
    ///
    /// - Parameter member: whose; nil for those of the body.
    func awards(for target: String, of plan: String, to member: MemberID?) -> [(award: Award, granted: Recorded<PointsEvent>)] {
        awards[Recipient(plan: plan, target: target, member: member)] ?? []
    }

    /// In office on the as-of day, in the order of their ids.
    var membersInOffice: [Member] { members(on: asOf) }

    /// The same without a first and last day, for what looks back.
    private(set) lazy var ever = period == .ever ? self : YearFacts(state, period: .ever, asOf: asOf)

    /// Years before the plan's, once they were asked for.
    var earlierYears: [YearOfMembers]?

    private var inOffice: [CalendarDate: [Member]] = [:]

    /// In office on a day, in the order of their ids.
    func members(on day: CalendarDate) -> [Member] {
        if let known = inOffice[day] { return known }
        let members = state.members.values.filter { state.isInOffice($0, on: day) }.sorted { $0.id < $1.id }
        inOffice[day] = members
        return members
    }

    private struct UnitDay: Hashable {
        let unit: Affiliation
        let day: CalendarDate
    }

    private var inUnits: [UnitDay: [Member]] = [:]

    /// Who belongs to a group or sector and is in office on a day, in the order of their ids.
    func members(of unit: Affiliation, on day: CalendarDate) -> [Member] {
        let key = UnitDay(unit: unit, day: day)
        if let known = inUnits[key] { return known }
        let members = members(on: day).filter { names(of: unit.kind, $0, on: day).contains(unit.name) }
        inUnits[key] = members
        return members
    }

    /// What a member belongs to on a day, under any id.
    func names(of kind: Affiliation.Kind, _ member: Member, on day: CalendarDate) -> [String] {
        state.names(of: kind, member, on: day)
    }

    /// Whether a member is one of those meant on a day, under any id.
    func fits(_ who: Who?, _ member: Member, on day: CalendarDate) -> Bool { state.fits(who, member, on: day) }

    func attendance(of activity: Activity) -> AttendanceCount {
        if let known = attendances[activity.id] { return known }
        let count = AttendanceCount(activity, in: state)
        attendances[activity.id] = count
        return count
    }

    /// Everything that a selector matches, by date, each thing once: where two branches find it, the one that counts it.
    func acts(_ selector: Selector) -> [Act] {
        if let known = found.first(where: { $0.selector == selector }) { return known.acts }
        let acts = find(selector)
        found.append((selector, acts))
        return acts
    }

    private func find(_ selector: Selector) -> [Act] {
        var found: [Subject: Act] = [:]
        for branch in selector.branches {
            for act in acts(branch) where found[act.subject].map({ !$0.counts && act.counts }) ?? true {
                found[act.subject] = act
            }
        }
        return found.values.sorted { ($0.date.last, $0.subject) < ($1.date.last, $1.subject) }
    }

    private func acts(_ branch: Selector.Branch) -> [Act] {
        let filters = branch.filters
        switch branch.source {
        case .activities(let kinds): return activities.filter { filters.matches($0, kinds) }.map { act($0, filters) }
        case .proposals(let kinds): return state.proposals.values.compactMap { act($0, kinds, filters) }
        case .suggestions(let kinds): return state.suggestions.values.compactMap { act($0, kinds, filters) }
        case .works(let kinds): return state.works.values.compactMap { act($0, kinds, filters) }
        case .donations(let kinds): return state.donations.values.compactMap { act($0, kinds) }
        case .visits: return state.visits.values.compactMap { act($0, filters) }
        case .members(let movements): return state.members.values.flatMap { member in movements.compactMap { act(member, $0) } }
        case .commendations(let kinds): return state.commendations.values.compactMap { act($0, kinds, filters) }
        }
    }
}

// MARK: - Activities

extension Selector.Filters {
    /// Whether an activity is meant at all. What it then lacks is said beside it.
    fileprivate func matches(_ activity: Activity, _ kinds: [OpenWord]?) -> Bool {
        guard let schedule = activity.schedule, schedule.level == level else { return false }
        return (kinds?.contains(schedule.kind) ?? true) && (place.map { $0 == activity.place } ?? true)
            && (titled.map { schedule.title.contains($0) } ?? true)
    }
}

extension YearFacts {
    private func act(_ activity: Activity, _ filters: Selector.Filters) -> Act {
        var evidence = activity.evidence
        var faults: [ScoreLine.Outcome] = []
        let count = attendance(of: activity)
        if !activity.tookPlace { faults.append(.nobodyCame) }
        if let least = filters.attendance {
            evidence += count.evidence
            if count.countable == 0 {
                faults.append(.nobodyCountable)
            } else if !least.isReached(by: count.present.count, of: count.countable) {
                faults.append(.attendanceBelow(least))
            }
        }
        let filed = (documents[activity.id] ?? []).filter { filters.documents.contains($0.fact.kind) }
        evidence += filed.flatMap { state.works[$0.fact.work]?.evidence ?? [] }
        let missing = filters.documents.filter { kind in !filed.contains { $0.fact.kind == kind } }
        if !missing.isEmpty { faults.append(.documentsMissing(missing)) }
        let open = filters.particulars.filter { !activity.hasFixed($0) }
        if !open.isEmpty { faults.append(.particularsMissing(open)) }
        if let least = filters.participantsMin, activity.participants(count) < least {
            faults.append(.participantsBelow(least))
        }
        let honours = honours(of: activity.id.subject, [])
        if let missing = filters.missing(in: honours.levels) { faults.append(missing) }
        evidence += honours.evidence
        return Act(
            subject: activity.id.subject, date: activity.date ?? Occurrence(asOf), outcome: faults.first ?? .counts,
            attendance: filters.attendance == nil ? nil : count, attendanceAsked: filters.attendance, actors: count.present, place: activity.place, fen: 0,
            honours: honours.levels, quantities: activity.quantities, evidence: evidence.sortedUnique, marks: activity.attendance.marks)
    }
}

extension Activity {
    /// Absences alone show that something was to take place, and not that anybody did it.
    var tookPlace: Bool {
        isOpened || closing != nil || attendance.isAnybodyPresent
    }

    fileprivate func hasFixed(_ particular: Selector.Particular) -> Bool {
        switch particular {
        case .time: date.map { $0.first == $0.last } ?? false
        case .place: place != nil
        case .content: schedule?.content != nil
        case .responsible: schedule?.responsible != nil
        }
    }

    /// As it was closed; what was not counted then, as it was scheduled.
    fileprivate var quantities: [OpenWord: Int64] {
        (schedule?.quantities ?? []).byUnit.merging((closing?.quantities ?? []).byUnit) { _, closed in closed }
    }

    /// As they were counted, or else who is on the sheet.
    func participants(_ count: AttendanceCount) -> Int64 { closing?.participants ?? Int64(count.present.count) }
}

// MARK: - Records

/// What became of something above by the as-of day.
private struct Honours {
    var levels: [Selector.Honour: SuggestionAdopted.Level?] = [:]
    /// Entries that are not the thing's own.
    var evidence: [Position] = []

    mutating func add(_ honour: Selector.Honour, _ level: SuggestionAdopted.Level?) {
        guard let known = levels[honour] else { return levels[honour] = .some(level) }
        levels[honour] = .some([known, level].compactMap(\.self).max())
    }
}

extension Selector.Filters {
    /// What a thing lacks of the honours that are asked for; nil for nothing.
    fileprivate func missing(in found: [Selector.Honour: SuggestionAdopted.Level?]) -> ScoreLine.Outcome? {
        guard !honours.isEmpty else { return nil }
        for honour in Selector.Honour.allCases {
            guard let least = honours[honour] else { continue }
            if least == .nowhere {
                guard found[honour] == nil else { return .hasHonour(honour) }
                continue
            }
            guard let level = found[honour] else { return .withoutHonour(honour, least) }
            if case .level(let asked) = least, level.map({ $0 < asked }) ?? true { return .withoutHonour(honour, least) }
        }
        return nil
    }
}

extension YearFacts {
    /// - Parameter own: what the thing's own entries say.
    private func honours(
        of subject: Subject, _ own: [(Selector.Honour, Occurrence, SuggestionAdopted.Level?)]
    ) -> Honours {
        var honours = Honours()
        for (honour, when, level) in own where when.last <= asOf { honours.add(honour, level) }
        for commendation in commendations[subject] ?? [] {
            guard let given = commendation.given else { continue }
            honours.add(.commended, given.fact.level)
            honours.evidence += commendation.evidence
        }
        return honours
    }

    private func record(
        _ subject: Subject, _ occurred: Occurrence, by actors: [MemberID], and others: [MemberID] = [], outcome: ScoreLine.Outcome = .counts,
        place: String? = nil, fen: Int64 = 0, honours: Honours = Honours(), _ filters: Selector.Filters = Selector.Filters(),
        quantities: [ActQuantity] = [], evidence: [Position]
    ) -> Act {
        Act(
            subject: subject, date: occurred, outcome: filters.missing(in: honours.levels) ?? outcome, attendance: nil,
            actors: state.canonical(actors + others), place: place, fen: fen, honours: honours.levels, quantities: quantities.byUnit,
            lead: actors.first.map(state.canonical),
            evidence: honours.evidence.isEmpty ? evidence : (evidence + honours.evidence).sortedUnique, marks: [:])
    }

    private func act(_ proposal: Proposal, _ kinds: [ProposalFiled.Kind]?, _ filters: Selector.Filters) -> Act? {
        guard let filed = proposal.filed, happened(filed.occurred), kinds?.contains(filed.fact.kind) ?? true,
            filters.titled.map({ filed.fact.title.contains($0) }) ?? true
        else { return nil }
        var outcome = ScoreLine.Outcome.counts
        if filters.reached != .filed, let ended = end(of: proposal) { outcome = ended }
        if outcome == .counts, let reached = filters.reached, !proposal.has(reached, by: asOf) { outcome = .notYet(reached) }
        if let mark = filters.mark,
            !proposal.marks.contains(where: { $0.fact.mark == mark && $0.occurred.last <= asOf })
        {
            outcome = .notMarked(mark)
        }
        let honours = honours(
            of: proposal.id.subject,
            proposal.adoptions.map { (.adopted, $0.occurred, $0.fact.level) }
                + proposal.instructions.map { (.instructed, $0.occurred, $0.fact.level) }
                + proposal.sentUp.map { (.sentUp, $0.occurred, $0.fact.level) })
        let parts = filters.reached == .filed ? [] : merged(into: proposal)
        var act = record(
            proposal.id.subject, filed.occurred, by: proposal.signers, and: parts.flatMap(\.signers), outcome: outcome, honours: honours, filters,
            evidence: proposal.evidence)
        (act.filedBy, act.joinedBy) = (filed.fact.body, parts.compactMap { $0.filed?.fact.body })
        return act
    }

    /// Why a proposal counts no more: it was withdrawn, or counts as the one that it was merged into.
    private func end(of proposal: Proposal) -> ScoreLine.Outcome? {
        if let withdrawn = proposal.withdrawn, withdrawn.occurred.last <= asOf { return .withdrawn }
        return merged(proposal).map { .merged(into: $0.fact.into) }
    }

    private func merged(_ proposal: Proposal) -> Recorded<ProposalMerged>? {
        proposal.merged.flatMap { $0.occurred.last <= asOf ? $0 : nil }
    }

    /// What was merged into a proposal, at once or by way of others: it is theirs too who signed or filed that.
    private func merged(into proposal: Proposal) -> [Proposal] {
        var (parts, open, seen): ([Proposal], [ProposalID], Set<ProposalID>) = ([], [proposal.id], [proposal.id])
        while let next = open.popLast() {
            for part in mergedParts[next] ?? [] where seen.insert(part.id).inserted {
                parts.append(part)
                open.append(part.id)
            }
        }
        return parts
    }

    private func act(_ suggestion: Suggestion, _ kinds: [SuggestionSubmitted.Kind]?, _ filters: Selector.Filters) -> Act? {
        guard let submitted = suggestion.submitted, happened(submitted.occurred),
            kinds?.contains(submitted.fact.kind) ?? true, filters.titled.map({ submitted.fact.title.contains($0) }) ?? true,
            filters.cameFrom.map({ ($0 == .proposal) == (submitted.fact.proposal != nil) }) ?? true
        else { return nil }
        var outcome = ScoreLine.Outcome.counts
        if let reached = filters.reached, !suggestion.has(reached, by: asOf) { outcome = .notYet(reached) }
        let honours = honours(
            of: suggestion.id.subject,
            suggestion.adoptions.map { (.adopted, $0.occurred, $0.fact.level) }
                + suggestion.instructions.map { (.instructed, $0.occurred, $0.fact.level) }
                + suggestion.issues.map { (.sentUp, $0.occurred, $0.fact.level) })
        return record(
            suggestion.id.subject, submitted.occurred, by: submitted.fact.members, outcome: outcome, honours: honours, filters,
            evidence: suggestion.evidence)
    }

    private func act(_ work: Work, _ kinds: [OpenWord]?, _ filters: Selector.Filters) -> Act? {
        guard let filed = work.filed, happened(filed.occurred), kinds?.contains(filed.fact.kind) ?? true,
            filters.titled.map({ filed.fact.title.contains($0) }) ?? true
        else { return nil }
        return record(
            work.id.subject, filed.occurred, by: filed.fact.authors, honours: honours(of: work.id.subject, []), filters,
            quantities: filed.fact.quantities, evidence: work.evidence)
    }

    private func act(_ commendation: Commendation, _ kinds: [CommendationGiven.Of]?, _ filters: Selector.Filters) -> Act? {
        guard let given = commendation.given, happened(given.occurred), kinds?.contains(given.fact.of) ?? true,
            filters.titled.map({ given.fact.title.contains($0) }) ?? true
        else { return nil }
        let doers = given.fact.members.isEmpty ? given.fact.what.map(doers) ?? [] : given.fact.members
        return record(
            commendation.id.subject, given.occurred, by: doers, honours: Honours(levels: [.commended: given.fact.level]), filters,
            evidence: commendation.evidence)
    }

    /// A member's coming into office for the first time, or leaving it for good; nil where that is not of the year.
    private func act(_ member: Member, _ movement: Selector.Movement) -> Act? {
        let terms = member.mergedInto == nil ? state.terms(of: member.id) : []
        let day: CalendarDate?
        switch movement {
        case .joined: day = terms.map(\.from).min()
        case .left: day = terms.allSatisfy { $0.until != nil } ? terms.compactMap(\.until).max() : nil
        }
        guard let day, happened(Occurrence(day)) else { return nil }
        return record(member.id.subject, Occurrence(day), by: [member.id], evidence: member.evidence)
    }

    /// Who did what was commended.
    private func doers(of what: Subject) -> [MemberID] {
        if let id = ProposalID(what) { return state.proposals[id]?.signers ?? [] }
        if let id = SuggestionID(what) { return state.suggestions[id]?.submitted?.fact.members ?? [] }
        if let id = WorkID(what) { return state.works[id]?.filed?.fact.authors ?? [] }
        return ActivityID(what).flatMap { state.activities[$0] }.map { attendance(of: $0).present } ?? []
    }

    private func act(_ donation: Donation, _ kinds: [DonationReceived.Kind]?) -> Act? {
        guard let received = donation.received, happened(received.occurred), kinds?.contains(received.fact.kind) ?? true
        else { return nil }
        return record(
            donation.id.subject, received.occurred, by: received.fact.member.map { [$0] } ?? [], fen: received.fact.worth,
            evidence: donation.evidence)
    }

    private func act(_ visit: Visit, _ filters: Selector.Filters) -> Act? {
        guard let made = visit.made, happened(made.occurred), filters.place.map({ $0 == made.fact.countedPlace }) ?? true
        else { return nil }
        return record(visit.id.subject, made.occurred, by: made.fact.members, place: made.fact.countedPlace, quantities: made.fact.quantities,
            evidence: visit.evidence)
    }
}

extension Proposal {
    fileprivate func has(_ reached: Selector.Reached, by day: CalendarDate) -> Bool {
        history.contains { slot in
            guard let fact = slot.standing, fact.occurred.last <= day else { return false }
            return switch (reached, fact.fact) {
            case (.filed, .filed), (.accepted, .accepted), (.handedOver, .handedOver), (.answered, .answered), (.closed, .closed): true
            default: false
            }
        }
    }
}

extension Suggestion {
    /// A suggestion is accepted by being handed over, and closed by its answer.
    fileprivate func has(_ reached: Selector.Reached, by day: CalendarDate) -> Bool {
        let step =
            switch reached {
            case .filed: submitted.map(\.occurred)
            case .accepted, .handedOver: handedOver.map(\.occurred)
            case .answered, .closed: answered.map(\.occurred)
            }
        return step.map { $0.last <= day } ?? false
    }
}

extension [Position] {
    /// In order, each once: evidence as every figure carries it.
    package var sortedUnique: [Position] { Array(Set(self)).sorted() }
}
