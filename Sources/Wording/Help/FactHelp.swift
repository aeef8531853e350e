/// Help of `minutebook fact`.
public enum FactHelp {
    public static let noun = CommandHelp(zh: "更正和作废", en: "Corrections")

    public static let void = CommandHelp(
        zh: "作废一条；作废一条更正，即撤销更正", en: "Void an entry; to void a correction undoes it",
        examples: .init("fact void 17 --reason 重复登记", english: "fact void 17 --reason duplicate"))
    public static let correct = CommandHelp(
        zh: "更正一条", en: "Correct an entry",
        examples: .init(
            "fact correct 17 --set amount=1.5万 --reason 金额写错",
            english: "fact correct 17 --set amount=1,500 --reason typo"))

    public static let changes = Phrase(
        zh: "要改的字段和新值，如“amount=1,500”“on=2026.3.12”，可写多次；等号后不写即删去可不填的字段；也可写成 JSON",
        en: "A field and its new value, such as amount=1,500 or on=2026.3.12; may be given several times. Nothing behind '=' removes an "
            + "optional field. A JSON object is read too.")
}

/// Help of `minutebook points`.
public enum PointsHelp {
    public static let noun = CommandHelp(zh: "手工加减分", en: "Points given by hand")

    public static let award = CommandHelp(
        zh: "加分", en: "Award points",
        examples: .init(
            "points award --plan P6 --target 10 --points 3.00 --reason 创新做法",
            english: "points award --plan P6 --target 10 --points 3.00 --reason new-method"))
    public static let deduct = CommandHelp(
        zh: "扣分", en: "Deduct points",
        examples: .init(
            "points deduct --plan P6 --target 10 --points 1 --reason 创新材料不实",
            english: "points deduct --plan P6 --target 10 --points 1 --reason untrue"))

    public static let points = Phrase(zh: "分数，最多两位小数", en: "Points, with at most two decimals.")
}

/// Help of `minutebook work`.
public enum WorkHelp {
    public static let noun = CommandHelp(zh: "文稿", en: "Written works")

    public static let file = CommandHelp(
        zh: "登记文稿", en: "Record a written work",
        examples: .init(
            "work file --kind report --title 调研报告 --activity A3", english: "work file --kind report --title survey --activity A3"))

    public static let kind = Phrase(
        zh: "种类：报告、会议记录、通知、材料、计划、总结、心得体会、文章、宣传报道、其他，或者计划里自定的词",
        en: "Kind: report, minutes, notice, materials, plan, summary, reflection, article, publicity, other, or another word.")
}

/// Help of `minutebook visit`.
public enum VisitHelp {
    public static let noun = CommandHelp(zh: "联系走访", en: "Contact visits")

    public static let record = CommandHelp(
        zh: "登记走访", en: "Record a visit",
        examples: .init(
            "visit record --area 东河村 --to 张大爷 --place 东河村3组12号 --occurred 2026-02-18",
            english: "visit record --area Donghe --to Zhang --place Donghe-3-12 --occurred 2026-02-18"))
    public static let due = CommandHelp(
        zh: "很久没有走访的委员", en: "List members who have not been visited for some months", examples: "visit due --months 6")

    public static let area = Phrase(
        zh: "村、社区、驻点等，计划按它计数；不封存，勿写姓名门牌",
        en: "Where, such as a village or a station; plans count by it. It is never sealed: no name, no address.")
    public static let months = Phrase(zh: "多少个月没有走访", en: "How many months without a visit.")
}

/// Help of `minutebook rules`.
public enum RulesHelp {
    public static let noun = CommandHelp(
        zh: "办理规则和工作日历", en: "Rules for proposals and suggestions, and calendars of working days")

    public static let adopt = CommandHelp(
        zh: "采用一套办理规则，期限按它计算", en: "Adopt a rule set, by which time limits are computed",
        examples: "rules adopt seeds/clocks/sichuan-2024.yaml")
    public static let adoptCalendar = CommandHelp(
        zh: "采用一年的工作日历：节假日和调休", en: "Adopt a year's working days: holidays, and weekends that are worked",
        examples: "rules adopt-calendar seeds/clocks/workdays-2026.yaml")
    public static let show = CommandHelp(zh: "查看现行规则", en: "Show the rules in force", examples: "rules show")

    public static let rulesFile = Phrase(zh: "规则文件", en: "The file of the rules.")
    public static let calendarFile = Phrase(zh: "日历文件", en: "The file of the calendar.")
}
