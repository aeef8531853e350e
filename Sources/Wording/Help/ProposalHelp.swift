/// Help of `minutebook proposal`.
public enum ProposalHelp {
    public static let noun = CommandHelp(zh: "提案：从起草到兑现承诺", en: "Proposals, from the draft to the kept promise")

    public static let filing = Phrase(zh: "提出", en: "Filing")
    public static let examination = Phrase(zh: "审查", en: "Examination")
    public static let handling = Phrase(zh: "办理", en: "Handling")
    public static let outcome = Phrase(zh: "结果", en: "Outcome")
    public static let views = Phrase(zh: "查看", en: "Views")

    public static let draft = CommandHelp(
        zh: "存草稿；再存一次，替换前一稿", en: "Save a draft; it replaces the previous one",
        examples: .init("proposal draft --title 增设公交站 --signer M05", english: "proposal draft --title buses --signer M05"))
    public static let file = CommandHelp(
        zh: "提交提案", en: "File a proposal",
        examples: .init(
            "proposal file --title 增设公交站 --kind individual --signer M05",
            english: "proposal file --title buses --kind individual --signer M05"))
    public static let coSign = CommandHelp(zh: "附议", en: "Record that a member co-signs", examples: "proposal co-sign P3 M07")
    public static let refuseCoSign = CommandHelp(
        zh: "不附议", en: "Record that a member refuses to co-sign", examples: "proposal refuse-co-sign P3 M07")
    public static let withdraw = CommandHelp(
        zh: "撤案；交办以后不能再撤", en: "Withdraw a proposal, until it is handed over",
        examples: .init("proposal withdraw P3 --reason 问题已经解决", english: "proposal withdraw P3 --reason solved"))

    public static let accept = CommandHelp(zh: "立案", en: "Accept a proposal", examples: "proposal accept P3 --number 2026-012")
    public static let decline = CommandHelp(
        zh: "不予立案", en: "Decline a proposal",
        examples: .init(
            "proposal decline P3 --code duplicate --reason 与P1相同", english: "proposal decline P3 --code duplicate --reason same-as-P1"))
    public static let merge = CommandHelp(zh: "并案", en: "Merge a proposal into another", examples: "proposal merge P4 --into P3")
    public static let split = CommandHelp(
        zh: "分案；分出的提案要先提交", en: "Split a proposal into others, which are filed first",
        examples: "proposal split P4 --into P8 --into P9")

    public static let handOver = CommandHelp(
        zh: "交办", en: "Hand a proposal over to the units that handle it",
        examples: .init(
            "proposal hand-over P3 --lead 交通局 --due 2026-06-30", english: "proposal hand-over P3 --lead Transport --due 2026-06-30"))
    public static let signFor = CommandHelp(
        zh: "签收", en: "Record that a unit signs for a proposal",
        examples: .init("proposal sign-for P3 --unit 交通局", english: "proposal sign-for P3 --unit Transport"))
    public static let giveBack = CommandHelp(
        zh: "退回", en: "Record that a unit returns a proposal",
        examples: .init(
            "proposal return P3 --unit 交通局 --reason 不属本单位职责", english: "proposal return P3 --unit Transport --reason not-ours"))
    public static let reassign = CommandHelp(
        zh: "改派", en: "Give a unit's part to another unit",
        examples: .init(
            "proposal reassign P3 --unit 交通局 --to 城管局", english: "proposal reassign P3 --unit Transport --to Streets"))
    public static let extend = CommandHelp(
        zh: "延期", en: "Extend the time limit",
        examples: .init(
            "proposal extend P3 --until 2026-09-30 --reason 需要现场勘察",
            english: "proposal extend P3 --until 2026-09-30 --reason survey"))
    public static let pause = CommandHelp(
        zh: "中止计时", en: "Pause the time limit",
        examples: .init("proposal pause P3 --reason 等待上级规划批复", english: "proposal pause P3 --reason planning-permission"))
    public static let resume = CommandHelp(zh: "恢复计时", en: "Resume the time limit", examples: "proposal resume P3")
    public static let draftAnswer = CommandHelp(
        zh: "报送答复稿", en: "Submit a draft of the answer",
        examples: .init(
            "proposal draft-answer P3 --unit 交通局 --text 拟于年内增设",
            english: "proposal draft-answer P3 --unit Transport --text this-year"))
    public static let checkAnswer = CommandHelp(
        zh: "审核答复稿", en: "Approve or reject a draft of the answer",
        examples: .init("proposal check-answer P3 --unit 交通局 --passed", english: "proposal check-answer P3 --unit Transport --passed"))
    public static let answer = CommandHelp(
        zh: "答复", en: "Record a unit's answer",
        examples: .init("proposal answer P3 --unit 交通局 --class A", english: "proposal answer P3 --unit Transport --class A"))

    public static let rate = CommandHelp(
        zh: "评价办理", en: "Record a signer's rating",
        examples: "proposal rate P3 --member M05 --handling satisfied --result satisfied")
    public static let sendBack = CommandHelp(
        zh: "二次办理", en: "Have a proposal handled again",
        examples: .init(
            "proposal send-back P3 --reason 委员不满意，答复没有措施", english: "proposal send-back P3 --reason nothing-planned"))
    public static let commit = CommandHelp(
        zh: "登记承诺", en: "Record what a unit promised",
        examples: .init(
            "proposal commit P3 --unit 交通局 --what 年内增设两站 --due 2026-12-31",
            english: "proposal commit P3 --unit Transport --what two-stops --due 2026-12-31"))
    public static let settleCommitment = CommandHelp(
        zh: "登记承诺是否兑现", en: "Record whether a promise was kept",
        examples: "proposal settle-commitment P3 --commitment 128 --kept")
    public static let close = CommandHelp(zh: "办结", en: "Close a proposal", examples: "proposal close P3")
    public static let mark = CommandHelp(
        zh: "列为重点、优秀、公开或不公开", en: "Mark a proposal as key, excellent, public or confidential",
        examples: "proposal mark P3 --as key")
    public static let instruct = CommandHelp(
        zh: "登记领导对提案的批示", en: "Record a leader's instruction on a proposal",
        examples: .init(
            "proposal instruct P3 --leader 王书记 --level city --text 请交通局研究", english: "proposal instruct P3 --leader Wang --level city"))
    public static let sendUp = CommandHelp(
        zh: "报送上级", en: "Record that a proposal was sent upwards",
        examples: .init("proposal send-up P3 --to 省政协 --level province", english: "proposal send-up P3 --to province --level province"))
    public static let adopt = CommandHelp(
        zh: "登记被采用", en: "Record at which level a proposal was adopted", examples: "proposal adopt P3 --level city")
    public static let receipt = CommandHelp(
        zh: "提案回执", en: "Write a receipt of a proposal", remarks: CommonHelp.receipt,
        examples: "proposal receipt P3 -o P3.tlog-proof")

    public static let proposal = Phrase(zh: "提案编号", en: "Id of the proposal.")
}
