/// The pages of reports.
public enum ReportPageText {
    public static let annual = Phrase(zh: "年终报告", en: "Year-end report")
    public static let bulletin = Phrase(zh: "履职通报", en: "Bulletin")
    public static let period = Phrase(zh: "哪一段", en: "Which part")
    public static let periodHelp = Phrase(zh: "如“2019年二季度”、“2019年上半年”、“2019年5月”；不填就是上一季度", en: "Such as 2019Q2, 2019H1 or 2019-05; the last quarter where it is empty")
    public static let year = Phrase(zh: "年度", en: "Year")
    public static let format = Phrase(zh: "形式", en: "Form")
    public static let onScreen = Phrase(zh: "网页，可打印", en: "Page, to be printed")
    public static let text = Phrase(zh: "文本文件", en: "Text (Markdown)")
    public static let data = Phrase(zh: "数据文件", en: "Data (JSON)")
    public static let withoutNames = Phrase(zh: "不写姓名", en: "Without names")
    public static let make = Phrase(zh: "生成报告", en: "Make the report")

    public static let checkHelp = Phrase(
        zh: "放入签到回执、检查点或报告，看它是不是真的、由谁签名。", en: "Drop a receipt, a checkpoint or a report: is it genuine, and who signed it?")
    public static let file = Phrase(zh: "文件", en: "File")
    public static let orText = Phrase(zh: "或者粘贴内容", en: "Or paste its text")
    public static let second = Phrase(zh: "另一个检查点（可不填）", en: "Another checkpoint, if any")
    public static let secondHelp = Phrase(zh: "填了就比较两个检查点：后一个是不是前一个的延续，有没有改写", en: "Then the two are compared: does one continue the other, or was something rewritten?")
    public static let check = Phrase(zh: "查验", en: "Check")
    public static let nothingToCheck = Phrase(zh: "没有收到文件，也没有内容。", en: "There was neither a file nor a text.")
}
