/// An amount of money in fen. A trillion yuan is more than any office handles, and leaves room to add amounts up.
public enum Amount {
    public static let fenMax: Int64 = 100_000_000_000_000

    public typealias Fault = WrittenNumber.Fault

    /// Reads an amount as people type it, in yuan: `1500`, `1,500.50`, `500元`, `1.5万`, `1.5万元`, `¥1,500`, also in full-width
    /// characters. Exact: everything is an integer of fen throughout.
    ///
    /// - Returns: fen, from 1 to `fenMax`.
    /// - Throws: `Fault` for what is no amount, or could be two; for parts of a fen, for nothing, and for more than `fenMax`.
    public static func read(_ text: String) throws(Fault) -> Int64 {
        var rest = WrittenNumber.narrowed(text)[...]
        if rest.hasPrefix("-") || rest.hasPrefix("负"), rest.contains(where: \.isNumber) { throw .negative }
        _ = dropCurrency(from: &rest)
        let power = dropMultiple(from: &rest)
        let fen = try WrittenNumber(rest).units(ofPower: 2 + power, max: fenMax)
        guard fen > 0 else { throw .zero }
        return fen
    }

    /// Whether it says that it is money, and is not a number alone: `500 yuan`, `1.5万元`.
    public static func hasCurrency(_ text: String) -> Bool {
        var rest = WrittenNumber.narrowed(text)[...]
        return dropCurrency(from: &rest)
    }

    private static let signs = ["人民币", "rmb", "cny", "¥"]
    private static let units = ["元整", "元", "圆", "块", "yuan", "rmb", "cny"]
    /// The longer ones first.
    private static let multiples: [(word: String, power: Int)] = [
        ("百万", 6), ("千万", 7), ("百", 2), ("千", 3), ("万", 4), ("萬", 4), ("亿", 8), ("億", 8),
    ]

    /// - Returns: whether there was a currency before the number, or behind it.
    private static func dropCurrency(from rest: inout Substring) -> Bool {
        let sign = signs.first { rest.hasPrefix($0) }
        if let sign { rest = rest.dropFirst(sign.count).drop { $0 == " " } }
        let unit = units.first { rest.hasSuffix($0) }
        if let unit { drop(unit, atEndOf: &rest) }
        return sign != nil || unit != nil
    }

    /// - Returns: the power of ten that a word behind the number means; 0 where there is none.
    private static func dropMultiple(from rest: inout Substring) -> Int {
        guard let multiple = multiples.first(where: { rest.hasSuffix($0.word) }) else { return 0 }
        drop(multiple.word, atEndOf: &rest)
        return multiple.power
    }

    private static func drop(_ word: String, atEndOf rest: inout Substring) {
        rest = rest.dropLast(word.count)
        while rest.last == " " { rest = rest.dropLast() }
    }
}
