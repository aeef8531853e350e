/// Help of `minutebook personal-data`.
public enum PersonalDataHelp {
    public static let noun = CommandHelp(
        zh: "个人信息：查阅记录、本人副本、封存、删除", en: "Personal data: who read them, a person's copy, restriction, erasure",
        remarks: Phrase(
            zh: "对象写作 member:M07；捐助人、受益人、经手人是 donation:D3，收款人是 expense:E2，走访对象是 visit:V5，来信来访人是 petition:L3，会议记录是 minutes:K1。\n"
                + "名称、用途、理由和记录人从不封存，删不掉；旧版本记的走访对象、住址、经手人、离任原因也是明文。",
            en: "A person is member:M07. Whoever a donation, an expense, a visit or a petition names is donation:D3, expense:E2, visit:V5 or petition:L3; minutes are minutes:K1.\n"
                + "Titles, purposes, reasons and who recorded are never sealed and cannot be erased. Older versions also recorded in "
                + "the open whom a visit was to and where, who took a donation in, and why a member left."))

    public static let erase = CommandHelp(
        zh: "删除个人信息，不能恢复", en: "Erase a person's data for good; entries and figures stay",
        remarks: Phrase(
            zh: "钥匙在原处覆写后销毁。固态硬盘、写时复制的文件系统和快照可能留有旧块，程序管不到；钥匙文件的旧备份请另行销毁。",
            en: "The person's key is overwritten in place and destroyed. An SSD, a copy-on-write file system or a snapshot may keep "
                + "old blocks that no program reaches. Destroy older copies of the key file yourself."),
        examples: .init(
            "personal-data erase member:M07 --reason 本人申请 --yes", english: "personal-data erase member:M07 --reason requested --yes"))
    public static let restrict = CommandHelp(
        zh: "封存：保留，但不再使用", en: "Keep a person's data and use them for nothing",
        examples: .init(
            "personal-data restrict member:M07 --reason 本人异议", english: "personal-data restrict member:M07 --reason objection"))
    public static let release = CommandHelp(
        zh: "解除封存", en: "End a restriction",
        examples: .init(
            "personal-data release member:M07 --reason 异议已处理", english: "personal-data release member:M07 --reason settled"))
    public static let copy = CommandHelp(
        zh: "本人副本：簿中有关此人的全部信息", en: "Give a person a copy of everything that is kept on them, as JSON",
        examples: "personal-data copy member:M07 -o M07.json")
    public static let readings = CommandHelp(
        zh: "谁查阅过个人信息，何时，作何用途", en: "List who read personal data, when and what for",
        examples: "personal-data readings member:M07", "personal-data readings")

    public static let yes = Phrase(zh: "确认删除", en: "Confirm: this cannot be undone.")
    public static let owner = Phrase(zh: "当事人，如 member:M07", en: "The person, such as member:M07.")
    public static let ownerOrAll = Phrase(zh: "当事人，如 member:M07；不写则为全部", en: "The person, such as member:M07; by default all.")
}
