internal import Bookkeeping
public import CanonicalJSON
internal import Domain
public import EventLog
public import Rendering
internal import Wording

/// Who read personal data, when and what for: of one person, or of all.
public struct ReadingsView: View {
    public static let name = "readings"
    public static let parameters = ["owner"]

    public struct Row: Sendable {
        public let recorded: Timestamp
        /// The account or device.
        public let by: String
        public let purpose: String
        /// Whose data was read.
        public let owners: [Subject]
    }

    /// In the order of time.
    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let owner = try arguments["owner"].map { try context.owner($0) }
        var rows: [Row] = []
        try context.book.forEachReading(about: owner) { entry, purpose in
            guard try context.includes(entry.recorded) else { return }
            rows.append(Row(recorded: entry.recorded, by: entry.event.by, purpose: purpose, owners: entry.event.about))
        }
        self.rows = rows
    }

    public var json: JSONValue {
        .array(
            rows.map {
                ["recorded": .text($0.recorded), "by": .string($0.by), "purpose": .string($0.purpose), "owners": .texts($0.owners)]
            })
    }

    /// People are shown a few of the owners, and how many there are.
    private static let ownersShownMax = 3

    public var document: Document {
        var table = Table(
            Self.name,
            [
                .init("recorded", ColumnTitle.readWhen, .word), .init("by", ColumnTitle.readBy, .word),
                .init("purpose", ColumnTitle.readFor, .word), .init("owners", ColumnTitle.readOf),
            ])
        for row in rows {
            let owners = Phrase.some(row.owners.map { .plain($0) }, atMost: Self.ownersShownMax, zh: " ", en: " ")
            table.append([.plain(row.recorded), .plain(row.by), .plain(row.purpose), .text(owners)])
        }
        return Document(table)
    }
}

extension ViewContext {
    /// Whose data may be sealed: `visit:V1`, or a member by id, name or pinyin.
    fileprivate func owner(_ text: String) throws -> Subject {
        if let subject = Subject(text) { return subject }
        return try member(["member": text]).subject
    }

    /// Whether the day, and the state of knowledge, that are asked for include a time of recording.
    fileprivate func includes(_ recorded: Timestamp) throws -> Bool {
        let isKnown =
            switch request.cut {
            case nil: true
            case .position?: recorded <= known.recorded
            case .time?, .clock?: request.cut?.includes(known.position, recorded, by: known.clock) ?? true
            }
        guard isKnown, let day = request.asOf else { return isKnown }
        return try Occurrence(recorded, by: known.clock).first <= day
    }
}
