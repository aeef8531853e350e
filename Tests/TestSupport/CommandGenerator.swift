internal import Foundation

/// Commands of every sort, over few ids, so that they meet.
public struct CommandGenerator {
    private var random: Generator
    /// The year goes by, so that many commands are later than what they follow.
    private var commandCount = 0

    public init(seed: UInt64) { random = Generator(seed: seed) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    mutating func one(of texts: String...) -> String { texts[number(0...texts.count - 1)] }
    mutating func member() -> String { "M\(number(1...6))" }
    mutating func proposal() -> String { #""proposal":"P\#(number(1...12))""# }
    mutating func suggestion() -> String { #""suggestion":"S\#(number(1...8))""# }
    private mutating func attendance() -> String { #""activity":"A\#(number(1...6))","member":"\#(member())""# }
    mutating func day() -> String { "2019-0\(number(1...9))-\(number(10...28))" }
    private mutating func rating() -> String { one(of: "satisfied", "basically-satisfied", "not-satisfied") }
    mutating func unit() -> String { #""unit":"\#(one(of: "局", "站", "所"))""# }

    /// - Parameter last: the last position there is.
    public mutating func next(last: Int64) -> String {
        commandCount += 1
        let occurred = number(0...3) == 0 ? day() : today()
        return #"{"command":\#(body(last)),"occurred":"\#(occurred)","reason":"试"}"#
    }

    /// From January to September, in 2,500 commands.
    private func today() -> String {
        let days = min(commandCount / 10, 250)
        return "2019-0\(1 + days / 28)-\(String(format: "%02d", 1 + days % 28))"
    }

    /// A day of the activities: near today more often than not.
    private mutating func meetingDay() -> String { number(0...1) == 0 ? today() : day() }

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
        case 0, 1: #""activity.schedule","activity":"A\#(number(1...6))","kind":"study","title":"学习","on":"\#(meetingDay())""#
        case 2 where number(0...1) == 0: #""activity.reschedule","activity":"A\#(number(1...6))","on":"\#(meetingDay())""#
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
        if number(0...2) == 0 { return #""fact.correct","corrects":\#(position),"when":"\#(day())""# }
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
