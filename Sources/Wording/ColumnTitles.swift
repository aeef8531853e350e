/// What the columns of lists are called.
public enum ColumnTitle {
    public static let none = Phrase(zh: "", en: "")
    public static let id = Phrase(zh: "编号", en: "id")
    public static let name = Phrase(zh: "姓名", en: "name")
    public static let date = Phrase(zh: "日期", en: "date")
    public static let kind = Phrase(zh: "类别", en: "kind")
    public static let title = Phrase(zh: "名称", en: "title")
    public static let state = Phrase(zh: "状态", en: "state")
    public static let entries = Phrase(zh: "依据", en: "entries")
    public static let member = Phrase(zh: "委员", en: "member")
    public static let grade = Phrase(zh: "等次", en: "grade")
    public static let total = Phrase(zh: "合计", en: "total")

    // Members.
    public static let sector = Phrase(zh: "界别", en: "sector")
    public static let terms = Phrase(zh: "任期", en: "in office")
    public static let roles = Phrase(zh: "职务", en: "roles")

    // Activities and attendance.
    public static let attended = Phrase(zh: "到会", en: "attended")
    public static let authors = Phrase(zh: "作者", en: "authors")
    public static let activity = Phrase(zh: "活动", en: "activity")
    public static let countable = Phrase(zh: "应到", en: "countable")
    public static let present = Phrase(zh: "实到", en: "present")
    public static let late = Phrase(zh: "迟到", en: "late")
    public static let onLeave = Phrase(zh: "请假", en: "leave")
    public static let absent = Phrase(zh: "缺席", en: "absent")
    public static let excused = Phrase(zh: "公务免计", en: "excused")
    public static let share = Phrase(zh: "出勤率", en: "share")
    public static let halfDays = Phrase(zh: "到会半天数", en: "half-days")
    public static let days = Phrase(zh: "到会天数", en: "days")
    public static let standing = Phrase(zh: "考勤", en: "standing")
    public static let remark = Phrase(zh: "备注", en: "remark")

    // Proposals and suggestions.
    public static let caseNumber = Phrase(zh: "案号", en: "number")
    public static let subjectMatter = Phrase(zh: "题目", en: "title")
    public static let filed = Phrase(zh: "提交", en: "filed")
    public static let lead = Phrase(zh: "主办", en: "lead")
    public static let firstLimit = Phrase(zh: "期限", en: "due")
    public static let stage = Phrase(zh: "状态", en: "stage")

    // Plans.
    public static let item = Phrase(zh: "项", en: "id")
    public static let target = Phrase(zh: "考核项目", en: "target")
    public static let points = Phrase(zh: "得分", en: "points")
    public static let fullMarks = Phrase(zh: "满分", en: "of")
    public static let actualAndRequired = Phrase(zh: "实际 / 要求", en: "actual / required")
    public static let owed = Phrase(zh: "还差", en: "owed")
    public static let what = Phrase(zh: "内容", en: "what")
    public static let howMany = Phrase(zh: "数量", en: "how many")
    public static let due = Phrase(zh: "到期", en: "due")
    public static let pace = Phrase(zh: "节奏", en: "pace")
    public static let whoAndWhere = Phrase(zh: "谁、哪里", en: "who, where")
    public static let calendar = Phrase(zh: "日程", en: "calendar")
    public static let when = Phrase(zh: "时间", en: "when")
    public static let planned = Phrase(zh: "事项", en: "what")
    public static let by = Phrase(zh: "由", en: "by")

    // Attachments, and readings of personal data.
    public static let hash = Phrase(zh: "哈希", en: "hash")
    public static let bytes = Phrase(zh: "字节", en: "bytes")
    public static let attachedTo = Phrase(zh: "附于", en: "belongs to")
    public static let sealedFor = Phrase(zh: "封于", en: "sealed for")
    public static let readWhen = Phrase(zh: "时间", en: "when")
    public static let readBy = Phrase(zh: "何人查阅", en: "who read")
    public static let readFor = Phrase(zh: "用途", en: "what for")
    public static let readOf = Phrase(zh: "涉及", en: "whose")

    // Checkpoints.
    public static let entryCount = Phrase(zh: "条数", en: "entries")
    public static let rootHash = Phrase(zh: "根哈希", en: "root")
    public static let signers = Phrase(zh: "签名", en: "signed by")

    // Rules.
    public static let leftOpen = Phrase(zh: "未办结的活动", en: "not closed")
    public static let daysAgo = Phrase(zh: "已过天数", en: "days ago")
    public static let limit = Phrase(zh: "期限", en: "limit")
    public static let earlierRules = Phrase(zh: "以前的规则", en: "earlier rules")
    public static let adopted = Phrase(zh: "采用日期", en: "adopted")
    public static let limitTime = Phrase(zh: "时间", en: "time")
    public static let limitFor = Phrase(zh: "适用", en: "for")
    public static let article = Phrase(zh: "出处", en: "article")

    // Explanations.
    public static let act = Phrase(zh: "事项", en: "act")
    public static let attendance = Phrase(zh: "出勤", en: "attendance")
    public static let earned = Phrase(zh: "分", en: "points")
    public static let finding = Phrase(zh: "认定", en: "finding")
    public static let ofMember = Phrase(zh: "本人", en: "member's")
}
