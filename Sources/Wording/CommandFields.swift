/// What people read of one field of a command.
public struct CommandFieldText: Equatable, Sendable {
    public let title: Phrase
    /// What is written in it, as its schema says.
    public let description: String

    init(zh: String, en: String, description: String) {
        title = Phrase(zh: zh, en: en)
        self.description = description
    }

    /// Nil for a command or a field that does not exist.
    public static func of(_ field: String, in command: String) -> CommandFieldText? { all[command]?[field] }
}
