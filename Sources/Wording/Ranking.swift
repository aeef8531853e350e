public import Assessment

/// The ranking, and who may fall short.
extension Phrase {
    /// Over what is said of a plan that is shown beside another.
    public static func ofPlan(_ plan: String) -> Phrase { Phrase(zh: "计划 \(plan)", en: "Plan \(plan)") }

    public static func heading(_ status: PlanStatus) -> Phrase { localized(status.plan.title) + plain(" · ") + basis(status) }

    public static let noGradesToMiss = Phrase(
        zh: "计划没有设等次，说不上谁会达不到。", en: "The plan has no grades, so nobody can fall short of one.")
    public static let nobodyAtRisk = Phrase(zh: "目前没有人落在最低等次。", en: "Nobody has the lowest grade so far.")
    public static let nobodyAtRiskAnyMore = Phrase(
        zh: "这个计划已经到期，结果见履职排名。", en: "The plan's time is over; the ranking has the result.")

    /// For who can earn nothing by acts of their own, such as where full marks are only taken from.
    public static let nothingHelps = Phrase(
        zh: "没有还能自己补上的事项，注意不再失分", en: "nothing that the member can do by itself; only further losses can be avoided")

    public static func atRiskBelow(_ grade: Grade, count: Int, of all: Int) -> Phrase {
        Phrase(zh: "“", en: "") + localized(grade.title)
            + Phrase(zh: "”须满 \(points(grade.from)) 分，\(all) 人中有 \(count) 人还没有达到：", en: " takes \(points(grade.from)) points; \(count) of \(all) members do not have it yet:")
    }
}

extension ColumnTitle {
    public static let rank = Phrase(zh: "名次", en: "rank")
    public static let group = Phrase(zh: "小组", en: "group")
    public static let memberCount = Phrase(zh: "人数", en: "members")
    public static let meanPoints = Phrase(zh: "人均得分", en: "mean")
    public static let pointsBefore = Phrase(zh: "上年得分", en: "year before")
    public static let rankBefore = Phrase(zh: "上年名次", en: "rank then")
    public static let gradeBefore = Phrase(zh: "上年等次", en: "grade then")
    public static let secondYear = Phrase(zh: "连续两年", en: "two years running")
    public static let atRisk = Phrase(zh: "需要关注", en: "at risk")
    public static let shortBy = Phrase(zh: "还差", en: "short by")
    public static let helpsMost = Phrase(zh: "最见效的办法", en: "what helps most")
}
