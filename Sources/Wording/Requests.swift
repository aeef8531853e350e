internal import EventLog

/// What a question is asked with, where it does not fit.
extension Phrase {
    public static func parameterMissing(_ name: String) -> Phrase {
        Phrase(zh: "没有写明“\(name)”。", en: "'\(name)' is missing.")
    }

    public static func parameterNotInRange(_ name: String, _ value: String, _ range: ClosedRange<Int64>) -> Phrase {
        Phrase(
            zh: "“\(name)”写的是“\(value)”，应为 \(range.lowerBound) 至 \(range.upperBound) 的整数。",
            en: "'\(name)' is '\(value)'; it must be a whole number from \(range.lowerBound) to \(range.upperBound).")
    }

    public static func notADate(_ name: String, _ value: String) -> Phrase {
        Phrase(
            zh: "“\(name)”写的是“\(value)”，应为日期，如 2026-06-30。",
            en: "'\(name)' is '\(value)'; it must be a date, such as 2026-06-30.")
    }

    /// - Parameter missing: the day or the time that is not there.
    public static func doesNotExist(_ name: String, _ value: String, _ missing: String) -> Phrase {
        Phrase(
            zh: "“\(name)”写的是“\(value)”，没有“\(missing)”这一天或这个钟点，请核对。",
            en: "'\(name)' is '\(value)'; there is no \(missing): check the day and the time.")
    }

    public static func notATime(_ name: String, _ value: String) -> Phrase {
        Phrase(
            zh: "“\(name)”写的是“\(value)”，应为日期或时间，如 2020-01-01T00:00:00Z。",
            en: "'\(name)' is '\(value)'; it must be a date or a time, such as 2020-01-01T00:00:00Z.")
    }

    public static func positionTooSmall(_ name: String, _ value: Int64, least: Int64) -> Phrase {
        Phrase(zh: "“\(name)”写的是 \(value)，应为 \(least) 或以上。", en: "'\(name)' is \(value); it must be \(least) or more.")
    }

    public static let knowledgeCutTwice = Phrase(
        zh: "“at”和“known-at”只能写一个。", en: "Give 'at' or 'known-at', not both.")
}
