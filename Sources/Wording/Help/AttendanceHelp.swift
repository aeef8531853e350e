/// Help of `minutebook attendance`.
public enum AttendanceHelp {
    public static let noun = CommandHelp(zh: "考勤", en: "Attendance")

    public static let checkIn = CommandHelp(
        zh: "签到", en: "Check members in",
        remarks: Phrase(
            zh: "会期几天的活动可以逐日签到，每天一条，用 --occurred 写明是哪天；出席仍只算一次。按半天计的活动，逐日签到要写当天到了几个半天，合计计分。",
            en: "At an activity of several days each day may have a check-in of its own: --occurred says which. The member is still present once. "
                + "Where half-days are counted, each of these says how many, and they are added up."),
        examples: "attendance check-in A3 M01 M02 M03", "attendance check-in A3 M01 --half-days 2 --occurred 2026.3.13")
    public static let askLeave = CommandHelp(
        zh: "请假", en: "Record that members ask for leave",
        examples: .init("attendance ask-leave A3 M04 --why 出差", english: "attendance ask-leave A3 M04 --why travel"))
    public static let grantLeave = CommandHelp(zh: "准假", en: "Grant leave", examples: "attendance grant-leave A3 M04")
    public static let refuseLeave = CommandHelp(zh: "不准假", en: "Refuse leave", examples: "attendance refuse-leave A3 M04")
    public static let endLeave = CommandHelp(
        zh: "销假", en: "Record that members are back from leave", examples: "attendance end-leave A3 M04")
    public static let excuse = CommandHelp(
        zh: "因公免计考勤", en: "Excuse members for a higher duty: they are not counted",
        examples: .init("attendance excuse A3 M05 --duty 参加市里会议", english: "attendance excuse A3 M05 --duty city-meeting"))
    public static let markAbsent = CommandHelp(
        zh: "登记无故缺席", en: "Mark members absent without cause", examples: "attendance mark-absent A3 M06")
    public static let signUp = CommandHelp(
        zh: "报名", en: "Record that members sign up", examples: "attendance sign-up A3 M01 M02")
    public static let leaveEarly = CommandHelp(
        zh: "登记早退", en: "Record that members left early", examples: "attendance leave-early A3 M02")
    public static let show = CommandHelp(
        zh: "到会情况", en: "Show who is there by now, and who is not",
        remarks: Phrase(
            zh: "会议进行中使用：没有登记的人列为未到，不算缺席。怎样计入考勤，请看活动详情。",
            en: "For a meeting that goes on: whoever has no mark is not here yet, and not absent. What counts is in activity show."),
        examples: "attendance show A3")
    public static let withoutNames = Phrase(zh: "不读姓名，只列编号", en: "ids alone: no name is read")
    public static let receipt = CommandHelp(
        zh: "签到回执", en: "Write a receipt of a check-in", remarks: CommonHelp.receipt,
        examples: "attendance receipt S1 M07 -o M07-S1.tlog-proof")

    public static let activity = Phrase(zh: "活动编号", en: "Id of the activity.")
    public static let member = Phrase(zh: "委员编号", en: "Id of the member.")
}
