internal import Assessment
internal import EventLog

/// A part of a plan's days as it is typed: `2026Q2` or `2026年二季度`, `2026H1` or `2026年上半年`, `2026-05` or `2026年5月`.
struct AskedPart {
    let year: Int
    let part: PlanPart
    let number: Int

    init?(_ text: String) {
        if let match = text.wholeMatch(of: /(\d{4})[- ]?[Qq]([1-4])/), let year = Int(match.1), let number = Int(match.2) {
            (self.year, part, self.number) = (year, .quarter, number)
        } else if let match = text.wholeMatch(of: /(\d{4})[- ]?[Hh]([12])/), let year = Int(match.1), let number = Int(match.2) {
            (self.year, part, self.number) = (year, .halfYear, number)
        } else if let match = text.wholeMatch(of: /(\d{4})年第?([一二三四1-4])季度/), let year = Int(match.1),
            let number = Int(match.2) ?? ["一", "二", "三", "四"].firstIndex(of: String(match.2)).map({ $0 + 1 })
        {
            (self.year, part, self.number) = (year, .quarter, number)
        } else if let match = text.wholeMatch(of: /(\d{4})年(上|下)半年/), let year = Int(match.1) {
            (self.year, part, number) = (year, .halfYear, match.2 == "上" ? 1 : 2)
        } else if let match = text.wholeMatch(of: /(\d{4})(?:-|年)(\d{1,2})月?/), let year = Int(match.1), let number = Int(match.2),
            (1...12).contains(number)
        {
            (self.year, part, self.number) = (year, .month, number)
        } else {
            return nil
        }
        guard year >= 1 else { return nil }
    }

    /// A month is the calendar's, as far as it is in the plan's days; quarters and half-years are those of the plan. Nil where
    /// the plan has none.
    func days(in period: Period) -> Period? {
        guard part == .month else { return period.part(part, number: number, ofYear: year) }
        guard let first = CalendarDate(year: year, month: number, day: 1) else { return nil }
        let month = Period(first: max(first, period.first), last: min(first.adding(months: 1).adding(days: -1), period.last))
        return month.first <= month.last ? month : nil
    }
}
