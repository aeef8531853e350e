internal import EventLog

/// Which steps each step of a proposal follows in time.
extension Proposal {
    func checkDays(_ fact: Recorded<ProposalEvent>, in state: State) throws(Rejection) {
        try fact.requireAfter(earlierSteps(than: fact.fact), of: id.subject)
    }

    private func earlierSteps(than event: ProposalEvent) -> [EarlierStep?] {
        switch event {
        case .drafted, .filed: [draft?.step]
        // Signatures are often collected before the filing.
        case .coSigned, .coSignRefused: [draft?.step ?? filed?.step]
        case .accepted, .declined, .marked, .instructed, .sentUp, .adopted: [filed?.step]
        case .withdrawn, .merged, .split: [draft?.step, filed?.step, accepted?.step]
        case .handedOver: [accepted?.step]
        case .signedFor(let event): [beginning(of: event.unit)]
        case .returned(let event): [beginning(of: event.unit), unit(event.unit)?.signedFor?.step]
        case .reassigned(let event):
            [beginning(of: event.unit), unit(event.unit)?.signedFor?.step, unit(event.unit)?.returned?.step]
        case .extended: [rounds.last?.beginning]
        case .paused: [rounds.last?.beginning, pauses.last?.ended?.step]
        case .resumed: [pauses.last?.began.step]
        case .answerDrafted(let event): steps(before: event.unit)
        case .answerChecked(let event): [unit(event.unit)?.draft?.step]
        case .answered(let event): steps(before: event.unit)
        case .rated(let event):
            if let made = event.commitment {
                [index(ofCommitment: made).flatMap { commitments[$0].settled?.step }]
            } else {
                [rounds.last?.firstAnswer?.step]
            }
        case .sentBack, .closed: [rounds.last?.answered?.step] + (rounds.last?.ratings ?? []).map(\.step)
        case .committed: [rounds.last?.firstAnswer?.step]
        case .commitmentSettled(let event): [index(ofCommitment: event.commitment).map { commitments[$0].made.step }]
        }
    }

    private func unit(_ name: String) -> HandlingUnit? {
        rounds.last.flatMap { round in round.index(of: name).map { round.units[$0] } }
    }

    private func beginning(of name: String) -> EarlierStep? {
        guard let unit = unit(name) else { return nil }
        return unit.insteadOf == nil ? rounds.last?.beginning : EarlierStep(ProposalReassigned.self, unit.since)
    }

    /// What a unit has done about it until it drafts its answer, or gives it.
    private func steps(before name: String) -> [EarlierStep?] {
        [beginning(of: name), unit(name)?.signedFor?.step, unit(name)?.draft?.step, unit(name)?.check?.step]
    }
}

extension HandlingRound {
    /// That with which it began.
    fileprivate var beginning: EarlierStep { sentBack?.step ?? EarlierStep(ProposalHandedOver.self, since) }

    /// What can first be rated, or rest on a promise: the lead unit's answer, or anybody's where each answers for itself.
    fileprivate var firstAnswer: Recorded<ProposalAnswered>? {
        guard isSeparate else { return units.first?.answer }
        return units.compactMap(\.answer).min { $0.occurred.first < $1.occurred.first }
    }
}
