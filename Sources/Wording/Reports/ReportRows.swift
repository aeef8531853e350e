/// What the rows of a report's tables are called, where they are not of a subject.
public enum ReportRow {
    public static let points = Phrase(zh: "考核得分", en: "Points")
    public static let members = Phrase(zh: "在任委员", en: "Members in office")
    public static let activities = Phrase(zh: "开展活动", en: "Activities held")
    public static let proposals = Phrase(zh: "提案", en: "Proposals")
    public static let suggestions = Phrase(zh: "意见建议", en: "Suggestions")
    public static let suggestionsAtActivities = Phrase(zh: "活动中提出的建议", en: "Suggestions made at activities")
    public static let reportsOfActivities = Phrase(zh: "活动形成的报告", en: "Reports made of activities")
    public static let petitions = Phrase(zh: "来信来访", en: "Letters and visits")
    public static let visits = Phrase(zh: "联系走访", en: "Contact visits")
    public static let donations = Phrase(zh: "爱心捐助（元）", en: "Donations (yuan)")
    public static let broughtIn = Phrase(zh: "引进资金（元）", en: "Money brought in (yuan)")
    public static let totalGiven = Phrase(zh: "合计（捐款捐物）", en: "Total given")
    public static let totalBroughtIn = Phrase(zh: "合计（引进资金）", en: "Total brought in")
    public static let base = Phrase(zh: "基础分", en: "Base")
    public static let total = Phrase(zh: "合计", en: "Total")
}
