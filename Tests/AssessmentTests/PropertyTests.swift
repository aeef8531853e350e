import Assessment
import Domain
import DomainTestSupport
import EventLog
import TestSupport
import Testing

/// What holds for every plan and every history. Plans and histories are generated; a failing seed names itself.
@Suite("Properties of assessment")
struct PropertyTests {
    private static let seeds: [UInt64] = (0..<200).map { 0x4D69_6E75_7465 + $0 }

    /// The parts of a rule at random.
    private struct Maker {
        var random: Generator

        init(_ seed: UInt64) { random = Generator(seed: seed) }

        mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
        mutating func one<Value>(_ values: [Value]) -> Value { values[number(0...(values.count - 1))] }
        mutating func day() -> String {
            let (month, day) = (number(1...12), number(1...28))
            return "2026-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
        }
    }

    // MARK: - Plans

    private static func selector(_ maker: inout Maker) -> String {
        switch maker.number(0...6) {
        case 0: "activities: any"
        case 1: "activities: [study, training]\(maker.chance(50) ? ", attendance: \(maker.one([50, 66, 80]))%" : "")"
        case 2: "activities: inspection\(maker.chance(50) ? ", with: report" : "")"
        case 3: "proposals: any"
        case 4: "suggestions: any\(maker.chance(30) ? ", adopted: city" : "")"
        case 5: "either: [{visits: any}, {works: any}]"
        default: "donations: any"
        }
    }

    private static func target(_ id: Int, _ maker: inout Maker) -> String {
        let points = "\(maker.number(1...20)).\(maker.number(0...9))"
        let acts = "acts: {\(selector(&maker))}"
        let isMember = maker.chance(40)
        let member = isMember ? "for: member, " : ""
        let limits = (maker.chance(60) ? "points: \(points), " : "") + (maker.chance(30) ? "floor: -\(maker.number(0...5)), " : "")
        let body: String
        switch maker.number(0...7) {
        case 0: body = "\(member)\(limits)score: {each: \(maker.number(1...7)).25}, \(acts)"
        case 1: body = "for: member, \(limits)score: {each: {lead: 15, other: 3}, times: \(maker.number(1...3))}, \(acts)"
        case 2: body = "for: member, \(limits)score: {share: 10, lead: \(maker.one([40, 50, 60]))%}, acts: {proposals: any}"
        case 3: body = "for: member, \(limits)score: {award: {present: 5, leave: 3}, deduct: {late: 1, absent: 2}}, acts: {activities: any}"
        case 4: body = "role: director, \(limits)score: {deduct: {absent: 2, leave: 1}}, acts: {activities: any}"
        case 5:
            body = "\(member)points: \(points), score: \(maker.one(["pro-rata", "when-met"])), require: [{\(selector(&maker)), at-least: \(maker.number(1...6))}]"
        case 6: body = "points: \(points), score: pro-rata, require: [{ratio: [proposals, suggestions], at-least: \(maker.one([50, 100, 150]))%}]"
        default: body = "points: \(points), score: pro-rata, require: [{average: donations, at-least: \(maker.number(1...500)) 元}]"
        }
        let heading = maker.chance(30) ? ", heading: H" : ""
        return "  - {id: T\(id), title: x, \(body)\(heading)}"
    }

    private static func plan(_ maker: inout Maker) throws -> Plan {
        let targets = (0..<maker.number(1...6)).map { target($0, &maker) }.joined(separator: "\n")
        let head = """
            base: \(maker.number(0...70))
            \(maker.chance(50) ? "floor: 0" : "points: 100")
            headings: [{id: H, title: x, cap: \(maker.number(1...30)), floor: \(maker.chance(50) ? -3 : 0)}]
            """
        return try Plan(yaml: "plan: T\ntitle: x\nyear: 2026\n\(head)\ntargets:\n\(targets)\n")
    }

    // MARK: - Histories

    /// Members and activities come first; what follows stands in any order, because nothing in it rests on another.
    private struct History {
        var base: [String] = []
        var facts: [String] = []
        let memberCount: Int
        let activityCount: Int

