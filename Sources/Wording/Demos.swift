/// Starting a book, and the demo books.
extension Phrase {
    public static func bookStarted(_ file: String) -> Phrase { Phrase(zh: "已建簿：\(file)", en: "Started \(file)") }

    /// - Parameter ids: of the books there are.
    public static func noSuchDemo(_ ids: [String]) -> Phrase {
        Phrase(
            zh: "没有这本示例簿。可选：\(ids.joined(separator: "、"))。",
            en: "There is no such demo book. Choose one of: \(ids.joined(separator: ", ")).")
    }

    /// - Parameter isNew: whether anything was recorded in it.
    public static func demoMade(_ path: String, isNew: Bool) -> Phrase {
        isNew ? Phrase(zh: "已做好 \(path)", en: "Made \(path)") : Phrase(zh: "已有 \(path)", en: "Kept \(path)")
    }

    public static func noSeeds(_ folder: String) -> Phrase {
        Phrase(
            zh: "在 \(folder) 没有找到示例数据。请用 --seeds 指明，或在源码目录里运行。",
            en: "There are no seeds in \(folder). Give their folder with --seeds, or run this in the repository.")
    }

    public static func seedMalformed(_ path: String, line: Int) -> Phrase {
        Phrase(zh: "\(path) 第 \(line) 行格式不对。", en: "Line \(line) of \(path) is malformed.")
    }
}
