import EventLog

/// What may follow what in a proposal's life.
extension Proposal {
    func check(_ fact: Recorded<ProposalEvent>, in state: State) throws(Rejection) {
        switch fact.fact {
        case .drafted(let event):
            try require([.draft])
            for member in event.signers where state.members[member] == nil { throw .unknown(member.subject) }
            try Self.checkNamedOnce(event.signers, of: id.subject)
            return
        case .filed(let event):
            guard filed == nil else { throw .idTaken(id.subject) }
            try require([.draft])
            try checkAuthors(event, on: fact.occurred, in: state)
            return
        default: break
        }
        guard filed != nil || draft != nil else { throw .unknown(id.subject) }
        switch fact.fact {
        case .drafted, .filed: break
        case .coSigned(let event): try check(event, on: fact.occurred, in: state)
        case .coSignRefused(let event):
            try require([.draft])
            guard draft?.fact.signers.contains(event.member) ?? false else { throw .notASigner(event.member, id) }
            guard !coSigners.contains(event.member), !refusedToSign.contains(event.member) else {
                throw .alreadySaid(event.member, id)
            }
        case .withdrawn, .accepted, .declined, .merged, .split: try checkExamination(fact, in: state)
        case .handedOver(let event):
            try require([.accepted])
            try Self.checkNamedOnce([event.lead] + event.joint, of: id.subject)
        case .signedFor, .returned, .reassigned, .extended, .paused, .resumed, .answerDrafted, .answerChecked, .answered:
            try checkHandling(fact)
        case .rated(let event): try check(event)
        case .sentBack, .closed: try require([.answered])
        case .committed(let event):
            try require([.answered, .closed])
            guard rounds.last?.index(of: event.unit) != nil else { throw .notHandedTo(id, event.unit) }
        case .commitmentSettled(let event):
            guard let index = index(ofCommitment: event.commitment) else { throw .noSuchCommitment(id, Position(event.commitment)) }
            guard commitments[index].settled == nil else { throw .commitmentSettled(id, Position(event.commitment)) }
        case .marked(let event):
            try requireFiled()
            guard !marks.contains(where: { $0.fact.mark.excludes(event.mark) }) else { throw .alreadyMarked(id, event.mark) }
        }
    }

    private func require(_ stages: [Stage]) throws(Rejection) {
        guard stages.contains(stage) else { throw .wrongStage(id, stage, needs: stages) }
    }

    private func requireFiled() throws(Rejection) {
        guard filed != nil else { throw .wrongStage(id, stage, needs: [.filed]) }
    }

    private static func checkNamedOnce(_ names: [some Hashable], of subject: Subject) throws(Rejection) {
        guard Set(names).count == names.count else { throw .namedTwice(subject) }
    }

    // MARK: - Filing

    private func checkAuthors(_ event: ProposalFiled, on day: Occurrence, in state: State) throws(Rejection) {
        let fits =
            switch event.kind {
            case .individual: event.signers.count == 1
            case .joint: event.signers.count >= 2
            case .collective: event.body != nil
            }
        guard fits else { throw .signersDoNotFit(event.proposal, event.kind) }
        try Self.checkNamedOnce(event.signers, of: event.proposal.subject)
        if let refused = event.signers.first(where: refusedToSign.contains) { throw .refusedToSign(refused, id) }
        try state.requireInOffice(event.signers, during: day)
        if event.motion ?? false, let least = state.rules?.fact.motionSigners, event.signers.count < least {
            throw .tooFewSigners(id, needs: least)
        }
    }

    private func check(_ event: ProposalCoSigned, on day: Occurrence, in state: State) throws(Rejection) {
        try require([.draft, .filed, .accepted])
        if let filed {
            guard filed.fact.kind == .joint else { throw .signersDoNotFit(id, filed.fact.kind) }
            guard !filed.fact.signers.contains(event.member) else { throw .alreadySaid(event.member, id) }
        } else {
            guard draft?.fact.signers.contains(event.member) ?? false else { throw .notASigner(event.member, id) }
        }
        guard !coSigners.contains(event.member), !refusedToSign.contains(event.member) else {
            throw .alreadySaid(event.member, id)
        }
        try state.requireInOffice([event.member], during: day)
    }

    // MARK: - Examination

