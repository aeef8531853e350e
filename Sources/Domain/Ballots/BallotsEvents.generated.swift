// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

extension BallotRulesAdopted {
    static let kinds: [EventKind] = [
        EventKind(BallotRulesAdopted.self),
    ]

    static let commands: [CommandKind] = [
        CommandKind("ballot-rules.adopt", records: BallotRulesAdopted.self),
    ]
}

/// `ballot-rules.adopted`: The body holds its elections, votes and appraisals by these rules from now on.
public struct BallotRulesAdopted: Equatable, Sendable {
    /// One rule for each kind of ballot; several of one kind have names.
    public var rulings: [BallotRule]
    /// Id of the rule set.
    public var rules: BallotRulesID
    /// The rules' own name, place and year.
    public var source: String?
    /// What it is called.
    public var title: String
}

extension BallotRulesAdopted: Payload {
    public static let type: StaticString = "ballot-rules.adopted"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        rulings = try object.required("items")
        rules = try object.required("rules")
        source = try object.optionalText("source")
        title = try object.text("title")
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("items", rulings)
        writer.field("rules", rules)
        writer.field("source", source)
        writer.field("title", title)
    }

    public var about: [Subject] { [rules.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("items", .list(.object(BallotRule.fields), canBeEmpty: false), isRequired: true),
        CommandField("rules", .id("ballot-rules"), isRequired: true),
        CommandField("source", .text(characterMax: 4_000)),
        CommandField("title", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// When a ballot of one kind may begin, and what follows from its count.
public struct BallotRule: Hashable, Sendable {
    /// The article it comes from, and whether its text was at hand.
    public var article: String?
    /// How many have to be present before it may begin.
    public var begin: VoteShare?
    /// Of an appraisal, what papers may say.
    public var grades: [AppraisalGrade]
    /// An election, a vote on a decision, or an appraisal.
    public var kind: BallotCalled.Kind
    /// Tells it from other rules of the kind.
    public var name: OpenWord?
    /// How many votes in favour it takes; of an appraisal nothing is passed.
    public var pass: VoteShare?
    /// Of an appraisal, whether the satisfied are a part of the papers that express a grade, or of those returned.
    public var rate: BallotRule.Rate?
}

extension BallotRule: CanonicalRecord {
    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        article = try object.optionalText("article")
        begin = try object.optional("begin")
        grades = try object.list("grades")
        kind = try object.required("kind")
        name = try object.optional("name")
        pass = try object.optional("pass")
        rate = try object.optional("rate")
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func writeFields(to writer: inout CanonicalWriter) {
        writer.field("article", article)
        writer.field("begin", begin)
        writer.list("grades", grades)
        writer.field("kind", kind)
        writer.field("name", name)
        writer.field("pass", pass)
        writer.field("rate", rate)
    }

    public static let fields: [CommandField] = [
        CommandField("article", .text(characterMax: 4_000)),
        CommandField("begin", .object(VoteShare.fields)),
        CommandField("grades", .list(.object(AppraisalGrade.fields), canBeEmpty: false)),
        CommandField("kind", .words(["election", "decision", "appraisal"]), isRequired: true),
        CommandField("name", .openWord),
        CommandField("pass", .object(VoteShare.fields)),
        CommandField("rate", .words(["expressed", "returned"])),
    ]
}

/// How many have to be present before it may begin.
public struct VoteShare: Hashable, Sendable {
    /// The least part, such as 2/3.
    public var atLeast: String?
    /// The part that has to be exceeded, such as 1/2.
    public var moreThan: String?
    /// Of whom: all who may vote, those present, the papers returned, or the valid ones.
    public var base: VoteShare.Base
}

extension VoteShare: CanonicalRecord {
    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        atLeast = try object.optionalText("atLeast", characterMax: 9)
        moreThan = try object.optionalText("moreThan", characterMax: 9)
        base = try object.required("of")
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func writeFields(to writer: inout CanonicalWriter) {
        writer.field("atLeast", atLeast)
        writer.field("moreThan", moreThan)
        writer.field("of", base)
    }

    public static let fields: [CommandField] = [
        CommandField("atLeast", .text(characterMax: 9)),
        CommandField("moreThan", .text(characterMax: 9)),
        CommandField("of", .words(["all", "present", "returned", "valid"]), isRequired: true),
    ]
}

/// What a paper may say, and what that means.
public struct AppraisalGrade: Hashable, Sendable {
    /// The word on the paper, such as 满意.
    public var grade: OpenWord
    /// Whether it says satisfied, not satisfied, or expresses nothing.
    public var meaning: AppraisalGrade.Meaning
}

extension AppraisalGrade: CanonicalRecord {
    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        grade = try object.required("grade")
        meaning = try object.required("is")
    }

    public func writeFields(to writer: inout CanonicalWriter) {
        writer.field("grade", grade)
        writer.field("is", meaning)
    }

    public static let fields: [CommandField] = [
        CommandField("grade", .openWord, isRequired: true),
        CommandField("is", .words(["satisfied", "not-satisfied", "unexpressed"]), isRequired: true),
    ]
}

/// What is recorded of ballots: one case for each event type.
public enum BallotEvent: Equatable, Sendable {
    case called(BallotCalled)
    case counted(BallotCounted)
    case voted(BallotVoted)

    var payload: any Payload {
        switch self {
        case .called(let event): event
        case .counted(let event): event
        case .voted(let event): event
        }
    }

    public var ballot: BallotID {
        switch self {
        case .called(let event): event.ballot
        case .counted(let event): event.ballot
        case .voted(let event): event.ballot
        }
    }
}

extension BallotEvent {
    static let kinds: [EventKind] = [
        EventKind(BallotCalled.self) { BallotEvent.called($0) },
        EventKind(BallotCounted.self) { BallotEvent.counted($0) },
        EventKind(BallotVoted.self) { BallotEvent.voted($0) },
    ]

    static let commands: [CommandKind] = [
        CommandKind("ballot.call", records: BallotCalled.self, numbered: "ballot"),
        CommandKind("ballot.count", records: BallotCounted.self, numbered: "eligible"),
        CommandKind("ballot.vote", records: BallotVoted.self, takesMembers: true),
    ]
}

/// `ballot.called`: An election, a vote on a decision or an appraisal is put to a meeting.
public struct BallotCalled: Equatable, Sendable {
    /// Id of the meeting.
    public var activity: ActivityID
    /// Id of the ballot.
    public var ballot: BallotID
    /// Id of the ballot that is held again: it was void, ended in a tie, or left seats open.
    public var follows: BallotID?
    /// Id of the item of its agenda.
    public var item: AgendaItemID?
    /// An election, a vote on a decision, or an appraisal.
    public var kind: BallotCalled.Kind
    /// On paper and secret, by show of hands, or by name in the open. An appraisal is secret; only a decision is voted
    /// on by name.
    public var method: BallotCalled.Method
    /// The candidates, or what is appraised, in the order of the paper; none for a decision.
    public var options: [BallotOption]
    /// Name of the rule, where the set has several of the kind.
    public var rule: OpenWord?
    /// Id of the rule set; left out, the one adopted last that has a rule of the kind.
    public var rules: BallotRulesID?
    /// Of an election, how many are elected.
    public var seats: Int64?
    /// What is voted on, or which office is filled.
    public var title: String
}

extension BallotCalled: Payload {
    public static let type: StaticString = "ballot.called"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        activity = try object.required("activity")
        ballot = try object.required("ballot")
        follows = try object.optional("follows")
        item = try object.optional("item")
        kind = try object.required("kind")
        method = try object.required("method")
        options = try object.list("options")
        rule = try object.optional("rule")
        rules = try object.optional("rules")
        seats = try object.optionalPositive("seats")
        title = try object.text("title")
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("ballot", ballot)
        writer.field("follows", follows)
        writer.field("item", item)
        writer.field("kind", kind)
        writer.field("method", method)
        writer.list("options", options)
        writer.field("rule", rule)
        writer.field("rules", rules)
        writer.field("seats", seats)
        writer.field("title", title)
    }

    public var about: [Subject] {
        [ballot.subject, activity.subject] + (item.map { [$0.subject] } ?? []) + (follows.map { [$0.subject] } ?? [])
    }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("ballot", .id("ballot")),
        CommandField("follows", .id("ballot")),
        CommandField("item", .id("agenda-item")),
        CommandField("kind", .words(["election", "decision", "appraisal"]), isRequired: true),
        CommandField("method", .words(["secret", "hands", "by-name"]), isRequired: true),
        CommandField("options", .list(.object(BallotOption.fields), canBeEmpty: false)),
        CommandField("rule", .openWord),
        CommandField("rules", .id("ballot-rules")),
        CommandField("seats", .count),
        CommandField("title", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `ballot.counted`: The papers or hands were counted, and the result was announced.
public struct BallotCounted: Equatable, Sendable {
    /// Id of the ballot.
    public var ballot: BallotID
    /// How many may vote on that day.
    public var eligible: Int64
    /// Papers that are invalid; none where it is left out.
    public var invalid: Int64?
    /// Papers issued; of a secret ballot.
    public var issued: Int64?
    /// How many were present.
    public var present: Int64
    /// Papers returned; of a secret ballot.
    public var returned: Int64?
    /// Members who supervised the ballot, the chief first.
    public var supervisors: [MemberID]
    /// Members who counted.
    public var tellers: [MemberID]
    /// How many votes each answer got.
    public var votes: [VoteCount]
}

extension BallotCounted: Payload {
    public static let type: StaticString = "ballot.counted"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        ballot = try object.required("ballot")
        eligible = try object.positive("eligible")
        invalid = try object.optionalInteger("invalid", 0...100_000_000)
        issued = try object.optionalInteger("issued", 0...100_000_000)
        present = try object.positive("present")
        returned = try object.optionalInteger("returned", 0...100_000_000)
        supervisors = try object.list("supervisors")
        tellers = try object.list("tellers")
        votes = try object.list("votes")
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("eligible", eligible)
        writer.field("invalid", invalid)
        writer.field("issued", issued)
        writer.field("present", present)
        writer.field("returned", returned)
        writer.list("supervisors", supervisors)
        writer.list("tellers", tellers)
        writer.list("votes", votes)
    }

    public var about: [Subject] { [ballot.subject] + supervisors.map(\.subject) + tellers.map(\.subject) }

    public static let commandFields: [CommandField] = [
        CommandField("ballot", .id("ballot"), isRequired: true),
        CommandField("eligible", .count),
        CommandField("invalid", .integer(0...100_000_000)),
        CommandField("issued", .integer(0...100_000_000)),
        CommandField("present", .count, isRequired: true),
        CommandField("returned", .integer(0...100_000_000)),
        CommandField("supervisors", .list(.id("member"), canBeEmpty: false)),
        CommandField("tellers", .list(.id("member"), canBeEmpty: false)),
        CommandField("votes", .list(.object(VoteCount.fields), canBeEmpty: false)),
    ]
}

/// `ballot.voted`: In a vote by name, a member votes.
public struct BallotVoted: Equatable, Sendable {
    /// For, against, or abstained.
    public var answer: BallotVoted.Answer
    /// Id of the ballot.
    public var ballot: BallotID
    /// Who votes.
    public var member: MemberID
}

extension BallotVoted: Payload {
    public static let type: StaticString = "ballot.voted"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        answer = try object.required("answer")
        ballot = try object.required("ballot")
        member = try object.required("member")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("answer", answer)
        writer.field("ballot", ballot)
        writer.field("member", member)
    }

    public var about: [Subject] { [ballot.subject, member.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("answer", .words(["for", "against", "abstain"]), isRequired: true),
        CommandField("ballot", .id("ballot"), isRequired: true),
        CommandField("member", .id("member")),
    ]
}

/// A candidate, or something that is appraised: a member, a name, or something on record.
public struct BallotOption: Hashable, Sendable {
    /// Id of the member.
    public var member: MemberID?
    /// The name on the paper; in the open, as a candidate or an office stands in public.
    public var name: String?
    /// Something on record, such as work:W3.
    public var what: Subject?
}

extension BallotOption: CanonicalRecord {
    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        member = try object.optional("member")
        name = try object.optionalText("name")
        what = try object.optional("what")
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func writeFields(to writer: inout CanonicalWriter) {
        writer.field("member", member)
        writer.field("name", name)
        writer.field("what", what)
    }

    public static let fields: [CommandField] = [
        CommandField("member", .id("member")),
        CommandField("name", .text(characterMax: 4_000)),
        CommandField("what", .subject),
    ]
}

/// The votes for one answer.
public struct VoteCount: Hashable, Sendable {
    /// For, against or abstain; of an appraisal a grade of the rules.
    public var answer: OpenWord
    /// A name that was added by hand.
    public var name: String?
    /// Number of the option on the paper, from 1; left out for a decision, and for a name added by hand.
    public var option: Int64?
    /// How many; a whole number.
    public var votes: Int64
}

extension VoteCount: CanonicalRecord {
    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        answer = try object.required("answer")
        name = try object.optionalText("name")
        option = try object.optionalPositive("of")
        votes = try object.integer("votes", 0...100_000_000)
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func writeFields(to writer: inout CanonicalWriter) {
        writer.field("answer", answer)
        writer.field("name", name)
        writer.field("of", option)
        writer.field("votes", votes)
    }

    public static let fields: [CommandField] = [
        CommandField("answer", .openWord, isRequired: true),
        CommandField("name", .text(characterMax: 4_000)),
        CommandField("of", .count),
        CommandField("votes", .integer(0...100_000_000), isRequired: true),
    ]
}
