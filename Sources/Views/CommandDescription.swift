public import CanonicalJSON
public import Domain
public import Rendering
internal import Wording

/// What a command is called, what it records and which fields it has: for help, and for forms. It needs no book.
public struct CommandDescription: Sendable {
    public let kind: CommandKind

    public init(_ kind: CommandKind) { self.kind = kind }

    /// - Throws: `Problem` where there is no such command.
    public init(named name: String) throws(Problem) {
        guard let kind = CommandCatalogue[name] else {
            let error = CommandError.unknownCommand(name)
            throw Problem(.usage, code: error.code, .commandError(error))
        }
        self.kind = kind
    }

    /// Its own fields, and behind them those that all commands have.
    private var fields: [CommandField] { kind.fields + CommandKind.envelope }

    private func isRequired(_ field: CommandField) -> Bool {
        field.isRequired || kind.needsReason && field.name == "reason"
    }

    public var json: JSONValue {
        let fields = fields.map { field -> JSONValue in
            var object = field.json(isRequired: isRequired(field))
            if let text = CommandFieldText.of(field.name, in: kind.name) {
                object["title"] = ["zh": .string(text.title.zh), "en": .string(text.title.en)]
            }
            return .object(object)
        }
        return ["command": .string(kind.name), "event": .string(kind.eventType), "fields": .array(fields)]
    }

    public var document: Document {
        var table = Table(
            "fields",
            [
                .init("name", .fieldColumn, .word), .init("required", .requiredColumn, .word),
                .init("form", .formColumn), .init("meaning", .meaningColumn),
            ])
        for field in fields {
            let text = CommandFieldText.of(field.name, in: kind.name)
            let meaning = text?.meaning ?? .plain("")
            let required = isRequired(field) ? Cell.text(.yes) : .empty
            table.append([.plain(field.name), required, .text(.form(field.form)), .text(meaning)])
        }
        let note = kind.takesMembers ? [Document.Block.paragraph(.memberOrMembers)] : []
        return Document([.paragraph(.recordsEvent(kind.name, kind.eventType)), .table(table)] + note)
    }
}

extension CommandField {
    fileprivate func json(isRequired: Bool) -> JSONObject {
        var object = form.json
        object["name"] = .string(name)
        object["required"] = .bool(isRequired)
        switch form {
        case .text, .personalText: object["lines"] = .bool(keepsLines)
        default: break
        }
        return object
    }
}

extension CommandField.Form {
    /// Its name, and what belongs to it.
    fileprivate var json: JSONObject {
        switch self {
        case .id(let kind): JSONObject(["type": "id", "kind": .string(kind)])
        case .subject: JSONObject(["type": "subject"])
        case .uuid: JSONObject(["type": "uuid"])
        case .text(let characterMax): JSONObject(["type": "text", "characterMax": .number(characterMax)])
        case .personalText: JSONObject(["type": "personal-text"])
        case .personalMonthDay: JSONObject(["type": "personal-month-day"])
        case .words(let words): JSONObject(["type": "words", "words": .texts(words)])
        case .openWord: JSONObject(["type": "open-word"])
        case .date: JSONObject(["type": "date"])
        case .occurrence: JSONObject(["type": "occurrence"])
        case .integer(let bounds):
            JSONObject([
                "type": "integer", "minimum": .integer(bounds.lowerBound), "maximum": .integer(bounds.upperBound),
            ])
        case .count: JSONObject(["type": "count"])
        case .money: JSONObject(["type": "money"])
        case .points: JSONObject(["type": "points"])
        case .position: JSONObject(["type": "position"])
        case .flag: JSONObject(["type": "flag"])
        case .list(let form, let canBeEmpty):
            JSONObject(["type": "list", "items": .object(form.json), "canBeEmpty": .bool(canBeEmpty)])
        case .object(let fields):
            JSONObject(["type": "object", "fields": .array(fields.map { .object($0.json(isRequired: $0.isRequired)) })])
        case .changes: JSONObject(["type": "changes"])
        }
    }
}
