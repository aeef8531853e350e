/// Help of `minutebook agenda`.
public enum AgendaHelp {
    public static let noun = CommandHelp(zh: "会议议程", en: "Agendas of meetings and other activities")

    public static let add = CommandHelp(
        zh: "列入议程", en: "Put an item on the agenda of an activity",
        remarks: Phrase(
            zh: "材料用 minutebook attachment add 附在议程上，对象写成 agenda-item:I3。",
            en: "Attach its papers with 'minutebook attachment add' and --to, such as agenda-item:I3."),
        examples: .init(
            "agenda add A3 --title 听取养老服务工作汇报 --presenter 区民政局", english: "agenda add A3 --title 'report on care of the aged'"))
    public static let move = CommandHelp(
        zh: "调整议程次序：原在此位置的和以后的顺延", en: "Give an agenda item another place; what has that place comes after it",
        examples: "agenda move I3 --number 1")
    public static let end = CommandHelp(
        zh: "议程办结：已审议、延期或取消", en: "Record what became of an agenda item: dealt with, postponed or dropped",
        remarks: Phrase(
            zh: "延期时用 --to 写明改在哪次活动，议程连同材料就排在那次活动的最后。",
            en: "Of a postponed item, --to says to which activity: with its papers, it is the last item of that agenda."),
        examples: "agenda end I3 --outcome dealt-with", "agenda end I4 --outcome postponed --to A5")
    public static let list = CommandHelp(
        zh: "议程一览", en: "List agenda items in the order of their agendas",
        examples: "agenda list", "agenda list --activity A3")
    public static let activity = Phrase(zh: "只列一次活动的", en: "Of one activity only.")
}
