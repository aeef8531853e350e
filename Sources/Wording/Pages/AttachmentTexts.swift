/// The form that takes a file in.
public enum AttachmentText {
    public static let add = Phrase(zh: "上传附件", en: "Attach a file")
    public static let file = Phrase(zh: "选择文件", en: "File")
    public static func fileHelp(megabytes: Int) -> Phrase { Phrase(zh: "最大 \(megabytes) 兆字节", en: "At most \(megabytes) MB") }
    public static let to = Phrase(zh: "附在什么上", en: "Attached to")
    public static let toHelp = Phrase(zh: "类别和编号，如“activity:A1”、“proposal:P3”", en: "Kind and id, such as activity:A1 or proposal:P3")
    public static let owner = Phrase(zh: "属于哪位委员个人", en: "Personal data of which member")
    public static let ownerHelp = Phrase(zh: "填了就加密保存，这位委员的信息删除时一起删除", en: "Sealed under that member's key, and gone when the member is erased")
    public static let nothingChosen = Phrase(zh: "请选择文件，并写明附在什么上。", en: "Choose a file, and say what it is attached to.")
}
