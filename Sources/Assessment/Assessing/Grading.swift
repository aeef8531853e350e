internal import Domain
public import EventLog

/// A grade that the points reach, and whether what it asks for besides holds.
public struct GradeStatus: Sendable {
    public let grade: Grade
    /// In the order of the plan.
    public let conditions: [GradeConditionStatus]
    /// Nil where the grade is open to however many reach it.
    public let place: GradePlace?
    /// Whether it is the one that is given.
    public let isGiven: Bool

    /// What stands in its way.
    public var failed: [GradeConditionStatus] { conditions.filter { !$0.holds } }
    /// Every entry it rests on besides the points, in order.
    public var evidence: [Position] { conditions.flatMap(\.evidence).sortedUnique }
}

public struct GradeConditionStatus: Sendable {
    public let condition: GradeCondition
    /// On the day: what must not be exceeded holds as long as it is not.
    public let holds: Bool
    /// What was measured, where it is a requirement.
    public let measured: RequirementStatus?
    /// Of targets, how many; of points, how many hundredths. Nil where something else is asked.
    public let actual: Int64?
    /// Of which one is enough.
    public let parts: [GradeConditionStatus]

    public var evidence: [Position] { ((measured?.evidence ?? []) + parts.flatMap(\.evidence)).sortedUnique }
}

/// Where somebody stands among those who may have a grade.
public struct GradePlace: Equatable, Sendable {
    /// From 1; ties share the better place.
    public let place: Int64
    /// How many stand there.
    public let shared: Int64
    /// The last place that has the grade.
    public let last: Int64
    /// How many are assessed.
    public let of: Int64
    public let holds: Bool
}

extension Assessor {
    /// Somebody who is graded: what their points come to, and whether a condition holds for them.
    struct Graded {
        let points: Int64
        let status: (GradeCondition) -> GradeConditionStatus
    }

    /// The grade of each, and every grade that the points reach, down to the one given; the latter only in a plan whose
    /// grades ask for something besides points.
    ///
    /// Grades are tried from the highest: who has one is not in the way of others in the next.
    func grades(of all: [Graded]) -> [(grade: Grade?, tried: [GradeStatus])] {
        guard plan.grades.contains(where: \.isConditional) else {
            return all.map { one in (plan.grades.first { one.points >= $0.from }, []) }
        }
        var results: [(grade: Grade?, tried: [GradeStatus])] = all.map { _ in (nil, []) }
        for grade in plan.grades {
            let open = all.indices.filter { results[$0].grade == nil && all[$0].points >= grade.from }
            let conditions = open.map { index in grade.conditions.map { all[index].status($0) } }
            let places = places(open, conditions.map { $0.allSatisfy(\.holds) }, grade, all.map(\.points))
            for (offset, index) in open.enumerated() {
                let isGiven = conditions[offset].allSatisfy(\.holds) && places[offset]?.holds ?? true
                results[index].tried.append(
                    GradeStatus(grade: grade, conditions: conditions[offset], place: places[offset], isGiven: isGiven))
                if isGiven { results[index].grade = grade }
            }
        }
        return results
    }

    /// The place of each of those who reach a grade's points, where it has places.
    ///
    /// - Parameter fit: whether all else that the grade asks for holds.
    private func places(_ open: [Int], _ fit: [Bool], _ grade: Grade, _ points: [Int64]) -> [GradePlace?] {
        let count = Int64(points.count)
        func place(_ index: Int, among others: [Int64], last: Int64, isStrict: Bool) -> GradePlace {
            let before = Int64(others.count { $0 > points[index] })
            let shared = max(1, Int64(others.count { $0 == points[index] }))
            return GradePlace(
                place: before + 1, shared: shared, last: last, of: count, holds: (isStrict ? before + shared : before + 1) <= last)
        }
        // The first tenth of a few is at least the first of them; what must not be exceeded is rounded down.
        let first = grade.first.map { places -> Int64 in
            switch places {
            case .count(let places): places
            case .percent(let percent): max(1, count.share(percent: percent, isRounded: true))
            }
        }
        let most = grade.atMost.map { places -> Int64 in
            switch places {
            case .count(let places): places
            case .percent(let percent): count.share(percent: percent, isRounded: false)
            }
        }
        let byFirst = open.map { index in first.map { place(index, among: points, last: $0, isStrict: false) } }
        let fitting = open.indices.filter { fit[$0] && byFirst[$0]?.holds ?? true }.map { points[open[$0]] }
        return open.indices.map { offset in
            // Who is not among the first competes for no place.
            guard let most, byFirst[offset]?.holds ?? true else { return byFirst[offset] }
            return place(open[offset], among: fitting, last: most, isStrict: true)
        }
    }

    /// Whether a condition holds.
    ///
    /// - Parameters:
    ///   - targets: what assesses whoever is graded: each target's state and points, by id.
    ///   - headings: points of headings, by id.
    ///   - measure: measures a requirement of whoever is graded.
    func status(
        _ condition: GradeCondition, _ targets: [(id: String, state: TargetState, points: Int64?)], _ headings: [Total.HeadingStatus],
        _ measure: (Requirement) -> RequirementStatus
    ) -> GradeConditionStatus {
        func status(_ actual: Int64, _ least: Int64) -> GradeConditionStatus {
            GradeConditionStatus(condition: condition, holds: actual >= least, measured: nil, actual: actual, parts: [])
        }
        switch condition {
        case .requirement(let requirement):
            let measured = measure(requirement)
            return GradeConditionStatus(condition: condition, holds: measured.holds, measured: measured, actual: nil, parts: [])
        case .met(let ids, let least):
            return status(Int64(targets.count { target in (ids?.contains(target.id) ?? true) && target.state == .met }), least)
        case .earned(let ids, let least):
            return status(Int64(targets.count { target in (ids?.contains(target.id) ?? true) && target.points ?? 0 > 0 }), least)
        case .points(let ids, let least):
            let ofTargets = targets.filter { ids.contains($0.id) }.map { $0.points ?? 0 }
            return status((ofTargets + headings.filter { ids.contains($0.id) }.map(\.points)).sumClamped, least)
        case .oneOf(let conditions):
            let parts = conditions.map { self.status($0, targets, headings, measure) }
            return GradeConditionStatus(
                condition: condition, holds: parts.contains(where: \.holds), measured: nil, actual: nil, parts: parts)
        }
    }
}

extension RequirementStatus {
    /// Whether it is reached as things stand: a limit while it is kept.
    fileprivate var holds: Bool { requirement.isLimit ? state != .missed : reached >= Ratio(1) }
}

extension Int64 {
    /// So many per cent of it, rounded half up or down.
    fileprivate func share(percent: Int, isRounded: Bool) -> Int64 {
        multipliedClamped(by: Int64(percent)).addingClamped(isRounded ? 50 : 0) / 100
    }
}
