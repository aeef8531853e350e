/// What a total is called from so many points on, where everything else that the grade asks for holds as well.
public struct Grade: Equatable, Sendable {
    /// Hundredths of a point.
    public let from: Int64
    public let title: LocalizedText
    /// Every one of them has to hold.
    public let conditions: [GradeCondition]
    /// No place among all who are assessed, by points, beyond this; ties share the better place.
    public let first: GradePlaces?
    /// Never more than this have the grade. Who would take a place beyond it by a tie is left out with all of that tie.
    public let atMost: GradePlaces?

    /// Whether it asks for anything besides points.
    public var isConditional: Bool { !conditions.isEmpty || first != nil || atMost != nil }
}

/// How many of those who are assessed.
public enum GradePlaces: Equatable, Sendable {
    case count(Int64)
    /// In per cent of all who are assessed.
    case percent(Int)
}

/// One thing that a grade asks for besides points.
public indirect enum GradeCondition: Equatable, Sendable {
    /// What a target may require: of whoever is graded.
    case requirement(Requirement)
    /// So many of these targets are met; nil for all that assess whoever is graded.
    case met([String]?, atLeast: Int64)
    /// So many of these targets have earned points.
    case earned([String]?, atLeast: Int64)
    /// Targets and headings together come to so many hundredths of a point.
    case points([String], atLeast: Int64)
    /// One of these is enough.
    case oneOf([GradeCondition])

    /// Every requirement in it.
    var requirements: [Requirement] {
        switch self {
        case .requirement(let requirement): [requirement]
        case .oneOf(let conditions): conditions.flatMap(\.requirements)
        case .met, .earned, .points: []
        }
    }

    /// Ids of targets and headings that it names.
    var names: [String] {
        switch self {
        case .met(let ids, _), .earned(let ids, _): ids ?? []
        case .points(let ids, _): ids
        case .oneOf(let conditions): conditions.flatMap(\.names)
        case .requirement: []
        }
    }
}
