public import EventLog

/// A proposal as the facts are now.
public struct Proposal: RegisteredConcept {
    /// Where it is in its life cycle.
    public enum Stage: String, Sendable, CaseIterable {
        case draft, filed, accepted, declined, merged, split, withdrawn, answered, closed
        case handedOver = "handed-over"
    }

    public let id: ProposalID
    public internal(set) var history: History<ProposalEvent> = []

    public private(set) var stage: Stage = .draft
    /// The last draft, filed or not.
    public private(set) var draft: Recorded<ProposalDrafted>?
    /// Nil before it was filed, and once that was voided.
    public private(set) var filed: Recorded<ProposalFiled>?
    /// Who agreed to sign, beyond those it was filed with.
    public private(set) var coSigners: [MemberID] = []
    /// Who did not.
    public private(set) var refusedToSign: [MemberID] = []
    public private(set) var withdrawn: Recorded<ProposalWithdrawn>?
    public private(set) var accepted: Recorded<ProposalAccepted>?
    public private(set) var declined: Recorded<ProposalDeclined>?
    public private(set) var merged: Recorded<ProposalMerged>?
    public private(set) var split: Recorded<ProposalSplit>?
    public private(set) var handedOver: Recorded<ProposalHandedOver>?
    /// Each time it was handled; the last is the present one.
    public private(set) var rounds: [HandlingRound] = []
    public private(set) var pauses: [Pause] = []
    public private(set) var commitments: [Commitment] = []
    public private(set) var closed: Recorded<ProposalClosed>?
    /// In the order of recording.
    public private(set) var marks: [Recorded<ProposalMarked>] = []
    public private(set) var instructions: [Recorded<ProposalInstructed>] = []
    /// Each time that it was sent to a body of a higher level.
    public private(set) var sentUp: [Recorded<ProposalSentUp>] = []
    /// One for each level, in the order of recording.
    public private(set) var adoptions: [Recorded<ProposalAdopted>] = []

    init(id: ProposalID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<ProposalID, Proposal>> { \.proposals }
    static func id(of fact: ProposalEvent) -> ProposalID { fact.proposal }

    public var title: String? { filed?.fact.title ?? draft?.fact.title }

    static var isCompared: Bool { true }

    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        guard let title, stage != .withdrawn, stage != .merged, let day = filed?.occurred ?? draft?.occurred else { return nil }
        return [title, day.first.description]
    }

    /// Where the rules' time depends on the session, and nobody said which.
    static func warnings(of fact: Recorded<ProposalEvent>, in state: State) -> [Warning] {
        let step: TimeLimit.Step
        switch fact.fact {
        case .filed: step = .answer
        case .handedOver(let event) where event.due == nil: step = .answer
        case .accepted: step = .handOver
        default: return []
        }
        guard let proposal = state.proposals[fact.fact.proposal], state.lacksLimit(proposal, for: step) else { return [] }
        return [.noDeadline(proposal.id, step: step)]
    }

    /// Whether it is drafted or filed, and neither was voided.
    public var exists: Bool { draft != nil || filed != nil }

    /// The entry that put it on file; nil once voided.
    public var position: Position? { filed?.position }

    /// The case number 案号.
    public var number: String? { accepted?.fact.number }

    /// Who signed: the first signer first.
    public var signers: [MemberID] {
        guard let filed else { return draft?.fact.signers ?? [] }
        return filed.fact.signers + coSigners.filter { !filed.fact.signers.contains($0) }
    }

    /// The answers of every round, in the order of recording.
    public var answers: [Recorded<ProposalAnswered>] { rounds.flatMap { $0.units.compactMap(\.answer) } }

    /// The ratings of answers, of every round, in the order of recording.
    public var ratings: [Recorded<ProposalRated>] { rounds.flatMap(\.ratings) }

    /// Signers whom no unit has answered in the present round.
    public var unansweredSigners: [MemberID] {
        let answers = rounds.last?.units.compactMap(\.answer) ?? []
        if answers.contains(where: \.fact.to.isEmpty) { return [] }
        let answered = Set(answers.flatMap(\.fact.to))
        return signers.filter { !answered.contains($0) }
    }

    mutating func apply(_ fact: Recorded<ProposalEvent>) {
        switch fact.fact {
        case .drafted(let event): draft = fact.with(event)
        case .filed(let event): (stage, filed) = (.filed, fact.with(event))
        case .coSigned(let event): coSigners.append(event.member)
        case .coSignRefused(let event): refusedToSign.append(event.member)
        case .withdrawn(let event): (stage, withdrawn) = (.withdrawn, fact.with(event))
        case .accepted(let event): (stage, accepted) = (.accepted, fact.with(event))
        case .declined(let event): (stage, declined) = (.declined, fact.with(event))
        case .merged(let event): (stage, merged) = (.merged, fact.with(event))
        case .split(let event): (stage, split) = (.split, fact.with(event))
        case .handedOver(let event):
            (stage, handedOver) = (.handedOver, fact.with(event))
            let units = [event.lead] + event.joint
            rounds = [HandlingRound(units: units, isSeparate: event.separate ?? false, since: fact.occurred)]
        case .sentBack(let event):
            stage = .handedOver
            if let last = rounds.last { rounds.append(last.next(fact.with(event))) }
        case .paused(let event): pauses.append(Pause(began: fact.with(event)))
        case .resumed(let event):
            if !pauses.isEmpty { pauses[pauses.count - 1].ended = fact.with(event) }
        case .committed(let event): commitments.append(Commitment(made: fact.with(event)))
        case .commitmentSettled(let event):
            if let index = index(ofCommitment: event.commitment) { commitments[index].settled = fact.with(event) }
        case .rated(let event): add(fact.with(event))
        case .closed(let event): (stage, closed) = (.closed, fact.with(event))
        case .marked(let event): marks.append(fact.with(event))
        case .instructed(let event): instructions.append(fact.with(event))
        case .sentUp(let event): sentUp.append(fact.with(event))
        case .adopted(let event): adoptions.append(fact.with(event))
        case .signedFor, .returned, .reassigned, .extended, .answerDrafted, .answerChecked, .answered:
            guard !rounds.isEmpty else { return }
            rounds[rounds.count - 1].apply(fact)
            if rounds[rounds.count - 1].isAnswered, stage == .handedOver { stage = .answered }
        }
    }

