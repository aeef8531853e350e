/// Help of `minutebook minutes`.
public enum MinutesHelp {
    public static let noun = CommandHelp(zh: "会议记录：生成、提交、审定、查看", en: "Minutes: make a draft, file it, approve it, read it")

    public static let make = CommandHelp(
        zh: "按签到、议程、发言、表决和决议生成会议记录草稿", en: "Make a draft of the minutes from register, agenda, speeches, ballots and decisions",
        remarks: Phrase(
            zh: "写成文本文件，改好后用 minutebook minutes draft 提交。生成草稿不留记录。",
            en: "Edit the file, and file it with 'minutebook minutes draft'. Making a draft records nothing."),
        examples: "minutes make A3 -o draft.md")
    public static let draft = CommandHelp(
        zh: "提交会议记录：每次提交是新的一稿，以前的各稿不变", en: "File minutes: each time a new version; earlier ones stay as they are",
        remarks: Phrase(
            zh: "文字加密封存，最多 12000 字；更长的用 minutebook attachment add 附上，对象写成 minutes:K1。",
            en: "The text is sealed, at most 12,000 characters. Attach a longer one with 'minutebook attachment add' and --to, such as "
                + "minutes:K1."),
        examples: "minutes draft A3 draft.md")
    public static let file = Phrase(zh: "会议记录的文件，文本格式", en: "File of the minutes, UTF-8 text.")
    public static let approve = CommandHelp(
        zh: "审定会议记录最近的一稿", en: "Approve the last draft of minutes",
        examples: .init("minutes approve K1 --approved-by 主席", english: "minutes approve K1 --approved-by chair"))
    public static let show = CommandHelp(
        zh: "查看会议记录：各稿和最近一稿的文字", en: "Show the versions of the minutes of an activity, and the text of the last",
        examples: "minutes show A3", "minutes show A3 --version 1")
    public static let version = Phrase(zh: "查看第几稿", en: "Which version to show, 1 for the first.")
}