        init(_ maker: inout Maker) {
            memberCount = maker.number(1...7)
            activityCount = maker.number(0...8)
            for number in 1...memberCount {
                let roles = number == 1 ? #","roles":["director"]"# : ""
                let from = maker.chance(70) ? "2026-01-01" : maker.day()
                base.append(#"{"command":"member.join","member":"M\#(number)","name":"x","from":"\#(from)"\#(roles)}"#)
            }
            for number in 0..<activityCount {
                let kind = maker.one(["study", "training", "inspection", "meeting"])
                base.append(#"{"command":"activity.schedule","activity":"A\#(number)","kind":"\#(kind)","title":"x","on":"\#(maker.day())"}"#)
                if maker.chance(50) { base.append(#"{"command":"activity.open","activity":"A\#(number)"}"#) }
                // Some have been scheduled only: nobody has a mark yet.
                let share = maker.chance(40) ? 0 : 70
                for member in 1...memberCount where maker.chance(share) {
                    facts.append(Self.attendance(number, member, &maker))
                }
            }
            for number in 0..<maker.number(0...12) {
                let signers = (1...memberCount).filter { _ in maker.chance(40) }.map { "\"M\($0)\"" }
                let day = maker.day()
                switch maker.number(0...5) {
                case 0 where signers.count > 1:
                    facts.append(#"{"command":"proposal.file","proposal":"P\#(number)","kind":"joint","title":"x","signers":[\#(signers.joined(separator: ","))],"occurred":"\#(day)"}"#)
                case 1:
                    facts.append(#"{"command":"suggestion.submit","suggestion":"S\#(number)","kind":"suggestion","title":"x","members":[],"occurred":"\#(day)"}"#)
                case 2: facts.append(#"{"command":"visit.record","visit":"V\#(number)","occurred":"\#(day)"}"#)
                case 3: facts.append(#"{"command":"work.file","work":"W\#(number)","kind":"article","title":"x","occurred":"\#(day)"}"#)
                default:
                    facts.append(#"{"command":"donation.receive","donation":"D\#(number)","kind":"money","amount":\#(maker.number(1...99_999)),"occurred":"\#(day)"}"#)
                }
            }
        }

        static func attendance(_ activity: Int, _ member: Int, _ maker: inout Maker) -> String {
            switch maker.number(0...9) {
            case 0...5: #"{"command":"attendance.check-in","activity":"A\#(activity)","members":["M\#(member)"]}"#
            case 6: #"{"command":"attendance.check-in","activity":"A\#(activity)","members":["M\#(member)"],"late":true}"#
            case 7: #"{"command":"attendance.grant-leave","activity":"A\#(activity)","member":"M\#(member)"}"#
            case 8: #"{"command":"attendance.excuse","activity":"A\#(activity)","member":"M\#(member)","duty":"x"}"#
            default: #"{"command":"attendance.mark-absent","activity":"A\#(activity)","member":"M\#(member)"}"#
            }
        }

        /// What a rule refuses, such as a check-in before taking office, is left out.
        func fold(_ facts: [String]) throws -> Given {
            var given = try Given()
            for fact in base + facts {
                if given.when(fact).isAccepted { try given.record(fact) }
            }
            return given
        }
    }

    private static func days() throws -> [CalendarDate] {
        try ["2026-03-31", "2026-07-15", "2026-12-31"].map { try #require(CalendarDate($0)) }
    }

    /// Every figure of an assessment, to be compared.
    private static func figures(_ status: PlanStatus) -> [String] {
        status.targets.map { target in
            "\(target.target.id) \(target.points ?? 0) \(target.state) \(target.requirements.map(\.actual)) "
                + "\(target.members.map { "\($0.member) \($0.points ?? 0) \($0.state)" })"
        } + ["\(status.total.points)"] + status.members.map { "\($0.member) \($0.total.points)" }
    }

    // MARK: - Properties

    @Test(arguments: seeds)
    func totalsAreTheSumOfTheirLines(seed: UInt64) throws {
        var maker = Maker(seed)
        let (plan, history) = (try Self.plan(&maker), History(&maker))
        let state = try history.fold(history.facts).state
        for day in try Self.days() {
            let status = assess(plan, state, asOf: day)
            for target in status.targets {
                if let points = target.points { Self.check(points, target.uncapped, target.lines, target.target) }
                for member in target.members {
                    if let points = member.points { Self.check(points, member.uncapped, member.lines, target.target) }
                }
            }
            Self.check(status.total, plan, status.targets.filter { $0.target.subject != .member }.map { ($0.target, $0.points ?? 0) }, isPlans: !plan.scoresMembers)
            for (index, member) in status.members.enumerated() {
                let points = status.targets.filter { $0.target.subject == .member }.map { ($0.target, $0.members[index].points ?? 0) }
                Self.check(member.total, plan, points, isPlans: true)
            }
        }
    }

    /// Points by acts are the sum of the lines, under the cap and above the floor, rounded half up.
    private static func check(_ points: Int64, _ uncapped: Int64?, _ lines: [ScoreLine], _ target: Target) {
        if let cap = target.points { #expect(points <= cap) }
        if let floor = target.floor { #expect(points >= min(floor, target.points ?? floor)) }
        switch target.scoring {
        case .perAct?, .shared?, .byLevel?, .attendance?, .byHand?:
            // Over a common denominator, by schoolbook arithmetic.
            let common = lines.reduce(Int128(1)) { $0 * $1.points.denominator / Self.divisor($0, $1.points.denominator) }
            let sum = lines.reduce(Int128(0)) { $0 + $1.points.numerator * (common / $1.points.denominator) }
            let doubled = 2 * sum + common
            let rounded = Int64(doubled >= 0 ? doubled / (2 * common) : -((-doubled + 2 * common - 1) / (2 * common)))
            #expect(uncapped == rounded)
        case .around?, .perQuantity?, .proRata?, .whenMet?, .bands?, nil: break
        }
    }

    private static func divisor(_ a: Int128, _ b: Int128) -> Int128 { b == 0 ? a : divisor(b, a % b) }

    private static func check(_ total: Total, _ plan: Plan, _ points: [(Target, Int64)], isPlans: Bool) {
        let under = points.filter { $0.0.heading == "H" }
        let heading = plan.headings[0]
        let sum = under.reduce(0) { $0 + $1.1 }
        let capped = under.isEmpty ? 0 : max(min(sum, heading.cap ?? sum), heading.floor ?? sum)
        let loose = points.filter { $0.0.heading == nil }.reduce(0) { $0 + $1.1 }
        let all = (isPlans ? plan.base : 0) + loose + capped
        #expect(total.sum == all)
        #expect(total.points == (isPlans && plan.floor != nil ? max(all, plan.floor ?? all) : all))
    }

    /// A member can add the rows of their account up to the total, without rounding anything.
    @Test(arguments: seeds)
    func theRowsOfAnAccountAddUpToTheTotal(seed: UInt64) throws {
        var maker = Maker(seed)
        let (plan, history) = (try Self.plan(&maker), History(&maker))
        let state = try history.fold(history.facts).state
        for day in try Self.days() {
            let status = assess(plan, state, asOf: day)
            for member in status.members {
                let account = try #require(MemberAccount(of: member.member, in: status))
                let rows = account.rows.filter { !$0.what.isSum }
                #expect(rows.map(\.points).reduce(Ratio(0), +) == Ratio(member.total.points))
            }
        }
    }

    /// What was earned in each quarter, with what everybody starts from, is what the year came to.
    @Test(arguments: seeds)
    func theQuartersAddUpToTheYear(seed: UInt64) throws {
        var maker = Maker(seed)
        let (plan, history) = (try Self.plan(&maker), History(&maker))
        let state = try history.fold(history.facts).state
        var (before, sums, ofTargets) = (PlanStatus?.none, [MemberID: Int64](), [String: [MemberID: Int64]]())
        for quarter in plan.period.parts(.quarter) {
            let status = assess(plan, state, asOf: quarter.last)
            let earnings = Earnings(status, since: before)
            sums.merge(earnings.total, uniquingKeysWith: +)
            for (target, earned) in earnings.byTarget { ofTargets[target, default: [:]].merge(earned, uniquingKeysWith: +) }
            before = status
        }
        let year = try #require(before)
        for member in year.members { #expect(sums[member.member] == member.total.points - member.start) }
        for target in year.targets where target.target.subject == .member && target.target.scoring != nil {
            for own in target.members { #expect(ofTargets[target.target.id]?[own.member] == own.points) }
        }
    }

    @Test(arguments: seeds)
    func noOrderOfTheFactsChangesAScore(seed: UInt64) throws {
        var maker = Maker(seed)
        let (plan, history) = (try Self.plan(&maker), History(&maker))
        let state = try history.fold(history.facts).state
        let other = try history.fold(history.facts.shuffled(using: &maker.random)).state
        for day in try Self.days() {
            #expect(Self.figures(assess(plan, state, asOf: day)) == Self.figures(assess(plan, other, asOf: day)))
        }
    }

    /// A donation of the wrong amount, corrected, counts as if it had been right.
    @Test(arguments: seeds)
    func aCorrectedFactCountsAsIfItHadBeenRight(seed: UInt64) throws {
        var maker = Maker(seed)
        let (plan, history) = (try Self.plan(&maker), History(&maker))
        func donation(_ amount: Int) -> String {
            #"{"command":"donation.receive","donation":"X","kind":"money","amount":\#(amount),"occurred":"2026-03-03"}"#
        }
        let right = try history.fold(history.facts + [donation(12_345)]).state
        var corrected = try history.fold(history.facts + [donation(99)])
        let wrong = corrected.state.position.value
        try corrected.record(#"{"command":"fact.correct","corrects":\#(wrong),"set":{"amount":12345},"reason":"x"}"#)
        var voided = try history.fold(history.facts + [donation(99)])
        try voided.record(#"{"command":"fact.void","corrects":\#(wrong),"reason":"x"}"#)
        let without = try history.fold(history.facts).state
        for day in try Self.days() {
            #expect(Self.figures(assess(plan, right, asOf: day)) == Self.figures(assess(plan, corrected.state, asOf: day)))
            #expect(Self.figures(assess(plan, without, asOf: day)) == Self.figures(assess(plan, voided.state, asOf: day)))
        }
    }

    @Test(arguments: seeds)
    func addingAnAbsenceNeverRaisesAScore(seed: UInt64) throws {
        var maker = Maker(seed)
        let (plan, history) = (try Self.plan(&maker), History(&maker))
        guard history.activityCount > 0 else { return }
        var given = try history.fold(history.facts)
        let before = given.state
        let (activity, member) = (maker.number(0...(history.activityCount - 1)), maker.number(1...history.memberCount))
        let absence = #"{"command":"attendance.mark-absent","activity":"A\#(activity)","member":"M\#(member)"}"#
        guard given.when(absence).isAccepted else { return }
        try given.record(absence)
        for day in try Self.days() {
            let (old, new) = (assess(plan, before, asOf: day), assess(plan, given.state, asOf: day))
            #expect(new.points <= old.points)
            for (one, other) in zip(old.members, new.members) { #expect(other.total.points <= one.total.points) }
        }
    }

    /// The empty past and the far future give an answer too.
    @Test(arguments: seeds.prefix(20))
    func anyDayCanBeAskedFor(seed: UInt64) throws {
        var maker = Maker(seed)
        let (plan, history) = (try Self.plan(&maker), History(&maker))
        let state = try history.fold(history.facts).state
        for day in ["0001-01-01", "2025-12-31", "2026-01-01", "9999-12-31"] {
            let status = assess(plan, state, asOf: try #require(CalendarDate(day)))
            #expect(status.changes(to: status).isEmpty)
            #expect(status.nextActs.allSatisfy { $0.gain > 0 })
        }
    }
}
