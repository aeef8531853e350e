// Characters that nobody sees can forge a line, turn a line around, or make two names look like one. No new text has them,
// and where an older entry has one it is shown as what it is.

extension Unicode.Scalar {
    /// Whether it shows nothing of its own: controls, line and paragraph separators, marks of direction, and what has no
    /// width. Variation selectors choose a character's form and are no such; nor are Mongolian's.
    public var isHidden: Bool {
        switch value {
        // What nearly all texts are made of.
        case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x3000...0x3163, 0x3400...0x9FFF: return false
        case 0x180B...0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return false
        default: break
        }
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        case .format: return !isNumberMark
        default: return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
        }
    }

    /// The ASCII character or the space whose full-width form it is, as Chinese keyboards type it; itself for any other.
    package var halfWidth: Unicode.Scalar {
        switch self {
        case "\u{3000}": " "
        // As far from the half-width ones throughout.
        case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(value - 0xFEE0) ?? self
        default: self
        }
    }

    /// Whether nothing is seen of it where it stands alone: space, what chooses a form, and Braille's pattern without dots.
    var isBlank: Bool {
        properties.isWhitespace || properties.isDefaultIgnorableCodePoint || properties.isVariationSelector || value == 0x2800
    }

    /// Signs of the category "format" that are seen: Arabic, Syriac and Kaithi number signs.
    private var isNumberMark: Bool {
        switch value {
        case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
        default: false
        }
    }

    /// The joiners U+200C and U+200D spell words in scripts of Arabic's and India's families, between letters.
    fileprivate var isJoiner: Bool { value == 0x200C || value == 0x200D }
    fileprivate var isOfJoinedScript: Bool { (0x600...0xDFF).contains(value) }
}

/// A character that no text may have, and which of the text's characters it is, from 1.
public struct HiddenCharacter: Equatable, Sendable {
    public let scalar: Unicode.Scalar
    public internal(set) var place: Int

    /// The first in a text; nil if there is none.
    ///
    /// - Parameter keepsLines: whether line feeds and tabs are right there.
    init?(in text: String, keepsLines: Bool) {
        // Nearly no text has any.
        guard text.unicodeScalars.contains(where: \.isHidden) else { return nil }
        var place = 0
        for (scalar, isWrong) in text.judged(keepsLines: keepsLines) {
            place += 1
            guard isWrong else { continue }
            self.scalar = scalar
            self.place = place
            return
        }
        return nil
    }

    /// Such as `U+200B`.
    public var code: String { scalar.code }
}

extension String {
    /// The text as one line in which everything is seen: a line feed as ⏎, what is hidden as ⟨U+200B⟩.
    public var visible: String { visible(keepsLines: false) }

    /// The text, in lines as it is, with what is hidden as ⟨U+200B⟩.
    public var visibleLines: String { visible(keepsLines: true) }

    private func visible(keepsLines: Bool) -> String {
        guard HiddenCharacter(in: self, keepsLines: keepsLines) != nil else { return self }
        return judged(keepsLines: keepsLines).reduce(into: "") { shown, next in
            guard next.isWrong else { return shown.unicodeScalars.append(next.scalar) }
            shown += next.scalar == "\n" ? "⏎" : "⟨\(next.scalar.code)⟩"
        }
    }

    /// Each character, and whether it is hidden where it may not be.
    fileprivate func judged(keepsLines: Bool) -> some Sequence<(scalar: Unicode.Scalar, isWrong: Bool)> {
        var before: Unicode.Scalar?
        var rest = unicodeScalars[...]
        return AnyIterator {
            guard let scalar = rest.popFirst() else { return nil }
            defer { before = scalar }
            let isRight =
                !scalar.isHidden || keepsLines && (scalar == "\n" || scalar == "\t")
                || scalar.isJoiner && (before?.isOfJoinedScript ?? false) && (rest.first?.isOfJoinedScript ?? false)
            return (scalar, !isRight)
        }
    }
}

extension Unicode.Scalar {
    fileprivate var code: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
