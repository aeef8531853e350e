internal import Foundation

/// Names of time zones, as a book has them and as people write them.
extension BookClock {
    /// Whether a book can be opened with a zone of this name: an IANA name with its region, such as `Asia/Shanghai`, or `UTC`.
    ///
    /// Abbreviations mean several zones, and the sign of `Etc/GMT-8` is the opposite of what it seems.
    public static func isUnambiguous(_ name: String) -> Bool {
        if name == "UTC" || name == "Etc/UTC" { return true }
        return name.contains("/") && !name.hasPrefix("Etc/") && TimeZone(identifier: name)?.identifier == name
    }

    /// The names that may have been meant by one that a book cannot be opened with, the likeliest first; empty where nobody can tell.
    public static func suggestions(for name: String) -> [String] {
        let text = name.trimmingCharacters(in: .whitespaces).uppercased()
        if let names = common[text] { return names }
        if let offset = offsetMinutes(written: text) { return names(at: offset) }
        let known = TimeZone.knownTimeZoneIdentifiers
        let alike = known.filter { $0.uppercased() == text || $0.uppercased().hasSuffix("/" + text.replacing(" ", with: "_")) }
        if !alike.isEmpty { return alike }
        guard let zone = TimeZone(identifier: name) else { return [] }
        return names(at: zone.secondsFromGMT(for: winter) / 60)
    }

    /// The zone of this machine, where a book can be opened with it and it is not UTC.
    public static var ofMachine: String? {
        let name = TimeZone.current.identifier
        return isUnambiguous(name) && name.contains("/") && name != "Etc/UTC" ? name : nil
    }

    /// 15 January 2026: suggestions are the same in summer.
    private static let winter = Date(timeIntervalSince1970: 1_768_435_200)

    /// Abbreviations and names of towns that offices here write.
    private static let common: [String: [String]] = [
        "CST": ["Asia/Shanghai", "America/Chicago"], "EST": ["America/New_York"], "EDT": ["America/New_York"],
        "PST": ["America/Los_Angeles"], "IST": ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"], "BST": ["Europe/London", "Asia/Dhaka"],
        "JST": ["Asia/Tokyo"], "KST": ["Asia/Seoul"], "HKT": ["Asia/Hong_Kong"], "SGT": ["Asia/Singapore"], "CET": ["Europe/Paris"],
        "CHINA": ["Asia/Shanghai"], "PRC": ["Asia/Shanghai"], "BEIJING": ["Asia/Shanghai"], "ASIA/BEIJING": ["Asia/Shanghai"],
        "北京": ["Asia/Shanghai"], "北京时间": ["Asia/Shanghai"], "上海": ["Asia/Shanghai"], "中国": ["Asia/Shanghai"],
        "乌鲁木齐": ["Asia/Urumqi"], "GMT": ["UTC", "Europe/London"], "ETC/GMT": ["UTC", "Europe/London"], "Z": ["UTC"],
    ]

    /// `GMT+8`, `UTC+08:00`, `+0800`, `8`; `Etc/GMT-8`, whose sign is the other way round.
    private static func offsetMinutes(written text: String) -> Int? {
        var rest = text[...]
        let isInverted = rest.hasPrefix("ETC/GMT")
        for prefix in ["ETC/GMT", "GMT", "UTC"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
            break
        }
        let sign = rest.first == "-" || rest.first == "−" ? -1 : 1
        if let first = rest.first, "+-−".contains(first) { rest = rest.dropFirst() }
        let digits = rest.filter { $0 != ":" }
        guard (1...4).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits) else { return nil }
        let minutes = digits.count > 2 ? number / 100 * 60 + number % 100 : number * 60
        return minutes <= 14 * 60 ? minutes * sign * (isInverted ? -1 : 1) : nil
    }

    /// Zones whose clocks are so far from UTC in winter.
    private static func names(at offsetMinutes: Int) -> [String] {
        let known = TimeZone.knownTimeZoneIdentifiers.filter { name in
            isUnambiguous(name) && TimeZone(identifier: name)?.secondsFromGMT(for: winter) == offsetMinutes * 60
        }
        let likely = ["Asia/Shanghai", "Asia/Urumqi", "Europe/London", "America/New_York"].filter(known.contains)
        return Array((likely + known.filter { !likely.contains($0) }).prefix(3))
    }
}
