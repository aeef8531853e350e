import Bookkeeping
import Domain
import EventLog
import Testing
import TestSupport

/// Long random histories of valid and invalid commands. Whatever is refused or recorded, some things never are otherwise.
@Suite("Generated histories")
struct GeneratedHistoryTests {
    private static let commandCount = 2_500

    /// Twelve histories, 30,000 commands. The seed that fails is the argument.
    @Test(arguments: 1...12)
    func nothingBreaks(seed: UInt64) throws {
        var commands = CommandGenerator(seed: seed)
        let bench = Bench()
        let book = try bench.makeBook()
        for index in 1...6 {
            let end = index == 6 ? #","until":"2019-06-30""# : ""
            try bench.execute(#"{"command":"member.join","member":"M\#(index)","name":"委员","from":"2019-01-01"\#(end)}"#, in: book)
        }
        var recorded = 0
        for _ in 0..<(Self.commandCount / 50) {
            let group = try (0..<50).map { _ in try bench.command(commands.next(last: book.lastPosition().value)) }
            recorded += try book.execute(group).count(where: \.isDone)
            try check(book.state())
        }
        // Random commands that nearly all fail, or nearly none, would show nothing.
        #expect((Self.commandCount / 10...Self.commandCount * 9 / 10).contains(recorded), "\(recorded)")
        let live = summary(try book.state())
        try book.close()
        #expect(summary(try bench.openBook().state()) == live)
    }

    private func check(_ state: State) throws {
        for proposal in state.proposals.values {
            guard let filed = proposal.filed else {
                #expect([.draft, .withdrawn].contains(proposal.stage) && proposal.handedOver == nil && proposal.answers.isEmpty)
                continue
            }
            #expect(filed.fact.body != nil || !filed.fact.signers.isEmpty)
            for signer in filed.fact.signers {
                #expect(state.members[signer]?.isInOffice(during: filed.occurred) == true, "\(proposal.id) by \(signer)")
            }
            #expect(Set(proposal.signers).count == proposal.signers.count)
            for answer in proposal.answers {
                #expect(proposal.handedOver.map { $0.position < answer.position } == true, "\(proposal.id) answered before hand-over")
            }
            #expect(proposal.ratings.isEmpty || !proposal.answers.isEmpty)
            #expect([.answered, .closed].contains(proposal.stage) == (proposal.rounds.last?.isAnswered ?? false))
        }
        let numbers = state.proposals.values.compactMap(\.number)
        #expect(Set(numbers).count == numbers.count)
        for activity in state.activities.values {
            var present: Set<MemberID> = []
            for slot in activity.attendance.history {
                guard case .checkedIn(let event)? = slot.standing?.fact else { continue }
                #expect(present.insert(event.member).inserted, "\(event.member) twice at \(activity.id)")
            }
            #expect(!activity.isCancelled || present.isEmpty)
        }
        checkDays(state)
        for suggestion in state.suggestions.values {
            #expect(suggestion.answered == nil || suggestion.handedOver != nil)
            #expect(suggestion.ratings.isEmpty || suggestion.answered != nil)
        }
        for member in state.members.values {
            if let other = member.mergedInto { #expect(state.members[other]?.mergedInto == nil) }
        }
    }

    /// Nothing is spent before it came in, and no step is dated before one that it follows.
    private func checkDays(_ state: State) {
        let overdrawn = Set(state.funds(asOf: .distantFuture).filter(\.isOverdrawn).map(\.purpose))
        var days = Set(state.donations.values.compactMap { $0.received?.occurred.last })
        days.formUnion(state.expenses.values.compactMap { $0.spent?.occurred.last })
        for day in days {
            for fund in state.funds(asOf: day) where !overdrawn.contains(fund.purpose) {
                #expect(fund.balance >= 0, "\(fund.purpose) on \(day)")
            }
        }
        func inOrder(_ steps: [Occurrence?], _ subject: Subject) {
            let steps = steps.compactMap(\.self)
            for (earlier, later) in zip(steps, steps.dropFirst()) {
                #expect(earlier.first <= later.last, "\(subject): \(earlier.interval), then \(later.interval)")
            }
        }
        for proposal in state.proposals.values {
            let steps = [proposal.filed?.occurred, proposal.accepted?.occurred, proposal.handedOver?.occurred]
            inOrder(steps, proposal.id.subject)
            inOrder([proposal.draft?.occurred, proposal.filed?.occurred, proposal.declined?.occurred], proposal.id.subject)
            inOrder([proposal.handedOver?.occurred] + proposal.rounds.map(\.since), proposal.id.subject)
            for round in proposal.rounds {
                for unit in round.units {
                    inOrder([round.since, unit.since, unit.signedFor?.occurred, unit.answer?.occurred], proposal.id.subject)
                }
                for rating in round.ratings where !round.isSeparate {
                    inOrder([round.answered?.occurred, rating.occurred], proposal.id.subject)
                }
            }
            inOrder([proposal.rounds.last?.answered?.occurred, proposal.closed?.occurred], proposal.id.subject)
            for pause in proposal.pauses { inOrder([pause.began.occurred, pause.ended?.occurred], proposal.id.subject) }
        }
        for suggestion in state.suggestions.values {
            let steps = [suggestion.submitted?.occurred, suggestion.handedOver?.occurred, suggestion.answered?.occurred]
            for rating in suggestion.ratings { inOrder(steps + [rating.occurred], suggestion.id.subject) }
            inOrder(steps, suggestion.id.subject)
        }
        for activity in state.activities.values {
            guard let date = activity.date else { continue }
            for slot in activity.attendance.history {
                guard let fact = slot.standing, case .checkedIn = fact.fact else { continue }
                #expect(fact.occurred.last >= date.first.adding(days: -1), "\(activity.id), \(date.interval): checked in on \(fact.occurred.interval)")
            }
        }
    }

    /// What a state comes to, as text.
    private func summary(_ state: State) -> [String] {
        let proposals = state.proposals.values.map { proposal in
            "\(proposal.id) \(proposal.stage) \(proposal.number ?? "") \(proposal.signers) \(proposal.rounds.count) \(proposal.answers.count) "
                + "\(proposal.ratings.count) \(proposal.marks.count) \(proposal.commitments.count) \(proposal.evidence)"
        }
        let suggestions = state.suggestions.values.map { "\($0.id) \($0.stage) \($0.title ?? "") \($0.evidence)" }
        let activities = state.activities.values.map { activity in
            let marks = activity.attendance.marks.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            return "\(activity.id) \(activity.isHeld) \(activity.isCancelled) \(marks)"
        }
        let funds = state.funds(asOf: .distantFuture).map { "\($0.purpose) \($0.received) \($0.spent)" }
        let members = state.members.values.map { "\($0.id) \($0.terms) \($0.mergedInto.map { "\($0)" } ?? "")" }
        let deadlines = state.deadlines(asOf: .distantFuture).map { "\($0.subject) \($0.step) \($0.due.map { "\($0)" } ?? "") \($0.evidence)" }
        return proposals + suggestions + activities + funds + members + deadlines + ["\(state.position)"]
    }
}
