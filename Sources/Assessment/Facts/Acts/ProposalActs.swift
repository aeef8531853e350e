internal import Domain
internal import EventLog

extension ActSource {
    /// Proposals, by the day of filing.
    public static let proposals = ActSource("proposals", .codes(of: ProposalFiled.Kind.self, .proposal), isRecord: true, filters: ["reached", "marked", "titled", "adopted", "instructed", "sent-up", "commended"],
        reached: [.filed, .accepted, .handedOver, .answered, .closed]) { facts, kinds, filters in
        facts.state.proposals.values.compactMap { facts.act($0, kinds, filters) }
    }
}

extension YearFacts {
    fileprivate func act(_ proposal: Proposal, _ kinds: [OpenWord]?, _ filters: Selector.Filters) -> Act? {
        guard let filed = proposal.filed, happened(filed.occurred), kinds.allow(filed.fact.kind),
            filters.titled.map({ filed.fact.title.contains($0) }) ?? true
        else { return nil }
        var outcome = ScoreLine.Outcome.counts
        if filters.reached != .filed, let ended = end(of: proposal) { outcome = ended }
        if outcome == .counts, let reached = filters.reached, !proposal.has(reached, by: asOf) { outcome = .notYet(reached) }
        if let mark = filters.mark,
            !proposal.marks.contains(where: { $0.fact.mark == mark && $0.occurred.last <= asOf })
        {
            outcome = .notMarked(mark)
        }
        let honours = honours(
            of: proposal.id.subject,
            proposal.adoptions.map { (.adopted, $0.occurred, $0.fact.level) }
                + proposal.instructions.map { (.instructed, $0.occurred, $0.fact.level) }
                + proposal.sentUp.map { (.sentUp, $0.occurred, $0.fact.level) })
        let parts = filters.reached == .filed ? [] : merged(into: proposal)
        var act = record(
            proposal.id.subject, filed.occurred, by: proposal.signers, and: parts.flatMap(\.signers), outcome: outcome, honours: honours, filters,
            evidence: proposal.evidence)
        (act.filedBy, act.joinedBy) = (filed.fact.body, parts.compactMap { $0.filed?.fact.body })
        return act
    }

    /// Why a proposal counts no more: it was withdrawn, counts as the one that it was merged into, or as those that it was split
    /// into.
    private func end(of proposal: Proposal) -> ScoreLine.Outcome? {
        if let withdrawn = proposal.withdrawn, withdrawn.occurred.last <= asOf { return .withdrawn }
        if let split = proposal.split, split.occurred.last <= asOf { return .split(into: split.fact.into) }
        return merged(proposal).map { .merged(into: $0.fact.into) }
    }

    /// Nil where it was not merged by the as-of day.
    func merged(_ proposal: Proposal) -> Recorded<ProposalMerged>? {
        proposal.merged.flatMap { $0.occurred.last <= asOf ? $0 : nil }
    }

    /// What was merged into a proposal, at once or by way of others: it is theirs too who signed or filed that.
    private func merged(into proposal: Proposal) -> [Proposal] {
        var (parts, open, seen): ([Proposal], [ProposalID], Set<ProposalID>) = ([], [proposal.id], [proposal.id])
        while let next = open.popLast() {
            for part in mergedParts[next] ?? [] where seen.insert(part.id).inserted {
                parts.append(part)
                open.append(part.id)
            }
        }
        return parts
    }
}

extension Proposal {
    fileprivate func has(_ reached: Selector.Reached, by day: CalendarDate) -> Bool {
        history.contains { slot in
            guard let fact = slot.standing, fact.occurred.last <= day else { return false }
            return switch (reached, fact.fact) {
            case (.filed, .filed), (.accepted, .accepted), (.handedOver, .handedOver), (.answered, .answered), (.closed, .closed): true
            default: false
            }
        }
    }
}
