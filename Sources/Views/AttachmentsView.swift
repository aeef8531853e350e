public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// What is attached to what, in the order in which the attachments were added.
public struct AttachmentsView: View {
    public static let name = "attachments"

    public struct Row: Sendable {
        public let added: AttachmentAdded
        public let name: PersonalReading
        /// The entry that says so.
        public let position: Position
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let links = context.state.attachments.values.flatMap(\.links)
        rows = links.isEmpty ? [] : try context.reading { reader in
            try links.map { Row(added: $0.fact, name: try reader.name(of: $0.fact), position: $0.position) }
        }
    }

    public var json: JSONValue {
        .array(
            rows.map { row in
                var object = JSONObject([
                    "attachment": .text(row.added.attachment), "bytes": .integer(row.added.bytes), "to": .text(row.added.to),
                    "owner": .text(row.added.owner), "mediaType": .text(row.added.mediaType),
                    "position": .integer(row.position.value),
                ])
                object.setName(row.name)
                return .object(object)
            })
    }

    public var document: Document {
        var table = Table(
            Self.name,
            [
                .init("attachment", ColumnTitle.hash, .word), .init("bytes", ColumnTitle.bytes, .number),
                .init("to", ColumnTitle.attachedTo, .word), .init("owner", ColumnTitle.sealedFor, .word), .init("name", ColumnTitle.title),
            ])
        for row in rows {
            table.append(
                [
                    .id(row.added.attachment), .number(row.added.bytes), .id(row.added.to), .id(row.added.owner), .name(row.name),
                ], evidence: [row.position])
        }
        return Document(table)
    }
}
