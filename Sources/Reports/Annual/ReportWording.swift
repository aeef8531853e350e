public import Bookkeeping
public import EventLog
public import Wording

/// What is said of a report that was found right.
extension Phrase {
    public static func reportIsTheSame(upTo position: Position) -> Phrase {
        Phrase(
            zh: "与簿中第 1–\(position) 条重做的结果逐字节一致。",
            en: "The same, byte by byte, as entries 1–\(position) of the book give.")
    }

    public static func reportIsTheSameButForNames(upTo position: Position) -> Phrase {
        Phrase(
            zh: "除下列姓名外，与簿中第 1–\(position) 条重做的结果逐字节一致。这些姓名已删除或封存，报告上写的是不是本人姓名，无从核对：",
            en: "Except for the names below, the same, byte by byte, as entries 1–\(position) of the book give. They were erased or "
                + "sealed since: whether the report shows the right ones could not be checked.")
    }

    /// Whose name, what the report shows, and in how many places.
    public static func nameNotChecked(_ name: VerifiedReport.UncheckedName) -> Phrase {
        let shown = name.shown.isEmpty ? Phrase(zh: "没有姓名", en: "no name") : Phrase(zh: "“\(name.shown)”", en: "'\(name.shown)'")
        return plain("  \(name.member): ") + shown
            + Phrase(
                zh: "，共 \(name.placeCount) 处，各处相同",
                en: name.placeCount == 1 ? " (1 place)" : " (\(name.placeCount) places, the same in each)")
    }

    /// Whose signature the report's checkpoint has; the signers follow.
    public static func reportSigned(_ keys: TrustedKeys) -> Phrase {
        keys.areNamed
            ? Phrase(zh: "签名无误，签名的是你指定的钥匙：", en: "Rightly signed by the key you named: ")
            : Phrase(zh: "签名无误，签名的是本簿自己的钥匙：", en: "Rightly signed by the book's own key: ")
    }
}
