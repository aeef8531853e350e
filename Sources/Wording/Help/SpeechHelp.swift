/// Help of `minutebook speech`.
public enum SpeechHelp {
    public static let noun = CommandHelp(zh: "会议发言", en: "Speeches at meetings and other activities")

    public static let record = CommandHelp(
        zh: "登记发言", en: "Record a speech",
        remarks: Phrase(
            zh: "联合发言写几名委员，第一发言人写在最前。较长的发言稿用 minutebook attachment add 附上，对象写成 speech:F3。",
            en: "Of a joint speech, name every member, the first speaker first. Attach a longer text with 'minutebook attachment add' and "
                + "--to, such as speech:F3."),
        examples: .init(
            "speech record A3 --member M07 --form oral --title 关于养老服务的建议 --item I2",
            english: "speech record A3 --member M07 --form oral --title 'care of the aged' --item I2"))
    public static let list = CommandHelp(zh: "发言一览", en: "List the speeches", examples: "speech list --as-of 2026-06-30")
}
