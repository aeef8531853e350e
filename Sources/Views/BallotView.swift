public import Assessment
public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// One ballot: the count, the rule with its article, what follows from it, and its course.
public struct BallotView: View {
    public static let name = "ballot"
    public static let parameters = ["ballot"]

    /// What stands on the paper, or was added by hand, with its votes.
    public struct Option: Sendable {
        /// Nil for a name that was added.
        public let number: Int?
        public let member: MemberID?
        public let name: String?
        public let what: Subject?
        /// Of a member, as it may be shown; nil for anything else.
        public let reading: PersonalReading?
        /// Of something on record.
        public let title: String?
        /// By the words of the paper.
        public let votes: [VoteCount]
        /// Of an appraisal.
        public let appraised: BallotOutcome.Appraised?
        let standing: BallotFinding.Standing?
    }

    public let id: BallotID
    /// Nil where it was voided, and only its course is left.
    public let called: Recorded<BallotCalled>?
    public let counted: BallotCounted?
    public let rule: BallotRule?
    public let rules: Recorded<BallotRulesAdopted>?
    public let outcome: BallotOutcome?
    public let options: [Option]
    /// Of a decision, how many said what.
    public let answers: [VoteCount]
    /// Of a vote by name.
    public let votes: [Recorded<BallotVoted>]
    public let names: [MemberID: PersonalReading]
    public let trail: AuditTrail
    public let evidence: [Position]

