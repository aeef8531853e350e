import EventLog

/// What may follow what in a proposal's life.
extension Proposal {
    func check(_ fact: Recorded<ProposalEvent>, in state: State) throws(Rejection) {
        guard exists || fact.fact.begins else { throw .unknown(id.subject) }
        switch fact.fact {
        case .drafted(let event): try check(event, in: state)
        case .filed(let event): try check(event, on: fact.occurred, in: state)
        case .coSigned(let event): try check(event, on: fact.occurred, in: state)
        case .coSignRefused(let event):
            try require([.draft])
            try checkAsked(event.member)
        case .withdrawn: try require([.draft, .filed, .accepted])
        case .accepted(let event): try check(event, in: state)
        case .declined: try require([.filed])
        case .merged(let event): try check(event, in: state)
        case .split(let event):
            try require([.filed, .accepted])
            try checkParts(event.into, in: state)
        case .handedOver(let event): try check(event)
        case .signedFor(let event): try check(event.unit, in: [.handedOver], hasNot: [.signedFor, .returned])
        case .returned(let event): try check(event.unit, in: [.handedOver], hasNot: [.returned, .answered])
        case .reassigned(let event): try check(event)
        case .extended(let event): try check(event)
        case .paused:
            try require([.handedOver])
            guard pauses.last.map({ $0.ended != nil }) ?? true else { throw .handling(.alreadyPaused(id)) }
        case .resumed: guard let last = pauses.last, last.ended == nil else { throw .handling(.notPaused(id)) }
        case .answerDrafted(let event): try check(event.unit, in: [.handedOver, .answered], hasNot: [.returned, .answered])
        case .answerChecked(let event): try check(event)
        case .answered(let event): try check(event)
        case .rated(let event): try check(event)
        case .sentBack, .closed: try require([.answered])
        case .committed(let event):
            try require([.answered, .closed])
            guard rounds.last?.index(of: event.unit) != nil else { throw .handling(.notHandedTo(id, event.unit)) }
        case .commitmentSettled(let event): try check(event)
        case .marked(let event): try check(event)
        case .instructed, .sentUp: try requireFiled()
        case .adopted(let event):
            try requireFiled()
            guard !adoptions.contains(where: { $0.fact.level == event.level }) else {
                throw .proposal(.adoptedAlready(id, event.level))
            }
        }
    }

    private func require(_ stages: [Stage]) throws(Rejection) {
        guard stages.contains(stage) else { throw .proposal(.wrongStage(id, stage, needs: stages)) }
    }

    // MARK: - Filing

    private func check(_ event: ProposalDrafted, in state: State) throws(Rejection) {
        try require([.draft])
        try state.requireKnown(event.signers)
        try state.requireNamedOnce(event.signers)
    }

    private func check(_ event: ProposalFiled, on day: Occurrence, in state: State) throws(Rejection) {
        guard filed == nil else { throw .idTaken(id.subject) }
        try require([.draft])
        let fits =
            switch event.kind {
            case .individual: event.signers.count == 1
            case .joint: event.signers.count >= 2
            case .collective: event.body != nil
            }
        guard fits else { throw .proposal(.signersDoNotFit(event.proposal, event.kind)) }
        try state.requireNamedOnce(event.signers)
        let refused = event.signers.filter(refusedToSign.contains)
        guard refused.isEmpty else { throw .proposal(.refusedToSign(refused, id)) }
        try state.requireInOffice(event.signers, during: day)
        if event.motion ?? false, let least = state.rules?.fact.motionSigners, event.signers.count < least {
            throw .proposal(.tooFewSigners(id, needs: least))
        }
    }

    private func check(_ event: ProposalCoSigned, on day: Occurrence, in state: State) throws(Rejection) {
        try require([.draft, .filed, .accepted])
        if let filed {
            guard filed.fact.kind == .joint else { throw .proposal(.notJoint(id)) }
            guard !filed.fact.signers.contains(event.member) else { throw .proposal(.alreadySaid(event.member, id, refused: false)) }
            try checkNotSaid(event.member)
        } else {
            try checkAsked(event.member)
        }
        try state.requireInOffice([event.member], during: day)
    }

    /// Whether the draft asks a member to sign, who has not answered yet.
    private func checkAsked(_ member: MemberID) throws(Rejection) {
        guard draft?.fact.signers.contains(member) ?? false else { throw .proposal(.notNamedInDraft(member, id)) }
        try checkNotSaid(member)
    }

    private func checkNotSaid(_ member: MemberID) throws(Rejection) {
        if coSigners.contains(member) { throw .proposal(.alreadySaid(member, id, refused: false)) }
        if refusedToSign.contains(member) { throw .proposal(.alreadySaid(member, id, refused: true)) }
    }

    // MARK: - Examination

    private func check(_ event: ProposalAccepted, in state: State) throws(Rejection) {
        try require([.filed])
        if let number = event.number, let other = state.proposal(numbered: number, besides: id) {
            throw .proposal(.numberTaken(number, by: other))
        }
    }

    private func check(_ event: ProposalMerged, in state: State) throws(Rejection) {
        try require([.filed, .accepted])
        guard event.into != id else { throw .refersToItself(id.subject) }
        guard let other = state.proposals[event.into], other.exists else { throw .unknown(event.into.subject) }
        try other.require([.filed, .accepted, .handedOver])
    }

