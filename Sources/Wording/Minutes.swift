public import Domain
public import EventLog

/// Minutes, as people read them.
public enum MinutesText {
    /// `第三次例会会议记录`; what ends in 会议 already does not say it twice.
    public static func title(_ activity: String) -> Phrase {
        Phrase(zh: activity.hasSuffix("会议") ? "\(activity)记录" : "\(activity)会议记录", en: "Minutes: \(activity)")
    }

    public static let meeting = Phrase(zh: "会议情况", en: "The meeting")
    public static let attendance = Phrase(zh: "出席情况", en: "Attendance")
    public static let agenda = Phrase(zh: "议程和发言", en: "Agenda and speeches")
    public static let speeches = Phrase(zh: "其他发言", en: "Other speeches")
    public static let votes = Phrase(zh: "表决和选举", en: "Votes and elections")
    public static let decisions = Phrase(zh: "形成的决议", en: "Decisions")
    public static let outcomes = Phrase(zh: "会议成果", en: "What came of it")

    public static func time(_ date: Occurrence) -> Phrase { Phrase(zh: "时间：", en: "Time: ") + NoticeText.time(date) }
    public static func place(_ place: String) -> Phrase { Phrase(zh: "地点：\(place)", en: "Place: \(place)") }
    /// To be filled in by whoever edits the draft.
    public static let chair = Phrase(zh: "主持人：", en: "In the chair: ")
    public static let keeper = Phrase(zh: "记录人：", en: "Minutes kept by: ")

    /// One of several lists of names: `出席（2 人）：张三、李四`.
    public static func names(_ what: Phrase, _ names: [Phrase]) -> Phrase {
        let list = Phrase.joined(names)
        return Phrase(zh: "\(what.zh)（\(names.count) 人）：\(list.zh)", en: "\(what.en) (\(names.count)): \(list.en)")
    }

    /// - Parameter outcome: nil for nothing on record.
    public static func item(_ number: Int, _ title: String, presenter: String?, outcome: Phrase?) -> Phrase {
        let extra = [presenter.map { Phrase(zh: "\($0)汇报", en: "presented by \($0)") }, outcome].compactMap(\.self)
        let brackets = extra.isEmpty ? Phrase.plain("") : Phrase(zh: "（", en: " (") + .joined(extra, zh: "；", en: "; ") + Phrase(zh: "）", en: ")")
        return Phrase(zh: "\(NoticeText.chinese(number))、\(title)", en: "\(number). \(title)") + brackets
    }

    public static func speech(_ speakers: [Phrase], _ form: SpeechGiven.Form, title: String?, text: String?) -> Phrase {
        let (who, form) = (Phrase.joined(speakers), Phrase.speechForm(form))
        let what = [title, text].compactMap(\.self)
        let said = what.isEmpty ? Phrase.plain("") : Phrase(zh: "：" + what.joined(separator: "。"), en: ": " + what.joined(separator: ". "))
        return Phrase(zh: "\(who.zh)（\(form.zh)）", en: "\(who.en) (\(form.en))") + said
    }

    /// A label, and what follows it.
    public static func line(_ label: Phrase, _ parts: [Phrase]) -> Phrase {
        label + Phrase(zh: "：", en: ": ") + .joined(parts, zh: "；", en: "; ")
    }

    // MARK: - Versions

    public static func version(_ number: Int) -> Phrase { Phrase(zh: "第 \(number) 稿", en: "draft \(number)") }

    public static func drafted(_ date: Occurrence) -> Phrase {
        let date = Phrase.when(date)
        return Phrase(zh: "\(date.zh) 提交", en: "filed on \(date.en)")
    }

    public static func approved(_ by: String, _ date: Occurrence) -> Phrase {
        let date = Phrase.when(date)
        return Phrase(zh: "\(by) \(date.zh) 审定", en: "approved by \(by) on \(date.en)")
    }

    public static func noMinutes(_ activity: ActivityID) -> Phrase {
        Phrase(
            zh: "活动 \(activity) 没有会议记录，或者没有这一稿。请先用 minutebook minutes draft 提交。",
            en: "Activity \(activity) has no minutes, or no such draft. File one with 'minutebook minutes draft'.")
    }
}