    /// - Throws: `Problem` where nothing is recorded of it.
    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let text = try arguments.required("ballot")
        let problem = Problem(.notFound, code: "no-such-ballot", .noSuchBallot(text))
        guard let id = BallotID(text) else { throw problem }
        trail = try AuditTrail(of: id.subject, context)
        guard !trail.entries.isEmpty else { throw problem }
        let state = context.state
        let ballot = state.ballots[id]
        self.id = id
        called = ballot?.called
        counted = ballot?.counted?.fact
        evidence = ballot?.evidence.sorted() ?? []
        let found = ballot?.called.flatMap { state.rule(for: $0) }
        (rule, rules) = (found?.rule, found?.set)
        outcome = ballot.flatMap { state.outcome(of: $0) }
        let votes = (ballot?.votes.values).map { $0.sorted { $0.position < $1.position } } ?? []
        self.votes = votes
        answers = ballot?.counted != nil && ballot?.called?.fact.kind == .decision ? ballot?.answers ?? [] : []
        let counting = (counted?.supervisors ?? []) + (counted?.tellers ?? [])
        let members = (called?.fact.options.compactMap(\.member) ?? []) + votes.map(\.fact.member) + counting
        let names = try context.names(of: Set(members).sorted())
        self.names = names
        if let called = ballot?.called?.fact {
            options = Self.options(called, ballot?.counted?.fact, outcome, names, state)
        } else {
            options = []
        }
    }

    private static func options(
        _ called: BallotCalled, _ counted: BallotCounted?, _ outcome: BallotOutcome?, _ names: [MemberID: PersonalReading], _ state: State
    ) -> [Option] {
        let votes = counted?.votes ?? []
        let onPaper = called.options.enumerated().map { index, option in
            Option(
                number: index + 1, member: option.member, name: option.name, what: option.what, reading: option.member.map { names[$0] ?? .unreadable },
                title: option.what.flatMap { state.title(of: $0) },
                votes: votes.filter { $0.option == Int64(index) + 1 && $0.name == nil }, appraised: outcome?.appraised(index),
                standing: outcome?.standing(of: .option(index)))
        }
        var added: [String] = []
        for name in votes.compactMap(\.name) where !added.contains(name) { added.append(name) }
        return onPaper
            + added.map { name in
                Option(
                    number: nil, member: nil, name: name, what: nil, reading: nil, title: nil,
                    votes: votes.filter { $0.name == name }, appraised: nil, standing: outcome?.standing(of: .added(name)))
            }
    }

    public var json: JSONValue {
        var object = JSONObject(["ballot": .text(id), "trail": trail.json, "evidence": .positions(evidence)])
        guard let called = called?.fact else { return .object(object) }
        object["activity"] = .text(called.activity)
        object["item"] = .text(called.item)
        object["kind"] = .code(called.kind)
        object["method"] = .code(called.method)
        object["title"] = .string(called.title)
        object["seats"] = .number(called.seats)
        object["follows"] = .text(called.follows)
        object["rule"] = rule.map { .rule($0, of: rules?.fact) } ?? .null
        object["result"] = .code(outcome?.finding)
        object["open"] = .code(outcome?.open?.finding)
        object["seatsLeft"] = .number(outcome?.election?.seatsLeft)
        object["needed"] = .number(outcome?.needed)
        object["count"] = counted.map { count(called, $0) } ?? .null
        object["options"] = .array(options.map(\.json))
        object["votes"] = .array(
            votes.map { vote in
                var object = JSONObject(["member": .text(vote.fact.member), "answer": .code(vote.fact.answer)])
                object.setName(names[vote.fact.member])
                return .object(object)
            })
        return .object(object)
    }

    private func count(_ called: BallotCalled, _ counted: BallotCounted) -> JSONValue {
        [
            "eligible": .integer(counted.eligible), "present": .integer(counted.present), "issued": .number(counted.issued),
            "returned": .number(counted.returned), "invalid": .number(counted.invalid), "valid": .number(counted.valid(called.method)),
            "answers": .array(
                answers.map { ["answer": .text($0.answer), "votes": .integer($0.votes)] }),
            "supervisors": .texts(counted.supervisors), "tellers": .texts(counted.tellers),
        ]
    }

    // MARK: For people

    public var document: Document { Document(sections: [standing].compactMap(\.self) + trail.sections) }

    private var standing: Document.Section? {
        guard let called = called?.fact else { return nil }
        let headline = Phrase.plain("\(id) \(called.title)  ") + .outcome(outcome, of: called)
        let lines = facts(called).map { Phrase.plain("  ") + $0 }
        return .init(([headline] + lines).map { .paragraph($0) } + (options.isEmpty ? [] : [.table(table(called))]))
    }

    private func facts(_ called: BallotCalled) -> [Phrase] {
        let sort: [Phrase] = [.ballotKind(called.kind), .ballotMethod(called.method)]
        var facts: [Phrase] = [.joined(sort + [called.seats.map { .seats($0) }].compactMap(\.self))]
        if let follows = called.follows { facts.append(.follows(follows)) }
        if let counted {
            facts.append(.ballotFigures(counted, valid: counted.valid(called.method)))
            if !answers.isEmpty { facts.append(.joined(answers.map { .votes($0.votes, .ballotAnswer($0.answer)) })) }
        }
        if let rule { facts += self.facts(rule) }
        if let counted {
            if !counted.supervisors.isEmpty { facts.append(.supervisedBy(people(counted.supervisors))) }
            if !counted.tellers.isEmpty { facts.append(.countedBy(people(counted.tellers))) }
        }
        if !votes.isEmpty {
            facts.append(.joined(votes.map { .member($0.fact.member, names[$0.fact.member] ?? .unreadable) + .plain(" ") + .ballotAnswer($0.fact.answer) }))
        }
        return facts
    }

    private func facts(_ rule: BallotRule) -> [Phrase] {
        var facts: [Phrase] = []
        if let begin = rule.begin { facts.append(.quorum + .voteShare(begin, fewest: counted.map { begin.fewest(of: $0.eligible) })) }
        // Among the tied the most votes are enough.
        if let pass = rule.pass, outcome == nil || outcome?.needed != nil { facts.append(.enoughVotes + .voteShare(pass, fewest: outcome?.needed)) }
        if let rate = rule.rate { facts.append(.satisfactionRate(rate)) }
        let source = [rules?.fact.title, rule.article].compactMap(\.self).joined(separator: "  ")
        return facts + [.plain(source)]
    }

    private func people(_ members: [MemberID]) -> Phrase { .joined(members.map { .member($0, names[$0] ?? .unreadable) }) }

    private func table(_ called: BallotCalled) -> Table {
        called.kind == .appraisal ? appraisalTable : electionTable
    }

    private var electionTable: Table {
        var table = Table(
            "options",
            [
                .init("number", ColumnTitle.paperNumber, .number), .init("option", ColumnTitle.onThePaper),
                .init("for", ColumnTitle.votesFor, .number), .init("against", ColumnTitle.votesAgainst, .number),
                .init("abstained", ColumnTitle.abstained, .number), .init("result", ColumnTitle.outcome, .word),
            ])
        for option in options {
            let figures = BallotVoted.Answer.allCases.map { answer in
                option.votes.first { $0.vote == answer }.map { Cell.number($0.votes) } ?? .empty
            }
            table.append(
                [option.number.map { .number($0) } ?? .empty, option.cell] + figures
                    + [option.standing.map { .code($0, .ballotStanding($0)) } ?? .empty])
        }
        return table
    }

    private var appraisalTable: Table {
        var table = Table(
            "options",
            [
                .init("number", ColumnTitle.paperNumber, .number), .init("option", ColumnTitle.onThePaper),
                .init("grades", ColumnTitle.papersSay), .init("unmarked", ColumnTitle.unmarked, .number),
                .init("expressed", ColumnTitle.ofExpressed), .init("returned", ColumnTitle.ofReturned),
                .init("rank", ColumnTitle.rank, .number),
            ])
        for option in options {
            let appraised = option.appraised
            let cells: [Cell] = [
                option.number.map { .number($0) } ?? .empty, option.cell, .list(option.votes.map { .text(.votes($0.votes, .ballotAnswer($0.answer))) }),
                appraised.map { .number($0.unmarked) } ?? .empty,
            ]
            table.append(cells + appraised.rates + [appraised?.rank.map { .number($0) } ?? .empty])
        }
        return table
    }
}

