/// Help of `minutebook attachment`.
public enum AttachmentHelp {
    public static let noun = CommandHelp(zh: "附件：纪要、扫描件、报告", en: "Attachments: minutes, scans, reports")

    public static let add = CommandHelp(
        zh: "存入附件", en: "Store a file in the book and say what it belongs to",
        remarks: Phrase(
            zh: "只涉及一个人的附件（如病假条），用 --owner 以其本人的钥匙封存：删除此人的个人信息时，附件一并消失。",
            en: "An attachment about one person, such as a doctor's note, is sealed under that person's key with --owner. "
                + "It is gone when the person is erased."),
        examples: "attachment add minutes.pdf --to activity:S1", "attachment add note.jpg --to activity:S1 --owner member:M07")
    public static let list = CommandHelp(zh: "附件一览", en: "List the attachments", examples: "attachment list")
    public static let save = CommandHelp(
        zh: "取出附件，并核对哈希", en: "Write an attachment to a file, checked against its hash",
        examples: "attachment save 9f86d081 -o minutes.pdf")

    public static let file = Phrase(zh: "要存入的文件", en: "The file to store.")
    public static let to = Phrase(zh: "附于何处，如 activity:S1", en: "What it belongs to, such as activity:S1.")
    public static let name = Phrase(zh: "名称，不写则为文件名", en: "What it is called; by default the file's name.")
    public static let mediaType = Phrase(zh: "文件类型，如“application/pdf”", en: "Its media type, such as application/pdf.")
    public static let owner = Phrase(zh: "以何人的钥匙封存，如 member:M07", en: "The person under whose key it is sealed, such as member:M07.")
    public static let hash = Phrase(zh: "哈希，或其开头几位", en: "The hash, or its first characters.")
}
