internal import Domain
internal import EventLog

extension ActSource {
    /// Donations, and money brought in.
    public static let donations = ActSource("donations", .codes(of: DonationReceived.Kind.self, .donation), isRecord: true) { facts, kinds, _ in
        facts.state.donations.values.compactMap { facts.act($0, kinds) }
    }
}

extension YearFacts {
    fileprivate func act(_ donation: Donation, _ kinds: [OpenWord]?) -> Act? {
        guard let received = donation.received, happened(received.occurred), kinds.allow(received.fact.kind)
        else { return nil }
        return record(
            donation.id.subject, received.occurred, by: received.fact.member.map { [$0] } ?? [], fen: received.fact.worth,
            evidence: donation.evidence)
    }
}
