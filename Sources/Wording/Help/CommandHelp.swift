public import Domain

/// What the help of a command line says: what the command does, what else there is to know, and examples.
public struct CommandHelp: Sendable {
    /// One line without a full stop.
    public let abstract: Phrase
    private let remarks: Phrase?
    private let examples: [Example]

    /// A command line without the program's name. What is data in it is in the reader's language.
    struct Example: ExpressibleByStringLiteral, Sendable {
        let line: Phrase

        init(_ line: String, english: String) { self.line = Phrase(zh: line, en: english) }
        init(stringLiteral line: String) { self.line = .plain(line) }
    }

    init(zh: String, en: String, remarks: Phrase? = nil, examples: Example...) {
        abstract = Phrase(zh: zh, en: en)
        self.remarks = remarks
        self.examples = examples
    }

    /// What is below the abstract: sentences, and an example a line.
    public var discussion: Phrase {
        let examples = examples.map { Phrase(zh: "示例：", en: "EXAMPLE: ") + .plain("minutebook ") + $0.line }
        let parts = [remarks, examples.isEmpty ? nil : .joined(examples, zh: "\n", en: "\n")].compactMap(\.self)
        return .joined(parts, zh: "\n\n", en: "\n\n")
    }
}

extension Phrase {
    /// What is said of an option that is a field of a command; nil where the command has no such field.
    ///
    /// - Parameter isFound: whether a member's name may be written in place of the id.
    public static func option(_ name: String, of command: CommandKind, isFound: Bool) -> Phrase? {
        guard let field = (command.fields + CommandKind.envelope).first(where: { $0.name == name }),
            let text = CommandFieldText.of(name, in: command.name)
        else { return nil }
        let numbered = command.numbered == name ? Phrase(zh: "，不填则自动编号", en: "") : plain("")
        let found = isFound ? Phrase(zh: "，也可写姓名或拼音", en: " A name or pinyin will do.") : plain("")
        return text.meaning + note(field.form) + numbered + found
    }

    /// What a person has to know of the form before writing. In English, the meaning says what is sealed, and what the book numbers.
    private static func note(_ form: CommandField.Form) -> Phrase {
        switch form {
        case .words(let words):
            Phrase(zh: "：\(words.joined(separator: "、"))", en: " One of: \(words.joined(separator: ", ")).")
        case .personalText: Phrase(zh: "，加密封存", en: "")
        case .personalMonthDay: Phrase(zh: "（月-日），加密封存", en: "")
        default: plain("")
        }
    }
}
