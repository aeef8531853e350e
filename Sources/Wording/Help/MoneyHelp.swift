/// Help of `minutebook donation`.
public enum DonationHelp {
    public static let noun = CommandHelp(zh: "爱心捐助", en: "Donations")

    public static let receive = CommandHelp(
        zh: "登记捐助", en: "Record a donation", examples: "donation receive --kind money --amount 1,500 --member M03")
    public static let receipt = CommandHelp(
        zh: "捐助回执", en: "Write a receipt of a donation", remarks: CommonHelp.receipt,
        examples: "donation receipt D3 -o D3.tlog-proof")

    public static let donation = Phrase(zh: "捐助编号", en: "Id of the donation.")
    public static let amount = Phrase(
        zh: "金额，以元计，如 1500.50、1,500、500元、1.5万", en: "Amount in yuan, such as 1500.50, 1,500 or 1500 yuan.")
    public static let value = Phrase(zh: "物品价值，写法与金额相同", en: "Value of the goods in yuan, written as an amount is.")
    public static let purpose = Phrase(zh: "用途，不封存，勿写姓名", en: "What it is for. It is never sealed: name nobody.")
}

/// Help of `minutebook fund`.
public enum FundHelp {
    public static let noun = CommandHelp(zh: "专项经费的收支", en: "Money received for a purpose, and what was spent of it")

    public static let spend = CommandHelp(
        zh: "登记支出", en: "Record an expense",
        examples: .init(
            "fund spend --purpose 送戏下村 --amount 1.2万 --activity A3", english: "fund spend --purpose theatre --amount 1200 --activity A3"))
    public static let list = CommandHelp(
        zh: "按用途列收支", en: "List what was received and spent, by purpose", examples: "fund list --as-of 2026-06-30")

    public static let purpose = Phrase(
        zh: "用途，与收入所写一致；不封存，勿写姓名",
        en: "What the money was received for, in the words of the donations. It is never sealed: name nobody.")
}
