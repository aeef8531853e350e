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
    /// What decides about either.
    let limits: [Limit]

    /// Beside what the value before is shown, and the one after: where they differ, they do not look the same.
    public var limitsBefore: [Limit] { limits + (after?.ratio.map(Limit.beside) ?? []) }
    public var limitsAfter: [Limit] { limits + (before?.ratio.map(Limit.beside) ?? []) }
}

extension PlanStatus {
    /// Every figure that is another one in `other`, in the order of a report.
    public func changes(to other: PlanStatus) -> [FigureChange] {
        let (before, after) = (figures, other.figures)
        let afterward = Dictionary(after.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(before.map(\.key))
        let changed = before.compactMap { entry -> FigureChange? in
            let value = afterward[entry.key]?.value
            return value == entry.value
                ? nil : FigureChange(
                    figure: entry.figure, before: entry.value, after: value,
                    limits: entry.limits + (afterward[entry.key]?.limits ?? []))
        }
        return changed
            + after.filter { !known.contains($0.key) && $0.value != nil }
            .map { FigureChange(figure: $0.figure, before: nil, after: $0.value, limits: $0.limits) }
    }

    private struct Entry {
        let key: String
        let figure: FigureChange.Figure
        let value: FigureChange.Value?
        var limits: [Limit] = []

        init(_ key: String, _ figure: FigureChange.Figure, _ value: FigureChange.Value?, _ limits: [Limit] = []) {
            (self.key, self.figure, self.value, self.limits) = (key, figure, value, limits)
        }
    }

    private var figures: [Entry] {
        var entries: [Entry] = [
            Entry("total", .total, .points(points)), Entry("full", .full(target: nil), .points(of)),
            Entry("grade", .grade(nil), total.grade.map { .grade($0.title) }),
        ]
        for status in targets {
            let id = status.target.id
            entries.append(Entry("full \(id)", .full(target: id), status.target.points.map { .points($0) }))
            entries.append(Entry("points \(id)", .points(target: id), status.points.map { .points($0) }))
            entries.append(Entry("state \(id)", .state(target: id), .state(status.state)))
            for (index, requirement) in status.requirements.enumerated() {
                entries.append(
                    Entry("actual \(index) \(id)", .actual(target: id, requirement: index), .quantity(requirement.actual), requirement.limits))
            }
            for member in status.members {
                entries.append(
                    Entry(
                        "member \(member.member) \(id)", .memberPoints(member.member, target: id),
                        member.points.map { .points($0) } ?? .state(member.state)
                    ))
            }
        }
        for unit in targets.flatMap({ status in status.units.map { (status.target.id, $0) } }) {
            let (id, own) = unit
            entries.append(
                Entry(
                    "unit \(own.unit.kind.rawValue) \(own.unit.name) \(id)", .unitPoints(own.unit, target: id),
                    own.status.points.map { .points($0) } ?? .state(own.status.state)
                ))
        }
        for unit in units {
            let name = "\(unit.unit.kind.rawValue) \(unit.unit.name)"
            entries.append(Entry("unit total \(name)", .unitTotal(unit.unit), .points(unit.total.points)))
            entries.append(Entry("unit grade \(name)", .unitGrade(unit.unit), unit.total.grade.map { .grade($0.title) }))
        }
        for member in members {
            entries.append(Entry("total \(member.member)", .memberTotal(member.member), .points(member.total.points)))
            entries.append(Entry("grade \(member.member)", .grade(member.member), member.total.grade.map { .grade($0.title) }))
        }
        for item in calendar {
            entries.append(Entry("item \(item.item.id)", .calendar(item: item.item.id), .state(item.state)))
            entries.append(Entry("by \(item.item.id)", .fulfilledBy(item: item.item.id), item.fulfilledBy.map { .subject($0) }))
        }
        entries.append(Entry("unplanned", .unplanned, .activities(unplanned)))
        return entries
    }
}

extension FigureChange.Value {
    fileprivate var ratio: Ratio? { if case .quantity(let quantity) = self { quantity.ratio } else { nil } }
}
