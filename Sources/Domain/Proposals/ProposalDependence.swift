internal import EventLog

/// What a proposal depends on: that its signers are in office, and that what it was merged or split into is on file.
extension Proposal {
    static func dependents(on subject: Subject, in state: State) -> [Proposal] {
        if let member = MemberID(subject) { return state.proposals.values.filter { $0.signers.contains(member) } }
        guard let proposal = ProposalID(subject) else { return [] }
        return state.proposals.values.filter {
            $0.merged?.fact.into == proposal || $0.split?.fact.into.contains(proposal) ?? false
        }
    }

    func check(dependingOn subject: Subject, in state: State) throws(Rejection) {
        if let member = MemberID(subject) { return try checkSignatures(of: member, in: state) }
        guard let other = ProposalID(subject), state.proposals[other]?.filed == nil,
            let position = merged?.position ?? split?.position
        else { return }
        try requireUnbroken(position) { () throws(Rejection) in throw .unknown(subject) }
    }

    private func checkSignatures(of member: MemberID, in state: State) throws(Rejection) {
        var obstacles = Obstacles()
        for slot in history {
            guard let fact = slot.standing, fact.fact.isSigned(by: member) else { continue }
            obstacles.attempt { () throws(Rejection) in
                try requireUnbroken(slot.original.position) { () throws(Rejection) in
                    try state.requireInOffice([member], during: fact.occurred)
                }
            }
        }
        try obstacles.end()
    }
}

extension ProposalEvent {
    fileprivate func isSigned(by member: MemberID) -> Bool {
        switch self {
        case .filed(let event): event.signers.contains(member)
        case .coSigned(let event): event.member == member
        case .drafted, .coSignRefused, .withdrawn, .accepted, .declined, .merged, .split, .handedOver, .signedFor, .returned,
            .reassigned, .extended, .paused, .resumed, .answerDrafted, .answerChecked, .answered, .rated, .sentBack, .committed,
            .commitmentSettled, .closed, .marked, .instructed, .sentUp, .adopted:
            false
        }
    }
}
