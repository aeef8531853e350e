public import EventLog

/// Why something cannot have happened, or cannot be meant for, on the day that was given.
public enum TimeRejection: Equatable, Sendable {
    /// A step is dated before one that it follows. Steps are said by the types of their events.
    case beforeEarlierStep(Subject, step: String, on: CalendarDate, follows: String, of: CalendarDate)
    /// What was found at an activity, or said about coming, is dated too far from the activity's days.
    case awayFromActivity(ActivityID, step: String, on: CalendarDate, from: CalendarDate, until: CalendarDate)
    /// A field of a command has a day that is years ahead.
    case yearsAhead(field: String, CalendarDate)

    public enum Code: String, CaseIterable, Sendable {
        case beforeEarlierStep = "before-earlier-step"
        case awayFromActivity = "away-from-activity"
        case yearsAhead = "years-ahead"
    }

    public var code: Code {
        switch self {
        case .beforeEarlierStep: .beforeEarlierStep
        case .awayFromActivity: .awayFromActivity
        case .yearsAhead: .yearsAhead
        }
    }
}

/// A step that others follow, and when it was taken.
struct EarlierStep {
    let type: String
    let occurred: Occurrence

    init(_ payload: any Payload.Type, _ occurred: Occurrence) {
        type = payload.type.description
        self.occurred = occurred
    }
}

extension Recorded where Fact: Payload {
    var step: EarlierStep { EarlierStep(Fact.self, occurred) }
}

extension Recorded where Fact: ConceptEvent {
    /// What is dated vaguely gets the benefit of the doubt, and steps of one day are in the order of recording.
    ///
    /// - Throws: where it is certainly dated before a step that it follows; of several, the latest.
    func requireAfter(_ steps: [EarlierStep?], of subject: Subject) throws(Rejection) {
        let later = steps.compactMap(\.self).filter { occurred.last < $0.occurred.first }
        guard let latest = later.max(by: { $0.occurred.first < $1.occurred.first }) else { return }
        throw .time(
            .beforeEarlierStep(
                subject, step: type(of: fact.payload).type.description, on: occurred.last, follows: latest.type,
                of: latest.occurred.first))
    }

    /// - Throws: unless it happened from so many days before an activity to so many after it.
    func requireNear(_ date: Occurrence, of activity: ActivityID, before: Int, after: Int) throws(Rejection) {
        guard occurred.last < date.first.adding(days: -before) || occurred.first > date.last.adding(days: after) else { return }
        throw .time(
            .awayFromActivity(
                activity, step: type(of: fact.payload).type.description, on: occurred.first, from: date.first, until: date.last))
    }
}

/// What a change may not do is make a fault. Those that stood before it are left out, so that what was recorded when less was
/// asked can still be corrected.
///
/// - Parameters:
///   - corrected: the entry that is corrected; its own fault has to be the very same, and not just of the same kind.
///   - now: checks what is on record as it will be, and `before` as it is.
func requireNoNewFault(
    in corrected: Position? = nil, now: () throws(Rejection) -> Void, before: () throws(Rejection) -> Void
) throws(Rejection) {
    do {
        try now()
    } catch {
        var former: [CorrectionRejection.Dependent] = []
        do { try before() } catch { former = error.brokenEntries ?? [] }
        guard !former.isEmpty, let broken = error.brokenEntries else { throw error }
        let new = broken.filter { fault in
            !former.contains { old in
                old.position == fault.position
                    && (fault.position == corrected ? old.because == fault.because : old.because.code == fault.because.code)
            }
        }
        if !new.isEmpty { throw .correction(.wouldBreak(new)) }
    }
}

extension Rejection {
    /// The entries that it says would become invalid; nil where it says anything else too.
    fileprivate var brokenEntries: [CorrectionRejection.Dependent]? {
        switch self {
        case .correction(.wouldBreak(let entries)): return entries
        case .several(let obstacles):
            let entries = obstacles.map(\.brokenEntries)
            return entries.contains { $0 == nil } ? nil : entries.flatMap { $0 ?? [] }
        default: return nil
        }
    }
}
