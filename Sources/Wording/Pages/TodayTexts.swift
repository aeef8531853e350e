/// The first pages of each role.
public enum TodayText {
    public static let now = Phrase(zh: "今天的会议活动", en: "Meetings today")
    public static let nothingNow = Phrase(zh: "今天没有安排。", en: "Nothing is scheduled for today.")
    public static let near = Phrase(zh: "两周之内", en: "Within two weeks")
    public static let nothingNear = Phrase(zh: "近期没有安排。", en: "Nothing is scheduled soon.")
    public static let leftOpen = Phrase(zh: "已过日期、还没有办结的", en: "Over, and not closed yet")
    public static let due = Phrase(zh: "逾期和快到期的", en: "Overdue and due soon")
    public static let nothingDue = Phrase(zh: "没有逾期或快到期的事项。", en: "Nothing is overdue or due soon.")
    public static let waiting = Phrase(zh: "等您决定", en: "Waits for your decision")
    public static let asksLeave = Phrase(zh: " 请假", en: " asks for leave")
    public static func appeal(_ id: String) -> Phrase { Phrase(zh: "申诉 \(id) 等待答复", en: "The appeal \(id) waits for an answer") }

    public static let firstSteps = Phrase(zh: "从这里开始", en: "Start here")
    public static let addMembers = Phrase(zh: "登记委员", en: "Add the members")
    public static let addMembersDetail = Phrase(zh: "姓名、任期、界别。也可以以后再补。", en: "Names, terms, sectors. You can add more later.")
    public static let adoptPlan = Phrase(zh: "录入年度计划", en: "Adopt the year's plan")
    public static let adoptPlanDetail = Phrase(zh: "有了计划，才能看到完成情况和得分。没有计划也可以先记会议。", en: "With a plan you see how far the year has come. Meetings can be recorded without one.")
    public static let noPlan = Phrase(zh: "还没有年度计划。录入以后，这里显示每项完成得怎样。", en: "There is no plan yet. Once there is one, this page shows how far each target is met.")

    public static func handedTo(_ unit: String) -> Phrase { Phrase(zh: "交给\(unit)办理的", en: "Handed to \(unit)") }
    public static let handed = Phrase(zh: "按剩余时间排列", en: "By the time that is left")
    public static let nothingHanded = Phrase(zh: "没有等待办理的事项。", en: "Nothing waits to be handled.")

    public static let nextMeetings = Phrase(zh: "近期会议", en: "Next meetings")
    public static let drafts = Phrase(zh: "等您签名的提案", en: "Drafts that wait for your signature")
    public static let myProposals = Phrase(zh: "我的提案", en: "My proposals")

    public static let asList = Phrase(zh: "列表", en: "As a list")
    public static func overdueSince(_ day: String) -> Phrase { Phrase(zh: "▲ 已逾期，\(day) 到期", en: "▲ overdue since \(day)") }
    public static func dueOn(_ day: String) -> Phrase { Phrase(zh: "● \(day) 到期", en: "● due on \(day)") }

    public static let feed = Phrase(zh: "订阅日历", en: "Calendar feed")
    public static let feedExists = Phrase(
        zh: "订阅地址只在生成时显示一次。忘记了就换一个新的，旧地址随即失效。", en: "The address is shown once, when it is made. Make a new one if you lost it; the old one ends then.")
    public static let feedNone = Phrase(zh: "生成一个私人地址，手机日历订阅它就能看到计划和会议。地址里不含姓名。", en: "Make a private address: a phone's calendar that follows it shows the plan and the meetings, without names.")
    public static let makeFeed = Phrase(zh: "生成地址", en: "Make an address")
    public static let renewFeed = Phrase(zh: "换一个地址", en: "Make a new address")
    public static let withdrawFeed = Phrase(zh: "停止订阅", en: "Withdraw the address")
}

/// The pictures of a year.
public enum ChartText {
    public static let points = Phrase(zh: "得分与满分", en: "Points against full marks")
    public static let attendance = Phrase(zh: "各月出勤率", en: "Attendance by month")
    public static let proposals = Phrase(zh: "提案办理进度", en: "Proposals by state")
    public static let donations = Phrase(zh: "各月捐款", en: "Donations by month")
    public static let figures = Phrase(zh: "看数字", en: "The figures")
    public static let month = Phrase(zh: "月份", en: "Month")
    public static let share = Phrase(zh: "比例", en: "Share")
    public static let count = Phrase(zh: "件数", en: "How many")
    public static let sum = Phrase(zh: "金额", en: "Sum")
}
