/// What decides about a figure: it has to be reached, or exceeded.
public struct Limit: Equatable, Sendable {
    public let value: Ratio
    /// Whether just as much is not enough.
    public let isExceeded: Bool

    public init(_ value: Ratio, isExceeded: Bool = false) {
        self.value = value
        self.isExceeded = isExceeded
    }

    /// A part that is asked for.
    public init(_ threshold: Threshold) { self.init(threshold.part, isExceeded: threshold.isExceeded) }

    /// Beside another figure: as much as it, or more, or less.
    public static func beside(_ other: Ratio) -> [Limit] { [Limit(other), Limit(other, isExceeded: true)] }

    /// Whether a figure is enough.
    public func isReached(by figure: Ratio) -> Bool { isExceeded ? figure > value : figure >= value }
}

/// A figure as it is shown beside a verdict. It never contradicts the verdict: shown are the digits that decide.
public enum ShownFigure: Equatable, Sendable {
    /// Digits with so many decimals.
    case decimal(Int64, places: Int)
    /// The fraction itself, where no number of digits decides: exactly a third, where a third is asked for.
    case exact(Ratio)

    static let placesMax = 9

    /// What a reader takes it for.
    public var value: Ratio {
        switch self {
        case .decimal(let digits, let places): Ratio(digits, over: Self.powerOfTen(places))
        case .exact(let ratio): ratio
        }
    }

    static func powerOfTen(_ places: Int) -> Int64 { (0..<places).reduce(1) { power, _ in power * 10 } }
}

extension Ratio {
    /// Rounded half up to so many decimals, and to as many more as it takes to be on the same side of every limit.
    public func shown(places: Int, beside limits: [Limit]) -> ShownFigure {
        for places in places...max(places, ShownFigure.placesMax) {
            let shown = ShownFigure.decimal((self * Ratio(ShownFigure.powerOfTen(places))).rounded, places: places)
            if limits.allSatisfy({ $0.isReached(by: shown.value) == $0.isReached(by: self) }) { return shown }
        }
        return .exact(self)
    }

    /// The nearest whole number that compares with a whole number as this does with the limit: rounded half up, or else
    /// towards the verdict.
    public func rounded(beside limit: Limit, of whole: Int64) -> Int64 {
        let (nearest, isEnough) = (rounded, limit.isReached(by: self))
        let asked = Limit(Ratio(whole), isExceeded: limit.isExceeded)
        guard asked.isReached(by: Ratio(nearest)) != isEnough else { return nearest }
        return (limit.isExceeded ? whole : whole - 1) + (isEnough ? 1 : 0)
    }
}

extension Quantity {
    /// What is measured as a part of a whole: a share, or fen per member. Nil for what is counted, and of nothing.
    public var ratio: Ratio? {
        switch self {
        case .share(let part, let whole), .fenSpent(let part, let whole), .fenPerMember(let part, let whole):
            whole > 0 ? Ratio(part, over: whole) : nil
        case .count, .amount, .parts: nil
        }
    }

    private var whole: Int64? {
        switch self {
        case .share(_, let whole), .fenSpent(_, let whole), .fenPerMember(_, let whole): whole
        case .count, .amount, .parts: nil
        }
    }

    /// What is asked, and the steps on the way to it.
    fileprivate func limits(_ measure: Requirement.Measure, _ steps: [Threshold]) -> [Limit] {
        guard let whole, whole > 0 else { return [] }
        let (limit, all): (Limit, Ratio)
        switch measure {
        case .ratio(_, let least), .turnout(_, let least), .spent(let least):
            (limit, all) = (Limit(least), least.isExceeded ? Ratio(max(1, least.needed(of: whole)), over: whole) : least.part)
        case .averageDonation(let fen): (limit, all) = (Limit(Ratio(fen)), Ratio(fen))
        case .count, .sum, .cadence, .absences, .years, .membership: return []
        }
        return [limit] + steps.map { Limit($0.part * all, isExceeded: $0.isExceeded) }
    }
}

extension RequirementStatus {
    /// What decides about a share or an average: what is asked first, then the steps by which points go up.
    public var limits: [Limit] { actual.limits(requirement.measure, steps) }

    /// With the steps of what earns points by it.
    func earning(_ scoring: Scoring?) -> RequirementStatus {
        guard case .bands(let bands)? = scoring else { return self }
        var status = self
        status.steps = bands.map(\.from)
        return status
    }
}
