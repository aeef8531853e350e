public import Assessment
public import Domain
public import EventLog

/// Where a plan stands, in words.
extension Phrase {
    /// What a plan consists of.
    public static func planSummary(_ plan: Plan) -> Phrase {
        Phrase(
            zh: "\(plan.id)（\(days(of: plan.period).zh)）：\(plan.targets.count) 项，共 \(points(plan.points)) 分；日程 \(plan.calendar.count) 条。",
            en: "\(plan.id) (\(days(of: plan.period).en)): \(plan.targets.count) targets, \(points(plan.points)) points; \(plan.calendar.count) calendar items.")
    }

    /// `2026 年`, or the first and the last day of what is no calendar year.
    public static func days(of period: Period) -> Phrase {
        guard !period.isCalendarYear else { return Phrase(zh: "\(period.first.year) 年", en: "\(period.first.year)") }
        return Phrase(zh: "\(period.first) 至 \(period.last)", en: "\(period.first) to \(period.last)")
    }

    /// As of which day, and from which entries.
    public static func basis(_ status: PlanStatus) -> Phrase {
        Phrase(
            zh: "截至 \(status.asOf)，依据第 1–\(status.position) 条",
            en: "as of \(status.asOf), from entries 1–\(status.position)")
    }

    public static let whatGainsMost = Phrase(zh: "最省力的得分办法：", en: "What gains the most for the least:")

    public static func besideTheCalendar(_ activities: [ActivityID]) -> Phrase {
        let ids = activities.map(\.description)
        return Phrase(
            zh: "日程之外的活动：\(ids.joined(separator: "、"))", en: "activities beside the calendar: \(ids.joined(separator: ", "))")
    }

    /// What was reached of what a target requires, each part by its name where there are several.
    public static func measured(_ target: TargetStatus) -> Phrase {
        if !target.target.subject.isOfBody {
            return target.target.requirements.isEmpty ? plain("") : actual(target) + plain(" / ") + required(target.target)
        }
        let parts = target.requirements.map { status in
            let label = target.requirements.count > 1 ? requirement(status.requirement) + plain(" ") : plain("")
            return label + actual(status) + plain(" / ") + required(status.requirement)
        }
        return joined(parts, zh: "；", en: "; ")
    }

    /// What was reached of what a target requires of one member.
    public static func measured(_ requirements: [RequirementStatus]) -> Phrase {
        joined(requirements.map { actual($0) + plain(" / ") + required($0.requirement) }, zh: "；", en: "; ")
    }

    /// Behind the name of who left: the last day in office.
    public static func left(_ until: CalendarDate) -> Phrase { Phrase(zh: "（\(until) 离任）", en: " (left \(until))") }
}
