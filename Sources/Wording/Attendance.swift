public import Assessment
public import Domain

/// Who came to an activity, in words.
extension Phrase {
    /// What one member did about an activity.
    public static func attendance(_ attendance: Attendance) -> Phrase {
        switch attendance {
        case .present: Phrase(zh: "出席", en: "present")
        case .late: Phrase(zh: "迟到", en: "late")
        case .onLeave: Phrase(zh: "请假", en: "on leave")
        case .absent: Phrase(zh: "缺席", en: "absent")
        case .excused: Phrase(zh: "公务免计", en: "excused, not counted")
        }
    }

    /// `19/23 82.6 %`, beside the part that is asked for.
    public static func turnout(_ count: AttendanceCount, asked: Threshold?) -> Phrase {
        plain("\(count.present.count)/\(count.countable) \(share(count, asked))")
    }

    /// How many of those who were to come came.
    public static func came(_ count: AttendanceCount) -> Phrase {
        Phrase(
            zh: "应到 \(count.countable)，实到 \(count.present.count)，\(share(count))",
            en: "\(count.present.count) of \(count.countable) present, \(share(count))")
    }

    private static func share(_ count: AttendanceCount, _ asked: Threshold? = nil) -> String {
        percent(Int64(count.present.count), of: Int64(count.countable), beside: asked.map { [Limit($0)] } ?? [])
    }

    public static func tookPart(_ count: Int64) -> Phrase { Phrase(zh: "\(count) 人参加", en: "\(count) took part") }

    public static let leftEarly = Phrase(zh: "早退", en: "left early")
    public static let notRegistered = Phrase(zh: "未报名", en: "not registered")
    public static let registered = Phrase(zh: "已报名", en: "registered")
    public static let leaveAsked = Phrase(zh: "请假未批", en: "leave not granted yet")
    public static let leaveRefused = Phrase(zh: "不准假", en: "leave refused")
    public static let backFromLeave = Phrase(zh: "已销假", en: "back from leave")

    /// The days of several for which somebody was checked in.
    public static func attended(_ days: [AttendedDay]) -> Phrase {
        let each = days.map { day in
            plain("\(day.day)") + (day.isLate ? Phrase(zh: "（迟到）", en: " (late)") : plain(""))
        }
        return Phrase(zh: "到会 ", en: "on ") + joined(each, zh: "、", en: ", ")
    }

    public static func halfDays(_ there: Int64, of all: Int64) -> Phrase {
        Phrase(zh: "到 \(there)/\(all) 个半天", en: "\(there) of \(all) half-days")
    }
}

extension Phrase {
    /// How somebody stands while a meeting goes on, by the code that scripts see.
    public static func standing(_ code: String) -> Phrase {
        switch code {
        case "present": Phrase(zh: "已到", en: "present")
        case "late": Phrase(zh: "迟到", en: "late")
        case "leave-asked": Phrase(zh: "请假待批", en: "leave asked for")
        case "leave-refused": Phrase(zh: "不准假", en: "leave refused")
        case "on-leave": Phrase(zh: "请假", en: "on leave")
        case "excused": Phrase(zh: "公务免计", en: "excused")
        case "absent": Phrase(zh: "缺席", en: "absent")
        default: Phrase(zh: "未到", en: "not here yet")
        }
    }

    /// How many are there by now, of those who are counted, and how many must be.
    public static func live(present: Int, of countable: Int, needed: Int?) -> Phrase {
        let share = countable > 0 ? "，\(percent(Int64(present), of: Int64(countable)))" : ""
        let shareEn = countable > 0 ? ", \(percent(Int64(present), of: Int64(countable)))" : ""
        let came = Phrase(zh: "应到 \(countable)，实到 \(present)\(share)", en: "\(present) of \(countable) present\(shareEn)")
        guard let needed else { return came }
        return came + (present >= needed && countable > 0
            ? Phrase(zh: "，已达到要求的 \(needed) 人", en: "; \(needed) needed, reached")
            : Phrase(zh: "，要求 \(needed) 人，还差 \(max(0, needed - present)) 人", en: "; \(needed) needed, \(max(0, needed - present)) missing"))
    }
}
