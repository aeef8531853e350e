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
        for fund in state.funds(asOf: .distantFuture) {
            #expect(fund.balance >= 0 || fund.isOverdrawn, "\(fund.purpose)")
        }
        for suggestion in state.suggestions.values {
            #expect(suggestion.answered == nil || suggestion.handedOver != nil)
            #expect(suggestion.ratings.isEmpty || suggestion.answered != nil)
        }
        for member in state.members.values {
            if let other = member.mergedInto { #expect(state.members[other]?.mergedInto == nil) }
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

/// Commands of every sort, over few ids, so that they meet.
private struct CommandGenerator {
    private var random: Generator

    init(seed: UInt64) { random = Generator(seed: seed) }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func one(of texts: String...) -> String { texts[number(0...texts.count - 1)] }
    private mutating func member() -> String { "M\(number(1...6))" }
    private mutating func proposal() -> String { #""proposal":"P\#(number(1...12))""# }
    private mutating func suggestion() -> String { #""suggestion":"S\#(number(1...8))""# }
    private mutating func attendance() -> String { #""activity":"A\#(number(1...6))","member":"\#(member())""# }
    private mutating func day() -> String { "2019-0\(number(1...9))-\(number(10...28))" }
    private mutating func rating() -> String { one(of: "satisfied", "basically-satisfied", "not-satisfied") }
    private mutating func unit() -> String { #""unit":"\#(one(of: "局", "站", "所"))""# }

    /// - Parameter last: the last position there is.
    mutating func next(last: Int64) -> String {
        #"{"command":\#(body(last)),"occurred":"\#(day())","reason":"试"}"#
    }

    private mutating func body(_ last: Int64) -> String {
        switch number(0...9) {
        case 0, 1, 2, 3: proposalStep()
        case 4: suggestionStep()
        case 5, 6: attendanceStep()
        case 7: moneyStep()
        case 8: correction(last)
        default: memberStep()
        }
    }

    private mutating func proposalStep() -> String {
        switch number(0...20) {
        case 0: #""proposal.draft",\#(proposal()),"title":"稿","signers":["\#(member())"]"#
        case 1, 2: #""proposal.file",\#(proposal()),"title":"案","kind":"\#(one(of: "individual", "joint"))","signers":["\#(member())","\#(member())"]"#
        case 3: #""proposal.file",\#(proposal()),"title":"案","kind":"individual","signers":["\#(member())"]"#
        case 4: #""proposal.co-sign",\#(proposal()),"member":"\#(member())""#
        case 5: #""proposal.withdraw",\#(proposal())"#
        case 6, 7: #""proposal.accept",\#(proposal())"#
        case 8: #""proposal.decline",\#(proposal()),"code":"other""#
        case 9: #""proposal.merge",\#(proposal()),"into":"P\#(number(1...12))""#
        case 10: #""proposal.split",\#(proposal()),"into":["P\#(number(1...12))","P\#(number(1...12))"]"#
        case 11, 12: #""proposal.hand-over",\#(proposal()),"lead":"局","joint":["站"],"separate":\#(one(of: "true", "false"))"#
        case 13: #""proposal.return",\#(proposal()),\#(unit())"#
        case 14: #""proposal.reassign",\#(proposal()),\#(unit()),"to":"\#(one(of: "局", "站", "所"))""#
        case 15, 16: #""proposal.answer",\#(proposal()),\#(unit())"#
        case 17: #""proposal.rate",\#(proposal()),"member":"\#(member())","handling":"\#(rating())","result":"\#(rating())""#
        case 18: #""proposal.send-back",\#(proposal())"#
        case 19: #""proposal.pause",\#(proposal())"#
        default: one(of: #""proposal.close","#, #""proposal.resume","#) + proposal()
        }
    }

    private mutating func suggestionStep() -> String {
        switch number(0...5) {
        case 0: #""suggestion.submit",\#(suggestion()),"title":"建议","kind":"suggestion","members":["\#(member())"],\#(proposal())"#
        case 1: #""suggestion.submit",\#(suggestion()),"title":"建议","kind":"suggestion","members":["\#(member())"]"#
        case 2: #""suggestion.edit",\#(suggestion()),"title":"建议\#(number(1...9))""#
        case 3: #""suggestion.hand-over",\#(suggestion()),"to":"局""#
        case 4: #""suggestion.answer",\#(suggestion()),"unit":"局""#
        default: #""suggestion.rate",\#(suggestion()),"member":"\#(member())","handling":"\#(rating())","result":"\#(rating())""#
        }
    }

    private mutating func attendanceStep() -> String {
        switch number(0...11) {
        case 0, 1: #""activity.schedule","activity":"A\#(number(1...6))","kind":"study","title":"学习","on":"\#(day())""#
        case 2: #""activity.cancel","activity":"A\#(number(1...6))""#
        case 3: #""activity.close","activity":"A\#(number(1...6))""#
        case 4, 5, 6: #""attendance.check-in",\#(attendance())"#
        case 7: #""attendance.mark-absent",\#(attendance())"#
        case 8: #""attendance.excuse",\#(attendance()),"duty":"开会""#
        case 9: #""attendance.leave-early",\#(attendance())"#
        default: one(of: #""attendance.ask-leave","#, #""attendance.grant-leave","#, #""attendance.refuse-leave","#, #""attendance.register","#) + attendance()
        }
    }

    private mutating func moneyStep() -> String {
        let purpose = one(of: "送戏", "助学")
        switch number(0...3) {
        case 0, 1: return #""donation.receive","kind":"money","amount":\#(number(1...500)),"purpose":"\#(purpose)""#
        case 2: return #""fund.spend","purpose":"\#(purpose)","amount":\#(number(1...900))"#
        default: return #""fund.spend","purpose":"\#(purpose)","amount":\#(number(1...300))"# + (number(0...9) == 0 ? #","overdraws":true"# : "")
        }
    }

    private mutating func correction(_ last: Int64) -> String {
        let position = number(1...Int(max(1, last)))
        return number(0...2) == 0
            ? #""fact.correct","corrects":\#(position),"set":{"title":"改\#(number(1...9))"}"#
            : #""fact.void","corrects":\#(position)"#
    }

    private mutating func memberStep() -> String {
        switch number(0...3) {
        case 0: #""member.leave","member":"\#(member())","on":"\#(day())""#
        case 1: #""member.begin-term","member":"\#(member())","from":"\#(day())""#
        case 2: #""rules.adopt","rules":"r\#(number(1...2))","title":"规则","numbering":"{year}-{serial}","limits":[{"step":"answer","days":\#(number(1...90))}]"#
        default: number(0...15) == 0 ? #""member.merge","member":"\#(member())","into":"\#(member())""# : #""visit.record","members":["\#(member())"]"#
        }
    }
}
