/// Why a command about filing, signing, examining or marking a proposal was refused.
public enum ProposalRejection: Equatable, Sendable {
    case wrongStage(ProposalID, Proposal.Stage, needs: [Proposal.Stage])
    /// The number of signers, or the missing body, does not fit the kind.
    case signersDoNotFit(ProposalID, ProposalFiled.Kind)
    /// Only a joint proposal takes another signer.
    case notJoint(ProposalID)
    /// The draft does not ask the member to sign.
    case notNamedInDraft(MemberID, ProposalID)
    /// Who has agreed to sign already, or refused to.
    case alreadySaid(MemberID, ProposalID, refused: Bool)
    case refusedToSign([MemberID], ProposalID)
    case tooFewSigners(ProposalID, needs: Int64)
    case numberTaken(String, by: ProposalID)
    case splitIntoOne(ProposalID)
    /// A proposal is split into the same part twice.
    case partListedTwice(ProposalID, [ProposalID])
    case alreadyMarked(ProposalID, ProposalMarked.Mark)
    /// The mark that it has, and the one that contradicts it.
    case marksContradict(ProposalID, ProposalMarked.Mark, ProposalMarked.Mark)
    /// At this level.
    case adoptedAlready(ProposalID, SuggestionAdopted.Level)

    public enum Code: String, CaseIterable, Sendable {
        case wrongStage = "wrong-stage"
        case signersDoNotFit = "signers-do-not-fit"
        case notJoint = "not-joint"
        case notNamedInDraft = "not-named-in-draft"
        case alreadySaid = "already-said"
        case refusedToSign = "refused-to-sign"
        case tooFewSigners = "too-few-signers"
        case numberTaken = "number-taken"
        case splitIntoOne = "split-into-one"
        case partListedTwice = "part-listed-twice"
        case alreadyMarked = "already-marked"
        case marksContradict = "marks-contradict"
        case adoptedAlready = "proposal-already-adopted"
    }

    public var code: Code {
        switch self {
        case .wrongStage: .wrongStage
        case .signersDoNotFit: .signersDoNotFit
        case .notJoint: .notJoint
        case .notNamedInDraft: .notNamedInDraft
        case .alreadySaid: .alreadySaid
        case .refusedToSign: .refusedToSign
        case .tooFewSigners: .tooFewSigners
        case .numberTaken: .numberTaken
        case .splitIntoOne: .splitIntoOne
        case .partListedTwice: .partListedTwice
        case .alreadyMarked: .alreadyMarked
        case .marksContradict: .marksContradict
        case .adoptedAlready: .adoptedAlready
        }
    }
}
