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

    /// Those made for an activity.
    static func dependents(on subject: Subject, in state: State) -> [Expense] {
        guard let activity = ActivityID(subject) else { return [] }
        return state.expenses.values.filter { $0.spent?.fact.activity == activity }
    }

    func check(dependingOn subject: Subject, in state: State) throws(Rejection) {
        guard let spent, let activity = ActivityID(subject) else { return }
        try requireUnbroken(spent.position) { () throws(Rejection) in try state.requireScheduled(activity) }
    }

    static func checkTotals(in state: State, since former: State) throws(Rejection) { try state.checkFunds(since: former) }

    func check(_ fact: Recorded<FundSpent>, in state: State) throws(Rejection) {
        let event = fact.fact
        guard spent == nil else { throw .idTaken(id.subject) }
        if let activity = event.activity { try state.requireScheduled(activity) }
    }

    /// Nothing is spent before it came in: as much as is left on that day, and on every later one.
    func checkDays(_ fact: Recorded<FundSpent>, in state: State) throws(Rejection) {
        let event = fact.fact
        let left = state.fundBalances.leastBalance(
            of: event.purpose, from: fact.occurred.last, without: state.expenses[id]?.flow)
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
    /// Whether what was spent had come in by then, at the end of every day on which that was so before.
    ///
    /// - Throws: `CorrectionRejection.wouldBreak`, with the last expense until the first such day, for each purpose.
    func checkFunds(since former: State) throws(Rejection) {
        let broken = fundBalances.shortfalls(since: former.fundBalances).compactMap { purpose, day in
            expenses.values.last { $0.flow.map { $0.purpose == purpose && $0.day <= day } ?? false }
        }
        guard !broken.isEmpty else { return }
        throw .correction(
            .wouldBreak(
                broken.compactMap { expense in
                    guard let spent = expense.spent, let flow = expense.flow else { return nil }
                    let left = fundBalances.leastBalance(of: flow.purpose, from: flow.day, without: flow)
                    return .init(
                        spent.position, because: .fund(.overspent(flow.purpose, left: Int64(clamping: left), expense: expense.id)))
                }))
    }

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