extension BallotView.Option {
    fileprivate var cell: Cell {
        if let member { return .code(member.description, .member(member, reading ?? .unreadable)) }
        return .plain(name ?? what.map { [$0.description, title].compactMap(\.self).joined(separator: " ") } ?? "")
    }

    fileprivate var json: JSONValue {
        var object = JSONObject([
            "number": .number(number), "member": .text(member), "what": .text(what), "title": .text(title),
            "result": .code(standing),
            "votes": .array(votes.map { ["answer": .text($0.answer), "votes": .integer($0.votes)] }),
        ])
        if let reading { object.setName(reading) } else { object["name"] = .text(name) }
        if let appraised {
            object["appraised"] = appraised.json
        }
        return .object(object)
    }
}

extension JSONValue {
    /// A rule on ballots, and the set that has it.
    static func rule(_ rule: BallotRule, of set: BallotRulesAdopted?) -> JSONValue {
        [
            "rules": .text(set?.rules), "title": .text(set?.title), "kind": .code(rule.kind), "name": .text(rule.name),
            "article": .text(rule.article), "begin": .share(rule.begin), "pass": .share(rule.pass), "rate": .code(rule.rate),
            "grades": .array(rule.grades.map { ["grade": .text($0.grade), "is": .code($0.meaning)] }),
        ]
    }

    private static func share(_ share: VoteShare?) -> JSONValue {
        guard let share else { return .null }
        return [share.isReachedExactly ? "atLeast" : "moreThan": .text(share.atLeast ?? share.moreThan), "of": .code(share.base)]
    }
}

extension BallotOutcome.Appraised {
    var json: JSONValue {
        [
            "satisfied": .integer(satisfied), "expressed": .fraction(satisfied, of: expressed), "returned": .fraction(satisfied, of: returned),
            "unmarked": .integer(unmarked), "rank": .number(rank),
        ]
    }
}
