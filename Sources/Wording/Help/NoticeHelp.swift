/// Help of `minutebook notice`.
public enum NoticeHelp {
    public static let noun = CommandHelp(zh: "会议通知和回复", en: "Notices of meetings, and who has answered")

    public static let issue = CommandHelp(
        zh: "登记通知已经发出", en: "Record that a notice went out",
        remarks: Phrase(
            zh: "通知的文字用 minutebook notice show 取得。以后改期、改地点，再取的文字就写明与这次通知相比有什么变更。",
            en: "The text is that of 'minutebook notice show'. When time or place change later, that text says what is otherwise than in "
                + "this notice."),
        examples: "notice issue A3 --means message --means phone --occurred 2026-03-05")
    public static let show = CommandHelp(
        zh: "通知的文字：按活动的资料写成，可直接印发或复制", en: "Show the notice of an activity, to be printed or copied into a message",
        remarks: Phrase(
            zh: "第一次是会议通知；时间、地点有变更的，是变更通知；活动取消的，是取消通知。",
            en: "At first an invitation; after a change of time or place, what has changed since the last notice; of a cancelled activity, "
                + "that it is cancelled."),
        examples: "notice show A3")
    public static let answers = CommandHelp(
        zh: "谁参加、谁请假、谁还没有回复", en: "Show who comes, who asks for leave, and who has not been heard of", examples: "notice answers A3")
}
