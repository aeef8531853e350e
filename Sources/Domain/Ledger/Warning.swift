public import EventLog

/// What whoever recorded something should know: it is on record, and counts nowhere, has no deadline, or looks like a slip.
/// Codes and arguments only: what people read is in the catalogue of texts.
public enum Warning: Equatable, Sendable {
    /// The rules have a time limit for the step, and none for this proposal, as it does not say in which session it was filed.
    case noDeadline(ProposalID, step: TimeLimit.Step)
    /// Something on record is the same in what should tell them apart: a title and its day, a name, a receipt number.
    case looksLikeDuplicate(Subject, of: Subject)
    /// No kind of activity that is known, that a plan names or that was used before; `near` are those it is nearly like.
    case unknownKind(OpenWord, near: [OpenWord])
    /// The same of the level of an activity.
    case unknownLevel(OpenWord, near: [OpenWord])
    /// No plan for the day has a calendar item of that id.
    case itemNotInPlan(String, on: CalendarDate)
    /// What is dated outside the days of the plan counts nowhere in it.
    case outsidePlan(PlanID, on: CalendarDate)
    /// Up to the day, the member was none of those whom the target of the plan is for: points by hand do not count.
    case targetNotMeant(String, in: PlanID, MemberID, on: CalendarDate)
    /// Nobody in office is of the group or sector on the day, the plan's last or that of the points: it is not assessed then.
    case nobodyOf(Affiliation, on: CalendarDate)
    /// Members who were not in office on the day: it does not count for them.
    case notInOffice([MemberID], on: CalendarDate)
    /// What was found at an activity is dated long after its last day: most likely the day on which it was typed in.
    case longAfter(ActivityID, last: CalendarDate, on: CalendarDate)
    /// It is on record already, and says nothing new.
    case nothingChanged(Subject)
    /// What was voided had no effect: other entries have taken its place, or say the same.
    case voidingChangesNothing(Position)
    /// A count says that more or fewer may vote than the roster has in office and invited on the meeting's day.
    case differsFromRoster(BallotID, said: Int64, roster: Int)
    /// A count says that more or fewer were present than the meeting's register.
    case differsFromRegister(BallotID, said: Int64, register: Int)

    /// Members who spoke at an activity, by the speeches on record, and are marked absent from it.
    case spokeThoughAbsent([MemberID], at: ActivityID)

    /// The codes that scripts see.
    public enum Code: String, CaseIterable, Sendable {
        case noDeadline = "no-deadline"
        case looksLikeDuplicate = "looks-like-duplicate"
        case unknownKind = "unknown-kind"
        case unknownLevel = "unknown-level"
        case itemNotInPlan = "item-not-in-plan"
        case outsidePlan = "outside-plan"
        case targetNotMeant = "target-not-meant"
        case nobodyOf = "nobody-of-unit"
        case notInOffice = "not-in-office"
        case longAfter = "long-after"
        case nothingChanged = "nothing-changed"
        case voidingChangesNothing = "voiding-changes-nothing"
        case differsFromRoster = "differs-from-roster"
        case differsFromRegister = "differs-from-register"
        case spokeThoughAbsent = "spoke-though-absent"
    }

    public var code: Code {
        switch self {
        case .noDeadline: .noDeadline
        case .looksLikeDuplicate: .looksLikeDuplicate
        case .unknownKind: .unknownKind
        case .unknownLevel: .unknownLevel
        case .itemNotInPlan: .itemNotInPlan
        case .outsidePlan: .outsidePlan
        case .targetNotMeant: .targetNotMeant
        case .nobodyOf: .nobodyOf
        case .notInOffice: .notInOffice
        case .longAfter: .longAfter
        case .nothingChanged: .nothingChanged
        case .voidingChangesNothing: .voidingChangesNothing
        case .differsFromRoster: .differsFromRoster
        case .differsFromRegister: .differsFromRegister
        case .spokeThoughAbsent: .spokeThoughAbsent
        }
    }
}

extension State {
    /// What an entry put on record, as it is now: of a correction, what was corrected. Nil where it was voided.
    public func standing(at position: Position) -> Recorded<Event>? { place(of: position).flatMap { slot(at: $0).standing } }

    /// What to say about something on record. Plans are not read here, and nothing is compared with all that is on record:
    /// see `Lookalikes`.
    public func warnings(of fact: Recorded<Event>) -> [Warning] {
        fact.fact.content.warnings(at: fact.position, occurred: fact.occurred, in: self)
    }

    /// What to say about the voiding of an entry that had no effect.
    ///
    /// - Parameter corrects: the entry that was voided.
    public func warnings(ofVoiding corrects: Position) -> [Warning] {
        guard let place = place(of: corrects) else { return [] }
        let slot = slot(at: place)
        let wasWithoutEffect = slot.original == corrects
            ? place.concept.wasWithoutEffect(place, in: self) : slot.corrections.contains { $0 > corrects }
        guard wasWithoutEffect else { return [] }
        return [.voidingChangesNothing(corrects)]
    }

    /// Of those of one fact, the members who were not in office on its day.
    func notInOffice(_ members: [MemberID], during occurred: Occurrence) -> [Warning] {
        let others = members.filter { !(self.members[$0]?.isInOffice(during: occurred) ?? false) }
        return others.isEmpty ? [] : [.notInOffice(others, on: occurred.first)]
    }
}

extension OpenWord {
    /// Of some words, those that this one is nearly like: one letter wrong, missing or too many, or two in a long word. Two
    /// characters are too few to tell.
    public func near(_ words: some Sequence<OpenWord>) -> [OpenWord] {
        let letters = Array(description)
        let most = letters.count > 5 ? 2 : letters.count > 2 ? 1 : 0
        return words.filter { $0 != self && Self.distance(letters, Array($0.description)) <= most }.sorted()
    }

    /// How many letters have to be put in, taken out, replaced, or exchanged with their neighbour.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        guard abs(left.count - right.count) <= 2 else { return .max }
        var before: [Int] = []
        var row = Array(0...right.count)
        for (i, letter) in left.enumerated() {
            var next = [i + 1]
            for (j, other) in right.enumerated() {
                var least = min(next[j] + 1, row[j + 1] + 1, row[j] + (letter == other ? 0 : 1))
                if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other { least = min(least, before[j - 1] + 1) }
                next.append(least)
            }
            (before, row) = (row, next)
        }
        return row[right.count]
    }
}
