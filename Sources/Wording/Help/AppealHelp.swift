/// Help of `minutebook appeal`.
public enum AppealHelp {
    public static let noun = CommandHelp(zh: "申诉", en: "Appeals against figures")

    public static let file = CommandHelp(
        zh: "登记委员的申诉", en: "Record a member's objection to a figure",
        examples: .init(
            "appeal file M07 --plan P8 --target 会议 --why 三月例会到了，漏记了",
            english: "appeal file M07 --plan P8 --target meetings --why 'was there in March, and not marked'"))
    public static let answer = CommandHelp(
        zh: "答复申诉：成立、部分成立或不成立，并说明理由", en: "Answer an appeal: upheld, partly upheld or dismissed, and why",
        remarks: Phrase(
            zh: "申诉成立的，漏记、错记的用 minutebook fact correct 更正；无从更正的，用 minutebook points award 或 minutebook points deduct 加上 --appeal 调整，按记录计算的项目也可以调整。",
            en: "Where it is upheld, correct what was recorded wrong with 'minutebook fact correct'. Where nothing can be corrected, adjust the "
                + "points with 'minutebook points award' or 'deduct' and --appeal, even of a target that is counted."),
        examples: .init(
            "appeal answer O1 --outcome upheld --answer 签到表上有签名", english: "appeal answer O1 --outcome upheld --answer 'signed the sheet'"))
    public static let withdraw = CommandHelp(
        zh: "委员撤回申诉", en: "The member takes an appeal back", examples: "appeal withdraw O1")
    public static let list = CommandHelp(
        zh: "申诉一览：理由、答复和由此作的调整", en: "List the appeals, their answers and the points that settled them",
        examples: "appeal list")
}
