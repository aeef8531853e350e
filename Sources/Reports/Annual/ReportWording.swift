public import Bookkeeping
public import CanonicalJSON
internal import Domain
public import EventLog
public import Wording

/// What is said of a report that was found right.
extension Phrase {
    public static func reportIsTheSame(upTo position: Position) -> Phrase {
        Phrase(
            zh: "与簿中第 1–\(position) 条重做的结果逐字节一致。",
            en: "Byte by byte the same as the report made again from entries 1–\(position) of the book.")
    }

    public static func reportIsTheSameButForNames(upTo position: Position) -> Phrase {
        Phrase(
            zh: "除下列姓名外，与簿中第 1–\(position) 条重做的结果逐字节一致。这些姓名已删除或封存，报告上的姓名是否正确，无法核对：",
            en: "Except for the names below, byte by byte the same as the report made again from entries 1–\(position) of the book. "
                + "These names were erased or sealed, so whether the report shows the right ones could not be checked.")
    }

    /// Whose name, what the report shows, and in how many places.
    public static func nameNotChecked(_ name: VerifiedReport.UncheckedName) -> Phrase {
        let shown = name.shown.isEmpty ? Phrase(zh: "没有姓名", en: "no name") : Phrase(zh: "“\(name.shown)”", en: "'\(name.shown)'")
        return plain("  \(name.member): ") + shown
            + Phrase(
                zh: "，共 \(name.placeCount) 处，各处相同",
                en: name.placeCount == 1 ? " (1 place)" : " (\(name.placeCount) places, the same in each)")
    }

    /// Of an earlier rendering: what was compared, before the words and parts that were not.
    public static func reportIsReworded(_ parameters: ReportParameters) -> Phrase {
        Phrase(
            zh: "各项数字、日期和依据与簿中第 1–\(parameters.position) 条重做的结果一致。报告是第 \(parameters.rendering) 版版式，本程序是第 "
                + "\(ReportParameters.rendering) 版，下列文字没有核对：",
            en: "Every number, date and position is as entries 1–\(parameters.position) of the book give. The report has layout "
                + "\(parameters.rendering), this program has layout \(ReportParameters.rendering): the words below were not compared.")
    }

    /// Of another rendering; the figures of the book follow.
    public static func reportTextNotCompared(_ parameters: ReportParameters) -> Phrase {
        Phrase(
            zh: "报告所附数据与簿中第 1–\(parameters.position) 条重做的结果一致。报告是第 \(parameters.rendering) 版版式，本程序是第 "
                + "\(ReportParameters.rendering) 版：报告上的文字和数字没有核对，请以下列数字为准。",
            en: "The data in the report is as entries 1–\(parameters.position) of the book give. The report has layout "
                + "\(parameters.rendering), this program has layout \(ReportParameters.rendering): what the report shows was not "
                + "compared. The figures of the book are:")
    }

    public static func otherWords(_ words: VerifiedReport.OtherWords) -> Phrase {
        let (inReport, today) = (words.inReport.visible, words.today.visible)
        return Phrase(
            zh: "  报告：\(inReport)　本程序：\(today)（\(words.placeCount) 处）",
            en: "  report: \(inReport)  this program: \(today)  (\(words.placeCount == 1 ? "1 place" : "\(words.placeCount) places"))")
    }

    public static func uncheckedPart(_ part: VerifiedReport.Part) -> Phrase {
        func name(_ table: String, _ column: String?) -> String { (column.map { "\(table) / \($0)" } ?? table).visible }
        return switch part {
        case .status:
            Phrase(zh: "  JSON 中的 status 没有核对。", en: "  The member 'status' of the JSON was not compared.")
        case .onlyInReport(let table, let column):
            Phrase(
                zh: "  只有报告里有，没有核对：\(name(table, column))", en: "  Only in the report, not compared: \(name(table, column))")
        case .onlyInBook(let table, let column):
            Phrase(zh: "  报告里没有：\(name(table, column))", en: "  Not in the report: \(name(table, column))")
        }
    }

    /// Whose signature the report's checkpoint has; the signers follow.
    public static func reportSigned(_ keys: TrustedKeys) -> Phrase {
        keys.areNamed
            ? Phrase(zh: "签名无误，签名的是你指定的钥匙：", en: "Valid signature by the key you named: ")
            : Phrase(zh: "签名无误，签名的是本簿自己的钥匙：", en: "Valid signature by the book's own key: ")
    }
}

extension VerifiedReport {
    /// What was compared and what was not, for people.
    public var summary: [Phrase] {
        let first: Phrase =
            switch text {
            case .same where !uncheckedParts.isEmpty: .reportIsReworded(parameters)
            case .same where !unchecked.isEmpty: .reportIsTheSameButForNames(upTo: parameters.position)
            case .same: .reportIsTheSame(upTo: parameters.position)
            case .reworded: .reportIsReworded(parameters)
            case .notCompared: .reportTextNotCompared(parameters)
            }
        var words: [Phrase] = []
        if case .reworded(let other) = text { words = other.map(Phrase.otherWords) }
        return [first] + words + uncheckedParts.map(Phrase.uncheckedPart) + unchecked.map(Phrase.nameNotChecked)
    }

    /// What was compared and what was not, for programs: `text` is `same`, `reworded` or `not-compared`.
    public var json: JSONObject {
        var object = JSONObject()
        object["position"] = .integer(parameters.position.value)
        object["rendering"] = .integer(parameters.rendering)
        object["complete"] = .bool(isComplete)
        switch text {
        case .same: object["text"] = "same"
        case .reworded(let words):
            object["text"] = "reworded"
            object["words"] = .array(
                words.map { ["report": .string($0.inReport), "book": .string($0.today), "places": .integer(Int64($0.placeCount))] })
        case .notCompared: object["text"] = "not-compared"
        }
        object["unchecked"] = .array(
            unchecked.map {
                [
                    "member": .string($0.member.description), "places": .integer(Int64($0.placeCount)), "shown": .string($0.shown),
                ]
            })
        object["uncheckedParts"] = .array(uncheckedParts.map(\.json))
        object["withheld"] = .array(unchecked.map { .string($0.member.description) })
        return object
    }
}

extension VerifiedReport.Part {
    fileprivate var json: JSONValue {
        func value(_ place: String, _ table: String, _ column: String?) -> JSONValue {
            var object = JSONObject()
            object["onlyIn"] = .string(place)
            object["table"] = .string(table)
            object["column"] = column.map { .string($0) }
            return .object(object)
        }
        return switch self {
        case .status: ["onlyIn": "report", "member": "status"]
        case .onlyInReport(let table, let column): value("report", table, column)
        case .onlyInBook(let table, let column): value("book", table, column)
        }
    }
}
