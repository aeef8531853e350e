/// Help of `minutebook decision`.
public enum DecisionHelp {
    public static let noun = CommandHelp(zh: "决议、决定和审议意见", en: "Resolutions, decisions, opinions on reports")

    public static let record = CommandHelp(
        zh: "登记决议、决定或审议意见", en: "Record a resolution, a decision or an opinion on a report",
        examples: .init(
            "decision record --kind opinion --title 关于预算执行情况的审议意见 --activity A7 --ballot B2",
            english: "decision record --kind opinion --title 'Opinion on the budget' --activity A7 --ballot B2"))
    public static let handOver = CommandHelp(
        zh: "交给单位办理；答复后还要办的，可再次交办", en: "Hand it to a unit; again, once the unit has answered",
        examples: .init("decision hand-over R1 --to 财政所 --due 2026-06-30", english: "decision hand-over R1 --to 'finance office' --due 2026-06-30"))
    public static let answer = CommandHelp(
        zh: "登记单位的答复", en: "Record the unit's answer",
        examples: .init("decision answer R1 --unit 财政所 --text 已调整支出", english: "decision answer R1 --unit 'finance office' --text 'spending was changed'"))
    public static let handle = CommandHelp(
        zh: "登记办结", en: "Record that it is handled",
        examples: .init("decision handle R1 --text 已全部落实", english: "decision handle R1 --text 'all done'"))
    public static let appraise = CommandHelp(
        zh: "登记对办理情况的测评", en: "Record the appraisal of its handling",
        remarks: Phrase(
            zh: "先用 minutebook ballot call 提出测评，选票上写“decision:R1”，计票后再登记。",
            en: "Call the appraisal with 'minutebook ballot call' first, with decision:R1 on the paper, and count it."),
        examples: "decision appraise R1 B4")
    public static let list = CommandHelp(zh: "决定一览", en: "List the decisions and how far each has come", examples: "decision list")
}
