/// What may be a person's name, where nobody can say any more what the name was: nothing that could pass for a figure, for
/// markup, or for another part of a table.
///
/// Letters and ideographs of every script, with their marks; between them spaces, the dots of transcribed names, hyphens,
/// apostrophes, and the dot between Tibetan syllables.
enum PlausibleName {
    /// In Unicode scalars, so that marks count as well as letters.
    static let lengthMax = 40
    /// A Tibetan stack has this many marks.
    private static let marksMax = 4
    /// Rosters pad short names with two spaces; an initial has a dot and a space.
    private static let separatorsMax = 2

    private static let separators: Set<Unicode.Scalar> = [
        " ", "\u{3000}", "·", "•", "・", "．", ".", "‧", "-", "‐", "'", "’", "\u{0F0B}",
    ]

    /// The name that a text begins with, as far as it may go; nil where it begins with none.
    static func prefix(of text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
        var end = text.startIndex
        while end < text.endIndex, isLetter(text[end]) || isMark(text[end]) || separators.contains(text[end]) { end += 1 }
        var name = text[..<end]
        while let last = name.last, separators.contains(last), !isEnd(last) { name.removeLast() }
        return isName(name) ? name : nil
    }

    static func isName(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = text.first, let last = text.last, isLetter(first), isEnd(last) || !separators.contains(last),
            text.count <= lengthMax, !hasDomain(text)
        else { return false }
        var (marks, separatorCount) = (0, 0)
        for scalar in text {
            if isMark(scalar) {
                marks += 1
                guard marks <= marksMax, separatorCount == 0 else { return false }
            } else if separators.contains(scalar) {
                separatorCount += 1
                guard separatorCount <= separatorsMax else { return false }
            } else {
                guard isLetter(scalar) else { return false }
                (marks, separatorCount) = (0, 0)
            }
        }
        return true
    }

    /// `Jr.`, and the dot that may end a Tibetan word.
    private static func isEnd(_ separator: Unicode.Scalar) -> Bool { separator == "." || separator == "\u{0F0B}" }

    /// `www.example.com` is made a link by some readers of Markdown: between ASCII letters a dot follows initials only.
    private static func hasDomain(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        let words = text.split(separator: ".", omittingEmptySubsequences: false)
        return zip(words, words.dropFirst()).contains { before, after in
            let isInitial = before.count == 1 || before.dropLast().last.map(separators.contains) ?? false
            return (before.last?.isASCII ?? false) && (after.first.map { $0.isASCII && isLetter($0) } ?? false) && !isInitial
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        // The ideographic zero is a numeral to Unicode, and part of a name to people.
        if scalar == "〇" { return true }
        guard !scalar.properties.isDefaultIgnorableCodePoint else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return false
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        // Which shape of an ideograph or a Mongolian letter is meant.
        if scalar.properties.isVariationSelector { return true }
        guard !scalar.properties.isDefaultIgnorableCodePoint else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }
}
