public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// The minutes of an activity 会议记录: every version, with its text. People read the version that they name, or else the last.
public struct MinutesView: View {
    public static let name = "minutes"
    public static let parameters = ["activity", "version"]

    public struct Row: Sendable {
        public let minutes: MinutesID
        public let version: Minutes.Version
        /// As it was filed.
        public let text: PersonalReading
    }

    public let activity: ActivityID
    public let title: String
    public let rows: [Row]
    private let number: Int64?

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let (activity, schedule) = try context.activity(arguments)
        let number = try arguments.integer("version", in: 1...Int64(Int32.max))
        self.activity = activity.id
        self.number = number
        title = schedule.title
        let versions = context.state.minutes(of: activity.id).flatMap { minutes in minutes.versions.map { (minutes.id, $0) } }
        let isThere = number.map { number in versions.contains { $0.1.number == Int(number) } } ?? !versions.isEmpty
        guard isThere else { throw Problem(.notFound, code: "no-such-minutes", MinutesText.noMinutes(activity.id)) }
        rows = try context.reading { reader in
            try versions.map { Row(minutes: $0, version: $1, text: try reader.text(of: $1.drafted.fact)) }
        }
    }

    public var json: JSONValue {
        [
            "activity": .text(activity), "title": .string(title),
            "versions": .array(
                rows.map { row in
                    var object = row.version.json(of: row.minutes)
                    object.setReading("text", row.text)
                    return .object(object)
                }),
        ]
    }

    public var document: Document {
        let lines = rows.map { row in Document.Block.paragraph(row.version.line(of: row.minutes)) }
        let shown = rows.last { row in number.map { Int($0) == row.version.number } ?? true }
        return Document(
            title: MinutesText.title(title), subtitle: .plain(""),
            sections: [.init(lines)] + (shown.map { [.init([$0.block])] } ?? []))
    }
}

extension MinutesView.Row {
    fileprivate var block: Document.Block {
        if case .text(let text) = text { .code(text + "\n") } else { .paragraph(.name(text)) }
    }
}

extension Minutes.Version {
    func json(of minutes: MinutesID) -> JSONObject {
        var object = JSONObject([
            "minutes": .text(minutes), "version": .number(number), "drafted": .when(drafted.occurred), "evidence": .positions(evidence),
        ])
        object["approved"] = approved.map { ["date": .when($0.occurred), "by": .string($0.fact.approvedBy)] } ?? .null
        return object
    }

    /// `K1  第 1 稿，2026-03-13 提交，主席 2026-03-20 审定`.
    func line(of minutes: MinutesID) -> Phrase {
        let parts = [MinutesText.version(number), MinutesText.drafted(drafted.occurred)] + (approved.map { [MinutesText.approved($0.fact.approvedBy, $0.occurred)] } ?? [])
        return .plain("\(minutes)  ") + .joined(parts, zh: "，")
    }
}
