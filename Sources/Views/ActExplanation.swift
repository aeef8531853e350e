public import Assessment
internal import CanonicalJSON
internal import Domain
public import EventLog
internal import Rendering
internal import Wording

/// What an act counted for, and which item of the calendar it fulfils.
public struct ActExplanation: Sendable {
    public let subject: Subject
    /// Nil for what has no title.
    public let title: String?
    public let status: PlanStatus
    private let name: Phrase

    init(_ subject: Subject, _ status: PlanStatus, _ context: ViewContext) {
        self.subject = subject
        self.status = status
        title = context.state.title(of: subject)
        name = .act(subject, in: context.state)
    }

    /// Hundredths, before any cap and floor.
    private var earned: Ratio { status.uses(of: subject).lines.map(\.line.points).reduce(Ratio(0), +) }

    var json: JSONValue {
        let uses = status.uses(of: subject)
        var object = JSONObject.basis(status)
        object["subject"] = .text(subject)
        object["title"] = .text(title)
        object["points"] = .integer(earned.rounded)
        object["targets"] = .array(
            uses.lines.grouped.map { target, uses in
                ["id": .string(target.id), "title": .text(target.title), "lines": .array(uses.map(\.json))]
            })
        object["calendar"] = .array(uses.items.map(\.json))
        return .object(object)
    }

    var document: Document {
        let uses = status.uses(of: subject)
        let hasPoints = uses.lines.contains { $0.line.points != Ratio(0) }
        var table = Table(
            "uses",
            [.init("id", ColumnTitle.none, .word), .init("title", ColumnTitle.none)]
                + (hasPoints ? [.init("points", ColumnTitle.none, .points)] : []) + [.init("finding", ColumnTitle.none)])
        for use in uses.lines {
            let whom: Phrase? = if case .unit(let unit) = use.of { .plain("\(unit.name) ") } else { nil }
            let points: Cell = use.line.points == Ratio(0) ? .empty : .points(hundredths: use.line.points.rounded)
            table.append(
                [.plain("  \(use.target.id)"), .text(.localized(use.target.title))] + (hasPoints ? [points] : [])
                    + [.text((whom ?? .plain("")) + .outcome(of: use))])
        }
        for item in uses.items {
            table.append(
                [.plain("  \(item.item.id)"), .text(.localized(item.item.title))] + (hasPoints ? [.empty] : [])
                    + [item.link.map { .code($0, .calendarLink($0)) } ?? .empty])
        }
        let isUnused = uses.lines.isEmpty && uses.items.isEmpty
        let body = isUnused ? Document.Block.paragraph(.plain("  ") + .countsForNothing) : .table(table)
        return Document([.paragraph(name), body] + (hasPoints ? [.paragraph(.earnedTogether(earned.rounded))] : []))
    }
}

extension ActUse {
    fileprivate var json: JSONValue {
        var object = JSONObject(["line": line.json])
        switch of {
        case .body: break
        case .member(let member): object["member"] = .text(member)
        case .unit(let unit): object["unit"] = unit.json
        }
        return .object(object)
    }
}

extension [ActUse] {
    /// In the order of the targets.
    fileprivate var grouped: [(target: Target, uses: [ActUse])] {
        reduce(into: []) { groups, use in
            if groups.last?.target.id == use.target.id {
                groups[groups.count - 1].uses.append(use)
            } else {
                groups.append((use.target, [use]))
            }
        }
    }
}
