internal import Assessment
internal import Domain
internal import EventLog

/// What is said of commands beside their being on record: see `Warning`. What it has looked up is remembered, so that a
/// command costs no more in a large book.
struct Advice: Sendable {
    private var lookalikes = Lookalikes()
    /// Kinds and levels of activities up to so many of the registry.
    private var activityCount = 0
    private var firstOfKind: [OpenWord: Int] = [:]
    private var firstOfLevel: [OpenWord: Int] = [:]
    /// Plans by the entries that have their texts.
    private var plans: [Position: Plan?] = [:]

    /// What to say about an entry, of what it comes to: its days are the book's, and a correction is what it made.
    ///
    /// - Parameter state: with the entry in it.
    mutating func warnings(of event: Event, at position: Position, _ state: State, _ sealing: Sealing?) -> [Warning] {
        let voided = (event.payload as? FactVoided).map { state.warnings(ofVoiding: $0.corrects) } ?? []
        guard let fact = state.standing(at: position) else { return voided }
        func open(_ text: PersonalText, _ field: StaticString, of member: MemberID) -> String? {
            guard state.use(ofDataOf: member.subject) == .allowed else { return nil }
            return text.plain ?? (try? sealing?.open(text, PersonalField(owner: member.subject, name: field)))
        }
        var warnings = voided + state.warnings(of: fact)
        if let like = lookalikes.earlier(than: position, in: state, open: { open($0, "name", of: $1) }) { warnings.append(like) }
        if let changed = fact.fact.payload as? MemberDetailsChanged, let member = state.members[changed.member] {
            let before = member.details(before: fact.position)
            func isSame(_ new: PersonalText?, _ old: PersonalText?, _ field: StaticString) -> Bool {
                guard let new else { return true }
                return old.flatMap { open($0, field, of: member.id) }.map { $0 == open(new, field, of: member.id) } ?? false
            }
            if isSame(changed.name, before.name, "name"), isSame(changed.phone, before.phone, "phone"),
                isSame(changed.birthday, before.birthday, "birthday")
            {
                warnings.append(.nothingChanged(member.id.subject))
            }
        }
        return warnings + aboutPlans(fact.fact, fact.occurred, state)
    }

    /// What depends on what plans say.
    private mutating func aboutPlans(_ event: Event, _ occurred: Occurrence, _ state: State) -> [Warning] {
        switch event.payload {
        case let scheduled as ActivityScheduled: warnings(of: scheduled, state)
        case let points as PointsAwarded: outside(.awarded(points), occurred, state) + notMeant(.awarded(points), occurred, state)
        case let points as PointsDeducted: outside(.deducted(points), occurred, state) + notMeant(.deducted(points), occurred, state)
        default: []
        }
    }

    private mutating func warnings(of scheduled: ActivityScheduled, _ state: State) -> [Warning] {
        var warnings: [Warning] = []
        takeInWords(state)
        let place = state.activities.index(of: scheduled.activity)
        if firstOfKind[scheduled.kind] ?? place == place, !OpenWord.activityKinds.contains(scheduled.kind) {
            let planned = allPlans(state).reduce(into: Set<OpenWord>()) { $0.formUnion($1.activityKinds) }
            if !planned.contains(scheduled.kind) {
                let known = planned.union(OpenWord.activityKinds).union(firstOfKind.keys)
                warnings.append(.unknownKind(scheduled.kind, near: scheduled.kind.near(known)))
            }
        }
        if let level = scheduled.level, firstOfLevel[level] ?? place == place, !OpenWord.activityLevels.contains(level) {
            let planned = allPlans(state).reduce(into: Set<OpenWord>()) { $0.formUnion($1.activityLevels) }
            if !planned.contains(level) {
                let known = planned.union(OpenWord.activityLevels).union(firstOfLevel.keys)
                warnings.append(.unknownLevel(level, near: level.near(known)))
            }
        }
        if !scheduled.fulfils.isEmpty {
            let items = Set(allPlans(state).filter { $0.period.contains(scheduled.on.last) }.flatMap(\.calendar).map(\.id))
            warnings += scheduled.fulfils.filter { !items.contains($0) }.map { .itemNotInPlan($0, on: scheduled.on.last) }
        }
        return warnings
    }

    /// Words count from the first activity that has them.
    private mutating func takeInWords(_ state: State) {
        while activityCount < state.activities.count {
            if let schedule = state.activities.values[activityCount].schedule {
                if firstOfKind[schedule.kind] == nil { firstOfKind[schedule.kind] = activityCount }
                if let level = schedule.level, firstOfLevel[level] == nil { firstOfLevel[level] = activityCount }
            }
            activityCount += 1
        }
    }

    /// What settles an appeal counts after the plan's last day too.
    private func outside(_ points: PointsEvent, _ occurred: Occurrence, _ state: State) -> [Warning] {
        guard let period = state.plans[points.plan]?.period, !period.contains(occurred.last),
            points.appeal == nil || occurred.last < period.first
        else { return [] }
        return [.outsidePlan(points.plan, on: occurred.last)]
    }

    /// Any version of the plan may mean the member; a group or sector is assessed while somebody in office belongs to it.
    private mutating func notMeant(_ points: PointsEvent, _ occurred: Occurrence, _ state: State) -> [Warning] {
        if let unit = points.unit {
            let days = [occurred.last, state.plans[points.plan]?.period?.last].compactMap(\.self)
            return days.first { !state.hasMembers(of: unit, on: $0) }.map { [.nobodyOf(unit, on: $0)] } ?? []
        }
        guard let member = points.member.flatMap({ state.members[state.canonical($0)] }), let plan = state.plans[points.plan] else { return [] }
        let versions = plan.versions.compactMap { read($0) }
        let targets = versions.compactMap { version in version.targets.first { $0.id == points.target }.map { ($0, version.period) } }
        guard !targets.isEmpty,
            !targets.contains(where: { state.isMeant($0.0.who, member, in: $0.1, by: occurred.last) })
        else { return [] }
        return [.targetNotMeant(points.target, in: points.plan, member.id, on: occurred.last)]
    }

    /// Every version of every plan that stands.
    private mutating func allPlans(_ state: State) -> [Plan] {
        state.plans.values.filter { $0.adopted != nil }.flatMap(\.versions).compactMap { read($0) }
    }

    private mutating func read(_ version: AdoptedPlan.Version) -> Plan? {
        if let known = plans[version.position] { return known }
        let plan = try? Plan(yaml: version.text)
        plans[version.position] = .some(plan)
        return plan
    }
}
