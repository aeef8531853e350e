public import Bookkeeping
public import Domain
public import EventLog

/// What a member's performance file 履职档案 consists of.
public enum MemberFileText {
    public static func title(_ member: MemberID, _ name: PersonalReading) -> Phrase {
        Phrase(zh: "履职档案：", en: "Performance file: ") + .member(member, name)
    }

    /// - Parameters:
    ///   - book: what the book calls its body.
    ///   - position: the last entry that is known.
    public static func subtitle(_ book: String, asOf: CalendarDate, upTo position: Position) -> Phrase {
        Phrase(zh: "\(book) · 截至 \(asOf)，依据第 1–\(position) 条记录", en: "\(book) · as of \(asOf), from entries 1–\(position)")
    }

    public static let offices = Phrase(zh: "任期和职务", en: "Terms and offices")
    public static func demands(_ plan: String) -> Phrase { Phrase(zh: "计划 \(plan) 的要求", en: "What plan \(plan) asks") }
    public static let activities = Phrase(zh: "参加活动", en: "Activities")
    public static let proposals = Phrase(zh: "提案", en: "Proposals")
    public static let suggestions = Phrase(zh: "意见建议和社情民意", en: "Suggestions and social opinion")
    public static let works = Phrase(zh: "文稿", en: "Works")
    public static let donations = Phrase(zh: "捐助和引进", en: "Donations and money brought in")
    public static let visits = Phrase(zh: "接受走访", en: "Visited")

    public static let office = Phrase(zh: "任职", en: "Office")
    public static let name = Phrase(zh: "名称", en: "Name")
    public static let from = Phrase(zh: "起", en: "From")
    public static let until = Phrase(zh: "止", en: "Until")
    public static let term = Phrase(zh: "任期", en: "term")
    public static let item = Phrase(zh: "项", en: "Item")
    public static let target = Phrase(zh: "考核项目", en: "Target")
    public static let ofMember = Phrase(zh: "本人", en: "The member's")
    public static let total = Phrase(zh: "合计", en: "Total")
    public static let date = Phrase(zh: "日期", en: "Date")
    public static let activity = Phrase(zh: "活动", en: "Activity")
    public static let kind = Phrase(zh: "类别", en: "Kind")
    public static let attendance = Phrase(zh: "考勤", en: "Attendance")
    public static let proposal = Phrase(zh: "提案", en: "Proposal")
    public static let part = Phrase(zh: "角色", en: "Part")
    public static let firstSigner = Phrase(zh: "领衔", en: "first signer")
    public static let coSigner = Phrase(zh: "联名", en: "co-signer")
    public static let filed = Phrase(zh: "提交", en: "Filed")
    public static let state = Phrase(zh: "状态", en: "State")
    public static let rated = Phrase(zh: "本人评价", en: "Rated")
    public static let suggestion = Phrase(zh: "意见建议", en: "Suggestion")
    public static let adopted = Phrase(zh: "采用", en: "Adopted")
    public static let work = Phrase(zh: "文稿", en: "Work")
    public static let workKind = Phrase(zh: "种类", en: "Kind")
    public static let donation = Phrase(zh: "捐助", en: "Donation")
    public static let donationKind = Phrase(zh: "方式", en: "Kind")
    public static let yuan = Phrase(zh: "金额（元）", en: "Yuan")
    public static let purpose = Phrase(zh: "用途", en: "Purpose")
    public static let visit = Phrase(zh: "走访", en: "Visit")
    public static let place = Phrase(zh: "地点", en: "Place")
}