    private func checkParts(_ parts: [ProposalID], in state: State) throws(Rejection) {
        guard parts.count >= 2 else { throw .proposal(.splitIntoOne(id)) }
        var obstacles = Obstacles()
        let repeated = parts.repeated
        if !repeated.isEmpty { obstacles.add(.proposal(.partListedTwice(id, repeated))) }
        if parts.contains(id) { obstacles.add(.refersToItself(id.subject)) }
        for part in parts where part != id {
            guard let other = state.proposals[part], other.exists else {
                obstacles.add(.unknown(part.subject))
                continue
            }
            if other.filed == nil || other.stage == .merged || other.stage == .split {
                obstacles.add(.proposal(.wrongStage(part, other.stage, needs: [.filed])))
            }
        }
        try obstacles.end()
    }

    // MARK: - Handling

    private func check(_ event: ProposalHandedOver) throws(Rejection) {
        try require([.accepted])
        let repeated = ([event.lead] + event.joint).repeated
        guard repeated.isEmpty else { throw .handling(.unitListedTwice(id, repeated)) }
    }

    private func check(_ event: ProposalReassigned) throws(Rejection) {
        try check(event.unit, in: [.handedOver], hasNot: [.answered])
        guard rounds.last?.index(of: event.to) == nil else { throw .handling(.unitAlreadyHandles(id, event.to)) }
    }

    private func check(_ event: ProposalExtended) throws(Rejection) {
        try require([.handedOver])
        // What was set at the hand-over is no limit for handling it again.
        let last = rounds.last?.extensions.last?.fact.until ?? (rounds.count == 1 ? handedOver?.fact.due : nil)
        if let last, event.until <= last { throw .handling(.extensionNotLater(id, than: last)) }
    }

    private func check(_ event: ProposalAnswerChecked) throws(Rejection) {
        try require([.handedOver, .answered])
        let unit = try unit(event.unit)
        guard unit.draft != nil, unit.check == nil, unit.answer == nil else { throw .handling(.noDraftToCheck(id, event.unit)) }
    }

    private func check(_ event: ProposalAnswered) throws(Rejection) {
        let unit = try check(event.unit, in: [.handedOver, .answered], hasNot: [.returned, .answered])
        guard unit.draft == nil || unit.check?.fact.passed ?? false else { throw .handling(.draftNotPassed(id, event.unit)) }
        let others = event.to.filter { !signers.contains($0) }
        guard others.isEmpty else { throw .handling(.answeredToNonSigners(others, id)) }
    }

    @discardableResult
    private func check(
        _ name: String, in stages: [Stage], hasNot acts: [HandlingUnit.Act]
    ) throws(Rejection) -> HandlingUnit {
        try require(stages)
        let unit = try unit(name)
        if let done = acts.first(where: unit.has) { throw .handling(.unitHasActed(id, name, done)) }
        return unit
    }

    private func unit(_ name: String) throws(Rejection) -> HandlingUnit {
        guard let round = rounds.last, let index = round.index(of: name) else { throw .handling(.notHandedTo(id, name)) }
        return round.units[index]
    }

    // MARK: - Outcome

    private func check(_ event: ProposalCommitmentSettled) throws(Rejection) {
        let position = Position(event.commitment)
        guard let index = index(ofCommitment: event.commitment) else { throw .handling(.noSuchCommitment(id, position)) }
        guard commitments[index].settled == nil else { throw .handling(.commitmentSettled(id, position)) }
    }

    private func requireFiled() throws(Rejection) {
        guard filed != nil else { throw .proposal(.wrongStage(id, stage, needs: [.filed])) }
    }

    private func check(_ event: ProposalMarked) throws(Rejection) {
        try requireFiled()
        let marks = marks.map(\.fact.mark)
        guard !marks.contains(event.mark) else { throw .proposal(.alreadyMarked(id, event.mark)) }
        if let other = marks.first(where: { $0.contradicts(event.mark) }) {
            throw .proposal(.marksContradict(id, other, event.mark))
        }
    }

    private func check(_ event: ProposalRated) throws(Rejection) {
        var ratings = rounds.last?.ratings ?? []
        if let made = event.commitment {
            guard let index = index(ofCommitment: made) else { throw .handling(.noSuchCommitment(id, Position(made))) }
            guard commitments[index].settled != nil else { throw .handling(.commitmentOpen(id, Position(made))) }
            ratings = commitments[index].ratings
        } else {
            try require([.answered])
        }
        guard signers.contains(event.member) else { throw .handling(.notASigner(event.member, id)) }
        guard !ratings.contains(where: { $0.fact.member == event.member }) else { throw .handling(.alreadyRated(event.member, id)) }
    }
}

extension ProposalEvent {
    /// Whether a proposal may come into the book by it.
    fileprivate var begins: Bool {
        switch self {
        case .drafted, .filed: true
        case .coSigned, .coSignRefused, .withdrawn, .accepted, .declined, .merged, .split, .handedOver, .signedFor, .returned,
            .reassigned, .extended, .paused, .resumed, .answerDrafted, .answerChecked, .answered, .rated, .sentBack, .committed,
            .commitmentSettled, .closed, .marked, .instructed, .sentUp, .adopted:
            false
        }
    }
}

extension ProposalMarked.Mark {
    /// Whether a proposal cannot have both.
    fileprivate func contradicts(_ other: ProposalMarked.Mark) -> Bool {
        [self, other] == [.public, .confidential] || [self, other] == [.confidential, .public]
    }
}