    private func checkExamination(_ fact: Recorded<ProposalEvent>, in state: State) throws(Rejection) {
        switch fact.fact {
        case .withdrawn: try require([.draft, .filed, .accepted])
        case .accepted(let event):
            try require([.filed])
            if let number = event.number, let other = state.proposal(numbered: number, besides: id) {
                throw .numberTaken(number, by: other)
            }
        case .merged(let event):
            try require([.filed, .accepted])
            guard let other = state.proposals[event.into], other.id != id, other.filed != nil else { throw .unknown(event.into.subject) }
            try other.require([.filed, .accepted, .handedOver])
        case .split(let event):
            try require([.filed, .accepted])
            try Self.checkNamedOnce(event.into, of: id.subject)
            guard event.into.count >= 2 else { throw .splitIntoOne(id) }
            for part in event.into {
                guard let other = state.proposals[part], part != id, other.filed != nil else { throw .unknown(part.subject) }
                guard other.stage != .merged, other.stage != .split else { throw .wrongStage(part, other.stage, needs: [.filed]) }
            }
        default: try require([.filed])
        }
    }

    // MARK: - Handling

    private func checkHandling(_ fact: Recorded<ProposalEvent>) throws(Rejection) {
        switch fact.fact {
        case .signedFor(let event):
            try require([.handedOver])
            let unit = try unit(event.unit)
            guard unit.signedFor == nil, unit.returned == nil else { throw .unitHasActed(id, event.unit) }
        case .returned(let event):
            try require([.handedOver])
            let unit = try unit(event.unit)
            guard unit.returned == nil, unit.answer == nil else { throw .unitHasActed(id, event.unit) }
        case .reassigned(let event):
            try require([.handedOver])
            guard try unit(event.unit).answer == nil else { throw .unitHasActed(id, event.unit) }
            guard rounds.last?.index(of: event.to) == nil else { throw .namedTwice(id.subject) }
        case .extended(let event):
            try require([.handedOver])
            if let last = rounds.last?.extensions.last?.fact.until ?? handedOver?.fact.due, event.until <= last, rounds.count == 1 {
                throw .endsBeforeItBegins(from: last, until: event.until)
            }
        case .paused:
            try require([.handedOver])
            guard pauses.last.map({ $0.ended != nil }) ?? true else { throw .alreadyPaused(id) }
        case .resumed:
            guard let last = pauses.last, last.ended == nil else { throw .notPaused(id) }
            if fact.occurred.first < last.began.occurred.first {
                throw .endsBeforeItBegins(from: last.began.occurred.first, until: fact.occurred.first)
            }
        case .answerDrafted(let event):
            try require([.handedOver, .answered])
            let unit = try unit(event.unit)
            guard unit.answer == nil, unit.returned == nil else { throw .unitHasActed(id, event.unit) }
        case .answerChecked(let event):
            try require([.handedOver, .answered])
            let unit = try unit(event.unit)
            guard unit.draft != nil, unit.check == nil, unit.answer == nil else { throw .noDraftToCheck(id, event.unit) }
        case .answered(let event): try check(event)
        default: break
        }
    }

    private func check(_ event: ProposalAnswered) throws(Rejection) {
        try require([.handedOver, .answered])
        let unit = try unit(event.unit)
        guard unit.answer == nil, unit.returned == nil else { throw .unitHasActed(id, event.unit) }
        guard unit.draft == nil || unit.check?.fact.passed ?? false else { throw .draftNotPassed(id, event.unit) }
        if let stranger = event.to.first(where: { !signers.contains($0) }) { throw .notASigner(stranger, id) }
    }

    private func unit(_ name: String) throws(Rejection) -> HandlingUnit {
        guard let round = rounds.last, let index = round.index(of: name) else { throw .notHandedTo(id, name) }
        return round.units[index]
    }

    // MARK: - Outcome

    private func check(_ event: ProposalRated) throws(Rejection) {
        var ratings = rounds.last?.ratings ?? []
        if let made = event.commitment {
            guard let index = index(ofCommitment: made) else { throw .noSuchCommitment(id, Position(made)) }
            guard commitments[index].settled != nil else { throw .commitmentOpen(id, Position(made)) }
            ratings = commitments[index].ratings
        } else {
            try require([.answered])
        }
        guard signers.contains(event.member) else { throw .notASigner(event.member, id) }
        guard !ratings.contains(where: { $0.fact.member == event.member }) else { throw .alreadyRated(event.member, id) }
    }
}

extension ProposalMarked.Mark {
    /// Whether a proposal cannot have both: the same again, or what contradicts it.
    fileprivate func excludes(_ other: ProposalMarked.Mark) -> Bool {
        self == other || [self, other] == [.public, .confidential] || [self, other] == [.confidential, .public]
    }
}
