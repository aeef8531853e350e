/// Around the pages of the handbook, which have their texts in `Sources/Web/Handbook`.
public enum HandbookText {
    public static let title = Phrase(zh: "帮助", en: "Help")
    public static let ofProduct = Phrase(zh: "履职簿使用手册", en: "Minutebook: handbook")
    public static let all = Phrase(zh: "全部帮助", en: "All of the help")
    public static let forSecretary = Phrase(zh: "给秘书和管理员", en: "For the secretary and the administrator (in Chinese)")
    public static let forDirector = Phrase(zh: "给主任", en: "For the director (in Chinese)")
    public static let forMember = Phrase(zh: "给委员", en: "For members (in Chinese)")
    public static let forAuditor = Phrase(zh: "给审计和收到报告的人", en: "For auditors, and whoever has a report (in Chinese)")
}