    private mutating func add(_ rating: Recorded<ProposalRated>) {
        if let made = rating.fact.commitment {
            if let index = index(ofCommitment: made) { commitments[index].ratings.append(rating) }
        } else if !rounds.isEmpty {
            rounds[rounds.count - 1].ratings.append(rating)
        }
    }

    func index(ofCommitment position: Int64) -> Int? {
        commitments.firstIndex { $0.made.position.value == position }
    }
}

/// One time that a proposal is handled.
public struct HandlingRound: Sendable {
    /// When it began: the hand-over, or when it was sent back.
    public let since: Occurrence
    /// 分办: every unit answers for itself.
    public let isSeparate: Bool
    /// Why it is handled again; nil for the first time.
    public let sentBack: Recorded<ProposalSentBack>?
    /// The lead unit first.
    public internal(set) var units: [HandlingUnit]
    /// Those that others replaced.
    public internal(set) var formerUnits: [HandlingUnit] = []
    public internal(set) var extensions: [Recorded<ProposalExtended>] = []
    public internal(set) var ratings: [Recorded<ProposalRated>] = []

    init(units: [String], isSeparate: Bool, since: Occurrence, sentBack: Recorded<ProposalSentBack>? = nil) {
        self.since = since
        self.isSeparate = isSeparate
        self.sentBack = sentBack
        self.units = units.map { HandlingUnit(name: $0, since: since) }
    }

    /// By the same units, once more.
    func next(_ sentBack: Recorded<ProposalSentBack>) -> HandlingRound {
        HandlingRound(units: units.map(\.name), isSeparate: isSeparate, since: sentBack.occurred, sentBack: sentBack)
    }

    /// Whether the proposer has what is due: the lead unit's answer, or every unit's where each answers for itself.
    public var isAnswered: Bool { answered != nil }

    /// The answer with which that was so.
    public var answered: Recorded<ProposalAnswered>? {
        guard isSeparate else { return units.first?.answer }
        let answers = units.compactMap(\.answer)
        return answers.count == units.count ? answers.max { $0.occurred.last < $1.occurred.last } : nil
    }

    func index(of unit: String) -> Int? { units.firstIndex { $0.name == unit } }

    mutating func apply(_ fact: Recorded<ProposalEvent>) {
        func change(_ unit: String, _ body: (inout HandlingUnit) -> Void) {
            if let index = index(of: unit) { body(&units[index]) }
        }
        switch fact.fact {
        case .signedFor(let event): change(event.unit) { $0.signedFor = fact.with(event) }
        case .returned(let event): change(event.unit) { $0.returned = fact.with(event) }
        case .reassigned(let event):
            if let index = index(of: event.unit) {
                formerUnits.append(units[index])
                units[index] = HandlingUnit(name: event.to, since: fact.occurred, insteadOf: event.unit)
            }
        case .extended(let event): extensions.append(fact.with(event))
        case .answerDrafted(let event):
            change(event.unit) {
                $0.draft = fact.with(event)
                $0.check = nil
            }
        case .answerChecked(let event): change(event.unit) { $0.check = fact.with(event) }
        case .answered(let event): change(event.unit) { $0.answer = fact.with(event) }
        case .drafted, .filed, .coSigned, .coSignRefused, .withdrawn, .accepted, .declined, .merged, .split, .handedOver,
            .sentBack, .paused, .resumed, .rated, .committed, .commitmentSettled, .closed, .marked,
            .instructed, .sentUp, .adopted:
            break
        }
    }
}

/// What one unit does about a proposal, one time that it is handled.
public struct HandlingUnit: Sendable {
    public let name: String
    /// When it was given its part.
    public let since: Occurrence
    /// The unit that it replaced; nil for one that had the part from the beginning.
    public let insteadOf: String?
    public internal(set) var signedFor: Recorded<ProposalSignedFor>?
    public internal(set) var returned: Recorded<ProposalReturned>?
    /// The last draft of its answer.
    public internal(set) var draft: Recorded<ProposalAnswerDrafted>?
    /// What was found of that draft.
    public internal(set) var check: Recorded<ProposalAnswerChecked>?
    public internal(set) var answer: Recorded<ProposalAnswered>?

    /// What a unit does with a proposal, where the one rules out another.
    public enum Act: Equatable, Sendable { case signedFor, returned, answered }

    func has(_ act: Act) -> Bool {
        switch act {
        case .signedFor: signedFor != nil
        case .returned: returned != nil
        case .answered: answer != nil
        }
    }

    init(name: String, since: Occurrence, insteadOf: String? = nil) {
        self.name = name
        self.since = since
        self.insteadOf = insteadOf
    }
}

/// A time for which a proposal's time limit is paused.
public struct Pause: Sendable {
    public let began: Recorded<ProposalPaused>
    /// Nil while it lasts.
    public internal(set) var ended: Recorded<ProposalResumed>?
}

/// Something a unit promised.
public struct Commitment: Sendable {
    public let made: Recorded<ProposalCommitted>
    public internal(set) var settled: Recorded<ProposalCommitmentSettled>?
    /// Of how the promise was kept.
    public internal(set) var ratings: [Recorded<ProposalRated>] = []
}
