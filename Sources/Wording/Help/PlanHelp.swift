/// Help of `minutebook plan`.
public enum PlanHelp {
    public static let noun = CommandHelp(zh: "年度计划", en: "The annual plan")

    public static let adopt = CommandHelp(zh: "通过一个年度计划", en: "Adopt an annual plan", examples: "plan adopt seeds/plans/P6.yaml")
    public static let amend = CommandHelp(
        zh: "从某日起修订计划；修订前的原文保留", en: "Amend a plan from a day on; what it said before is kept",
        examples: .init(
            "plan amend P6.yaml --from 2019-07-01 --reason 党工委研究同意", english: "plan amend P6.yaml --from 2019-07-01 --reason approved"))
    public static let mark = CommandHelp(
        zh: "认定文字目标是否达成", en: "Mark a goal in words as met or missed",
        examples: .init("plan mark 争先 --plan P3 --met --reason 县委县政府通报表彰", english: "plan mark 9 --plan P3 --met --reason commended"))
    public static let trial = CommandHelp(
        zh: "按另一个计划试算，不通过它", en: "Score the recorded year under another plan, without adopting it",
        remarks: Phrase(
            zh: "同样的事实，现行计划与试算计划并排比较。", en: "The same facts under the plan in force and under the other, side by side."),
        examples: "plan try next-year.yaml --as-of 2019-12-31")
    public static let check = CommandHelp(
        zh: "检查计划文件", en: "Check a plan file: errors by line and column, and what its points add up to",
        examples: "plan check seeds/plans/P6.yaml")
    public static let show = CommandHelp(zh: "查看已通过计划的原文", en: "Show an adopted plan as it was written", examples: "plan show P6")

    public static let file = Phrase(zh: "计划文件", en: "The plan file.")
    public static let amendedFile = Phrase(zh: "修订后的整个计划文件", en: "The whole plan file, as it reads now.")
    public static let trialFile = Phrase(zh: "试算的计划文件", en: "The plan file to try.")
    public static let plan = Phrase(zh: "计划编号", en: "Id of the plan.")
}
