internal import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Reports
internal import Views
internal import Wording

struct Calendar: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "计划日程 The plan's calendar: what is due and what was done",
        discussion: """
            --month 按旬列出一个月：日程、活动、到期、生日。--ics 写成手机可以订阅的日历文件。
            --month shows a month by ten days: items, activities, what is due, birthdays. --ics writes a file that phones \
            subscribe to.

            EXAMPLE: minutebook calendar --month 2019-05, minutebook calendar --month 5
            EXAMPLE: minutebook calendar --ics -o 2019.ics
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @Option(help: "哪个月，如 2019-05；只写 5 是计划那一年的 A month; 5 alone is that of the plan's year.") var month: String?
    @Flag(help: "iCalendar（RFC 5545）") var ics = false
    @Flag(inversion: .prefixedNo, help: "写出生日和姓名 With birthdays and names.") var names = true
    @Option(name: .shortAndLong, help: "输出文件 To a file.") var output: String?

    /// - Parameter year: of a month that names none.
    private func monthPeriod(in year: Int) -> Period? {
        guard let month else { return nil }
        let first = Int(month).map { CalendarDate(year: year, month: $0, day: 1) } ?? CalendarDate("\(month)-01")
        return first.map { first in
            let (year, month, _) = first.components
            return Period(first: first, last: first.adding(days: CalendarDate.dayCount(year: year, month: month) - 1))
        }
    }

    mutating func validate() throws {
        guard ics || output == nil else { throw ValidationError(.outputNeedsICS) }
        if let month, monthPeriod(in: 2_000) == nil {
            throw ValidationError(.notAMonth("--month", month))
        }
    }

    func run() throws {
        let book = try common.openBook()
        let state = try knowledge.state(of: book)
        let status = try options.status(of: state)
        let name = state.book.opened?.name ?? ""
        guard ics || month != nil else {
            guard common.json else { return StatusText.printCalendar(status) }
            return Output.json(status.json(book: name).objectValue?["calendar"] ?? [])
        }
        let agenda =
            names
            ? try book.reading(for: common.purpose("calendar"), in: state) { try Agenda(status, state, reader: $0) }
            : try Agenda(status, state, reader: nil)
        if ics {
            let calendar = ICalendar(
                agenda, book: state.book.opened?.book.description ?? "", name: name, made: state.recorded, language: .current)
            let sink = try common.sink(output)
            try sink.write(calendar.text.utf8)
            return try sink.close()
        }
        guard let period = monthPeriod(in: status.plan.year) else { return }
        common.json ? Output.json(json(agenda.entries(in: period))) : MonthText.print(agenda, period)
    }

    private func json(_ entries: [Agenda.Entry]) -> JSONValue {
        .array(
            entries.map { entry in
                [
                    "kind": .string(entry.kind.rawValue), "when": .string(entry.when.interval), "title": .string(entry.title[.current]),
                    "state": entry.state.map { .string($0.rawValue) } ?? .null,
                    "fulfilledBy": entry.fulfilledBy.map { .string($0.description) } ?? .null,
                ]
            })
    }
}

/// A month by ten days.
enum MonthText {
    static func print(_ agenda: Agenda, _ month: Period) {
        let (year, number, _) = month.first.components
        Output.line(Phrase(zh: "\(year)年\(number)月", en: month.first.description.prefix(7).description))
        Output.line()
        for line in grid(agenda, month) { Output.line(line) }
        let names = [Phrase(zh: "上旬", en: "1st–10th"), Phrase(zh: "中旬", en: "11th–20th"), Phrase(zh: "下旬", en: "from the 21st")]
        for (index, name) in names.enumerated() {
            let first = month.first.adding(days: index * 10)
            let part = Period(first: first, last: index == 2 ? month.last : first.adding(days: 9))
            Output.line()
            Output.line(name)
            // What goes on for longer is shown where it begins.
            let entries = agenda.entries(in: month).filter { part.contains(max($0.when.first, month.first)) }
            guard !entries.isEmpty else {
                Output.line("  –")
                continue
            }
            var table = TextTable(alignments: [.left, .left, .left, .left])
            for entry in entries {
                let state = entry.state.map { Phrase.state($0)[.current] } ?? ""
                table.add(["  " + kind(entry.kind)[.current], Phrase.when(entry.when)[.current], entry.title[.current], state])
            }
            table.lines.forEach { Output.line($0) }
        }
    }

    private static func kind(_ kind: Agenda.Entry.Kind) -> Phrase {
        switch kind {
        case .item: Phrase(zh: "日程", en: "item")
        case .activity: Phrase(zh: "活动", en: "activity")
        case .due: Phrase(zh: "到期", en: "due")
        case .birthday: Phrase(zh: "生日", en: "birthday")
        }
    }

    /// Weeks from Monday; a dot behind the days that hold something exact.
    private static func grid(_ agenda: Agenda, _ month: Period) -> [String] {
        let marked = Set(agenda.entries(in: month).filter { $0.when.first == $0.when.last }.map(\.when.first))
        // 1 January 1970 was a Thursday.
        let weekday = Int(((month.first.daysSince1970 + 3) % 7 + 7) % 7)
        var lines = [Phrase(zh: " 一  二  三  四  五  六  日", en: " Mo  Tu  We  Th  Fr  Sa  Su")[.current]]
        var line = String(repeating: "    ", count: weekday)
        var day = month.first
        while day <= month.last {
            let number = day.components.day
            line += (number < 10 ? "  \(number)" : " \(number)") + (marked.contains(day) ? "·" : " ")
            if (Int(day.daysSince1970 - month.first.daysSince1970) + weekday) % 7 == 6 {
                lines.append(line)
                line = ""
            }
            guard day < month.last else { break }
            day = day.adding(days: 1)
        }
        return (line.isEmpty ? lines : lines + [line]).map { String($0.reversed().drop { $0 == " " }.reversed()) }
    }
}
