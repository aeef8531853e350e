public import Assessment
internal import Domain

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
        case .grade(let member): (member.map { plain("\($0) ") } ?? plain("")) + Phrase(zh: "等次", en: "grade")
        case .calendar(let item): Phrase(zh: "日程 ", en: "calendar ") + plain(item)
        case .fulfilledBy(let item): Phrase(zh: "日程 ", en: "calendar ") + plain(item) + Phrase(zh: " 由", en: " by")
        case .unplanned: Phrase(zh: "日程之外", en: "beside the calendar")
        }
    }

    /// A dash where there is no such figure.
    public static func figureValue(_ value: FigureChange.Value?) -> Phrase {
        switch value {
        case nil: plain("–")
        case .points(let points)?: plain(self.points(points))
        case .state(let state)?: self.state(state)
        case .quantity(let quantity)?: actual(quantity)
        case .grade(let title)?: localized(title)
        case .subject(let subject)?: plain(subject)
        case .activities(let ids)?: ids.isEmpty ? plain("–") : joined(ids.map { plain($0) })
        }
    }
}
