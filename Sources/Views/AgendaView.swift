public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// The agendas 议程 of activities, in the order of the activities, each in its own order; of one activity, where that is asked for.
public struct AgendaView: View {
    public static let name = "agenda"
    public static let parameters = ["activity"]

    public struct Row: Sendable {
        public let activity: ActivityID
        /// From 1, without gaps: items that were postponed or dropped keep their places.
        public let number: Int
        public let item: AgendaItemID
        /// As it was added; without day and sitting where it was postponed to the activity.
        public let added: AgendaItemAdded
        /// The activity whose agenda it was on before it was postponed to this one.
        public let from: ActivityID?
        /// What became of it there; nil for nothing yet.
        public let ended: Recorded<AgendaItemEnded>?
        public let evidence: [Position]
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        if arguments["activity"] != nil {
            rows = context.state.agendaRows(of: try context.activity(arguments).0.id)
        } else {
            rows = context.state.activities.values.flatMap { context.state.agendaRows(of: $0.id) }
        }
    }

    public var json: JSONValue {
        .array(rows.map { row in .object(row.json { $0["activity"] = .text(row.activity) }) })
    }

    public var document: Document { Document(rows.table(hasActivity: true)) }
}

extension State {
    /// The agenda of an activity with what became of its items there.
    func agendaRows(of activity: ActivityID) -> [AgendaView.Row] {
        agenda(of: activity).enumerated().compactMap { index, item in
            guard var added = item.added?.fact, let place = item.listings.lastIndex(where: { $0.activity == activity }) else { return nil }
            added.members = canonical(added.members)
            // A day and a sitting are of the activity that it was put on the agenda of.
            if place > 0 { (added.on, added.sitting) = (nil, nil) }
            return AgendaView.Row(
                activity: activity, number: index + 1, item: item.id, added: added,
                from: place > 0 ? item.listings[place - 1].activity : nil, ended: item.listings[place].ended, evidence: item.evidence.sorted())
        }
    }
}

extension AgendaView.Row {
    /// - Parameter more: adds what it has where it is not one activity's own list.
    func json(_ more: (inout JSONObject) -> Void = { _ in }) -> JSONObject {
        var object = JSONObject([
            "item": .text(item), "number": .number(number), "title": .string(added.title), "presenter": .text(added.presenter),
            "members": .texts(added.members), "on": .text(added.on), "sitting": .number(added.sitting), "from": .text(from),
            "outcome": .code(ended?.fact.outcome), "to": .text(ended?.fact.to), "note": .text(ended?.fact.note),
            "evidence": .positions(evidence),
        ])
        more(&object)
        return object
    }

    /// What became of it, with where to and why.
    var outcome: Phrase {
        guard let ended = ended?.fact else { return .plain("") }
        return .joined([.agendaOutcome(ended.outcome), ended.to.map { .postponed(to: $0) }, ended.note.map { .plain($0) }].compactMap(\.self))
    }
}

extension [AgendaView.Row] {
    /// - Parameter hasActivity: whether a column says whose agenda an item is on.
    func table(hasActivity: Bool) -> Table {
        let hasDays = contains { $0.added.on != nil || $0.added.sitting != nil }
        var table = Table(
            AgendaView.name,
            (hasActivity ? [.init("activity", ColumnTitle.activity, .word)] : [])
                + [
                    .init("number", ColumnTitle.agendaNumber, .number), .init("item", ColumnTitle.id, .word),
                    .init("title", ColumnTitle.agendaItem), .init("presenter", ColumnTitle.presenter),
                ] + (hasDays ? [.init("when", ColumnTitle.when)] : []) + [.init("outcome", ColumnTitle.outcome)])
        for row in self {
            let presenters = [row.added.presenter].compactMap(\.self) + row.added.members.map(\.description)
            let when: [Phrase] = [row.added.on.map { .plain($0) }, row.added.sitting.map { .sitting($0) }].compactMap(\.self)
            table.append(
                (hasActivity ? [.id(row.activity)] : []) + [.number(row.number), .id(row.item), .plain(row.added.title), .texts(presenters)]
                    + (hasDays ? [.text(.joined(when))] : []) + [.text(row.outcome)], evidence: row.evidence)
        }
        return table
    }
}
