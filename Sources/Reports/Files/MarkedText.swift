/// A text that was rendered with marks in places of interest, taken apart: what is between the marks, and which mark follows.
struct MarkedText {
    struct Piece {
        let text: ArraySlice<Unicode.Scalar>
        /// Nil for the last.
        let mark: Int?
    }

    let pieces: [Piece]

    /// - Parameters:
    ///   - plain: the text without marks.
    ///   - render: makes it with the marks that it asks for by their numbers.
    init(_ plain: String, render: ((Int) -> String) -> String) {
        // So many of a private character in a row, before another, are nowhere in the text: not even with more of it before them.
        var fence: [Unicode.Scalar] = ["\u{F8FF}", "\u{F8FE}"]
        let scalars = Array(plain.unicodeScalars)
        while Self.contains(scalars, fence) { fence.insert("\u{F8FF}", at: 0) }
        let edge = String(String.UnicodeScalarView(fence))
        pieces = Self.pieces(of: Array(render { "\(edge)\($0)\(edge)" }.unicodeScalars), fence)
    }

    private static func contains(_ text: [Unicode.Scalar], _ fence: [Unicode.Scalar]) -> Bool {
        text.indices.contains { text[$0] == fence[0] && text[$0...].starts(with: fence) }
    }

    private static func pieces(of text: [Unicode.Scalar], _ fence: [Unicode.Scalar]) -> [Piece] {
        var pieces: [Piece] = []
        var (start, index) = (0, 0)
        while index < text.count {
            guard text[index] == fence[0], text[index...].starts(with: fence) else {
                index += 1
                continue
            }
            let digits = text[(index + fence.count)...].prefix { $0 != fence[0] }
            pieces.append(Piece(text: text[start..<index], mark: Int(String(String.UnicodeScalarView(digits)))))
            index += fence.count * 2 + digits.count
            start = index
        }
        pieces.append(Piece(text: text[start...], mark: nil))
        return pieces
    }
}
