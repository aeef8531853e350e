public import Assessment
internal import EventLog

/// Shares and averages, and what is asked of them: the digits that decide are shown.
extension Phrase {
    /// What was reached.
    ///
    /// - Parameter limits: what decides about it.
    public static func actual(_ quantity: Quantity, beside limits: [Limit] = []) -> Phrase {
        switch quantity {
        case .count(let count): plain(count)
        case .amount(let amount, let unit): self.quantity(amount, of: unit)
        case .share(let part, let whole): plain("\(part)/\(whole) = \(percent(part, of: whole, beside: limits))")
        case .parts(let reached, let asked): plain("\(reached)/\(asked)")
        case .fenSpent(let spent, let received):
            Phrase(
                zh: "\(yuan(spent))/\(yuan(received)) 元 = \(percent(spent, of: received, beside: limits))",
                en: "\(yuan(spent)) of \(yuan(received)) yuan = \(percent(spent, of: received, beside: limits))")
        case .fenPerMember(let total, let members):
            members == 0
                ? plain("–")
                : Phrase(
                    zh: "人均 \(yuan(total, over: members, beside: limits)) 元（\(yuan(total)) 元 ÷ \(members) 人）",
                    en: "\(yuan(total, over: members, beside: limits)) yuan each (\(yuan(total)) ÷ \(members))")
        }
    }

    /// Per cent with one decimal, rounded half up: `82.6 %`; with more decimals where it takes them to be on the same side of
    /// every limit, and of nothing and all: `79.95 %` of 80 %, `99.95 %` of all. Exactly a third, where a third is asked for, is `1/3`.
    public static func percent(_ part: Int64, of whole: Int64, beside limits: [Limit] = []) -> String {
        guard whole > 0 else { return "–" }
        let always = [Limit(Ratio(0), isExceeded: true), Limit(Ratio(1))]
        switch Ratio(part, over: whole).shown(places: 3, beside: limits + always) {
        case .decimal(let digits, let places): return "\(decimal(digits, places: places - 2)) %"
        case .exact(let ratio): return ratio.text
        }
    }

    /// Fen for each of so many, as yuan: as `yuan` has them, with more decimals where it takes them to be on the same side of
    /// every limit.
    static func yuan(_ fen: Int64, over count: Int64, beside limits: [Limit]) -> String {
        let each = Ratio(fen, over: count)
        switch each.shown(places: 0, beside: limits) {
        case .decimal(let digits, 0): return yuan(digits)
        case .decimal(let digits, let places): return decimal(digits, places: places + 2)
        case .exact: return yuan(each.rounded)
        }
    }

    /// Points that are no whole number of hundredths, such as a mean, beside others: `83.33`, or `83.333` where that decides.
    ///
    /// - Parameter hundredths: exact.
    public static func points(_ hundredths: Ratio, beside others: [Ratio]) -> String {
        switch hundredths.shown(places: 0, beside: others.filter { $0 != hundredths }.flatMap(Limit.beside)) {
        case .decimal(let digits, let places) where places > 0: decimal(digits, places: places + 2)
        case .decimal, .exact: points(hundredths.rounded)
        }
    }

    private static func decimal(_ digits: Int64, places: Int) -> String {
        let text = String(digits.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
        return (digits < 0 ? "−" : "") + padded.dropLast(places) + "." + padded.suffix(places)
    }

    /// Fen as yuan, exactly: `11,000` or `1,500.50`.
    public static func yuan(_ fen: Int64) -> String {
        let (whole, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
        var digits = String(whole)
        var grouped = ""
        while digits.count > 3 {
            grouped = "," + digits.suffix(3) + grouped
            digits.removeLast(3)
        }
        return (fen < 0 ? "−" : "") + digits + grouped + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)")
    }

    /// A part of a whole as papers write it: `80 %`, `三分之二`, `过半数`.
    public static func threshold(_ threshold: Threshold) -> Phrase {
        if threshold.isExceeded, threshold.part == Ratio(1, over: 2), case .fraction = threshold.form {
            return Phrase(zh: "过半数", en: "more than half")
        }
        let part = form(threshold.form)
        guard threshold.isExceeded else { return part }
        let isNumber = if case .percent = threshold.form { true } else { false }
        return Phrase(zh: "超过\(isNumber ? " " : "")\(part.zh)", en: "more than \(part.en)")
    }

    /// After Chinese words figures stand off, and written numbers do not.
    static func spaced(_ threshold: Threshold) -> Phrase {
        let phrase = self.threshold(threshold)
        return Phrase(zh: (phrase.zh.first?.isNumber == true && phrase.zh.first?.isASCII == true ? " " : "") + phrase.zh, en: " " + phrase.en)
    }

    static func form(_ form: Threshold.Form) -> Phrase {
        switch form {
        case .percent(let hundredths):
            let number = points(hundredths)
            return plain("\(hundredths % 100 != 0 && hundredths % 10 == 0 ? String(number.dropLast()) : number) %")
        case .fraction(let numerator, let denominator):
            let numerals = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
            let fits = (1...10).contains(numerator) && (2...10).contains(denominator)
            return Phrase(
                zh: fits ? "\(numerals[Int(denominator)])分之\(numerals[Int(numerator)])" : "\(numerator)/\(denominator)",
                en: "\(numerator)/\(denominator)")
        }
    }
}
