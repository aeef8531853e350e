/// Meetings as they go on: the live list, the screen in the room, and phones that check in.
public enum MeetingText {
    public static let takeAttendance = Phrase(zh: "开始点名", en: "Take attendance")
    public static let attendance = Phrase(zh: "到会情况", en: "Attendance")
    public static let screen = Phrase(zh: "会场大屏", en: "Screen")
    public static let wholeMeeting = Phrase(zh: "会议详情", en: "The whole meeting")
    public static let sheet = Phrase(zh: "打印签到表", en: "Print the sign-in sheet")
    public static let writeMinutes = Phrase(zh: "写会议记录", en: "Write minutes")
    public static let open = Phrase(zh: "会议开始", en: "Open the meeting")
    public static let openHelp = Phrase(
        zh: "开始以后，扫码就算签到；在这之前扫的码先记下，开始时自动签到。",
        en: "From then on a scan checks in. Scans before that are noted, and count when the meeting opens.")

    public static let names = Phrase(zh: "姓名、拼音首字母或编号", en: "Names, pinyin initials or ids")
    public static let namesHelp = Phrase(zh: "可以粘贴一份名单，每行一人。", en: "You may paste a list, one on each line.")
    public static let asWhat = Phrase(zh: "记为", en: "Mark as")
    public static let why = Phrase(zh: "理由（可不填）", en: "Reason, if any")
    public static let mark = Phrase(zh: "登记", en: "Mark")
    public static let markPresent = Phrase(zh: "到会", en: "Present")
    public static let markLate = Phrase(zh: "迟到", en: "Late")
    public static let markLeftEarly = Phrase(zh: "早退", en: "Left early")
    public static let markLeave = Phrase(zh: "准假", en: "On leave")
    public static let markExcused = Phrase(zh: "公务免计", en: "Excused")
    public static let markAbsent = Phrase(zh: "缺席", en: "Absent")
    public static let markUndo = Phrase(zh: "记错了", en: "Undo")
    public static let markedByMistake = Phrase(zh: "点名时记错", en: "marked by mistake")
    public static let cameAfterAll = Phrase(zh: "后来到会", en: "came after all")
    public static let higherDuty = Phrase(zh: "公务", en: "duty")
    public static func marked(_ count: Int, _ mark: Phrase) -> Phrase {
        Phrase(zh: "已登记 \(count) 人：\(mark.zh)。", en: "Marked \(count): \(mark.en).")
    }
    public static func fitNobody(_ names: [String]) -> Phrase {
        Phrase(zh: "没有找到：\(names.joined(separator: "、"))。其他人已登记。", en: "Not found: \(names.joined(separator: ", ")). The others are marked.")
    }
    public static func notExpected(_ name: String) -> Phrase {
        Phrase(zh: "\(name) 不在这次会议的名单上，没有登记。", en: "\(name) is not on the list of this meeting, and is not marked.")
    }
    public static let nobodyNamed = Phrase(zh: "没有写姓名。", en: "Nobody was named.")

    // MARK: - Taps that wait

    public static func waitingTaps(_ count: Int) -> Phrase {
        Phrase(zh: "有 \(count) 条手机签到等您确认", en: "\(count) check-ins by phone wait for you")
    }
    public static let accept = Phrase(zh: "确认到会", en: "Was present")
    public static let refuse = Phrase(zh: "不认可", en: "Refuse")
    public static let refusedByOffice = Phrase(zh: "办公室没有认可", en: "the office did not accept it")

    // MARK: - The screen and the phone

    public static let howTo = Phrase(zh: "手机扫码签到，二维码每 30 秒更换", en: "Scan with your phone to check in. The code changes every 30 seconds.")
    public static let arrivals = Phrase(zh: "最近到会", en: "Last to arrive")
    public static let proves = Phrase(
        zh: "二维码说明扫码时有人看得到这块屏幕；它挡不住别人用视频转发。到场人数以会场点名为准。",
        en: "The code proves that somebody saw this screen at that time. It cannot rule out that it was passed on by video: the secretary's list of who is in the room can.")
    public static func unreachable(_ address: String) -> Phrase {
        Phrase(zh: "手机打不开 \(address)。请用本机在局域网里的地址打开这个页面。", en: "Phones cannot reach \(address). Open this page by the machine's address on the network.")
    }
    public static let checkIn = Phrase(zh: "签到", en: "Check in")
    public static func checkIn(_ name: String) -> Phrase { Phrase(zh: "\(name) 签到", en: "Check in \(name)") }
    public static let somebodyElse = Phrase(zh: "给另一位委员签到", en: "Check in somebody else")
    public static let name = Phrase(zh: "姓名或编号", en: "Name or id")
    public static let code = Phrase(zh: "个人签到码", en: "Personal code")
    public static let codeHelp = Phrase(zh: "办公室发给您的 8 位数字。这部手机只要填一次。", en: "The 8 digits that the office gave you. This phone asks only once.")
    public static let checkedIn = Phrase(zh: "已签到。", en: "You are checked in.")
    public static let alreadyCheckedIn = Phrase(zh: "已签过了。", en: "You were checked in already.")
    public static let waitsForOpening = Phrase(zh: "已记下。会议还没有开始，开始后自动签到，不用再扫。", en: "Noted. The meeting is not open yet; you will be checked in when it opens, without another scan.")
    public static let waitsForOffice = Phrase(zh: "已记下，等办公室确认。现在还不算签到。", en: "Noted, and the office has to confirm it. You are not checked in yet.")
    public static let staleCode = Phrase(zh: "这个二维码已经换掉了，请扫屏幕上现在的。", en: "This code is no longer on the screen. Please scan the one that is there now.")
    public static let wrongCode = Phrase(zh: "姓名或签到码不对，请核对办公室发的纸条。", en: "The name or the code is wrong. Please check the slip from the office.")
    public static let codeBlocked = Phrase(zh: "试错太多次，签到码已停用。请找办公室要新的。", en: "Too many wrong tries: the code is blocked. Ask the office for a new one.")
    public static let notACode = Phrase(zh: "这不是会议的二维码，请扫会场屏幕上的。", en: "This is not a meeting's code. Please scan the one on the screen.")
    public static let meetingCancelled = Phrase(zh: "会议已取消。", en: "The meeting was cancelled.")
    public static let kept = Phrase(zh: "已记下，尚未送达。有网络后自动送出。", en: "Noted on this phone, not sent yet. It is sent when the network is back.")
    public static func notRecorded(_ why: Phrase) -> Phrase { Phrase(zh: "没有签上：\(why.zh)", en: "You are not checked in: \(why.en)") }
}
