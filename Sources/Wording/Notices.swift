public import Bookkeeping
public import Domain
public import EventLog

/// What is told otherwise than the last notice told it.
public enum NoticeChange: Equatable, Sendable {
    case title(from: String?, to: String?)
    case time(from: Occurrence?, to: Occurrence?)
    case place(from: String?, to: String?)
}

/// What somebody has answered; in the order of a list, of several marks the first counts. The raw values are what scripts see.
public enum NoticeAnswer: String, CaseIterable, Comparable, Sendable {
    /// Registered, or came.
    case coming
    case leaveAsked = "leave-asked"
    case onLeave = "on-leave"
    case leaveRefused = "leave-refused"
    /// By a higher duty.
    case excused
    /// Not heard of.
    case none

    public static func < (left: Self, right: Self) -> Bool { left.place < right.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Phrase {
    public static func noticeMeans(_ means: NoticeIssued.Means) -> Phrase {
        switch means {
        case .paper: Phrase(zh: "书面", en: "on paper")
        case .message: Phrase(zh: "短信、微信", en: "by message")
        case .phone: Phrase(zh: "电话", en: "by phone")
        case .email: Phrase(zh: "电子邮件", en: "by e-mail")
        }
    }

    public static func noticeAnswer(_ answer: NoticeAnswer) -> Phrase {
        switch answer {
        case .coming: Phrase(zh: "参加", en: "coming")
        case .leaveAsked: Phrase(zh: "请假待批", en: "asks for leave")
        case .onLeave: Phrase(zh: "已准假", en: "on leave")
        case .leaveRefused: Phrase(zh: "未准假", en: "leave was refused")
        case .excused: Phrase(zh: "公务", en: "excused")
        case .none: Phrase(zh: "未回复", en: "not heard of")
        }
    }

    /// - Parameter dates: when the notices went out.
    public static func noticed(_ dates: [Occurrence]) -> Phrase {
        guard let last = dates.last else { return Phrase(zh: "尚未通知", en: "no notice yet") }
        let when = Phrase.when(last)
        return Phrase(
            zh: "已通知 \(dates.count) 次，最近一次 \(when.zh)",
            en: dates.count == 1 ? "notice given on \(when.en)" : "\(dates.count) notices, the last on \(when.en)")
    }

    /// The time or the place was changed, and nobody was told.
    public static let changedSinceNotice = Phrase(
        zh: "通知以后又有变更，还没有另行通知", en: "changed since the last notice; nobody has been told")
}

/// The official wording of a notice.
public struct NoticeText {
    /// What is said of one item of the agenda.
    public struct AgendaLine {
        let title: String
        let presenter: String?
        let on: CalendarDate?
        let sitting: Int64?

        public init(title: String, presenter: String?, on: CalendarDate?, sitting: Int64?) {
            self.title = title
            self.presenter = presenter
            self.on = on
            self.sitting = sitting
        }
    }

    private let schedule: ActivityScheduled
    private let body: String
    private let noun: MemberNoun

    /// - Parameters:
    ///   - body: what the book calls the body.
    ///   - kind: of body, as the book has it.
    public init(_ schedule: ActivityScheduled, body: String, kind: String?) {
        self.schedule = schedule
        self.body = body
        noun = MemberNoun(body: body, kind: kind)
    }

    public static let answer = Phrase(zh: "回复", en: "answer")

    /// A meeting is 召开; anything else is 举行.
    private var verb: String {
        let kinds = ["meeting", "plenary", "presidium", "congress", "briefing", "forum", "consultation", "election"]
        let isMeeting = kinds.contains(schedule.kind.description) || schedule.kind.description.hasSuffix("会") || schedule.title.hasSuffix("会")
            || schedule.title.hasSuffix("会议")
        return isMeeting ? "召开" : "举行"
    }

    private var members: String { noun.several.zh }
    private var membersInEnglish: String { noun.several.en }

    // MARK: - Head and signature

    public var invitationTitle: Phrase {
        Phrase(zh: "关于\(verb)\(schedule.title)的通知", en: "Notice: \(schedule.title)")
    }

    public func changeTitle(_ changes: [NoticeChange]) -> Phrase {
        let what = Phrase.joined(changes.map(\.name), zh: "、", en: " and ")
        return Phrase(zh: "关于调整\(schedule.title)\(what.zh)的通知", en: "Notice: new \(what.en) of \(schedule.title)")
    }

    public var cancellationTitle: Phrase {
        Phrase(zh: "关于取消\(schedule.title)的通知", en: "Notice: \(schedule.title) is cancelled")
    }

    /// - Parameter toAll: whether everybody in office is invited.
    public func salutation(toAll: Bool) -> Phrase {
        toAll ? Phrase(zh: "各位\(members)：", en: "To all \(membersInEnglish):")
            : Phrase(zh: "有关\(members)：", en: "To the \(membersInEnglish) concerned:")
    }

    public var signature: Phrase { .plain(body) }

    // MARK: - Text

    public var invitation: Phrase {
        Phrase(zh: "兹定于下列时间\(verb)\(schedule.title)。现将有关事项通知如下：", en: "\(schedule.title) takes place as follows:")
    }

    public func changed(_ changes: [NoticeChange]) -> Phrase {
        let what = changes.map(\.sentence)
        return Phrase(zh: "\(schedule.title)有以下变更：", en: "\(schedule.title) has changed: ")
            + .joined(what, zh: "；", en: "; ") + Phrase(zh: "。变更后的安排如下：", en: ". It now takes place as follows:")
    }

    public func cancelled(was date: Occurrence?, at place: String?) -> Phrase {
        let when = date.map { Self.time($0) } ?? .plain("")
        return Phrase(
            zh: "原定于\(when.zh)\(place.map { "在\($0)" } ?? "")\(verb)的\(schedule.title)因故取消，请互相转告。",
            en: "\(schedule.title), which was to take place on \(when.en)\(place.map { " (\($0))" } ?? ""), is cancelled. Please tell the others.")
    }

    /// Time, place, who, partners, what about, the agenda, whom to ask for leave; numbered, those of which nothing is known left out.
    ///
    /// - Parameter invited: names; nil for everybody.
    public func points(date: Occurrence?, place: String?, invited: [Phrase]?, agenda: [AgendaLine]) -> [Phrase] {
        var points: [[Phrase]] = []
        if let date { points.append([Phrase(zh: "时间：", en: "Time: ") + Self.time(date)]) }
        if let place { points.append([Phrase(zh: "地点：\(place)", en: "Place: \(place)")]) }
        let who = invited.map { .joined($0) } ?? Phrase(zh: "全体\(members)", en: "all \(membersInEnglish)")
        points.append([Phrase(zh: "参加人员：", en: "Who attends: ") + who])
        if !schedule.partners.isEmpty { points.append([Phrase(zh: "联合举办：", en: "Together with: ") + .joined(schedule.partners.map { .plain($0) })]) }
        if let content = schedule.content { points.append([Phrase(zh: "内容：", en: "About: ") + .plain(content)]) }
        if !agenda.isEmpty {
            points.append([Phrase(zh: "议程：", en: "Agenda:")] + agenda.enumerated().map { Self.line($1, number: $0 + 1) })
        }
        points.append([leave])
        return points.enumerated().flatMap { index, lines in
            [Phrase(zh: "\(Self.chinese(index + 1))、", en: "\(index + 1). ") + lines[0]] + lines.dropFirst()
        }
    }

    private var leave: Phrase {
        let contact = schedule.responsible.map { Phrase(zh: "联系人：\($0)。", en: " Contact: \($0).") } ?? .plain("")
        return Phrase(zh: "请准时参加，并回复能否参加；因故不能参加的，请事先请假。", en: "Please say whether you are coming, and ask for leave beforehand if you cannot.")
            + contact
    }

    private static func line(_ item: AgendaLine, number: Int) -> Phrase {
        let when: [Phrase] = [item.on.map { dayOfMonth($0) }, item.sitting.map { .sitting($0) }].compactMap(\.self)
        let extra = when + [item.presenter.map { Phrase(zh: "\($0)汇报", en: "presented by \($0)") }].compactMap(\.self)
        let brackets = extra.isEmpty ? Phrase.plain("") : Phrase(zh: "（", en: " (") + .joined(extra, zh: "，", en: ", ") + Phrase(zh: "）", en: ")")
        return Phrase(zh: "（\(chinese(number))）", en: "   \(number)) ") + .plain(item.title) + brackets
    }

    // MARK: - Names and numbers

    /// A name, or the id where there is none to be shown.
    public static func name(_ member: MemberID, _ name: PersonalReading) -> Phrase {
        if case .text(let name) = name { .plain(name) } else { .plain(member) }
    }

    public static func count(_ answer: NoticeAnswer, _ count: Int) -> Phrase {
        let answer = Phrase.noticeAnswer(answer)
        return Phrase(zh: "\(answer.zh) \(count) 人", en: "\(count) \(answer.en)")
    }

    public static func remind(_ names: [Phrase]) -> Phrase { Phrase(zh: "请提醒：", en: "to be reminded: ") + .joined(names) }

    /// 一 to 九十九; beyond that in digits.
    static func chinese(_ number: Int) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        guard (1...99).contains(number) else { return "\(number)" }
        let (tens, units) = (number / 10, number % 10)
        return (tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十") + digits[units]
    }
}

// MARK: - Times

extension NoticeText {
    /// 2026年3月12日（星期四）9:00至11:30; the words it was said in where it was not exact.
    public static func time(_ date: Occurrence) -> Phrase {
        if let words = date.words { return .plain(words) }
        let first = day(date.first) + weekday(date.first) + clock(date.start)
        guard date.first != date.last || date.start != date.end else { return first }
        let until = date.first == date.last ? clock(date.end) : lastDay(date) + weekday(date.last) + clock(date.end)
        let end = date.first == date.last ? until.map { $0.trimmingPrefix(", ").description } : until
        return first + Phrase(zh: "至", en: " to ") + end
    }

    public static func day(_ date: CalendarDate) -> Phrase {
        let (year, month, day) = date.components
        return Phrase(zh: "\(year)年\(month)月\(day)日", en: "\(day) \(months[month - 1]) \(year)")
    }

    private static func lastDay(_ date: Occurrence) -> Phrase {
        date.first.year == date.last.year ? dayOfMonth(date.last) : day(date.last)
    }

    private static func dayOfMonth(_ date: CalendarDate) -> Phrase {
        let (_, month, day) = date.components
        return Phrase(zh: "\(month)月\(day)日", en: "\(day) \(months[month - 1])")
    }

    private static func weekday(_ date: CalendarDate) -> Phrase {
        // 1 January 1970 was a Thursday.
        let index = Int(((date.daysSince1970 + 3) % 7 + 7) % 7)
        return Phrase(zh: "（星期\(["一", "二", "三", "四", "五", "六", "日"][index])）", en: " (\(weekdays[index]))")
    }

    private static func clock(_ time: ClockTime?) -> Phrase {
        guard let time else { return .plain("") }
        let minutes = Int(time.secondOfDay) / 60
        let text = "\(minutes / 60):" + (minutes % 60 < 10 ? "0" : "") + "\(minutes % 60)"
        return Phrase(zh: text, en: ", \(text)")
    }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}

extension NoticeChange {
    /// What changes, in a title.
    fileprivate var name: Phrase {
        switch self {
        case .title: Phrase(zh: "名称", en: "title")
        case .time: Phrase(zh: "时间", en: "time")
        case .place: Phrase(zh: "地点", en: "place")
        }
    }

    fileprivate var sentence: Phrase {
        switch self {
        case .title(let from, let to): Self.sentence(name, from.map { .plain($0) }, to.map { .plain($0) })
        case .time(let from, let to): Self.sentence(name, from.map { NoticeText.time($0) }, to.map { NoticeText.time($0) })
        case .place(let from, let to): Self.sentence(name, from.map { .plain($0) }, to.map { .plain($0) })
        }
    }

    private static func sentence(_ what: Phrase, _ from: Phrase?, _ to: Phrase?) -> Phrase {
        let now = to ?? Phrase(zh: "另行通知", en: "to be told later")
        guard let from else { return Phrase(zh: "\(what.zh)定为\(now.zh)", en: "\(what.en): \(now.en)") }
        return Phrase(zh: "\(what.zh)由\(from.zh)改为\(now.zh)", en: "\(what.en): \(from.en) becomes \(now.en)")
    }
}
