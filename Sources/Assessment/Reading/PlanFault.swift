public import CanonicalJSON

/// What is wrong with a plan file, with a place for each.
public struct PlanError: Error, Equatable, Sendable {
    public let faults: [PlanFault]

    public init(faults: [PlanFault]) { self.faults = faults }
}

public struct PlanFault: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        /// The YAML reader's own words.
        case notYAML(String)
        case tooLong(byteMax: Int)
        case tooDeep
        case aliases
        case expected(Expectation)
        case missing(String)
        case unknownKey(String, known: [String])
        case duplicateKey(String)
        case duplicateID(String)
        case invalid(String, expected: Expectation)
        /// A key that narrows down something else than what it stands beside.
        case doesNotApply(String, beside: String)
        /// None or several of these keys are given.
        case exactlyOne([String])
        /// The two do not go together.
        case excludes(String, String)
        /// A list where one value is read.
        case oneValue(String)
        /// `made-good` beside points that are taken for absences, and not in what is required.
        case madeGoodNotRequired
    }

    public let kind: Kind
    /// From 1.
    public let line: Int
    /// From 1, in characters.
    public let column: Int

    public init(kind: Kind, line: Int, column: Int) {
        self.kind = kind
        self.line = line
        self.column = column
    }
}
