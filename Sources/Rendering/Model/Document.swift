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
        /// Stable, and in no language.
        public let key: String
        public var title: Phrase
        public var blocks: [Block]

        public init(key: String = "", title: Phrase, blocks: [Block]) {
            self.key = key
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
