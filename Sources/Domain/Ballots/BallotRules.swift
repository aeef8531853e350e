internal import CanonicalJSON
public import EventLog

/// Rules on ballots as the facts are now. A ballot goes by those that stood when it was called.
public struct AdoptedBallotRules: RegisteredConcept {
    public let id: BallotRulesID
    public internal(set) var history: History<BallotRulesAdopted> = []
    /// Nil once the adoption was voided.
    public private(set) var adopted: Recorded<BallotRulesAdopted>?

    init(id: BallotRulesID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<BallotRulesID, AdoptedBallotRules>> { \.ballotRules }
    static func id(of fact: BallotRulesAdopted) -> BallotRulesID { fact.rules }
    static var hasOwnDays: Bool { true }

    public var title: String? { adopted?.fact.title }

    /// Other rules have another id, so that results stay what they were.
    func check(_ fact: Recorded<BallotRulesAdopted>, in state: State) throws(Rejection) {
        guard adopted == nil else { throw .idTaken(id.subject) }
    }

    mutating func apply(_ fact: Recorded<BallotRulesAdopted>) { adopted = fact }
}

extension AppraisalGrade {
    public enum Meaning: String, StoredWord {
        case satisfied
        case notSatisfied = "not-satisfied"
        /// Such as 不了解: it expresses no grade.
        case unexpressed
    }
}

extension BallotRule {
    /// What the satisfied are a part of.
    public enum Rate: String, StoredWord {
        /// The papers that express a grade.
        case expressed
        /// All papers that were returned.
        case returned
    }

    var fault: JSONError.Kind? {
        let isAppraisal = kind == .appraisal
        let hasBoth = [AppraisalGrade.Meaning.satisfied, .notSatisfied].allSatisfy { meaning in grades.contains { $0.meaning == meaning } }
        let isWhole = isAppraisal ? rate != nil && hasBoth && pass == nil : rate == nil && grades.isEmpty
        guard isWhole, Set(grades.map(\.grade)).count == grades.count else {
            return .invalidValue(field: "items", expected: .appraisalRule)
        }
        return nil
    }
}

extension BallotRulesAdopted {
    private struct Key: Hashable {
        let kind: BallotCalled.Kind
        let name: OpenWord?
    }

    var fault: JSONError.Kind? {
        let keys = Set(rulings.map { Key(kind: $0.kind, name: $0.name) })
        return keys.count == rulings.count ? nil : .invalidValue(field: "items", expected: .ruleOfKindOnce)
    }

    func rule(for ballot: BallotCalled) -> BallotRule? {
        rulings.first { $0.kind == ballot.kind && $0.name == ballot.rule }
    }
}

extension State {
    /// The rule that a ballot goes by: that of the set that it names, or else of the one that was adopted last before it was
    /// called and has a rule of its kind and name.
    public func rule(for ballot: Recorded<BallotCalled>) -> (rule: BallotRule, set: Recorded<BallotRulesAdopted>)? {
        let sets = ballotRules.values.compactMap(\.adopted).filter { set in
            ballot.fact.rules.map { $0 == set.fact.rules } ?? (set.position < ballot.position)
        }
        let found = sets.compactMap { set in set.fact.rule(for: ballot.fact).map { (rule: $0, set: set) } }
        return found.max { $0.set.position < $1.set.position }
    }
}
