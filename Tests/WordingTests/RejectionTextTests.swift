import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing
import Wording

/// What is said of arguments: lists, one and several, nested reasons. The gallery has every rejection once.
@Suite("Rejections in words")
struct RejectionTextTests {
    private static let (m1, m2): (MemberID, MemberID) = (id("M1"), id("M2"))

    @Test(arguments: [
        (.unknown(Subject(kind: "activity", id: "A9")), "簿中没有活动 A9。请先登记，或核对编号。", "There is no activity A9 in this book. Record it first, or check the id."),
        (
            .unknown([m1.subject, m2.subject]), "簿中没有委员 M1、委员 M2。请先登记，或核对编号。",
            "These are not in this book: member M1, member M2. Record them first, or check the ids."
        ),
        (.namedTwice([m1]), "名单里 M1 写了不止一次。请只留一个。", "M1 is listed twice. Remove one."),
        (.namedTwice([m1, m2]), "名单里 M1、M2 写了不止一次。请只留一个。", "These are listed twice: M1, M2. Keep each once."),
        (
            .member(.hasDuplicates(m1, [m2])), "已有 M2 并入 M1，M1 不能再并入他人。请反过来合并。",
            "M2 was merged into M1, so M1 cannot be merged. Merge the other member into M1."
        ),
        (
            .attendance(.halfDaysDoNotFit(activity, of: 1)), "活动 A1 共 1 个半天，签到的半天数超过了它。请核对。",
            "Activity A1 has 1 half-day; the check-in gives more half-days than that. Check the number."
        ),
        (
            .attendance(.halfDaysOfDayMissing(activity, of: 5, at: nil)), "活动 A1 按半天计，共 5 个半天。按天签到时，请写明这一天到了几个半天。",
            "Activity A1 counts half-days and has 5. Say how many were attended on this day."
        ),
        (
            .attendance(.halfDaysDoNotFit(activity, of: nil)), "活动 A1 没有写明半天数，签到不能填写“halfDays”。",
            "Activity A1 does not count half-days. Leave out 'halfDays'."
        ),
        (
            .proposal(.wrongStage(proposal, .filed, needs: [.handedOver, .answered])),
            "提案 P1 现为“已提交”，这一步要求提案为“已交办”或“已答复”。", "Proposal P1 is filed. For this step it must be handed over or answered."
        ),
        (.proposal(.alreadySaid(m1, proposal, refused: true)), "M1 已表示不在提案 P1 上署名。", "M1 has already refused to sign P1."),
        (.proposal(.alreadySaid(m1, proposal, refused: false)), "M1 已在提案 P1 上署名。", "M1 has already signed P1."),
        (
            .handling(.unitHasActed(proposal, "局", .answered)), "“局”对提案 P1 已答复，这一步不能再做。",
            "'局' has already answered P1, so this step is not possible."
        ),
        (
            .correction(.wouldBreak([.init(Position(6), because: .member(.alreadyAssigned(m1, "主任")))])),
            "这样更正，依据它的记录就不成立了。请先处理那些记录。第 6 条：M1 当时已是“主任”。",
            "Entries that depend on it would become invalid. Deal with those first. Entry 6: M1 already holds '主任' on that day."
        ),
        (
            .several([.activity(.cancelled(activity)), .namedTwice([m1])]), "活动 A1 已取消。名单里 M1 写了不止一次。请只留一个。",
            "Activity A1 was cancelled. M1 is listed twice. Remove one."
        ),
    ] as [(Rejection, String, String)])
    func says(rejection: Rejection, zh: String, en: String) {
        #expect(Phrase.rejection(rejection) == Phrase(zh: zh, en: en))
    }

    @Test func moneyAndFieldsAreNamed() throws {
        let expense = try #require(ExpenseID("E1"))
        let overspent = Phrase.rejection(.fund(.overspent("慰问", left: 150_050, expense: expense)))
        #expect(overspent.zh.contains("余额 1,500.50 元") && overspent.en.contains("1,500.50 yuan"))
        let malformed = JSONError(.invalidValue(field: "title", expected: .string), offset: 0)
        #expect(
            Phrase.rejection(.correction(.doesNotFit(Position(5), malformed)))
                == Phrase(
                    zh: "更正后的第 5 条有误：“title”应为带引号的文字。",
                    en: "The corrected entry 5 would not be valid: 'title' must be text in quotation marks."))
    }

    /// Several obstacles of one kind have its code; of several kinds, one of their own.
    @Test func severalObstaclesHaveACode() {
        let cancelled = Rejection.activity(.cancelled(Self.activity))
        #expect(Rejection.several([cancelled, cancelled]).code == "activity-cancelled")
        #expect(Rejection.several([cancelled, .reasonMissing]).code == "several-obstacles")
    }

    private static let activity: ActivityID = id("A1")
    private static let proposal: ProposalID = id("P1")
}
