/// Help of `minutebook commendation`.
public enum CommendationHelp {
    public static let noun = CommandHelp(zh: "表彰", en: "Commendations of members, of what they did, and of the body")

    public static let record = CommandHelp(
        zh: "登记表彰", en: "Record a commendation",
        examples: .init(
            "commendation record --title 优秀政协委员 --level city --from 市政协 --member M03",
            english: "commendation record --title outstanding-member --level city --member M03"),
        .init(
            "commendation record --title 履职典型 --kind model --level district --member M03",
            english: "commendation record --title model-member --kind model --level district --member M03"))
    public static let list = CommandHelp(
        zh: "表彰一览", en: "List the commendations", examples: "commendation list --as-of 2026-06-30")
}
