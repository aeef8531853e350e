/// A place in a text that is read from front to back. What does not fit leaves it where it was.
struct TextCursor {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    var isAtEnd: Bool { rest.isEmpty }

    var isAtDigit: Bool { rest.utf8.first.map { $0 &- UInt8(ascii: "0") < 10 } ?? false }

    /// - Returns: whether `text` came next; it is behind the cursor then.
    mutating func skip(_ text: String) -> Bool {
        guard rest.hasPrefix(text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }

    /// - Returns: whether one of some characters came next.
    mutating func skip(anyOf characters: String) -> Bool {
        guard let next = rest.first, characters.contains(next) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// A decimal number of so many ASCII digits, as many as there are.
    mutating func number(digits count: ClosedRange<Int>) -> Int? {
        let digits = rest.utf8.prefix(count.upperBound).prefix { $0 &- UInt8(ascii: "0") < 10 }
        guard digits.count >= count.lowerBound, let number = Int(Substring(digits)) else { return nil }
        rest = rest[digits.endIndex...]
        return number
    }

    /// The small ASCII letters that come next; nil where there are none.
    mutating func letters() -> Substring? {
        let letters = rest.utf8.prefix { $0 &- UInt8(ascii: "a") < 26 }
        guard !letters.isEmpty else { return nil }
        rest = rest[letters.endIndex...]
        return Substring(letters)
    }

    /// What the first of some words that comes next means.
    mutating func word<Meaning>(of words: KeyValuePairs<String, Meaning>) -> Meaning? {
        for (word, meaning) in words where skip(word) { return meaning }
        return nil
    }
}
