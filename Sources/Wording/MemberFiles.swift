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
    public static let works = Phrase(zh: "文稿", en: "Works")
    public static let speeches = Phrase(zh: "会议发言", en: "Speeches")
    public static let speech = Phrase(zh: "发言", en: "Speech")
    public static let candidacies = Phrase(zh: "作为候选人参加的选举", en: "Elections as a candidate")
    public static let election = Phrase(zh: "选举", en: "Election")
    public static let namedVotes = Phrase(zh: "记名表决", en: "Votes by name")
    public static let vote = Phrase(zh: "表决事项", en: "Vote")
    public static let answer = Phrase(zh: "表态", en: "Voted")
    public static let dutyReports = Phrase(zh: "述职", en: "Reports on duties")
    public static let appraisals = Phrase(zh: "接受测评", en: "Appraised")
    public static let petitions = Phrase(zh: "接待来信来访", en: "Letters and visits received")
    public static let petition = Phrase(zh: "来信来访", en: "Letter or visit")
    public static let commendations = Phrase(zh: "受到的表彰", en: "Commendations")
    public static let honour = Phrase(zh: "荣誉", en: "Honour")
    public static let commendedBy = Phrase(zh: "表彰单位", en: "Commended by")
    public static let donations = Phrase(zh: "捐助和引进", en: "Donations and money brought in")
    public static let visits = Phrase(zh: "接受走访", en: "Visited")

    public static let office = Phrase(zh: "任职", en: "Office")
    public static let name = Phrase(zh: "名称", en: "Name")
    public static let from = Phrase(zh: "起", en: "From")
    public static let until = Phrase(zh: "止", en: "Until")
    public static let term = Phrase(zh: "任期", en: "term")
    public static let item = Phrase(zh: "项", en: "Item")
    public static let ofMember = Phrase(zh: "本人", en: "The member's")
    public static let part = Phrase(zh: "角色", en: "Part")
    public static let firstSigner = Phrase(zh: "领衔", en: "first signer")
    public static let coSigner = Phrase(zh: "联名", en: "co-signer")
    public static let rated = Phrase(zh: "本人评价", en: "Rated")
    public static let adopted = Phrase(zh: "采用", en: "Adopted")
}
