internal import CanonicalJSON
internal import EventLog

public enum DonationKind: IdentifierKind {
    public static let name: StaticString = "donation"
    public static let prefix: StaticString = "D"
}

public typealias DonationID = Identifier<DonationKind>

/// Who took it in was in the open.
extension DonationReceivedV1: PastPayload {
    var upcast: DonationReceived {
        DonationReceived(
            amount: amount, beneficiary: beneficiary, consent: consent, donation: donation, donor: donor, goods: goods,
            handler: handler.map { .plain($0) }, kind: kind, member: member, purpose: purpose, receipt: receipt,
            value: value)
    }
}

extension DonationReceived: NumberedPayload {
    /// Fen that count towards an average: what was given, goods at their stated value. What was brought in is no gift.
    public var worth: Int64 {
        switch kind {
        case .money: amount ?? 0
        case .goods: value ?? 0
        case .broughtIn: 0
        }
    }

    mutating func takeNumber(in state: State, occurred: Occurrence) { donation = state.donations.nextID() }
}

/// A donation as the facts are now.
public struct Donation: RegisteredConcept {
    public let id: DonationID
    public internal(set) var history: History<DonationReceived> = []
    /// Nil once it was voided.
    public private(set) var received: Recorded<DonationReceived>?

    init(id: DonationID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<DonationID, Donation>> { \.donations }
    static func id(of fact: DonationReceived) -> DonationID { fact.donation }

    static func change<Result>(at index: Int, in state: inout State, _ body: (inout Donation) -> Result) -> Result {
        let former = state.donations.values[index].flow
        defer { state.fundBalances.replace(former, by: state.donations.values[index].flow) }
        return body(&state.donations.values[index])
    }

    static func checkTotals(in state: State, since former: State) throws(Rejection) { try state.checkFunds(since: former) }

    static var isCompared: Bool { true }

    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        guard let receipt = received?.fact.receipt else { return nil }
        return [receipt]
    }

    static func warnings(of fact: Recorded<DonationReceived>, in state: State) -> [Warning] {
        state.notInOffice([fact.fact.member].compactMap(\.self), during: fact.occurred)
    }

    static func dependents(on subject: Subject, in state: State) -> [Donation] {
        guard let member = MemberID(subject) else { return [] }
        return state.donations.values.filter { $0.received?.fact.member == member }
    }

    func check(_ fact: Recorded<DonationReceived>, in state: State) throws(Rejection) {
        let event = fact.fact
        guard received == nil else { throw .idTaken(id.subject) }
        switch event.kind {
        case .money, .broughtIn:
            guard event.amount != nil else { throw .donation(.incomplete(id, field: "amount")) }
        case .goods:
            guard event.goods != nil else { throw .donation(.incomplete(id, field: "goods")) }
        }
        if let member = event.member {
            guard event.donor == nil else { throw .donation(.twoDonors(id)) }
            try state.requireKnown([member])
        }
    }

    mutating func apply(_ fact: Recorded<DonationReceived>) { received = fact }
}

extension DonationReceived: ConceptEvent {
    typealias Owner = Donation
}
