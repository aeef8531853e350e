public import Assessment
internal import Domain
public import EventLog

/// Figures that are compared, by name and value.
extension Phrase {
    public static func figure(_ figure: FigureChange.Figure) -> Phrase {
        switch figure {
        case .total: Phrase(zh: "合计", en: "total")
        case .full(let target): (target.map { plain("\($0) ") } ?? plain("")) + Phrase(zh: "满分", en: "full marks")
        case .points(let target): plain(target) + Phrase(zh: " 得分", en: " points")
        case .state(let target): plain(target) + Phrase(zh: " 状态", en: " state")
        case .actual(let target, let index):
            plain(target) + Phrase(zh: " 实际", en: " actual") + (index == 0 ? plain("") : Phrase(zh: "（\(index + 1)）", en: " (\(index + 1))"))
        case .memberTotal(let member): plain(member) + Phrase(zh: " 合计", en: " total")
        case .memberPoints(let member, let target): plain("\(member) \(target)")
        case .unitTotal(let unit): plain(unit.name) + Phrase(zh: " 合计", en: " total")
        case .unitPoints(let unit, let target): plain("\(unit.name) \(target)")
        case .unitGrade(let unit): plain("\(unit.name) ") + Phrase(zh: "等次", en: "grade")
        case .grade(let member): (member.map { plain("\($0) ") } ?? plain("")) + Phrase(zh: "等次", en: "grade")
        case .calendar(let item): Phrase(zh: "日程 ", en: "calendar ") + plain(item)
        case .fulfilledBy(let item): Phrase(zh: "日程 ", en: "calendar ") + plain(item) + Phrase(zh: " 由", en: " by")
        case .unplanned: Phrase(zh: "日程之外", en: "beside the calendar")
        }
    }

    /// A dash where there is no such figure.
    ///
    /// - Parameter limits: what decides about it.
    public static func figureValue(_ value: FigureChange.Value?, beside limits: [Limit] = []) -> Phrase {
        switch value {
        case nil: plain("–")
        case .points(let points)?: plain(self.points(points))
        case .state(let state)?: self.state(state)
        case .quantity(let quantity)?: actual(quantity, beside: limits)
        case .grade(let title)?: localized(title)
        case .subject(let subject)?: plain(subject)
        case .activities(let ids)?: ids.isEmpty ? plain("–") : joined(ids.map { plain($0) })
        }
    }

    /// Of which plan, as of which day, and between which entries figures are compared.
    public static func knownAt(_ plan: String, _ day: CalendarDate, from: Position, to: Position) -> Phrase {
        Phrase(
            zh: "\(plan)，截至 \(day)：第 \(from) 条时 → 第 \(to) 条时", en: "\(plan) as of \(day): known at \(from) → known at \(to)")
    }

    /// A plan in force beside one that is tried.
    public static func tried(_ trial: Plan, beside status: PlanStatus) -> Phrase {
        Phrase(
            zh: "\(status.plan.id)（现行）与 \(trial.id)（试算），截至 \(status.asOf)，依据第 1–\(status.position) 条",
            en: "\(status.plan.id) (in force) and \(trial.id) (tried) as of \(status.asOf), from entries 1–\(status.position)")
    }

    /// That what was earned before an amendment stays.
    ///
    /// - Parameter isSame: whether every figure would be the same if it were for the whole year.
    public static func amended(from day: CalendarDate, isSame: Bool) -> Phrase {
        let kept = Phrase(
            zh: "计划自 \(day) 起修订，此前按原计划得的分不变。", en: "The plan was amended from \(day); what was earned before stays as it was. ")
        return kept
            + (isSame
                ? Phrase(zh: "修订若适用全年，数字也相同。", en: "If the amendment were for the whole year, no figure would differ.")
                : Phrase(zh: "修订若适用全年，不同的数字：", en: "If the amendment were for the whole year, these would differ:"))
    }

    /// A target that an amendment dropped.
    public static func dropped(_ title: LocalizedText) -> Phrase {
        localized(title) + Phrase(zh: "（修订后取消，已得分保留）", en: " (dropped; what it earned stays)")
    }

    public static let noFigureDiffers = Phrase(zh: "没有数字不同。", en: "No figure differs.")
}

extension ColumnTitle {
    public static let figure = Phrase(zh: "数字", en: "figure")
    public static let before = Phrase(zh: "原先", en: "before")
    public static let after = Phrase(zh: "后来", en: "after")
    public static let earnedStays = Phrase(zh: "已得分不变", en: "earned stays")
    public static let ifWholeYear = Phrase(zh: "适用全年", en: "whole year")
    public static let inForce = Phrase(zh: "现行", en: "in force")
    public static let tried = Phrase(zh: "试算", en: "tried")
}
