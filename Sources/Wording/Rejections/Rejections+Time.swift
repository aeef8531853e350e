internal import Domain
internal import EventLog

extension Phrase {
    static func rejection(_ rejection: TimeRejection) -> Phrase {
        switch rejection {
        case .beforeEarlierStep(let subject, let step, let day, let earlier, let before):
            Phrase(
                zh: "\(noun(subject).zh) \(subject.id)：“\(eventType(step).zh)”的日期 \(day) 早于“\(eventType(earlier).zh)”的日期 \(before)。请核对年份和日期。",
                en: "The \(noun(subject).en) \(subject.id) has '\(eventType(step).en)' on \(day), which is before '\(eventType(earlier).en)' "
                    + "on \(before). Check the year and the day.")
        case .awayFromActivity(let id, let step, let day, let from, let until):
            Phrase(
                zh: "“\(eventType(step).zh)”的日期 \(day) 与活动 \(id) 的日期（\(days(from, until).zh)）不符。请核对年份；补录的请用“occurred”写明活动当天的日期。",
                en: "'\(eventType(step).en)' on \(day) is too far from activity \(id) (\(days(from, until).en)). Check the year. "
                    + "If it is typed in late, give the day of the activity in 'occurred'.")
        case .yearsAhead(let field, let day):
            Phrase(
                zh: "“\(field)”的日期 \(day) 离现在太远。请核对年份是否写错。",
                en: "The date \(day) in '\(field)' is years ahead. Is the year right?")
        }
    }

    private static func days(_ from: CalendarDate, _ until: CalendarDate) -> Phrase {
        from == until ? plain("\(from)") : Phrase(zh: "\(from) 至 \(until)", en: "\(from) to \(until)")
    }
}
