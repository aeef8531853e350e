internal import EventLog

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
        case expected(String)
        case missing(String)
        case unknownKey(String, known: [String])
        case duplicateKey(String)
        case duplicateID(String)
        case invalid(String, expected: String)
        /// The keys do not go together.
        case inconsistent(String)
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

/// What is odd about a plan that can be used all the same.
public enum PlanWarning: Equatable, Sendable {
    /// The targets add up to something else than the paper says. Hundredths of a point.
    case pointsDoNotAddUp(sum: Int64, stated: Int64)
    /// A number is missing between the first and the last.
    case numberMissing(Int)
    case calendarOutsideYear(id: String)
    /// What is asked for can never earn the full marks.
    case fullMarksOutOfReach(id: String)
}

extension Plan {
    /// What a reader of the plan should know before adopting it.
    public var warnings: [PlanWarning] {
        var warnings: [PlanWarning] = []
        if let statedPoints, statedPoints != points {
            warnings.append(.pointsDoNotAddUp(sum: points, stated: statedPoints))
        }
        let numbers = targets.compactMap { Int($0.id) }
        if let first = numbers.min(), let last = numbers.max(), last - first < 1_000 {
            warnings += (first...last).filter { !numbers.contains($0) }.map { .numberMissing($0) }
        }
        warnings += calendar.filter { $0.when.first < period.first || $0.when.last > period.last }
            .map { .calendarOutsideYear(id: $0.id) }
        warnings += targets.filter(\.isOutOfReach).map { .fullMarksOutOfReach(id: $0.id) }
        return warnings
    }
}

extension Target {
    /// Points per act that stay under the full marks even when everything required was done.
    fileprivate var isOutOfReach: Bool {
        guard case .perAct(let each, _)? = scoring, let points, !requirements.isEmpty else { return false }
        let acts = requirements.reduce(Int64(0)) { sum, requirement in
            if case .acts(_, let atLeast) = requirement.measure { sum + atLeast } else { sum }
        }
        return acts > 0 && each * acts < points
    }
}
