public import Domain
public import EventLog

/// A figure that is not the same in two assessments.
public struct FigureChange: Equatable, Sendable {
    public enum Figure: Equatable, Sendable {
        case total
        /// Full marks of a target; of the whole, where that is nil.
        case full(target: String?)
        case points(target: String)
        case state(target: String)
        case actual(target: String, requirement: Int)
        case memberTotal(MemberID)
        case memberPoints(MemberID, target: String)
        case unitTotal(Affiliation)
        case unitPoints(Affiliation, target: String)
        case unitGrade(Affiliation)
        case grade(MemberID?)
        case calendar(item: String)
        case fulfilledBy(item: String)
        case unplanned
    }

    public enum Value: Equatable, Sendable {
        /// Hundredths.
        case points(Int64)
        case state(TargetState)
        case quantity(Quantity)
        case grade(LocalizedText)
        case subject(Subject)
        case activities([ActivityID])
    }

    public let figure: Figure
    /// Nil where there is no such figure.
    public let before: Value?
    public let after: Value?
}

extension PlanStatus {
    /// Every figure that is another one in `other`, in the order of a report.
    public func changes(to other: PlanStatus) -> [FigureChange] {
        let (before, after) = (figures, other.figures)
        let afterward = Dictionary(after.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(before.map(\.key))
        let changed = before.compactMap { entry -> FigureChange? in
            let value = afterward[entry.key]?.value
            return value == entry.value ? nil : FigureChange(figure: entry.figure, before: entry.value, after: value)
        }
        return changed
            + after.filter { !known.contains($0.key) && $0.value != nil }
            .map { FigureChange(figure: $0.figure, before: nil, after: $0.value) }
    }

    private typealias Entry = (key: String, figure: FigureChange.Figure, value: FigureChange.Value?)

    private var figures: [Entry] {
        var entries: [Entry] = [
            ("total", .total, .points(points)), ("full", .full(target: nil), .points(of)), ("grade", .grade(nil), total.grade.map { .grade($0.title) }),
        ]
        for status in targets {
            let id = status.target.id
            entries.append(("full \(id)", .full(target: id), status.target.points.map { .points($0) }))
            entries.append(("points \(id)", .points(target: id), status.points.map { .points($0) }))
            entries.append(("state \(id)", .state(target: id), .state(status.state)))
            for (index, requirement) in status.requirements.enumerated() {
                entries.append(
                    ("actual \(index) \(id)", .actual(target: id, requirement: index), .quantity(requirement.actual)))
            }
            for member in status.members {
                entries.append(
                    (
                        "member \(member.member) \(id)", .memberPoints(member.member, target: id),
                        member.points.map { .points($0) } ?? .state(member.state)
                    ))
            }
        }
        for unit in targets.flatMap({ status in status.units.map { (status.target.id, $0) } }) {
            let (id, own) = unit
            entries.append(
                (
                    "unit \(own.unit.kind.rawValue) \(own.unit.name) \(id)", .unitPoints(own.unit, target: id),
                    own.status.points.map { .points($0) } ?? .state(own.status.state)
                ))
        }
        for unit in units {
            let name = "\(unit.unit.kind.rawValue) \(unit.unit.name)"
            entries.append(("unit total \(name)", .unitTotal(unit.unit), .points(unit.total.points)))
            entries.append(("unit grade \(name)", .unitGrade(unit.unit), unit.total.grade.map { .grade($0.title) }))
        }
        for member in members {
            entries.append(("total \(member.member)", .memberTotal(member.member), .points(member.total.points)))
            entries.append(("grade \(member.member)", .grade(member.member), member.total.grade.map { .grade($0.title) }))
        }
        for item in calendar {
            entries.append(("item \(item.item.id)", .calendar(item: item.item.id), .state(item.state)))
            entries.append(("by \(item.item.id)", .fulfilledBy(item: item.item.id), item.fulfilledBy.map { .subject($0) }))
        }
        entries.append(("unplanned", .unplanned, .activities(unplanned)))
        return entries
    }
}
