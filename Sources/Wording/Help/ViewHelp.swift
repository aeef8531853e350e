/// Help of the commands that show something.
public enum ViewHelp {
    public static let status = CommandHelp(
        zh: "计划完成情况", en: "How far each target of the plan is met",
        remarks: Phrase(
            zh: "年度没有结束时，还列出尚欠的、到期日和最省力的得分办法。--members 列出每名委员。",
            en: "While the year runs, also what is still owed and when it is due, and the next acts that gain the most. --members "
                + "lists each member."),
        examples: "status --as-of 2019-06-30")
    public static let ranking = CommandHelp(
        zh: "委员履职排名", en: "Rank the members by their points",
        remarks: Phrase(
            zh: "分数相同，名次并列。另列各界别、各小组的人均得分，上一年的得分、名次和等次，以及连续两年同一等次的人；年度没有结束时，还列出落在最低等次的人、差多少分、怎样最快补上。",
            en: "Equal points share a rank. Also the mean of each sector and group, points, rank and grade of the year before, and who has the "
                + "same grade two years running; while the year runs, also who is in the lowest grade, how many points are missing, and "
                + "what would gain the most."),
        examples: "ranking --as-of 2019-09-30")
    public static let risk = CommandHelp(
        zh: "谁可能达不到、怎样最快补上", en: "Show who may fall short, and what would help them most",
        remarks: Phrase(
            zh: "列出目前落在最低等次的委员：差多少分、还有哪些条件没有达到、哪几件事最见效，也列出是否连续两年如此。",
            en: "Members whose grade so far is the lowest: the points that are missing, the conditions that do not hold, what would gain "
                + "the most, and whether it is the second year in a row."),
        examples: "risk --as-of 2019-09-30")
    public static let explain = CommandHelp(
        zh: "一个数字从哪来", en: "Explain a figure: the rule, the facts and the entries behind it",
        remarks: Phrase(
            zh: "给出计划的项目或大项的编号，说明得分和封顶、保底；给出等次的名称，说明谁评上、其他人差在哪里；给出委员编号，逐条说明分数怎样相加、各项要求和出勤；"
                + "给出组、专委会或界别的名称，说明它的得分；写“合计”，说明本单位的总分；给出活动、提案等的编号，说明它给谁、在哪些项目里得了多少分。",
            en: "A target or a heading of the plan: its score, cap and floor. A grade's title: who has it, and what the others lack. A "
                + "member: how the points add up line by line, what is required, and the attendance. A group or a sector: its points. "
                + "'total': the body's. An activity, a proposal or another act: what it earned, for whom and under which targets."),
        examples: "explain 1 --as-of 2019-06-30", "explain M10", "explain S2", "explain total")
    public static let calendar = CommandHelp(
        zh: "计划日程", en: "The plan's calendar: what is due and what was done",
        remarks: Phrase(
            zh: "--month 按旬列出一个月：日程、活动、到期、生日。--ics 写成手机可以订阅的日历文件。",
            en: "--month shows a month by ten days: items, activities, what is due, birthdays. --ics writes a calendar file that phones "
                + "subscribe to."),
        examples: "calendar --month 2019-05", "calendar --month 5", "calendar --ics -o 2019.ics")
    public static let audit = CommandHelp(
        zh: "查一个对象的全部记录", en: "Show every entry about a subject: both times, who, why, corrections",
        remarks: Phrase(
            zh: "对象写作“种类:编号”，如 member:M07、activity:A12、proposal:P3；编号不会弄混时，可只写编号。",
            en: "A subject is kind:id, such as member:M07; the id alone will do where it is unambiguous."),
        examples: "audit member:M07")
    public static let search = CommandHelp(
        zh: "按姓名、拼音、编号或标题查找", en: "Find members by name or pinyin, and everything by its id or title", examples: "search zs")
    public static let diff = CommandHelp(
        zh: "两个时点所知的数字有哪些不同", en: "Show which figures differ between two states of knowledge",
        remarks: Phrase(
            zh: "--from、--to 是第几条：当时所知与后来所知，截至同一天来比。",
            en: "--from and --to are positions: what was known then and later, as of the same day."),
        examples: "diff --from 414 --to 415 --as-of 2019-06-30")
    public static let due = CommandHelp(
        zh: "到期和超期：提案、建议按现行规则的各个期限", en: "Show what is overdue or due soon under the rules in force",
        remarks: Phrase(
            zh: "--all 把已办的一并列出，并算按期率。换一套规则，期限随之重算，记录不变。",
            en: "--all also lists what is done, and the share that was done in time. Other rules give other days; what was recorded "
                + "stays the same."),
        examples: "due --within 14", "due --all --as-of 2026-12-31")

    public static let activities = CommandHelp(zh: "活动一览", en: "List the activities", examples: "activity list")
    public static let activity = CommandHelp(
        zh: "一次活动：谁来了、谁没来、有何成果", en: "Show one activity: who came, who did not, what came of it", examples: "activity show A3")
    public static let signInSheet = CommandHelp(
        zh: "打印签到表", en: "Make a sign-in sheet to print, sign and type in later", examples: "activity sheet A3 -o A3.html")
    public static let members = CommandHelp(zh: "委员名单", en: "List the members", examples: "member list")
    public static let memberFile = CommandHelp(
        zh: "一名委员的履职档案", en: "Show one member's performance file: everything they did",
        examples: "member file M07 --format html -o M07.html")
    public static let attendance = CommandHelp(
        zh: "考勤登记册", en: "Show the attendance register", examples: "attendance register --as-of 2019-06-30")
    public static let proposals = CommandHelp(zh: "提案办理一览", en: "List the proposals and their stages", examples: "proposal list")
    public static let suggestions = CommandHelp(
        zh: "意见建议、社情民意一览", en: "List the suggestions and their stages", examples: "suggestion list")
    public static let donations = CommandHelp(zh: "捐助一览", en: "List the donations", examples: "donation list --as-of 2026-06-30")
    public static let visits = CommandHelp(zh: "走访一览", en: "List the contact visits", examples: "visit list")
    public static let works = CommandHelp(zh: "文稿一览", en: "List what was written and is on file", examples: "work list")
    public static let proposal = CommandHelp(
        zh: "一件提案：办到哪里、还差什么、经过", en: "Show one proposal: its stage, what is missing, and each step",
        examples: "proposal show P3")

