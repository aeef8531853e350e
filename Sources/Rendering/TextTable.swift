internal import Domain

/// A table for the terminal, aligned by what characters take up there: a Chinese one two columns.
struct TextTable {
    enum Alignment { case left, right }

    private let alignments: [Alignment]
    private var rows: [[String]] = []

    init(alignments: [Alignment]) { self.alignments = alignments }

    mutating func add(_ row: [String]) {
        precondition(row.count == alignments.count)
        rows.append(row.map(\.visible))
    }

    var lines: [String] {
        let widths = alignments.indices.map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
        return rows.map { row in
            let cells = alignments.indices.map { column in
                let padding = String(repeating: " ", count: widths[column] - row[column].displayWidth)
                return alignments[column] == .left ? row[column] + padding : padding + row[column]
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}

extension String {
    /// Columns on a terminal.
    public var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }
}

extension Character {
    /// Two for East Asian wide and full-width characters and for emoji, none for what only combines.
    fileprivate var displayWidth: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        // What nearly all texts are made of.
        if scalar.value < 0x300, unicodeScalars.count == 1 { return scalar.properties.generalCategory == .control ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        // A sign that becomes a picture by the selector behind it, or is one by itself; a flag is two letters.
        let isEmoji = scalar.properties.isEmojiPresentation || scalar.properties.isEmoji && unicodeScalars.contains("\u{FE0F}")
        return isEmoji || Self.wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// Ranges of East_Asian_Width W and F (Unicode Standard Annex 11), gathered to blocks; emoji have a property of their own.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
    ]
}
