public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// What members said at activities 发言, in the order in which it was recorded.
public struct SpeechesView: View {
    public static let name = "speeches"

    public struct Row: Sendable {
        public let speech: SpeechID
        /// With each member once, by the id that goes on.
        public let given: SpeechGiven
        public let date: Occurrence
        public let evidence: [Position]
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) {
        rows = context.state.speechRows { _ in true }
    }

    public var json: JSONValue {
        .array(rows.map { row in .object(row.json { $0["activity"] = .text(row.given.activity) }) })
    }

    public var document: Document { Document(rows.table(hasActivity: true)) }
}

extension State {
    /// Speeches that are on record, in the order of recording.
    package func speechRows(where isMeant: (SpeechGiven) -> Bool) -> [SpeechesView.Row] {
        speeches.values.compactMap { speech in
            guard let given = speech.given, isMeant(given.fact) else { return nil }
            var fact = given.fact
            fact.members = canonical(fact.members)
            return SpeechesView.Row(speech: speech.id, given: fact, date: given.occurred, evidence: speech.evidence.sorted())
        }
    }
}

extension SpeechesView.Row {
    /// - Parameter more: adds what it has where it is not one activity's own list.
    func json(_ more: (inout JSONObject) -> Void = { _ in }) -> JSONObject {
        var object = JSONObject([
            "speech": .text(speech), "date": .when(date), "item": .text(given.item), "members": .texts(given.members),
            "form": .code(given.form), "title": .text(given.title), "text": .text(given.text), "on": .text(given.on),
            "evidence": .positions(evidence),
        ])
        more(&object)
        return object
    }
}

extension [SpeechesView.Row] {
    /// - Parameter hasActivity: whether a column says where a speech was given.
    func table(hasActivity: Bool) -> Table {
        var table = Table(
            SpeechesView.name,
            [.init("speech", ColumnTitle.id, .word), .init("date", ColumnTitle.date, .date)]
                + (hasActivity ? [.init("activity", ColumnTitle.activity, .word)] : [])
                + [
                    .init("item", ColumnTitle.agendaItem, .word), .init("members", ColumnTitle.speakers),
                    .init("form", ColumnTitle.speechForm, .word), .init("title", ColumnTitle.speech),
                ])
        for row in self {
            let given = row.given
            table.append(
                [.id(row.speech), given.on.map { .date($0) } ?? .when(row.date)] + (hasActivity ? [.id(given.activity)] : [])
                    + [
                        .id(given.item), .texts(given.members.map(\.description)), .code(given.form, .speechForm(given.form)),
                        .text(given.title ?? given.text),
                    ], evidence: row.evidence)
        }
        return table
    }
}
