// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

extension FundSpent {
    static let kinds: [EventKind] = [
        EventKind(FundSpent.self),
    ]

    static let commands: [CommandKind] = [
        CommandKind("fund.spend", records: FundSpent.self, numbered: "expense"),
    ]
}

/// `fund.spent`: Money that came in for a purpose is spent on it.
public struct FundSpent: Equatable, Sendable {
    /// The activity it was spent on.
    public var activity: ActivityID?
    /// In fen.
    public var amount: Int64
    /// Id of the expense.
    public var expense: ExpenseID
    /// Whether more is spent on purpose than was received.
    public var overdraws: Bool?
    /// Who was paid; sealed.
    public var payee: PersonalText?
    /// What the money came in for, in the words of the donations.
    public var purpose: String
    /// Number of the receipt.
    public var receipt: String?
}

extension FundSpent: Payload {
    public static let type: StaticString = "fund.spent"
    public static let version: Int64 = 1
    public static var isPersonal: Bool { true }

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.optional("activity")
        amount = try object.fen("amount")
        expense = try object.required("expense")
        overdraws = try object.optional("overdraws")
        payee = try object.optional("payee")
        purpose = try object.text("purpose")
        receipt = try object.optionalText("receipt")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("amount", amount)
        writer.field("expense", expense)
        writer.field("overdraws", overdraws)
        writer.field("payee", payee)
        writer.field("purpose", purpose)
        writer.field("receipt", receipt)
    }

    public var about: [Subject] { [expense.subject] + (activity.map { [$0.subject] } ?? []) }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        let owner = expense.subject
        if payee != nil { try body(&payee!, PersonalField(owner: owner, name: "payee")) }
    }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity")),
        CommandField("amount", .money, isRequired: true),
        CommandField("expense", .id("expense")),
        CommandField("overdraws", .flag),
        CommandField("payee", .personalText),
        CommandField("purpose", .text(characterMax: 4_000), isRequired: true),
        CommandField("receipt", .text(characterMax: 4_000)),
    ]
}
