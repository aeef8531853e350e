/// What one donation or expense does to the fund of its purpose.
struct FundFlow {
    let purpose: String
    /// In fen; negative for what was spent.
    let amount: Int64
    /// Whether somebody said that more is spent than came in.
    var overdraws = false
}

/// What is left for each purpose, kept up with every entry: a command asks for one number, however many came before.
struct FundBalances: Sendable {
    private struct Total {
        let purpose: String
        /// Wide enough for any number of the largest amounts.
        var balance: Int128 = 0
        var overdraftCount = 0
    }

    private var totals = Registry<String, Total>()

    /// What is left for a purpose, in fen.
    ///
    /// - Parameter flow: left out of it.
    func balance(of purpose: String, without flow: FundFlow?) -> Int128 {
        let balance = totals[purpose]?.balance ?? 0
        return flow?.purpose == purpose ? balance - Int128(flow?.amount ?? 0) : balance
    }

    /// Purposes for which more was spent than came in, and nobody said so.
    var overspent: [String] { totals.values.filter { $0.balance < 0 && $0.overdraftCount == 0 }.map(\.purpose).sorted() }

    mutating func replace(_ before: FundFlow?, by after: FundFlow?) {
        if let before { add(before, -1) }
        if let after { add(after, 1) }
    }

    private mutating func add(_ flow: FundFlow, _ sign: Int) {
        let index = totals.indexForRecording(flow.purpose, adding: Total(purpose: flow.purpose))
        totals.values[index].balance += Int128(flow.amount) * Int128(sign)
        totals.values[index].overdraftCount += flow.overdraws ? sign : 0
    }
}

extension Donation {
    /// Nothing for goods, and for what has no purpose.
    var flow: FundFlow? {
        guard let received = received?.fact, received.kind != .goods, let purpose = received.purpose, let amount = received.amount
        else { return nil }
        return FundFlow(purpose: purpose, amount: amount)
    }
}

extension Expense {
    var flow: FundFlow? {
        spent.map { FundFlow(purpose: $0.fact.purpose, amount: -$0.fact.amount, overdraws: $0.fact.overdraws ?? false) }
    }
}
