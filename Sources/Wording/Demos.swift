/// Starting a book, and the demo books.
extension Phrase {
    /// - Parameter offsetMinutes: how far its clock is from UTC now.
    public static func bookStarted(_ file: String, clock name: String, offsetMinutes: Int) -> Phrase {
        let offset = utcOffset(offsetMinutes)
        return Phrase(zh: "已建簿：\(file)，以 \(name)（\(offset)）的时钟为准。", en: "Started \(file), by the clock of \(name) (\(offset)).")
    }

    /// `UTC+08:00`.
    private static func utcOffset(_ minutes: Int) -> String {
        func twoDigits(_ number: UInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "UTC\(minutes < 0 ? "-" : "+")\(twoDigits(minutes.magnitude / 60)):\(twoDigits(minutes.magnitude % 60))"
    }

    /// The machine is in another zone than the one that a book has where nobody names one.
    public static func machineIsElsewhere(_ zone: String) -> Phrase {
        Phrase(
            zh: "本机的时区是 \(zone)。单位如在那里，请另建一簿，并加 --time-zone \(zone)。",
            en: "This machine's zone is \(zone). If the body is there, start another book with --time-zone \(zone).")
    }

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
