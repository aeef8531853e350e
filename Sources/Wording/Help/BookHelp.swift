/// Help of `minutebook` itself, of `demo`, and of `minutebook book`.
public enum BookHelp {
    public static let program = CommandHelp(
        zh: "履职簿：每个数字都查得到出处的履职台账", en: "An activity ledger in which every figure leads back to what happened",
        remarks: Phrase(
            zh: "每次会议、每件提案随时记下；谁到了会、计划完成多少、年终每个数从哪来，随时可查。",
            en: "Record meetings and proposals as they happen. See at any time who attended, how far the plan is met, and where each "
                + "figure of the year-end report comes from."),
        examples: "demo books", "status --book books/P6.db")
    public static let demo = CommandHelp(
        zh: "制作示例簿", en: "Make the demo books of the source plans", examples: "demo books --only P6")
    public static let noun = CommandHelp(zh: "履职簿本身", en: "The book itself")
    public static let open = CommandHelp(
        zh: "建一本新簿", en: "Start a book",
        examples: .init(
            "book open 2026.db --name 某某街道政协联络处 --kind 联络处", english: "book open 2026.db --name Donghe --kind liaison-office"))

    public static let demoFolder = Phrase(zh: "存放示例簿的目录", en: "The folder for the books.")
    public static let only = Phrase(zh: "只做这一本", en: "Make only this book.")
    public static let seeds = Phrase(zh: "示例数据的目录", en: "The folder of the seeds.")
    public static let name = Phrase(zh: "单位名称", en: "Name of the body.")
    public static let kind = Phrase(zh: "单位性质", en: "What kind of body it is.")
    public static let timeZone = Phrase(
        zh: "时区的标准名称，如“Asia/Urumqi”；一天从哪时到哪时，以它的时钟为准",
        en: "IANA name of the time zone, such as Asia/Urumqi. A day is a day of its clock.")
    public static let by = Phrase(zh: "记录人", en: "Who records.")
}
