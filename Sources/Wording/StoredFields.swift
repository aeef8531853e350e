internal import CanonicalJSON
internal import Domain
internal import EventLog

/// A field of an event, or of an object in one, as the schema of the command that records it declares it.
struct StoredField {
    /// The event's.
    let type: String
    /// Its name, or the path to it through objects.
    let path: String
    /// Of a list, that of each element; nil where no command records the type.
    let form: CommandField.Form?

    init(_ name: String, in type: String) {
        let command = CommandCatalogue.kinds.first { $0.eventType == type }
        self.init(type: type, path: name, declared: command?.fields.first { $0.name == name }?.form)
    }

    private init(type: String, path: String, declared: CommandField.Form?) {
        (self.type, self.path) = (type, path)
        if case .list(let element, _) = declared { form = element } else { form = declared }
    }

    private func inner(_ name: String) -> StoredField {
        var declared: CommandField.Form?
        if case .object(let fields) = form { declared = fields.first { $0.name == name }?.form }
        return StoredField(type: type, path: "\(path).\(name)", declared: declared)
    }

    /// As it is stored where no command records it.
    var title: Phrase {
        let command = CommandCatalogue.kinds.first { $0.eventType == type }?.name ?? ""
        guard let title = CommandFieldText.of(path, in: command)?.title else { return .plain(path.split(separator: ".").last ?? "") }
        // What a figure is written in stands in brackets; here it is shown behind the figure.
        guard form == .money || form == .points else { return title }
        return title.map { text in text.split(separator: "（").first.map(String.init) ?? text }
    }

    /// `类型：视察`
    func line(_ value: JSONValue) -> Phrase { title + Phrase(zh: "：", en: ": ") + words(value) }

    func words(_ value: JSONValue) -> Phrase {
        switch value {
        case .string(let text): words(text)
        case .integer(let number): words(number)
        case .bool(let isSo): isSo ? Phrase.yes : Phrase(zh: "否", en: "no")
        case .array(let values):
            values.contains { $0.objectValue != nil }
                ? .joined(values.map(words), zh: "；", en: "; ") : .joined(values.map(words))
        case .object(let object): words(object)
        case .null: Phrase(zh: "无", en: "none")
        }
    }

    private func words(_ text: String) -> Phrase {
        switch form {
        case .words(let words): Phrase.storedWord(text, of: words) ?? .plain(text)
        case .openWord: OpenWord(text).flatMap { Phrase.openWord($0, of: path, in: type) } ?? .plain(text)
        case .subject: Subject(text).map(Phrase.subject) ?? .plain(text)
        default: .plain(text)
        }
    }

    private func words(_ number: Int64) -> Phrase {
        switch form {
        case .money: Phrase(zh: "\(Phrase.yuan(number)) 元", en: "\(Phrase.yuan(number)) yuan")
        case .points: Phrase(zh: "\(Phrase.points(number)) 分", en: Phrase.points(number))
        case .position: .plain("#\(number)")
        default: .plain(number)
        }
    }

    /// One object by the titles of its fields: `序号 1，表态 赞成，票数 55`.
    private func words(_ object: JSONObject) -> Phrase {
        if object["sealed"] != nil { return .sealed }
        if let words = object["words"]?.stringValue { return .plain(words) }
        if form == .object(ActQuantity.fields), let amount = object["amount"]?.integerValue, let unit = object["of"]?.stringValue.flatMap(OpenWord.init) {
            return .quantity(amount, of: unit)
        }
        let parts = object.members.map { member in
            let field = inner(member.key)
            let words = field.words(member.value)
            guard let object = member.value.objectValue, object["sealed"] == nil else { return field.title + .plain(" ") + words }
            return field.title + Phrase(zh: "（", en: " (") + words + Phrase(zh: "）", en: ")")
        }
        return .joined(parts, zh: "，", en: ", ")
    }
}
