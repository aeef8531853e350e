public import Assessment
public import EventLog

/// A year's calendar, in words.
extension Phrase {
    public static let calendarItem = Phrase(zh: "日程", en: "item")
    public static let calendarActivity = Phrase(zh: "活动", en: "activity")
    public static let calendarDue = Phrase(zh: "到期", en: "due")
    public static let calendarBirthday = Phrase(zh: "生日", en: "birthday")

    /// What a target still requires: `Study (study 1 / 4)`.
    public static func stillRequired(_ target: Target, _ status: RequirementStatus) -> Phrase {
        localized(target.title) + Phrase(zh: "（", en: " (") + requirement(status.requirement) + plain(" ") + actual(status) + plain(" / ")
            + required(status.requirement) + Phrase(zh: "）", en: ")")
    }

    /// Where nothing beside it says that something is due.
    public static func isDue(_ title: Phrase) -> Phrase { Phrase(zh: "到期：", en: "due: ") + title }

    public static func hasBirthday(_ name: Phrase) -> Phrase { name + Phrase(zh: " 生日", en: "'s birthday") }

    public static func month(_ first: CalendarDate) -> Phrase {
        let (year, month, _) = first.components
        return Phrase(zh: "\(year)年\(month)月", en: String(first.description.prefix(7)))
    }

    /// Four columns a day, from Monday.
    public static let weekdays = Phrase(zh: " 一  二  三  四  五  六  日", en: " Mo  Tu  We  Th  Fr  Sa  Su")

    /// The parts of a month: ten days, ten days, and the rest.
    public static let thirdsOfMonth = [
        Phrase(zh: "上旬", en: "1st–10th"), Phrase(zh: "中旬", en: "11th–20th"), Phrase(zh: "下旬", en: "from the 21st"),
    ]

    public static let nothingPlanned = plain("  –")
}
