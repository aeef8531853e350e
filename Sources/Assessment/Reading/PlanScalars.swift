internal import Domain
internal import EventLog
internal import Yams

/// The small values of a plan file: each with a fault that says what was expected.
extension PlanReader {
    /// - Parameter misplaced: what to say of keys that belong elsewhere.
    mutating func mapping(_ node: Node, keys known: [String], misplaced: [String: PlanFault.Kind] = [:]) -> Node.Mapping? {
        guard let map = node.mapping else {
            fault(.expected(.keys(known)), at: node)
            return nil
        }
        for (key, _) in map where !known.contains(key.string ?? "") {
            fault(misplaced[key.string ?? ""] ?? .unknownKey(key.string ?? "", known: known), at: key)
        }
        return map
    }

    mutating func list(_ map: Node.Mapping, _ key: String) -> [Node] {
        guard let node = map[key] else { return [] }
        guard let sequence = node.sequence else {
            fault(.invalid(key, expected: .list), at: node)
            return []
        }
        return Array(sequence)
    }

    mutating func string(_ map: Node.Mapping, _ key: String, _ parent: Node) -> String? {
        guard let node = map[key] else {
            fault(.missing(key), at: parent)
            return nil
        }
        return string(node, key)
    }

    mutating func string(_ node: Node, _ key: String) -> String? {
        guard let text = node.scalar?.string, !text.isEmpty else {
            fault(.invalid(key, expected: .someText), at: node)
            return nil
        }
        return text
    }

    mutating func strings(_ map: Node.Mapping, _ key: String) -> [String] {
        list(map, key).compactMap { string($0, key) }
    }

    mutating func text(_ map: Node.Mapping, _ key: String, _ parent: Node) -> LocalizedText? {
        guard let node = map[key] else {
            fault(.missing(key), at: parent)
            return nil
        }
        return localized(node, key)
    }

    /// A string, or `{zh: …, en: …}`.
    mutating func localized(_ node: Node, _ key: String) -> LocalizedText? {
        if let text = node.scalar?.string, !text.isEmpty { return LocalizedText(zh: text, en: nil) }
        guard let map = mapping(node, keys: ["zh", "en"]), let zh = string(map, "zh", node) else { return nil }
        return LocalizedText(zh: zh, en: map["en"].flatMap { string($0, "en") })
    }

    /// A word of an open list: a known one, by its code or its name; one that the plan declares; or any code, but for works.
    ///
    /// - Parameter kinds: what it is one of; nil where there are no names for it.
    mutating func word(_ node: Node, _ key: String, of kinds: KindNames?) -> OpenWord? {
        let word = node.scalar.flatMap { OpenWord(kinds?.code($0.string) ?? $0.string) }
        if word == nil { fault(.invalid(key, expected: .openWord), at: node) }
        // Kinds of works were a closed list, and a slip is refused still; of activities, a code that nobody knows may be any body's.
        if let kinds, let word, word.isOwn || kinds == .work, !kinds.names.values.contains(word.description),
            !(declared[kinds] ?? []).contains(word)
        {
            fault(.invalid(key, expected: .declaredKind), at: node)
        }
        return word
    }

    /// A word or a list of words.
    mutating func words(_ node: Node, _ key: String, of kinds: KindNames) -> [OpenWord] {
        guard let sequence = node.sequence else { return word(node, key, of: kinds).map { [$0] } ?? [] }
        return sequence.compactMap { word($0, key, of: kinds) }
    }

    /// So much of a quantity, with at most two decimals, in hundredths: more than none.
    mutating func amount(_ node: Node, _ key: String) -> Int64? {
        let amount = node.scalar.flatMap { Self.decimal($0.string) }.flatMap { $0 > 0 ? $0 : nil }
        if amount == nil { fault(.invalid(key, expected: .amount), at: node) }
        return amount
    }

    mutating func count(_ node: Node, _ key: String, from least: Int64 = 1) -> Int64? {
        let count = node.scalar.flatMap { Int64($0.string) }.flatMap { (least...1_000_000).contains($0) ? $0 : nil }
        if count == nil { fault(.invalid(key, expected: .wholeNumber(from: least)), at: node) }
        return count
    }

