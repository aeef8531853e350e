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

    var json: JSONValue {
        let uses = status.uses(of: subject)
        var object = JSONObject.basis(status)
        object["subject"] = .text(subject)
        object["title"] = .text(title)
        object["targets"] = .array(
            uses.targets.map { ["id": .string($0.target.id), "title": .text($0.target.title), "line": $0.line.json] })
        object["calendar"] = .array(uses.items.map(\.json))
        return .object(object)
    }

    var document: Document {
        let uses = status.uses(of: subject)
        var table = Table(
            "uses", [.init("id", ColumnTitle.none, .word), .init("title", ColumnTitle.none), .init("finding", ColumnTitle.none)])
        for (target, line) in uses.targets {
            table.append([.plain("  \(target.id)"), .text(.localized(target.title)), .text(.outcome(line))])
        }
        for item in uses.items {
            table.append([
                .plain("  \(item.item.id)"), .text(.localized(item.item.title)), item.link.map { .code($0, .calendarLink($0)) } ?? .empty,
            ])
        }
        let isUnused = uses.targets.isEmpty && uses.items.isEmpty
        let body = isUnused ? Document.Block.paragraph(.plain("  ") + .countsForNothing) : .table(table)
        return Document([.paragraph(name), body])
    }
}
