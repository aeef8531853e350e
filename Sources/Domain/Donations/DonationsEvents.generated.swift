// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

extension DonationReceived {
    static let kinds: [EventKind] = [
        EventKind(past: DonationReceivedV1.self),
        EventKind(DonationReceived.self),
    ]

    static let commands: [CommandKind] = [
        CommandKind("donation.receive", records: DonationReceived.self, numbered: "donation"),
    ]
}

/// `donation.received`, version 1: Money or goods given, or money and projects brought in.
public struct DonationReceivedV1: Equatable, Sendable {
    /// In fen, 1 or more; required for money and brought-in.
    public var amount: Int64?
    /// Who gets it; sealed.
    public var beneficiary: PersonalText?
    /// Whether the donor agreed to be named in public.
    public var consent: Bool?
    /// Id of the donation.
    public var donation: DonationID
    /// A donor who is no member; sealed. With neither member nor donor, it was given anonymously.
    public var donor: PersonalText?
    /// What was given; required for goods.
    public var goods: String?
    /// Who took it in.
    public var handler: String?
    /// Money given, goods given, or money brought in from elsewhere.
    public var kind: DonationReceived.Kind
    /// Id of the member who gives; not together with a donor.
    public var member: MemberID?
    /// What it is for.
    public var purpose: String?
    /// Number of the receipt.
    public var receipt: String?
    /// In fen, 1 or more, where it is known.
    public var value: Int64?
}

extension DonationReceivedV1 {
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        amount = try object.optionalFen("amount")
        beneficiary = try object.optional("beneficiary")
        consent = try object.optional("consent")
        donation = try object.required("donation")
        donor = try object.optional("donor")
        goods = try object.optionalText("goods")
        handler = try object.optionalText("handler")
        kind = try object.required("kind")
        member = try object.optional("member")
        purpose = try object.optionalText("purpose")
        receipt = try object.optionalText("receipt")
        value = try object.optionalFen("value")
    }
}

/// `donation.received`: Money or goods given, or money and projects brought in.
public struct DonationReceived: Equatable, Sendable {
    public enum Kind: String, StoredWord {
        case money
        case goods
        case broughtIn = "brought-in"
    }

    /// In fen, 1 or more; required for money and brought-in.
    public var amount: Int64?
    /// Who gets it; sealed.
    public var beneficiary: PersonalText?
    /// Whether the donor agreed to be named in public.
    public var consent: Bool?
    /// Id of the donation.
    public var donation: DonationID
    /// A donor who is not a member; sealed. With neither member nor donor, it was given anonymously.
    public var donor: PersonalText?
    /// What was given; required for goods.
    public var goods: String?
    /// Who took it in; sealed.
    public var handler: PersonalText?
    /// Money given, goods given, or money brought in from elsewhere.
    public var kind: Kind
    /// Id of the member who gives; not together with a donor.
    public var member: MemberID?
    /// What it is for.
    public var purpose: String?
    /// Number of the receipt.
    public var receipt: String?
    /// In fen, 1 or more, where it is known.
    public var value: Int64?
}

extension DonationReceived: Payload {
    public static let type: StaticString = "donation.received"
    public static let version: Int64 = 2
    public static var isPersonal: Bool { true }

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        amount = try object.optionalFen("amount")
        beneficiary = try object.optional("beneficiary")
        consent = try object.optional("consent")
        donation = try object.required("donation")
        donor = try object.optional("donor")
        goods = try object.optionalText("goods")
        handler = try object.optional("handler")
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

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        let owner = donation.subject
        if beneficiary != nil { try body(&beneficiary!, PersonalField(owner: owner, name: "beneficiary")) }
        if donor != nil { try body(&donor!, PersonalField(owner: owner, name: "donor")) }
        if handler != nil { try body(&handler!, PersonalField(owner: owner, name: "handler")) }
    }

    public static let commandFields: [CommandField] = [
        CommandField("amount", .money),
        CommandField("beneficiary", .personalText),
        CommandField("consent", .flag),
        CommandField("donation", .id("donation")),
        CommandField("donor", .personalText),
        CommandField("goods", .text(characterMax: 4_000)),
        CommandField("handler", .personalText),
        CommandField("kind", .words(["money", "goods", "brought-in"]), isRequired: true),
        CommandField("member", .id("member")),
        CommandField("purpose", .text(characterMax: 4_000)),
        CommandField("receipt", .text(characterMax: 4_000)),
        CommandField("value", .money),
    ]
}
