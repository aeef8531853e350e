internal import Domain
internal import EventLog

extension Phrase {
    /// What an event type is called. A test holds the table against the catalogue of types.
    public static func eventType(_ type: String) -> Phrase { eventTypes[type] ?? Phrase(zh: type, en: type) }

    public static let eventTypes: [String: Phrase] = [
        "book.opened": Phrase(zh: "建簿", en: "book opened"),
        "member.joined": Phrase(zh: "委员到任", en: "member joined"),
        "member.left": Phrase(zh: "委员离任", en: "member left"),
        "member.term-began": Phrase(zh: "新任期开始", en: "term began"),
        "member.assigned": Phrase(zh: "任职、编组", en: "member assigned"),
        "member.released": Phrase(zh: "免职、离组", en: "member released"),
        "member.details-changed": Phrase(zh: "资料变更", en: "details changed"),
        "activity.scheduled": Phrase(zh: "安排活动", en: "activity scheduled"),
        "activity.rescheduled": Phrase(zh: "活动改期", en: "activity rescheduled"),
        "activity.cancelled": Phrase(zh: "活动取消", en: "activity cancelled"),
        "activity.opened": Phrase(zh: "活动开始", en: "activity opened"),
        "activity.closed": Phrase(zh: "活动办结", en: "activity closed"),
        "attendance.checked-in": Phrase(zh: "签到", en: "checked in"),
        "attendance.leave-asked": Phrase(zh: "请假", en: "leave asked"),
        "attendance.leave-granted": Phrase(zh: "准假", en: "leave granted"),
        "attendance.leave-refused": Phrase(zh: "不准假", en: "leave refused"),
        "attendance.excused": Phrase(zh: "公务免计", en: "excused by a higher duty"),
        "attendance.marked-absent": Phrase(zh: "无故缺席", en: "marked absent"),
        "visit.made": Phrase(zh: "走访", en: "visit made"),
        "proposal.filed": Phrase(zh: "提交提案", en: "proposal filed"),
        "proposal.accepted": Phrase(zh: "立案", en: "proposal accepted"),
        "proposal.declined": Phrase(zh: "不予立案", en: "proposal not accepted"),
        "proposal.handed-over": Phrase(zh: "交办", en: "proposal handed over"),
        "proposal.answered": Phrase(zh: "答复", en: "proposal answered"),
        "proposal.rated": Phrase(zh: "评价", en: "proposal rated"),
        "proposal.closed": Phrase(zh: "办结", en: "proposal closed"),
        "suggestion.submitted": Phrase(zh: "提出意见建议", en: "suggestion submitted"),
        "suggestion.handed-over": Phrase(zh: "转办意见建议", en: "suggestion handed over"),
        "suggestion.answered": Phrase(zh: "答复意见建议", en: "suggestion answered"),
        "suggestion.adopted": Phrase(zh: "意见建议被采用", en: "suggestion adopted"),
        "proposal.marked": Phrase(zh: "提案列为重点或优秀", en: "proposal marked"),
        "donation.received": Phrase(zh: "爱心捐助", en: "donation received"),
        "work.filed": Phrase(zh: "文稿归档", en: "work filed"),
        "plan.adopted": Phrase(zh: "通过计划", en: "plan adopted"),
        "plan.amended": Phrase(zh: "修订计划", en: "plan amended"),
        "plan.target-marked": Phrase(zh: "认定目标", en: "target marked"),
        "points.awarded": Phrase(zh: "加分", en: "points awarded"),
        "points.deducted": Phrase(zh: "扣分", en: "points deducted"),
        "attachment.added": Phrase(zh: "附件归档", en: "attachment added"),
        "personal-data.erased": Phrase(zh: "删除个人信息", en: "personal data erased"),
        "personal-data.restricted": Phrase(zh: "封存个人信息", en: "personal data sealed"),
        "personal-data.released": Phrase(zh: "解除封存", en: "personal data released"),
        "fact.corrected": Phrase(zh: "更正", en: "fact corrected"),
        "fact.voided": Phrase(zh: "作废", en: "fact voided"),
    ]
}