    public static let reports = CommandHelp(zh: "报告", en: "Reports")
    public static let annual = CommandHelp(
        zh: "年度履职报告，每个数都注明出自哪几条记录", en: "Write the year-end report; each figure names the entries behind it",
        remarks: Phrase(
            zh: "报告带有校验点：日后用 minutebook report verify 从簿里重做，逐字节核对。",
            en: "The report has a checkpoint: 'report verify' makes it again from the book and compares every byte."),
        examples: "report annual --year 2019 --format html -o 2019.html")
    public static let bulletin = CommandHelp(
        zh: "履职亮分通报：一个季度、半年或者一个月", en: "Write the bulletin of members' points of a quarter, a half-year or a month",
        remarks: Phrase(
            zh: "列出每名委员到期末的得分、名次和本期得分，各界别、各小组的情况，上年同期，分数从哪来，需要关注的人，申诉的处理结果和申诉的办法。"
                + "不写 --period，就是最近结束的一个季度；季度从计划的第一天算起。与年度报告一样可以核对；“csv”只有表格，不能核对。",
            en: "Each member's points and rank at its end and what was earned in it, sectors and groups, the same day a year before, where "
                + "the points come from, who may fall short, appeals and how to file one. Without --period, the last quarter that is over; "
                + "quarters begin with the plan's first day. It can be verified like the year-end report; csv has the tables alone, and cannot."),
        examples: "report bulletin --period 2019Q2 --format html -o 2019Q2.html", "report bulletin --period 2019H1", "report bulletin --period 2019-05")
    public static let verifyReport = CommandHelp(
        zh: "核对一份报告", en: "Compare a report with what the book gives",
        remarks: Phrase(
            zh: "数字总是核对；版式与本程序相同时，文字也逐字节核对，否则退出码为 3，并说明哪些没有核对。",
            en: "Figures are always compared, and every byte where the report has this program's layout. Otherwise the exit status is "
                + "3, and what was not compared is listed."),
        examples: "report verify 2019.html")

    public static let asOf = Phrase(zh: "截至哪天", en: "As of a day: what happened later is left out.")
    public static let at = Phrase(zh: "只看到第几条为止", en: "As it was known at this position.")
    public static let knownAt = Phrase(
        zh: "只看到何时为止，如 2020-01-01 或 2020-01-01T17:30",
        en: "As it was known at this time of the body's clock, such as 2020-01-01 or 2020-01-01T17:30.")
    public static let plan = Phrase(zh: "哪个计划", en: "Which plan, where there are several.")
    public static let eachMember = Phrase(zh: "列出每名委员的得分和欠缺", en: "Each member's points, and what each still owes.")
    public static let explained = Phrase(
        zh: "项目、大项、委员或事项的编号，等次、组、界别的名称，或“合计”", en: "Id of a target, a heading, a member or an act, a grade's title, a group or sector, or total.")
    public static let member = Phrase(zh: "委员的编号、姓名或拼音首字母", en: "The member's id or name, or the initials of its pinyin.")
    public static let activityID = Phrase(zh: "活动编号", en: "Id of the activity.")
    public static let proposalShown = Phrase(zh: "提案编号", en: "The proposal.")
    public static let month = Phrase(
        zh: "哪个月，如 2019-05、2019年5月；只写 5，是计划那一年的 5 月", en: "A month, such as 2019-05; 5 alone is May of the plan's year.")
    public static let ics = Phrase(zh: "写成日历文件", en: "Write an iCalendar file (RFC 5545).")
    public static let calendarNames = Phrase(zh: "写出生日和姓名", en: "With birthdays and names.")
    public static let subject = Phrase(zh: "对象，如 member:M07", en: "The subject, such as member:M07.")
    public static let text = Phrase(zh: "要找的字", en: "What to look for.")
    public static let from = Phrase(zh: "从第几条时", en: "As known at this position.")
    public static let to = Phrase(zh: "到第几条时，不写则为现在", en: "As known at this position; by default now.")
    public static let within = Phrase(zh: "多少天内到期算快到期", en: "Days before a limit within which it is due soon.")
    public static let dueOfUnit = Phrase(zh: "只列这个承办单位的", en: "only those of this handling unit")
    public static let allLimits = Phrase(zh: "列出全部期限，包括已办的", en: "Every limit, done or not.")
    public static let year = Phrase(zh: "年度", en: "The year.")
    public static let planPart = Phrase(
        zh: "时段：季度 2026Q2、半年 2026H1 或者月 2026-05；不写则为最近结束的季度",
        en: "A quarter such as 2026Q2, a half-year such as 2026H1, or a month such as 2026-05; by default the last quarter that is over.")
    public static let format = Phrase(zh: "格式", en: "The format.")
    public static let names = Phrase(zh: "是否写出委员姓名", en: "Whether members are named.")
    public static let report = Phrase(zh: "报告文件", en: "The report.")
}
