/// Help of `minutebook activity`.
public enum ActivityHelp {
    public static let noun = CommandHelp(zh: "活动和会议", en: "Activities and meetings")

    public static let schedule = CommandHelp(
        zh: "安排活动", en: "Schedule an activity",
        examples: .init(
            "activity schedule --kind study --title 学习全会精神 --on 2026-03-12",
            english: "activity schedule --kind study --title study-day --on 2026-03-12"))
    public static let reschedule = CommandHelp(
        zh: "活动改期或改地点", en: "Move an activity to another time or place",
        examples: .init(
            "activity reschedule A3 --on 2026-03-19 --reason 会场冲突",
            english: "activity reschedule A3 --on 2026-03-19 --reason hall-taken"))
    public static let cancel = CommandHelp(
        zh: "取消活动", en: "Cancel an activity",
        examples: .init("activity cancel A3 --reason 汛情", english: "activity cancel A3 --reason flood"))
    public static let open = CommandHelp(zh: "登记活动开始", en: "Record that an activity begins", examples: "activity open A3")
    public static let close = CommandHelp(
        zh: "办结活动，登记成果", en: "Close an activity and record what came of it",
        examples: "activity close A3 --participants 5 --suggestions 3")

    public static let kind = Phrase(
        zh: "类型，如“学习”“培训”“会议”“视察”，或者计划里自定的词",
        en: "What sort of activity, such as study, training, meeting or inspection, or another word.")
    public static let suggestions = Phrase(zh: "提出建议几条", en: "How many suggestions came of it.")
    public static let reports = Phrase(zh: "形成报告几份", en: "How many reports came of it.")
}
