package import CanonicalJSON

/// What the values of a plan file should be.
extension Expectation {
    package static let plan = Expectation("plan")
    package static let keysAndValues = Expectation("keys-and-values")
    package static func keys(_ known: [String]) -> Expectation { Expectation("keys", known) }
    package static let list = Expectation("list")
    package static let months = Expectation("months")
    /// Days from one to a later one, ten years at most.
    package static let planPeriod = Expectation("plan-period")
    package static let span = Expectation("span")
    /// How many places a grade has.
    package static let places = Expectation("places")
    /// Ids of targets or headings.
    package static let planIDs = Expectation("plan-ids")
    package static let planDate = Expectation("plan-date")
    package static let percent = Expectation("percent")
    package static func percent(max: Int) -> Expectation { Expectation("percent-max", ["\(max)"]) }
    package static let points = Expectation("points")
    package static let yuan = Expectation("yuan")
    package static let year = Expectation("year")
    package static let amount = Expectation("amount")
    package static let declaredKind = Expectation("declared-kind")
    package static let unknownKind = Expectation("unknown-kind")
    package static let several = Expectation("several")
    package static let targetID = Expectation("target-id")
    package static let headingID = Expectation("heading-id")
    /// No less than what another key has.
    package static func notLess(than key: String) -> Expectation { Expectation("not-less-than", [key]) }
}
