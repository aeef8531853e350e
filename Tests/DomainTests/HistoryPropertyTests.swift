import Domain
import DomainTestSupport
import EventLog
import TestSupport
import Testing

/// What holds after every history, whatever was recorded, corrected and voided in it. A failing seed names itself.
@Suite("Properties of histories")
struct HistoryPropertyTests {
    private struct Maker {
        var random: Generator

        init(_ seed: UInt64) { random = Generator(seed: seed) }

        mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        mutating func one<Value>(_ values: [Value]) -> Value { values[number(0...(values.count - 1))] }
        mutating func day() -> String { "2019-\(one(["01", "03", "06", "09", "12"]))-\(one(["01", "15", "28"]))" }
    }

    /// A correction or a voiding of one of the entries so far.
    private static func correction(_ maker: inout Maker, _ given: Given, _ set: String) -> String {
        let position = maker.number(2...Int(max(2, given.state.position.value)))
        return maker.number(0...1) == 0
            ? #"{"command":"fact.void","corrects":\#(position),"reason":"x"}"#
            : #"{"command":"fact.correct","corrects":\#(position),"set":\#(set),"reason":"x"}"#
    }

    /// Records what is accepted, and gives how much that was.
    private func run(_ count: Int, _ given: inout Given, _ next: (Given) -> String, after: (Given) throws -> Void) throws -> Int {
        var accepted = 0
        for _ in 0..<count {
            let command = next(given)
            guard given.when(command).isAccepted else { continue }
            try given.record(command)
            accepted += 1
            try after(given)
        }
        return accepted
    }

    // MARK: - Funds

