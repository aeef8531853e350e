/// Help of `minutebook suggestion`.
public enum SuggestionHelp {
    public static let noun = CommandHelp(zh: "意见建议", en: "Suggestions, social opinion included")

    public static let submit = CommandHelp(
        zh: "提出建议", en: "Submit a suggestion",
        examples: .init(
            "suggestion submit --title 路灯不亮 --kind social-opinion --member M08",
            english: "suggestion submit --title lights --kind social-opinion --member M08"))
    public static let edit = CommandHelp(
        zh: "编辑；报送以后不能再改", en: "Edit a suggestion, until it is sent out",
        examples: .init("suggestion edit S3 --title 路灯损坏多日无人修", english: "suggestion edit S3 --title broken-lights"))
    public static let issue = CommandHelp(
        zh: "上报", en: "Send a suggestion upwards",
        examples: .init("suggestion issue S3 --to 区政协 --issue 第12期", english: "suggestion issue S3 --to district --issue 12"))
    public static let adopt = CommandHelp(
        zh: "登记被采用", en: "Record at which level a suggestion was adopted", examples: "suggestion adopt S2 --level city")
    public static let instruct = CommandHelp(
        zh: "登记领导批示", en: "Record a leader's instruction",
        examples: .init(
            "suggestion instruct S3 --leader 王书记 --text 请城管局一周内修复", english: "suggestion instruct S3 --leader Wang --text repair"))
    public static let feedBack = CommandHelp(
        zh: "向委员反馈", en: "Record what the members were told",
        examples: .init("suggestion feed-back S3 --text 已被市政协采用", english: "suggestion feed-back S3 --text adopted"))
    public static let handOver = CommandHelp(
        zh: "转办", en: "Hand a suggestion over to a department",
        examples: .init("suggestion hand-over S2 --to 城管局", english: "suggestion hand-over S2 --to Streets"))
    public static let answer = CommandHelp(
        zh: "答复", en: "Record a department's answer",
        examples: .init("suggestion answer S2 --unit 城管局", english: "suggestion answer S2 --unit Streets"))
    public static let rate = CommandHelp(
        zh: "评价办理", en: "Record a member's rating",
        examples: "suggestion rate S3 --member M05 --handling satisfied --result satisfied")
}
