/// What the columns of lists of suggestions, donations, funds, visits and time limits are called.
extension ColumnTitle {
    public static let submitted = Phrase(zh: "提出", en: "submitted")
    public static let handedTo = Phrase(zh: "承办部门", en: "department")

    public static let amountInYuan = Phrase(zh: "金额（元）", en: "yuan")
    public static let goods = Phrase(zh: "物品", en: "goods")
    public static let donor = Phrase(zh: "捐助人", en: "donor")
    public static let purpose = Phrase(zh: "用途", en: "purpose")
    public static let receipt = Phrase(zh: "收据号", en: "receipt")

    public static let received = Phrase(zh: "收入（元）", en: "received")
    public static let spent = Phrase(zh: "支出（元）", en: "spent")
    public static let balance = Phrase(zh: "结余（元）", en: "balance")

    public static let honour = Phrase(zh: "荣誉", en: "honour")
    public static let level = Phrase(zh: "层级", en: "level")
    public static let commendedBy = Phrase(zh: "表彰单位", en: "commended by")
    public static let commended = Phrase(zh: "受表彰", en: "commended")

    public static let area = Phrase(zh: "地方", en: "area")
    public static let lastVisit = Phrase(zh: "上次走访", en: "last visited")

    public static let step = Phrase(zh: "事项", en: "what")
    public static let who = Phrase(zh: "谁", en: "who")
    public static let of = Phrase(zh: "哪件", en: "of")
    public static let from = Phrase(zh: "起算", en: "from")
    public static let done = Phrase(zh: "办毕", en: "done")
}

/// Who gave a donation, where it was not a member.
extension Phrase {
    public static let anonymousDonor = Phrase(zh: "匿名", en: "anonymous")
}
