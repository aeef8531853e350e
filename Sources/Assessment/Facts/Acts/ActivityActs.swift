internal import Domain
internal import EventLog

extension ActSource {
    /// Activities that were held.
    public static let activities = ActSource("activities", .named(.activity), filters: ["attendance", "with", "particulars", "participants", "level", "place", "titled", "commended"]) { facts, kinds, filters in
        facts.activities.filter { filters.matches($0, kinds) }.map { facts.act($0, filters) }
    }
}

extension Selector.Filters {
    /// Whether an activity is meant at all. What it then lacks is said beside it.
    fileprivate func matches(_ activity: Activity, _ kinds: [OpenWord]?) -> Bool {
        guard let schedule = activity.schedule, schedule.level == level else { return false }
        return (kinds?.contains(schedule.kind) ?? true) && (place.map { $0 == activity.place } ?? true)
            && (titled.map { schedule.title.contains($0) } ?? true)
    }
}

extension YearFacts {
    fileprivate func act(_ activity: Activity, _ filters: Selector.Filters) -> Act {
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
