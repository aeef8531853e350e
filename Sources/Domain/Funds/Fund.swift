internal import CanonicalJSON
public import EventLog

public enum ExpenseKind: IdentifierKind {
    public static let name: StaticString = "expense"
    public static let prefix: StaticString = "E"
}

public typealias ExpenseID = Identifier<ExpenseKind>

/// An expense as the facts are now.
public struct Expense: RegisteredConcept {
    public let id: ExpenseID
    public internal(set) var history: History<FundSpent> = []
    /// Nil once it was voided.
    public private(set) var spent: Recorded<FundSpent>?

    init(id: ExpenseID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<ExpenseID, Expense>> { \.expenses }
    static func id(of fact: FundSpent) -> ExpenseID { fact.expense }

    static func change<Result>(at index: Int, in state: inout State, _ body: (inout Expense) -> Result) -> Result {
        let former = state.expenses.values[index].flow
        defer { state.fundBalances.replace(former, by: state.expenses.values[index].flow) }
        return body(&state.expenses.values[index])
    }

    static var isCompared: Bool { true }

    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        guard let receipt = spent?.fact.receipt else { return nil }
        return [receipt]
    }

    /// Those made for an activity; or, as what was spent on a purpose depends on what came in for it, the last one for
    /// each purpose that is overspent.
    static func dependents(on subject: Subject, in state: State) -> [Expense] {
        if let activity = ActivityID(subject) {
            return state.expenses.values.filter { $0.spent?.fact.activity == activity }
        }
        guard DonationID(subject) != nil else { return [] }
        return state.fundBalances.overspent.compactMap { purpose in
            state.expenses.values.last { $0.spent?.fact.purpose == purpose }
        }
    }

    func check(dependingOn subject: Subject, in state: State) throws(Rejection) {
        guard let spent else { return }
        try requireUnbroken(spent.position) { () throws(Rejection) in
            if let activity = ActivityID(subject) { return try state.requireScheduled(activity) }
            let purpose = spent.fact.purpose
            let left = state.fundBalances.balance(of: purpose, without: flow)
            throw .fund(.overspent(purpose, left: Int64(clamping: left), expense: id))
        }
    }

    func check(_ fact: Recorded<FundSpent>, in state: State) throws(Rejection) {
        let event = fact.fact
        guard spent == nil else { throw .idTaken(id.subject) }
        if let activity = event.activity { try state.requireScheduled(activity) }
        let left = state.fundBalances.balance(of: event.purpose, without: state.expenses[id]?.flow)
        guard event.overdraws ?? false || event.amount <= left else {
            throw .fund(.overspent(event.purpose, left: Int64(clamping: left), expense: id))
        }
    }

    mutating func apply(_ fact: Recorded<FundSpent>) { spent = fact }
}

/// What came in for a purpose, and what was spent on it. Fen.
public struct Fund: Sendable {
    public let purpose: String
    public internal(set) var received: Int64 = 0
    public internal(set) var spent: Int64 = 0
    /// Whether somebody said that more is spent than came in.
    public internal(set) var isOverdrawn = false
    /// Every entry it rests on.
    public internal(set) var evidence: [Position] = []

    public var balance: Int64 { received - spent }
}

extension State {
    /// Money given and brought in, by its purpose, and what was spent of it; in the order in which purposes came up.
    public func funds(asOf day: CalendarDate) -> [Fund] {
        var funds: [Fund] = []
        func change(_ purpose: String, _ body: (inout Fund) -> Void) {
            let index = funds.firstIndex { $0.purpose == purpose } ?? funds.endIndex
            if index == funds.endIndex { funds.append(Fund(purpose: purpose)) }
            body(&funds[index])
        }
        for donation in donations.values {
            guard let received = donation.received, received.occurred.last <= day,
                let purpose = received.fact.purpose, let amount = received.fact.amount, received.fact.kind != .goods
            else { continue }
            change(purpose) {
                $0.received = $0.received.addingClamped(amount)
                $0.evidence += donation.evidence
            }
        }
        for other in expenses.values {
            guard let spent = other.spent, spent.occurred.last <= day else { continue }
            change(spent.fact.purpose) {
                $0.spent = $0.spent.addingClamped(spent.fact.amount)
                $0.isOverdrawn = $0.isOverdrawn || spent.fact.overdraws ?? false
                $0.evidence += other.evidence
            }
        }
        return funds
    }
}

extension FundSpent: ConceptEvent {
    typealias Owner = Expense
}

extension FundSpent: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { expense = state.expenses.nextID() }
}
