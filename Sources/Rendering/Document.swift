public import EventLog
public import Wording

/// A report before it is rendered: titles, tables and charts, in every language, each row with the entries behind it.
public struct Document: Sendable {
    public var title: Phrase
    /// One line under the title, such as the body and the day.
    public var subtitle: Phrase
    public var sections: [Section]

    public init(title: Phrase, subtitle: Phrase, sections: [Section] = []) {
        self.title = title
        self.subtitle = subtitle
        self.sections = sections
    }

    public struct Section: Sendable {
        public var title: Phrase
        public var blocks: [Block]

        public init(title: Phrase, blocks: [Block]) {
            self.title = title
            self.blocks = blocks
        }
    }

    public enum Block: Sendable {
        case paragraph(Phrase)
        case table(Table)
        case chart(BarChart)
        /// Lines that are shown as they are.
        case code(String)
        /// A text for machines to read off paper, with what it is.
        case qr(QRCode, Phrase)
    }
}

/// A table whose rows carry their evidence.
public struct Table: Sendable {
    public enum Alignment: Sendable {
        case text, number
        /// A word or a date that is never broken over lines.
        case word
    }

    public struct Column: Sendable {
        public let title: Phrase
        public let alignment: Alignment

        public init(_ zh: String, _ en: String, _ alignment: Alignment = .text) {
            title = Phrase(zh: zh, en: en)
            self.alignment = alignment
        }
    }

    public struct Row: Sendable {
        public let cells: [Phrase]
        /// Positions of the entries behind the row's figures, in order.
        public let evidence: [Position]
        public let isTotal: Bool

        public init(_ cells: [Phrase], evidence: [Position] = [], isTotal: Bool = false) {
            self.cells = cells
            self.evidence = evidence
            self.isTotal = isTotal
        }
    }

    public let columns: [Column]
    public var rows: [Row]

    public init(_ columns: [Column], rows: [Row] = []) {
        self.columns = columns
        self.rows = rows
    }
}

/// Horizontal bars with a full length to compare with.
public struct BarChart: Sendable {
    public struct Bar: Sendable {
        public let label: Phrase
        /// What the bar shows, and what its full length would be, in the same unit.
        public let value: Int64
        public let full: Int64
        /// What stands behind the bar.
        public let caption: Phrase
        public let isGood: Bool

        public init(label: Phrase, value: Int64, full: Int64, caption: Phrase, isGood: Bool) {
            self.label = label
            self.value = value
            self.full = full
            self.caption = caption
            self.isGood = isGood
        }
    }

    public let title: Phrase
    public let bars: [Bar]
    /// A mark across all bars, in hundredths of the full length; nil for none.
    public let markPercent: Int?

    public init(title: Phrase, bars: [Bar], markPercent: Int? = nil) {
        self.title = title
        self.bars = bars
        self.markPercent = markPercent
    }
}

extension [Position] {
    /// Positions as people read them: neighbours drawn together, as in `27–46, 60`.
    public var ranges: String {
        var parts: [String] = []
        var index = 0
        while index < count {
            var end = index
            while end + 1 < count, self[end + 1].value == self[end].value + 1 { end += 1 }
            parts.append(index == end ? "\(self[index])" : end == index + 1 ? "\(self[index]), \(self[end])" : "\(self[index])–\(self[end])")
            index = end + 1
        }
        return parts.joined(separator: ", ")
    }
}
