internal import Domain
internal import EventLog

/// Which act fulfils which item of the calendar.
extension Assessor {
    /// First come the acts that name an item, then those that fit one, in the order of the items' first days; of several
    /// that fit, the one whose title is most like the item's, and then the earliest.
    ///
    /// - Returns: every item, and the activities that fulfil one.
    func calendar() -> (items: [CalendarStatus], linked: Set<ActivityID>) {
        var linked: Set<ActivityID> = []
        var takenVisits: Set<VisitID> = []
        var links: [String: CalendarStatus] = [:]
        let items = Set(plan.calendar.map(\.id))
        for activity in facts.activities {
            let named = (activity.schedule?.fulfils ?? []).filter(items.contains)
            if !named.isEmpty { linked.insert(activity.id) }
            for id in named where links[id] == nil {
                guard let item = plan.calendar.first(where: { $0.id == id }), isEnough(activity, for: item) else { continue }
                links[id] = status(item, activity.id.subject, .given, activity.evidence)
            }
        }
        for item in plan.calendar.sorted(by: { ($0.when.first, $0.when.last) < ($1.when.first, $1.when.last) })
        where links[item.id] == nil {
            let fitting = facts.activities.filter { !linked.contains($0.id) && item.fits($0) && isEnough($0, for: item) }
            if let activity = fitting.best(by: { item.likeness(to: $0.schedule?.title ?? "") }) {
                links[item.id] = status(item, activity.id.subject, .found, activity.evidence)
                linked.insert(activity.id)
            } else if let visit = visits(fitting: item).first(where: { !takenVisits.contains($0.id) }) {
                links[item.id] = status(item, visit.id.subject, .found, visit.evidence)
                takenVisits.insert(visit.id)
            }
        }
        return (plan.calendar.map { links[$0.id] ?? open($0) }, linked)
    }

    private func status(
        _ item: CalendarItem, _ subject: Subject, _ link: CalendarStatus.Link, _ evidence: [Position]
    ) -> CalendarStatus {
        CalendarStatus(item: item, state: .met, fulfilledBy: subject, link: link, evidence: evidence)
    }

    /// What nothing fulfils yet.
    private func open(_ item: CalendarItem) -> CalendarStatus {
        let state: TargetState =
            facts.asOf < item.when.first ? .notDue : facts.asOf <= item.when.last ? .onTrack : .missed
        return CalendarStatus(item: item, state: state, fulfilledBy: nil, link: nil, evidence: [])
    }

    private func isEnough(_ activity: Activity, for item: CalendarItem) -> Bool {
        guard activity.tookPlace || activity.attendance.showsItTookPlace else { return false }
        return item.participantsMin.map { activity.participants(facts.attendance(of: activity)) >= $0 } ?? true
    }

    private func visits(fitting item: CalendarItem) -> [Visit] {
        guard item.kind.description == VisitKind.name.description else { return [] }
        return facts.state.visits.values.filter { visit in
            guard let made = visit.made, facts.happened(made.occurred) else { return false }
            return item.when.first <= made.occurred.last && made.occurred.first <= item.when.last
        }
    }
}

extension CalendarItem {
    /// Whether an activity that names no item is what this one asks for: its kind, its level, its time.
    fileprivate func fits(_ activity: Activity) -> Bool {
        guard let schedule = activity.schedule, let date = activity.date, schedule.fulfils.isEmpty,
            schedule.kind == kind, schedule.level == level
        else { return false }
        return when.first <= date.last && date.first <= when.last
    }

    /// How many pairs of neighbouring characters the titles share.
    fileprivate func likeness(to title: String) -> Int {
        func pairs(_ text: String) -> Set<String> {
            let characters = Array(text)
            return Set(zip(characters, characters.dropFirst()).map { String([$0, $1]) })
        }
        return pairs(self.title.zh).intersection(pairs(title)).count
    }
}

extension Array {
    /// The first of those that score highest.
    fileprivate func best(by score: (Element) -> Int) -> Element? {
        var best: (element: Element, score: Int)?
        for element in self {
            let score = score(element)
            if best.map({ score > $0.score }) ?? true { best = (element, score) }
        }
        return best?.element
    }
}