    /// `3 months` or `3 个月`.
    mutating func months(_ node: Node, _ key: String) -> Int? {
        let words = node.scalar?.string.split(separator: " ") ?? []
        let isMonths = words.count == 2 && ["month", "months", "个月"].contains(words[1])
        let months = isMonths ? Int(words[0]).flatMap { (1...12).contains($0) ? $0 : nil } : nil
        if months == nil { fault(.invalid(key, expected: .months), at: node) }
        return months
    }

    /// `term` or `2 years`.
    mutating func span(_ node: Node) -> Requirement.Span? {
        let text = node.scalar?.string ?? ""
        if text == "term" { return .term }
        let words = text.split(separator: " ")
        if words.count == 2, ["years", "年"].contains(words[1]), let years = Int(words[0]), (2...10).contains(years) { return .years(years) }
        fault(.invalid("over", expected: .span), at: node)
        return nil
    }

    mutating func occurrence(_ node: Node, _ key: String) -> Occurrence? {
        do throws(DateFault) {
            guard let text = node.scalar?.string else { throw .unknownForm }
            if let part = period?.part(named: text) { return part }
            return try DateWords.read(text)
        } catch {
            fault(.invalid(key, expected: error.expectation(otherwise: .planDate)), at: node)
            return nil
        }
    }

    /// `80%`, `66.67%` with at most two decimals, or `2/3`; from 0.01% to ten times the whole.
    mutating func threshold(_ node: Node, _ key: String, isExceeded: Bool = false) -> Threshold? {
        let form = node.scalar.flatMap { Self.form($0.string) }
        if form == nil { fault(.invalid(key, expected: .percent), at: node) }
        return form.map { Threshold($0, isExceeded: isExceeded) }
    }

    private static func form(_ text: String) -> Threshold.Form? {
        if text.hasSuffix("%") {
            return decimal(String(text.dropLast())).flatMap { (1...100_000).contains($0) ? .percent($0) : nil }
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { decimal(String($0)) }
        guard parts.count == 2, let numerator = parts[0], let denominator = parts[1], numerator % 100 == 0, denominator % 100 == 0,
            (100...100_000).contains(denominator), (1...10 * denominator).contains(numerator)
        else { return nil }
        return .fraction(numerator / 100, denominator / 100)
    }

    /// What has to be reached: at `key`, or at `more-than` what has to be exceeded. One of them is given.
    mutating func threshold(_ map: Node.Mapping, _ key: String, _ node: Node) -> Threshold? {
        switch (map[key], map["more-than"]) {
        case (let least?, nil): return threshold(least, key)
        case (nil, let more?): return threshold(more, "more-than", isExceeded: true)
        case (_?, let more?): fault(.excludes(key, "more-than"), at: more)
        case (nil, nil): fault(.missing(key), at: node)
        }
        return nil
    }

    /// Points with at most two decimals, read exactly.
    mutating func hundredths(_ node: Node, _ key: String) -> Int64? {
        let value = node.scalar.flatMap { Self.decimal($0.string) }
        if value == nil { fault(.invalid(key, expected: .points), at: node) }
        return value
    }

    mutating func hundredths(_ map: Node.Mapping, _ key: String) -> Int64? {
        map[key].flatMap { hundredths($0, key) }
    }

    /// Points that may be negative.
    mutating func signedHundredths(_ map: Node.Mapping, _ key: String) -> Int64? {
        guard let node = map[key] else { return nil }
        let text = node.scalar?.string ?? ""
        let value = text.hasPrefix("-") ? Self.decimal(String(text.dropFirst())).map { -$0 } : Self.decimal(text)
        if value == nil { fault(.invalid(key, expected: .points), at: node) }
        return value
    }

    /// `500 yuan`, `500 元` or `1.5万元`, in fen.
    mutating func yuan(_ node: Node) -> Int64? {
        let text = node.scalar?.string ?? ""
        let fen = Amount.hasCurrency(text) ? try? Amount.read(text) : nil
        if fen == nil { fault(.invalid("at-least", expected: .yuan), at: node) }
        return fen
    }

    /// A number with at most two decimals, in hundredths; nil for anything else.
    static func decimal(_ text: String) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isDigits = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 } }
        guard isDigits, parts.count <= 2, parts[0].count <= 10, let whole = Int64(parts[0]) else { return nil }
        guard parts.count == 2 else { return whole * 100 }
        guard parts[1].count <= 2, let fraction = Int64(parts[1]) else { return nil }
        return whole * 100 + (parts[1].count == 1 ? fraction * 10 : fraction)
    }
}
