/// What pages are called, and what stands on their buttons.
public enum PageText {
    public static let product = Phrase(zh: "履职簿", en: "Minutebook")
    public static let menu = Phrase(zh: "菜单", en: "Menu")
    public static let skip = Phrase(zh: "跳到正文", en: "Skip to the content")
    public static let offline = Phrase(zh: "连接中断。填写的内容不会丢，恢复后自动更新。", en: "The connection is lost. What you type is kept; the page updates itself once it is back.")
    public static let online = Phrase(zh: "已重新连接。", en: "Connected again.")

    /// A language by its own name.
    public static func languageName(_ language: Language) -> String {
        switch language {
        case .chinese: "中文"
        case .english: "English"
        }
    }

    public static let today = Phrase(zh: "今天", en: "Today")
    public static let meetings = Phrase(zh: "会议活动", en: "Meetings")
    public static let plan = Phrase(zh: "计划", en: "Plan")
    public static let calendar = Phrase(zh: "日历", en: "Calendar")
    public static let proposals = Phrase(zh: "提案", en: "Proposals")
    public static let members = Phrase(zh: "委员", en: "Members")
    public static let due = Phrase(zh: "期限", en: "Time limits")
    public static let reports = Phrase(zh: "报告", en: "Reports")
    public static let audit = Phrase(zh: "审计", en: "Audit")
    public static let more = Phrase(zh: "更多", en: "More")
    public static let administration = Phrase(zh: "管理", en: "Administration")
    public static let mine = Phrase(zh: "我的", en: "Mine")

    // MARK: - Signing in

    public static let signIn = Phrase(zh: "登录", en: "Sign in")
    public static let signOut = Phrase(zh: "退出", en: "Sign out")
    public static let accountName = Phrase(zh: "账号", en: "Account")
    public static let password = Phrase(zh: "密码", en: "Password")
    public static let newPassword = Phrase(zh: "新密码", en: "New password")
    public static let passwordHelp = Phrase(zh: "至少 8 个字，不要用账号当密码。", en: "At least 8 characters, and not the account's name.")
    public static let setPassword = Phrase(zh: "设好密码并登录", en: "Set the password and sign in")
    public static let firstSignIn = Phrase(zh: "首次登录", en: "First sign-in")
    public static let signInWrong = Phrase(
        zh: "账号或密码不对。忘记了密码，请找管理员要一个新的登录链接。",
        en: "The account or the password is wrong. If you forgot it, ask the administrator for a new link.")

    // MARK: - As of

    public static let asOf = Phrase(zh: "截至日期", en: "As of")
    public static let knownAt = Phrase(zh: "按哪天所知", en: "As known on")
    public static let planChoice = Phrase(zh: "计划编号", en: "Plan")
    public static let show = Phrase(zh: "查看", en: "Show")
    public static let asOfTitle = Phrase(zh: "截至", en: "As of")
    public static let asOfHelp = Phrase(
        zh: "截至日期：这天以后发生的不算。按哪天所知：那天以后才记下的不算。",
        en: "As of: what happened later is left out. As known on: what was recorded later is left out.")
    public static func shownAsOf(_ day: String) -> Phrase { Phrase(zh: "截至 \(day)", en: "as of \(day)") }
    public static func shownAsKnown(_ time: String) -> Phrase { Phrase(zh: "按 \(time) 所知", en: "as known on \(time)") }
    public static func shownAt(_ position: String) -> Phrase { Phrase(zh: "到第 \(position) 条为止", en: "up to entry \(position)") }

    public static let nothingThere = Phrase(zh: "还没有记录。", en: "Nothing is recorded yet.")
    public static let search = Phrase(zh: "查找", en: "Search")
    public static let searchHelp = Phrase(zh: "姓名、拼音首字母、编号或标题", en: "Name, pinyin initials, id or title")
    public static let json = Phrase(zh: "数据", en: "Data")
    public static let csv = Phrase(zh: "下载表格", en: "Download as table")
    public static let why = Phrase(zh: "为什么", en: "Why")
    public static let auditTrail = Phrase(zh: "审计轨迹", en: "Audit trail")
    public static let entries = Phrase(zh: "记录条目", en: "Entries")
    public static func entries(_ ranges: String) -> Phrase { Phrase(zh: "第 \(ranges) 条", en: "Entries \(ranges)") }
    public static let wholeYear = Phrase(zh: "全年", en: "Whole year")
    public static let whatChanged = Phrase(zh: "从那以后有哪些变化", en: "What has changed since")
    public static let toNow = Phrase(zh: "回到现在", en: "back to now")
    public static let lists = Phrase(zh: "查看", en: "Lists")
    public static let recordSomething = Phrase(zh: "登记", en: "Record")
    public static let earlier = Phrase(zh: "更早的", en: "Earlier")
    public static func lastEntry(_ position: Int64) -> Phrase { Phrase(zh: "共 \(position) 条", en: "\(position) entries") }
}
