/// Help of `minutebook petition`.
public enum PetitionHelp {
    public static let noun = CommandHelp(zh: "来信来访", en: "Letters and visits from the public")

    public static let receive = CommandHelp(
        zh: "登记来信来访", en: "Record what was brought",
        remarks: Phrase(
            zh: "来信来访人和反映内容用来信来访的钥匙封存，删除写作“petition:L3”。事由是明文，不写姓名。",
            en: "Who brought it and what it says is sealed, and erased as petition:L3. The title is in the open: no names."),
        examples: .init(
            "petition receive --kind visit --title 反映路灯不亮 --from 张某 --matter 西村三组路灯不亮 --activity A9 --member M03",
            english: "petition receive --kind visit --title 'street lamps' --from 'Zhang' --matter 'the lamps of West Village are out' --member M03"))
    public static let handOver = CommandHelp(
        zh: "交办或转办", en: "Hand it to a unit, or pass it on",
        examples: .init("petition hand-over L1 --to 供电所 --way handle --due 2026-04-30", english: "petition hand-over L1 --to 'power station' --way handle"))
    public static let supervise = CommandHelp(
        zh: "登记督办", en: "Press for it",
        examples: .init("petition supervise L1 --member M03 --text 已催办", english: "petition supervise L1 --member M03 --text 'pressed for'"))
    public static let answer = CommandHelp(
        zh: "登记答复来信来访人", en: "Tell whoever brought it what became of it",
        examples: .init("petition answer L1 --unit 供电所 --text 已修好", english: "petition answer L1 --unit 'power station' --text 'repaired'"))
    public static let list = CommandHelp(zh: "来信来访一览", en: "List the petitions and how far each has come", examples: "petition list")
    public static let roster = CommandHelp(
        zh: "接待日排班：哪天、何处、谁值班，谁到岗，接待几件", en: "Who is on duty when: day, place, who came, how much was brought",
        remarks: Phrase(
            zh: "排班用 minutebook activity schedule 登记，类型写“值班接访”，受邀的就是值班的人；到岗用 minutebook attendance check-in 登记。",
            en: "A duty is an activity of the kind 'duty': who is invited is on duty, and who checks in was there."),
        examples: "petition roster")
}
