public import Domain

/// What a sign-in sheet 签到表 has beside the names.
public enum SignInSheetText {
    /// - Parameter activity: its title.
    public static func title(_ activity: String) -> Phrase { Phrase(zh: "\(activity)签到表", en: "Sign-in sheet: \(activity)") }

    public static let when = Phrase(zh: "时间：", en: "When: ")
    public static let place = Phrase(zh: "地点：", en: "Where: ")
    public static let number = Phrase(zh: "序号", en: "No.")
    public static let name = Phrase(zh: "姓名", en: "Name")
    public static let group = Phrase(zh: "组别", en: "Group")
    public static let signature = Phrase(zh: "签名", en: "Signature")
    public static let remark = Phrase(zh: "备注", en: "Remark")
    public static let onLeave = Phrase(zh: "请假", en: "on leave")
    public static let excused = Phrase(zh: "公务", en: "excused")
    public static let present = Phrase(zh: "实到：", en: "Present: ")
    public static let checkedBy = Phrase(zh: "核对人：", en: "Checked by: ")

    /// - Parameter count: how many are on the list.
    public static func expected(_ count: Int) -> Phrase { Phrase(zh: "应到 \(count)", en: "Expected \(count)") }

    public static func activity(_ id: ActivityID) -> Phrase { Phrase(zh: "活动编号 \(id)", en: "Activity \(id)") }
}
