/// A date as somebody typed it, in one spelling: ASCII digits and signs, numbers in digits, 日 and 点 for 号 and 时.
enum DateSpelling {
    static func normalised(_ text: String) -> String {
        let scalars = text.unicodeScalars.map(narrow)
        // Beside a unit, spaces mean nothing: `2026 年 3 月 12 日`.
        let close = scalars.indices.filter { index in
            let neighbours = [index - 1, index + 1].filter(scalars.indices.contains).map { scalars[$0] }
            return scalars[index] != " " || !neighbours.contains { "年月日点分".unicodeScalars.contains($0) }
        }
        return inDigits(close.map { scalars[$0] })
    }

    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\u{A0}": " "
        case "号", "號": "日"
        case "时", "時", "點": "点"
        default: scalar.halfWidth
        }
    }

    private static let digits: [Unicode.Scalar: Int] = [
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    /// With numbers such as 二〇二六, 十二 and 三十一 in digits.
    private static func inDigits(_ scalars: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        var run: [Unicode.Scalar] = []
        for scalar in scalars {
            if digits[scalar] != nil || scalar == "十" {
                run.append(scalar)
                continue
            }
            text.append(contentsOf: number(run).unicodeScalars)
            run = []
            text.append(scalar)
        }
        text.append(contentsOf: number(run).unicodeScalars)
        return String(text)
    }

    private static func number(_ run: [Unicode.Scalar]) -> String {
        guard let ten = run.firstIndex(of: "十") else { return run.compactMap { digits[$0] }.map(String.init).joined() }
        let (before, after) = (run[..<ten], run[(ten + 1)...])
        guard before.count <= 1, after.count <= 1, !after.contains("十") else { return String(String.UnicodeScalarView(run)) }
        return String((before.first.flatMap { digits[$0] } ?? 1) * 10 + (after.first.flatMap { digits[$0] } ?? 0))
    }
}
