// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

public enum DonationKind: IdentifierKind {
    public static let name: StaticString = "donation"
    public static let prefix: StaticString = "D"
}

public typealias DonationID = Identifier<DonationKind>

/// `donation.received`: money or goods given, or money and projects brought in.
public struct DonationReceived: Payload {
    public enum Kind: String, StoredWord {
        case money, goods
        case broughtIn = "brought-in"
    }

    public static let type: StaticString = "donation.received"
    public static let version: Int64 = 2
    public static var isPersonal: Bool { true }

    /// In fen.
    public var amount: Int64?
    public var beneficiary: PersonalText?
    /// Whether the donor agreed to be named in public.
    public var consent: Bool?
    public var donation: DonationID
    /// A donor who is no member; with no member either, the donor is anonymous.
    public var donor: PersonalText?
    public var goods: String?
    /// Who took it in.
    public var handler: PersonalText?
    public var kind: Kind
    public var member: MemberID?
    public var purpose: String?
    public var receipt: String?
    /// What the goods are worth, in fen, where it is known.
    public var value: Int64?

    public init(from object: inout ObjectReader) throws(JSONError) {
        try self.init(from: &object) { (object: inout ObjectReader) throws(JSONError) in try object.optional("handler") }
    }

    /// - Parameter readHandler: the one field whose form is not that of the first version.
    fileprivate init(
        from object: inout ObjectReader, readHandler: (inout ObjectReader) throws(JSONError) -> PersonalText?
    ) throws(JSONError) {
        amount = try object.optionalFen("amount")
        beneficiary = try object.optional("beneficiary")
        consent = try object.optional("consent")
        donation = try object.required("donation")
        donor = try object.optional("donor")
        goods = try object.optionalText("goods")
        handler = try readHandler(&object)
        kind = try object.required("kind")
        member = try object.optional("member")
        purpose = try object.optionalText("purpose")
        receipt = try object.optionalText("receipt")
        value = try object.optionalFen("value")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("amount", amount)
        writer.field("beneficiary", beneficiary)
        writer.field("consent", consent)
        writer.field("donation", donation)
        writer.field("donor", donor)
        writer.field("goods", goods)
        writer.field("handler", handler)
        writer.field("kind", kind)
        writer.field("member", member)
        writer.field("purpose", purpose)
        writer.field("receipt", receipt)
        writer.field("value", value)
    }

    public var about: [Subject] { [donation.subject] + (member.map { [$0.subject] } ?? []) }

    /// Fen that count towards an average: what was given, goods at their stated value. What was brought in is no gift.
    public var worth: Int64 {
        switch kind {
        case .money: amount ?? 0
        case .goods: value ?? 0
        case .broughtIn: 0
        }
    }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        let owner = donation.subject
        if beneficiary != nil { try body(&beneficiary!, PersonalField(owner: owner, name: "beneficiary")) }
        if donor != nil { try body(&donor!, PersonalField(owner: owner, name: "donor")) }
        if handler != nil { try body(&handler!, PersonalField(owner: owner, name: "handler")) }
    }
}

/// Who took it in was in the open.
enum DonationReceivedV1: PastPayload {
    static let version: Int64 = 1

    static func read(from object: inout ObjectReader) throws(JSONError) -> DonationReceived {
        try DonationReceived(from: &object) { (object: inout ObjectReader) throws(JSONError) in try object.openText("handler") }
    }
}

/// A donation as the facts stand.
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
            guard state.members[member] != nil else { throw .unknown(member.subject) }
        }
    }

    mutating func apply(_ fact: Recorded<DonationReceived>) { received = fact }
}

extension DonationReceived: ConceptEvent {
    typealias Owner = Donation

    static let kinds = [EventKind(DonationReceived.self), EventKind(past: DonationReceivedV1.self)]

    static let commands = [
        CommandKind(
            "donation.receive", records: DonationReceived.self, numbered: .field(DonationKind.self) { $0.donations })
    ]
}
