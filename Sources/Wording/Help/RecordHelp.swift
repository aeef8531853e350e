/// Help of `minutebook record`.
public enum RecordHelp {
    /// - Parameter commands: names of all commands.
    public static func record(_ commands: [String]) -> CommandHelp {
        CommandHelp(
            zh: "逐行记录 JSON 命令", en: "Record commands, one JSON object a line",
            remarks: Phrase(
                zh: "每行一个命令，每行回一个结果；结果印出时已经落盘。如：\n"
                    + "{\"command\":\"visit.record\",\"to\":\"困难户\",\"occurred\":\"2019-02-18\"}\n\n"
                    + "全部命令：\(commands.joined(separator: " "))",
                en: "Each line is a command and gets a result line, which is printed once the command is durable. A line:\n"
                    + "{\"command\":\"visit.record\",\"to\":\"a family\",\"occurred\":\"2019-02-18\"}\n\n"
                    + "COMMANDS: \(commands.joined(separator: ", "))"),
            examples: "record commands.ndjson", "record --help-command visit.record")
    }

    public static let file = Phrase(zh: "文件；写 - 为标准输入", en: "A file, or - for standard input.")
    public static let atomic = Phrase(zh: "要么全部记下，要么都不记", en: "Record all or nothing.")
    public static let by = Phrase(zh: "没有写明记录人的命令，由谁记录", en: "Who records what does not say who does.")
    public static let helpCommand = Phrase(zh: "说明一种命令有哪些字段，不记录", en: "Show the fields of a command; nothing is recorded.")
}
