public import Domain
internal import EventLog

/// What people read of one field of a command.
public struct CommandFieldText: Equatable, Sendable {
    public let title: Phrase
    /// What is written in it, as its schema says.
    public let description: String

    /// The title in Chinese, which says enough; in English the description.
    public var meaning: Phrase { Phrase(zh: title.zh, en: description) }

    init(zh: String, en: String, description: String) {
        title = Phrase(zh: zh, en: en)
        self.description = description
    }

    /// Of a command's own field, or of one that all commands have; nil for a field that does not exist.
    public static func of(_ field: String, in command: String) -> CommandFieldText? {
        all[command]?[field] ?? all[""]?[field]
    }
}

extension Phrase {
    /// What is written in a field of a command.
    public static func form(_ form: CommandField.Form) -> Phrase {
        switch form {
        case .id(let kind): noun(Subject(kind: kind, id: "")) + Phrase(zh: "编号", en: " id")
        case .subject: Phrase(zh: "类别和编号，如 member:M07", en: "kind and id, such as member:M07")
        case .uuid: Phrase(zh: "通用唯一标识", en: "UUID")
        case .text(let characterMax):
            Phrase(zh: "文字，最多 \(characterMax) 字", en: "text, at most \(characterMax) characters")
        case .personalText: Phrase(zh: "文字，加密封存", en: "text, sealed when recorded")
        case .personalMonthDay: Phrase(zh: "月-日，加密封存", en: "MM-DD, sealed when recorded")
        case .words(let words):
            Phrase(zh: "选一个：\(words.joined(separator: "、"))", en: "one of \(words.joined(separator: ", "))")
        case .openWord: Phrase(zh: "词", en: "word")
        case .date: Phrase(zh: "日期", en: "date")
        case .occurrence: Phrase(zh: "日期、时间或平常的说法", en: "date, time, or words for one")
        case .integer(let bounds):
            Phrase(
                zh: "\(bounds.lowerBound) 到 \(bounds.upperBound) 的整数",
                en: "whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
        case .count: Phrase(zh: "正整数", en: "whole number from 1")
        case .money: Phrase(zh: "金额，以分计", en: "money in fen")
        case .points: Phrase(zh: "分数，以百分之一分计", en: "points in hundredths")
        case .position: Phrase(zh: "条目序号", en: "position of an entry")
        case .flag: Phrase(zh: "“true”或“false”", en: "true or false")
        case .list(let form, _): Phrase(zh: "列表，每项：", en: "list, each: ") + .form(form)
        case .object(let fields): .fieldNames(fields)
        case .changes: Phrase(zh: "要改的各项", en: "the fields to change")
        }
    }

    private static func fieldNames(_ fields: [CommandField]) -> Phrase {
        let names = fields.map(\.name)
        return Phrase(zh: "含 \(names.joined(separator: "、")) 的对象", en: "object with \(names.joined(separator: ", "))")
    }

    public static let fieldColumn = Phrase(zh: "字段", en: "field")
    public static let requiredColumn = Phrase(zh: "必填", en: "required")
    public static let meaningColumn = Phrase(zh: "含义", en: "meaning")
    public static let formColumn = Phrase(zh: "写法", en: "what is written")
    public static let yes = Phrase(zh: "是", en: "yes")

    /// The title of a command's description.
    public static func recordsEvent(_ command: String, _ eventType: String) -> Phrase {
        Phrase(zh: "\(command)：", en: "\(command): ") + .eventType(eventType)
    }

    public static let memberOrMembers = Phrase(
        zh: "“member”和“members”只填一个；多人时每人记一条。", en: "Give 'member', or 'members' for several: one entry each.")
}