    /// What is left for each purpose, added up anew from the facts that stand; nobody spends a fen more.
    @Test(arguments: 0..<20) func whatIsLeftIsWhatCameInWithoutWhatWasSpent(seed: UInt64) throws {
        var maker = Maker(seed)
        var given = try Given()
        let purposes = ["送戏", "慰问"]
        let accepted = try run(60, &given) { given in
            let (purpose, fen) = (maker.one(purposes), maker.number(1...500))
            switch maker.number(0...5) {
            case 0, 1:
                return
                    #"{"command":"donation.receive","kind":"\#(maker.one(["money", "brought-in"]))","amount":\#(fen),"purpose":"\#(purpose)"}"#
            case 2: return #"{"command":"donation.receive","kind":"goods","goods":"米","value":\#(fen),"purpose":"\#(purpose)"}"#
            case 3: return #"{"command":"fund.spend","purpose":"\#(purpose)","amount":\#(fen)}"#
            default: return Self.correction(&maker, given, maker.one([#"{"amount":\#(fen)}"#, #"{"purpose":"\#(purpose)"}"#]))
            }
        } after: { given in
            for purpose in purposes {
                let received = given.state.donations.values.compactMap(\.received?.fact).filter {
                    $0.purpose == purpose && $0.kind != .goods
                }
                let spent = given.state.expenses.values.compactMap(\.spent?.fact).filter { $0.purpose == purpose }
                let left = received.reduce(0) { $0 + ($1.amount ?? 0) } - spent.reduce(0) { $0 + $1.amount }
                func spend(_ fen: Int64) -> DecidedCommand { given.when(#"{"command":"fund.spend","purpose":"\#(purpose)","amount":\#(fen)}"#) }
                #expect(left >= 0, "seed \(seed)")
                if left > 0 { spend(left).thenAccepted() }
                guard case .fund(.overspent(purpose, left: left, expense: _))? = spend(left + 1).rejection else {
                    Issue.record("seed \(seed): \(left) left for \(purpose): \(spend(left + 1).outcome)")
                    return
                }
                let fund = given.state.funds(asOf: .distantFuture).first { $0.purpose == purpose }
                #expect((fund?.balance ?? 0) == left, "seed \(seed)")
            }
        }
        #expect(accepted > 15, "seed \(seed)")
    }

    // MARK: - Terms

    /// Terms follow each other without overlap; whoever holds something holds it in office.
    @Test(arguments: 0..<20) func termsDoNotOverlap(seed: UInt64) throws {
        var maker = Maker(seed)
        var given = try Given(#"{"command":"member.join","member":"M1","name":"甲","from":"2019-03-01","until":"2019-06-15"}"#)
        let accepted = try run(80, &given) { given in
            let (from, until) = (maker.day(), maker.day())
            switch maker.number(0...5) {
            case 0: return #"{"command":"member.begin-term","member":"M1","from":"\#(from)","until":"\#(until)"}"#
            case 1: return #"{"command":"member.begin-term","member":"M1","from":"\#(from)"}"#
            case 2: return #"{"command":"member.leave","member":"M1","on":"\#(from)"}"#
            case 3:
                return
                    #"{"command":"member.assign","member":"M1","to":{"kind":"group","name":"\#(maker.one(["一组", "二组"]))"},"from":"\#(from)"}"#
            case 4: return #"{"command":"member.release","member":"M1","of":{"kind":"group","name":"一组"},"on":"\#(from)"}"#
            default:
                return Self.correction(
                    &maker, given, maker.one([#"{"from":"\#(from)"}"#, #"{"until":"\#(until)"}"#, #"{"on":"\#(from)"}"#]))
            }
        } after: { given in
            let member = try #require(given.state.members[id("M1")])
            for (one, next) in zip(member.terms, member.terms.dropFirst()) {
                let end = try #require(one.until, "seed \(seed)")
                #expect(end < next.from, "seed \(seed): \(member.terms)")
            }
            for term in member.terms {
                #expect(term.until.map { term.from <= $0 } ?? true, "seed \(seed)")
                #expect(member.isInOffice(on: term.from) && !member.terms.contains { $0.contains(term.from) && $0 != term }, "seed \(seed)")
            }
            for held in member.affiliations {
                let isInOffice = member.isInOffice(on: held.term.from)
                #expect(isInOffice, "seed \(seed): \(held.term) beside \(member.terms)")
            }
        }
        #expect(accepted > 3, "seed \(seed)")
    }

    // MARK: - Undoing

    /// What a state shows of its subjects.
    private static func shown(_ state: State) -> [String] {
        state.members.values.map { "\($0.id) \($0.terms) \($0.affiliations.map { "\($0)" }) \($0.mergedInto.map { "\($0)" } ?? "")" }
            + state.activities.values.map { activity in
                let marks = activity.attendance.marks.sorted { $0.key < $1.key }.map {
                    "\($0.key) \($0.value.standing) \($0.value.details.rawValue)"
                }
                return "\(activity.id) \(activity.title ?? "") \(activity.date?.interval ?? "") \(ActivityState(activity)) \(marks)"
            }
            + state.proposals.values.map {
                "\($0.id) \($0.stage) \($0.title ?? "") \($0.signers) \($0.number ?? "") \($0.marks.map(\.fact.mark))"
            }
            + state.donations.values.map { "\($0.id) \($0.received?.fact.amount ?? 0)" }
            + state.funds(asOf: .distantFuture).map { "\($0.purpose) \($0.balance)" }
            + state.aliases.map { "\($0.key) \($0.value)" }.sorted()
    }

    private static let year = [
        #"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#,
        #"{"command":"member.join","member":"M2","name":"乙","from":"2019-01-01"}"#,
        #"{"command":"member.join","member":"M3","name":"丙","from":"2019-01-01"}"#,
        #"{"command":"member.assign","member":"M1","to":{"kind":"role","name":"主任"},"from":"2019-02-01"}"#,
        #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12"}"#,
        #"{"command":"attendance.register","activity":"A1","members":["M1","M2"]}"#,
        #"{"command":"attendance.check-in","activity":"A1","members":["M1","M2"]}"#,
        #"{"command":"attendance.leave-early","activity":"A1","member":"M2"}"#, #"{"command":"activity.close","activity":"A1"}"#,
        #"{"command":"proposal.file","proposal":"P1","title":"路灯","kind":"joint","signers":["M1","M2"]}"#,
        #"{"command":"proposal.file","proposal":"P2","title":"公交","kind":"individual","signers":["M2"]}"#,
        #"{"command":"proposal.co-sign","proposal":"P1","member":"M3"}"#, #"{"command":"proposal.accept","proposal":"P1","number":"1"}"#,
        #"{"command":"proposal.mark","proposal":"P1","mark":"key"}"#, #"{"command":"proposal.hand-over","proposal":"P1","lead":"局"}"#,
        #"{"command":"proposal.merge","proposal":"P2","into":"P1"}"#,
        #"{"command":"donation.receive","donation":"D1","kind":"money","amount":100,"purpose":"慰问"}"#,
        #"{"command":"fund.spend","purpose":"慰问","amount":60}"#, #"{"command":"member.merge","member":"M3","into":"M1","reason":"x"}"#,
    ]

    /// Voiding an entry and voiding that is as if nothing had been done; so is voiding a correction.
    @Test(arguments: 2...22) func whatIsUndoneIsUndone(position: Int) throws {
        let given = try Given(Self.year)
        let before = Self.shown(given.state)
        for change in [
            #"{"command":"fact.void","corrects":\#(position),"reason":"x"}"#,
            #"{"command":"fact.correct","corrects":\#(position),"when":"2019-12-01","reason":"x"}"#,
            #"{"command":"fact.correct","corrects":\#(position),"set":{"title":"别的"},"reason":"x"}"#,
            #"{"command":"fact.correct","corrects":\#(position),"set":{"amount":61},"reason":"x"}"#,
        ] where given.when(change).isAccepted {
            var changed = given
            try changed.record(change)
            if !change.contains("when") { #expect(Self.shown(changed.state) != before, "\(change)") }
            try changed.record(#"{"command":"fact.void","corrects":\#(changed.state.position),"reason":"x"}"#)
            #expect(Self.shown(changed.state) == before, "\(change)")
        }
    }
}
