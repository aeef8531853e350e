/// Help of `minutebook duty-report`.
public enum DutyReportHelp {
    public static let noun = CommandHelp(zh: "代表述职", en: "Deputies' reports on their duties")

    public static let record = CommandHelp(
        zh: "登记述职", en: "Record a report on duties",
        examples: .init("duty-report record A7 M05 --form oral --title 履职情况报告", english: "duty-report record A7 M05 --form oral --title 'A year as deputy'"))
    public static let question = CommandHelp(
        zh: "登记提问和回答", en: "Record a question, and its answer",
        examples: .init(
            "duty-report question J1 --asker M07 --question 联系选民几次 --answer 四次",
            english: "duty-report question J1 --asker M07 --question 'How often did you meet voters?' --answer 'Four times.'"))
    public static let tell = CommandHelp(
        zh: "把测评结果告知述职人", en: "Tell the reporter the result of the appraisal",
        remarks: Phrase(
            zh: "先用 minutebook ballot call 提出测评，选票上写“duty-report:J1”或“member:M05”，计票后再登记。",
            en: "Call the appraisal with 'minutebook ballot call' first, with duty-report:J1 or member:M05 on the paper, and count it."),
        examples: "duty-report tell J1 B4")
    public static let list = CommandHelp(zh: "述职一览", en: "List the reports on duties", examples: "duty-report list")
}
