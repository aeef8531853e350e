/// Help that several commands share.
public enum CommonHelp {
    public static let book = Phrase(zh: "履职簿文件", en: "The file of the book.")
    public static let json = Phrase(zh: "只输出一个 JSON 文档", en: "Print one JSON document and nothing else.")
    public static let language = Phrase(zh: "语言，不写则随系统", en: "Language; by default the locale's.")
    public static let newFile = Phrase(zh: "新文件，不能已存在", en: "The new file; it must not exist.")
    public static let output = Phrase(zh: "输出文件", en: "The file to write.")

    public static let occurred = Phrase(
        zh: "何时发生，如 2019-03-12、2019.3.12、3月12号上午9时、2012年2月中旬；不写则为现在",
        en: "When it happened, such as 2019-03-12, 2019.3.12 or 2019-03-12 9:00; by default now.")
    public static let reason = Phrase(
        zh: "理由，更正必须写；不封存，勿写他人私事", en: "Why; corrections need it. It is never sealed: no personal matter.")
    public static let quantity = Phrase(
        zh: "数量，如“户=12”“小时=2.5”，可写多次", en: "How much of what, such as household=12 or hour=2.5; may be given several times.")
    public static let by = Phrase(zh: "记录人；不封存", en: "Who records; never sealed.")
    public static let commandID = Phrase(
        zh: "命令编号，一个 UUID；重发时不会重记", en: "Id of the command, a UUID. A command that is sent again is not recorded twice.")
    public static let ahead = Phrase(zh: "日期比时钟晚也照记", en: "Record it although it is dated later than the clock.")
    public static let acceptClock = Phrase(
        zh: "时钟比最后一条早五分钟以上也照记", en: "Record although the clock is more than five minutes behind the last entry.")

    /// Of every receipt.
    static let receipt = Phrase(
        zh: "对方凭回执和本簿公钥就能核对，不用看簿，也不用信这个程序。",
        en: "With the receipt and the book's public key, its owner can prove the record to anybody, without the book or this program.")
}
