public import Domain

/// The forms of commands.
public enum RecordText {
    public static let record = Phrase(zh: "记下", en: "Record")
    public static let whatWouldChange = Phrase(zh: "会改变什么", en: "What it would change")
    public static let notYet = Phrase(zh: "还没有记下。请看清楚下面的变化，再确认。", en: "Nothing is recorded yet. Look at what would change, and confirm.")
    public static func confirm(_ act: Phrase) -> Phrase { Phrase(zh: "确认：\(act.zh)", en: "Confirm: \(act.en)") }
    public static let changeIt = Phrase(zh: "返回修改", en: "Change it")
    public static let moreFields = Phrase(zh: "其他栏目", en: "More fields")
    public static let look = Phrase(zh: "查看记录", en: "See the entries")
    public static let another = Phrase(zh: "再记一条", en: "Record another")
    public static func recorded(_ ranges: String) -> Phrase { Phrase(zh: "已记下，第 \(ranges) 条。", en: "Recorded: entry \(ranges).") }
    public static func row(_ list: Phrase, _ number: Int, _ field: Phrase) -> Phrase {
        Phrase(zh: "\(list.zh) \(number)：\(field.zh)", en: "\(list.en) \(number): \(field.en)")
    }
    public static func notOfItsKind(_ field: String, _ text: String) -> Phrase {
        Phrase(zh: "“\(text)”不能这样填写，请照栏目下的说明改。", en: "'\(text)' does not fit here; see the note below the field.")
    }

    /// Below a field: how it is filled in. Nil where the title says enough.
    ///
    /// - Parameter description: what the field's schema says, for English.
    public static func help(_ form: CommandField.Form, isRequired: Bool, description: String?) -> Phrase? {
        let how: Phrase? =
            switch form {
            case .id("member"): Phrase(zh: "姓名、拼音首字母或编号", en: "name, pinyin initials or id")
            case .list(.id("member"), _): Phrase(zh: "姓名、拼音首字母或编号，用空格、顿号或换行分开", en: "names, pinyin initials or ids, parted by spaces or lines")
            case .list: Phrase(zh: "每行一项", en: "one on each line")
            case .occurrence where isRequired: Phrase(zh: "如 2019-3-12、3月12日上午9时、3月12日至14日", en: "such as 2019-03-12 or 2019-03-12 09:00")
            case .occurrence: Phrase(zh: "如 2019-3-12、3月12日上午9时；不填就是现在", en: "such as 2019-03-12 or 2019-03-12 09:00; now where it is empty")
            case .date: Phrase(zh: "如 2019-3-12、3月12日", en: "such as 2019-03-12")
            case .money: Phrase(zh: "单位：元，如 1500、1,500.50、1.5万", en: "in yuan, such as 1500 or 1,500.50")
            case .points: Phrase(zh: "单位：分，如 2 或 2.5", en: "such as 2 or 2.5")
            case .personalText, .personalMonthDay: Phrase(zh: "加密保存", en: "sealed when recorded")
            case .changes: Phrase(zh: "要改的栏目和新内容", en: "the fields to change, as a JSON object")
            default: nil
            }
        guard let description, !description.isEmpty else { return how }
        guard let how else { return Phrase(zh: "", en: description) }
        return Phrase(zh: how.zh, en: description + " " + how.en)
    }
}
