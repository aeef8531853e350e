// These names are the storage format: see Payload.
internal import CanonicalJSON
internal import EventLog

public enum ProposalKind: IdentifierKind {
    public static let name: StaticString = "proposal"
    public static let prefix: StaticString = "P"
}

public typealias ProposalID = Identifier<ProposalKind>

/// The payload of an event in a proposal's life.
protocol ProposalFact: Payload {
    var proposal: ProposalID { get }
}

/// What happens to a proposal, in the order of its life: filing, examination, handling, outcome.
public enum ProposalEvent: Equatable, Sendable, ConceptEvent {
    typealias Owner = Proposal

    case drafted(ProposalDrafted)
    case filed(ProposalFiled)
    case coSigned(ProposalCoSigned)
    case coSignRefused(ProposalCoSignRefused)
    case withdrawn(ProposalWithdrawn)
    case accepted(ProposalAccepted)
    case declined(ProposalDeclined)
    case merged(ProposalMerged)
    case split(ProposalSplit)
    case handedOver(ProposalHandedOver)
    case signedFor(ProposalSignedFor)
    case returned(ProposalReturned)
    case reassigned(ProposalReassigned)
    case extended(ProposalExtended)
    case paused(ProposalPaused)
    case resumed(ProposalResumed)
    case answerDrafted(ProposalAnswerDrafted)
    case answerChecked(ProposalAnswerChecked)
    case answered(ProposalAnswered)
    case rated(ProposalRated)
    case sentBack(ProposalSentBack)
    case committed(ProposalCommitted)
    case commitmentSettled(ProposalCommitmentSettled)
    case closed(ProposalClosed)
    case marked(ProposalMarked)

    static let kinds: [EventKind] = [
        EventKind(ProposalDrafted.self) { ProposalEvent.drafted($0) },
        EventKind(ProposalFiled.self) { ProposalEvent.filed($0) },
        EventKind(ProposalCoSigned.self) { ProposalEvent.coSigned($0) },
        EventKind(ProposalCoSignRefused.self) { ProposalEvent.coSignRefused($0) },
        EventKind(ProposalWithdrawn.self) { ProposalEvent.withdrawn($0) },
        EventKind(ProposalAccepted.self) { ProposalEvent.accepted($0) },
        EventKind(ProposalDeclined.self) { ProposalEvent.declined($0) },
        EventKind(ProposalMerged.self) { ProposalEvent.merged($0) },
        EventKind(ProposalSplit.self) { ProposalEvent.split($0) },
        EventKind(ProposalHandedOver.self) { ProposalEvent.handedOver($0) },
        EventKind(ProposalSignedFor.self) { ProposalEvent.signedFor($0) },
        EventKind(ProposalReturned.self) { ProposalEvent.returned($0) },
        EventKind(ProposalReassigned.self) { ProposalEvent.reassigned($0) },
        EventKind(ProposalExtended.self) { ProposalEvent.extended($0) },
        EventKind(ProposalPaused.self) { ProposalEvent.paused($0) },
        EventKind(ProposalResumed.self) { ProposalEvent.resumed($0) },
        EventKind(ProposalAnswerDrafted.self) { ProposalEvent.answerDrafted($0) },
        EventKind(ProposalAnswerChecked.self) { ProposalEvent.answerChecked($0) },
        EventKind(ProposalAnswered.self) { ProposalEvent.answered($0) },
        EventKind(ProposalRated.self) { ProposalEvent.rated($0) },
        EventKind(ProposalSentBack.self) { ProposalEvent.sentBack($0) },
        EventKind(ProposalCommitted.self) { ProposalEvent.committed($0) },
        EventKind(ProposalCommitmentSettled.self) { ProposalEvent.commitmentSettled($0) },
        EventKind(ProposalClosed.self) { ProposalEvent.closed($0) },
        EventKind(ProposalMarked.self) { ProposalEvent.marked($0) },
    ]

    private var fact: any ProposalFact {
        switch self {
        case .drafted(let event): event
        case .filed(let event): event
        case .coSigned(let event): event
        case .coSignRefused(let event): event
        case .withdrawn(let event): event
        case .accepted(let event): event
        case .declined(let event): event
        case .merged(let event): event
        case .split(let event): event
        case .handedOver(let event): event
        case .signedFor(let event): event
        case .returned(let event): event
        case .reassigned(let event): event
        case .extended(let event): event
        case .paused(let event): event
        case .resumed(let event): event
        case .answerDrafted(let event): event
        case .answerChecked(let event): event
        case .answered(let event): event
        case .rated(let event): event
        case .sentBack(let event): event
        case .committed(let event): event
        case .commitmentSettled(let event): event
        case .closed(let event): event
        case .marked(let event): event
        }
    }

    var payload: any Payload { fact }
    var proposal: ProposalID { fact.proposal }
}

extension ProposalEvent {
    private static let numbered = CommandKind.Numbered.field(ProposalKind.self) { $0.proposals }

    static let commands = [
        CommandKind("proposal.draft", records: ProposalDrafted.self, numbered: numbered, neverEmpty: ["signers"]),
        CommandKind("proposal.file", records: ProposalFiled.self, numbered: numbered),
        CommandKind("proposal.co-sign", records: ProposalCoSigned.self),
        CommandKind("proposal.refuse-co-sign", records: ProposalCoSignRefused.self),
        CommandKind("proposal.withdraw", records: ProposalWithdrawn.self, needsReason: true),
        CommandKind(
            "proposal.accept", records: ProposalAccepted.self,
            numbered: CommandKind.Numbered(field: "number") { $0.nextCaseNumber(on: $1) }),
        CommandKind("proposal.decline", records: ProposalDeclined.self, needsReason: true),
        CommandKind("proposal.merge", records: ProposalMerged.self),
        CommandKind("proposal.split", records: ProposalSplit.self, neverEmpty: ["into"]),
        CommandKind("proposal.hand-over", records: ProposalHandedOver.self),
        CommandKind("proposal.sign-for", records: ProposalSignedFor.self),
        CommandKind("proposal.return", records: ProposalReturned.self, needsReason: true),
        CommandKind("proposal.reassign", records: ProposalReassigned.self),
        CommandKind("proposal.extend", records: ProposalExtended.self, needsReason: true),
        CommandKind("proposal.pause", records: ProposalPaused.self, needsReason: true),
        CommandKind("proposal.resume", records: ProposalResumed.self),
        CommandKind("proposal.draft-answer", records: ProposalAnswerDrafted.self),
        CommandKind("proposal.check-answer", records: ProposalAnswerChecked.self),
        CommandKind("proposal.answer", records: ProposalAnswered.self, neverEmpty: ["to"]),
        CommandKind("proposal.rate", records: ProposalRated.self),
        CommandKind("proposal.send-back", records: ProposalSentBack.self, needsReason: true),
        CommandKind("proposal.commit", records: ProposalCommitted.self),
        CommandKind("proposal.settle-commitment", records: ProposalCommitmentSettled.self),
        CommandKind("proposal.close", records: ProposalClosed.self),
        CommandKind("proposal.mark", records: ProposalMarked.self),
    ]
}
