internal import EventLog

/// What one donation or expense does to the fund of its purpose.
struct FundFlow {
    let purpose: String
    /// The day by which it has come in or gone out.
    let day: CalendarDate
    /// In fen; negative for what was spent.
    let amount: Int64
    /// Whether somebody said that more is spent than came in.
    var overdraws = false
}

/// What is left for each purpose at the end of each day, kept up with every entry: a command asks about the days from one on,
/// however much came in and went out before.
struct FundBalances: Sendable {
    private struct Total {
        let purpose: String
        /// Wide enough for any number of the largest amounts.
        var balance: Int128 = 0
        var overdraftCount = 0
        /// In the order of days: what came in less what went out.
        var days: ContiguousArray<(day: CalendarDate, change: Int128)> = []

        /// The first day that is not before another.
        func index(from day: CalendarDate) -> Int {
            var (low, high) = (0, days.count)
            while low < high {
                let middle = (low + high) / 2
                if days[middle].day < day { low = middle + 1 } else { high = middle }
            }
            return low
        }

        mutating func add(_ amount: Int128, on day: CalendarDate) {
            balance += amount
            let index = index(from: day)
            if index < days.count, days[index].day == day {
                days[index].change += amount
            } else {
                days.insert((day, amount), at: index)
            }
        }

        /// The first day at whose end less than nothing is left, and less than in another history of the same purpose.
        func firstShortfall(since former: Total?) -> CalendarDate? {
            var (now, before): (Int128, Int128) = (0, 0)
            var (rest, formerRest) = (days[...], former?.days[...] ?? [])
            while let day = [rest.first?.day, formerRest.first?.day].compactMap(\.self).min() {
                if rest.first?.day == day { now += rest.removeFirst().change }
                if formerRest.first?.day == day { before += formerRest.removeFirst().change }
                if now < 0, now < before { return day }
            }
            return nil
        }
    }

    private var totals = Registry<String, Total>()

    /// The least that is left for a purpose on a day or later, in fen: as much can be spent on that day.
    ///
    /// - Parameter flow: left out of it.
    func leastBalance(of purpose: String, from day: CalendarDate, without flow: FundFlow?) -> Int128 {
        guard var total = totals[purpose] else { return 0 }
        if let flow, flow.purpose == purpose { total.add(-Int128(flow.amount), on: flow.day) }
        var balance = total.balance
        var least = balance
        for change in total.days.reversed().prefix(while: { $0.day > day }) {
            balance -= change.change
            least = min(least, balance)
        }
        return least
    }

    /// For each purpose, the first day at whose end more had been spent than had come in, and more than before a change;
    /// where somebody said so, it is meant.
    func shortfalls(since former: FundBalances) -> [(purpose: String, day: CalendarDate)] {
        totals.values.filter { $0.overdraftCount == 0 }
            .compactMap { total in total.firstShortfall(since: former.totals[total.purpose]).map { (total.purpose, $0) } }
            .sorted { $0.purpose < $1.purpose }
    }

    mutating func replace(_ before: FundFlow?, by after: FundFlow?) {
        if let before { add(before, -1) }
        if let after { add(after, 1) }
    }

    private mutating func add(_ flow: FundFlow, _ sign: Int) {
        let index = totals.indexForRecording(flow.purpose, adding: Total(purpose: flow.purpose))
        totals.values[index].add(Int128(flow.amount) * Int128(sign), on: flow.day)
        totals.values[index].overdraftCount += flow.overdraws ? sign : 0
    }
}

extension Donation {
    /// Nothing for goods, and for what has no purpose.
    var flow: FundFlow? {
        guard let received, received.fact.kind != .goods, let purpose = received.fact.purpose, let amount = received.fact.amount
        else { return nil }
        return FundFlow(purpose: purpose, day: received.occurred.last, amount: amount)
    }
}

extension Expense {
    var flow: FundFlow? {
        spent.map {
            FundFlow(
                purpose: $0.fact.purpose, day: $0.occurred.last, amount: -$0.fact.amount, overdraws: $0.fact.overdraws ?? false)
        }
    }
}
