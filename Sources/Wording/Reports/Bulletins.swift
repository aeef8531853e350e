public import Assessment
public import EventLog

/// What the bulletin of a quarter 亮分 consists of.
public enum BulletinText {
    public static let overview = Phrase(zh: "总体情况", en: "At a glance")
    public static let assessed = Phrase(zh: "参加考核的委员", en: "Members assessed")
    public static let mean = Phrase(zh: "人均得分", en: "Mean points")
    public static let meanEarned = Phrase(zh: "人均本期得分", en: "Mean points of the period")
    public static func graded(_ grade: Grade) -> Phrase { Phrase(zh: "目前等次：", en: "Grade so far: ") + .localized(grade.title) }

    public static let whoLeft = Phrase(zh: "离任委员（得分算到离任之日）", en: "Who left (points as of their last day in office)")
    public static let standings = Phrase(zh: "委员得分", en: "Members by points")
    public static let soFar = Phrase(zh: "累计得分", en: "Points so far")
    public static let earned = Phrase(zh: "本期得分", en: "This period")
    public static let sameDay = Phrase(zh: "上年同期", en: "Same day last year")
    public static let sameDayRank = Phrase(zh: "同期名次", en: "Rank then")
    public static let yearBefore = Phrase(zh: "上年全年", en: "Last year")
    public static let earnedByTarget = Phrase(zh: "本期各项得分", en: "Points of the period by target")
    public static let sectors = Phrase(zh: "各界别", en: "By sector")
    public static let groups = Phrase(zh: "各小组", en: "By group")
    public static let acts = Phrase(zh: "本期得分的来源", en: "Where the points of the period come from")
    public static let beforeCaps = Phrase(
        zh: "以下是各次活动、各件事的分数，未计封顶和保底；“依据”是记录的序号。",
        en: "Points of each activity and act, before caps and floors; 'Entries' are the positions of the entries.")
    public static let whoAndPoints = Phrase(zh: "委员和分数", en: "Members and points")
    public static let done = Phrase(zh: "本期发言和接待", en: "Speeches and receptions of the period")
    public static let petitionsReceived = Phrase(zh: "接到来信来访", en: "Letters and visits received")
    public static let petitionsAnswered = Phrase(zh: "答复来信来访", en: "Letters and visits answered")
    public static let atRisk = Phrase(zh: "需要关注的委员", en: "Who may fall short")
    public static let noAppeals = Phrase(zh: "本期没有申诉，也没有待答复的申诉。", en: "No appeal was filed or answered in the period, and none is open.")

    /// What the columns of targets are called.
    public static func targets(_ names: [Phrase]) -> Phrase {
        Phrase(zh: "各栏：", en: "Columns: ") + .joined(names, zh: "；", en: "; ") + Phrase(
            zh: "。各项和合计都已计封顶和保底，所以各项相加可能不等于合计。",
            en: ". Targets and total are each under their caps and floors, so that the targets may not add up to the total.")
    }

    /// `+5 分：M1 张三、M2 李四`.
    public static func members(_ names: [Phrase], points hundredths: Int64) -> Phrase {
        let sign = hundredths > 0 ? "+" : ""
        return Phrase(zh: "\(sign)\(Phrase.points(hundredths)) 分：", en: "\(sign)\(Phrase.points(hundredths)): ") + .joined(names)
    }
}

extension Phrase {
    /// `某街道 2026 年第二季度履职亮分通报`.
    ///
    /// - Parameter whole: the plan's days.
    public static func bulletin(of body: String, _ period: Period, in whole: Period) -> Phrase {
        let name = part(period, of: whole)
        return Phrase(zh: "\(body) \(name.zh)履职亮分通报", en: "\(body): members' points, \(name.en)")
    }

    /// A part of a year by its name; else the first and the last day, such as where the plan's year is no calendar year.
    private static func part(_ period: Period, of whole: Period) -> Phrase {
        let year = whole.first.year
        guard whole.isCalendarYear else { return days(of: period) }
        if let index = whole.parts(.month).firstIndex(of: period) {
            return Phrase(zh: "\(year) 年 \(index + 1) 月", en: "\(year)-\(index < 9 ? "0" : "")\(index + 1)")
        }
        if let index = whole.parts(.quarter).firstIndex(of: period) {
            return Phrase(zh: "\(year) 年第\(["一", "二", "三", "四"][index])季度", en: "quarter \(index + 1) of \(year)")
        }
        if let index = whole.parts(.halfYear).firstIndex(of: period) {
            return Phrase(zh: "\(year) 年\(index == 0 ? "上" : "下")半年", en: "\(index == 0 ? "first" : "second") half of \(year)")
        }
        return days(of: period)
    }

    /// A rank, and whether somebody shares it.
    public static func rank(_ place: Ranking.Place) -> Phrase {
        place.isTied ? Phrase(zh: "并列 \(place.rank)", en: "=\(place.rank)") : plain(place.rank)
    }

    public static func notAPlanPart(_ value: String) -> Phrase {
        Phrase(
            zh: "“--period”写的是“\(value)”，应为季度、半年或者月，如 2026Q2、2026H1、2026-05。",
            en: "'--period' is '\(value)'; it must be a quarter, a half-year or a month, such as 2026Q2, 2026H1 or 2026-05.")
    }

    /// - Parameter value: the part that was asked for; nil for the last that is over.
    public static func noPlanForPart(_ value: String?) -> Phrase {
        guard let value else {
            return Phrase(
                zh: "给委员计分的计划都还没有过完一个季度。请用 --period 写明时段，如 2026Q2。",
                en: "No quarter is over yet of a plan that gives points to members. Name the period with --period, such as 2026Q2.")
        }
        return Phrase(
            zh: "没有给委员计分的计划包括“\(value)”。请核对时段，或者用 --plan 写明计划。",
            en: "No plan that gives points to members covers '\(value)'. Check the period, or name the plan with --plan.")
    }

    public static func partNotBegun(_ value: String, first: CalendarDate) -> Phrase {
        Phrase(zh: "“\(value)”从 \(first) 开始，还没有到。", en: "'\(value)' begins on \(first), which has not come yet.")
    }
}
