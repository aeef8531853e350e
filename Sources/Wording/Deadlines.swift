public import Domain
public import EventLog

/// Time limits, in words.
extension Phrase {
    public static func step(_ step: TimeLimit.Step) -> Phrase {
        switch step {
        case .handOver: Phrase(zh: "交办", en: "hand-over")
        case .refuse: Phrase(zh: "退回", en: "return")
        case .joint: Phrase(zh: "会办意见", en: "joint opinion")
        case .answer: Phrase(zh: "答复", en: "answer")
        case .redo: Phrase(zh: "二次答复", en: "second answer")
        case .rate: Phrase(zh: "评价", en: "rating")
        case .suggestion: Phrase(zh: "建议答复", en: "answer to a suggestion")
        case .decision: Phrase(zh: "决定答复", en: "answer to a decision")
        case .petition: Phrase(zh: "来信来访答复", en: "answer to a petition")
        case .commitment: Phrase(zh: "承诺兑现", en: "commitment")
        }
    }

    public static func time(_ limit: TimeLimit) -> Phrase {
        let time: Phrase =
            limit.months.map { Phrase(zh: "\($0) 个月", en: counted($0, "month")) }
            ?? limit.workingDays.map { Phrase(zh: "\($0) 个工作日", en: counted($0, "working day")) }
            ?? Phrase(zh: "\(limit.days ?? 0) 日", en: counted(limit.days ?? 0, "day"))
        guard let more = limit.extensionMonths else { return time }
        return time + Phrase(zh: "，可延 \(more) 个月", en: ", may be extended by " + counted(more, "month"))
    }

    private static func counted(_ count: Int64, _ unit: String) -> String { count == 1 ? "1 \(unit)" : "\(count) \(unit)s" }

    /// The cases a limit is for; nothing where it is for all.
    public static func cases(_ limit: TimeLimit) -> Phrase {
        let difficult: Phrase? = limit.difficult.map { $0 ? Phrase(zh: "难度大", en: "difficult") : Phrase(zh: "一般", en: "ordinary") }
        let session: Phrase? = limit.session.map(self.session)
        return joined([session, difficult].compactMap(\.self), zh: "、", en: ", ")
    }

    static func session(_ session: ProposalFiled.Session) -> Phrase {
        switch session {
        case .inSession: Phrase(zh: "大会", en: "in session")
        case .offSession: Phrase(zh: "平时", en: "off session")
        }
    }

    public static func standing(_ deadline: Deadline, on day: CalendarDate, within days: Int) -> Phrase {
        switch deadline.standing(asOf: day) {
        case .overdue: Phrase(zh: "超期", en: "overdue")
        case .paused: Phrase(zh: "中止计时", en: "paused")
        case .doneInTime: Phrase(zh: "按期", en: "in time")
        case .doneLate: Phrase(zh: "超期办毕", en: "late")
        case .lapsed: Phrase(zh: "没有办", en: "not done")
        case .open:
            deadline.isDueSoon(asOf: day, within: days)
                ? Phrase(zh: "快到期", en: "due soon") : Phrase(zh: "办理中", en: "running")
        }
    }

    /// The article of the rules, or that somebody set the day.
    public static func origin(_ deadline: Deadline) -> Phrase {
        deadline.isSet ? Phrase(zh: "写明的期限", en: "set") : plain(deadline.article ?? "")
    }

    public static let onlySetDays = Phrase(
        zh: "还没有采用办理规则（minutebook rules adopt），只列写明了期限的。",
        en: "No rules are adopted (minutebook rules adopt): only days that were set are listed.")

    /// Of an activity whose days are over.
    public static let heldNotClosed = Phrase(zh: "有到会记录，尚未办结", en: "held, not closed")
    public static let nothingOnRecord = Phrase(zh: "没有到会记录，不计入", en: "nobody on record, does not count")
    public static func activitiesLeftOpen(_ ids: [ActivityID]) -> Phrase {
        let list = Self.list(ids)
        return Phrase(
            zh: "已过日期、既没有办结也没有到会记录的活动，不计入：\(list.zh)。请办结或取消。",
            en: "Past activities that were not closed and have nobody on record do not count: \(list.en). Close or cancel them.")
    }

    /// - Parameter name: of the proposal.
    public static func withoutDeadline(_ name: Phrase, _ missing: MissingDeadline) -> Phrase {
        let who = missing.unit.map { Phrase(zh: "\($0)", en: " by \($0)") } ?? plain("")
        return name
            + Phrase(
                zh: "：\(who.zh)\(step(missing.step).zh)没有期限，因为没有写明是大会提案还是平时提案。请更正提案，写明“session”。",
                en: ": no deadline for the \(step(missing.step).en)\(who.en), as its session is not on record. "
                    + "Correct the proposal and give 'session'.")
    }

    public static let nothingDue = Phrase(zh: "没有超期或快到期的。", en: "Nothing is overdue or due soon.")

    public static let onlyWeekendsLeftOut = Phrase(
        zh: "有的年份没有工作日历（minutebook rules adopt-calendar），只去掉了周末。",
        en: "for some year no work calendar is adopted (minutebook rules adopt-calendar): only weekends are left out.")

    public static func rates(_ rates: [DeadlineRate]) -> Phrase {
        let parts = rates.map { rate in
            step(rate.step) + plain(" \(rate.inTime)/\(rate.of) = \(percent(Int64(rate.inTime), of: Int64(rate.of)))")
        }
        return Phrase(zh: "按期率：", en: "in time: ") + joined(parts, zh: "，", en: ", ")
    }
}
