public import Wording

/// A report before it is rendered: titles, tables and charts, in every language, each row with the entries behind it.
public struct Document: Sendable {
    public var title: Phrase
    /// One line under the title, such as the body and the day.
    public var subtitle: Phrase
    public var sections: [Section]
    /// Over the positions of the entries behind each row.
    var evidenceTitle = ReportColumn.entries

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
        /// As long as fits before the bar.
        public fileprivate(set) var label: Phrase
        /// What the bar shows, and what its full length would be, in the same unit.
        public let value: Int64
        public let full: Int64
        /// What stands behind the bar.
        public fileprivate(set) var caption: Phrase
        public let isGood: Bool

        /// - Parameter label: shortened here, and not where it is rendered: only its own words count.
        public init(label: Phrase, value: Int64, full: Int64, caption: Phrase, isGood: Bool) {
            self.label = label.map(Self.shortened)
            self.value = value
            self.full = full
            self.caption = caption
            self.isGood = isGood
        }

        /// The columns of text that a label has; the whole title is in the table.
        private static let labelColumnMax = 32

        private static func shortened(_ text: String) -> String {
            var width = 0
            var out = ""
            for character in text {
                width += character.unicodeScalars.allSatisfy { $0.value < 0x2E80 } ? 1 : 2
                guard width <= labelColumnMax else { return out + "…" }
                out.append(character)
            }
            return out
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

extension Document {
    /// The same document in other words: every text that people read goes through `transform`.
    public func mapPhrases(_ transform: (Phrase) -> Phrase) -> Document {
        var document = self
        document.title = transform(title)
        document.subtitle = transform(subtitle)
        document.evidenceTitle = transform(evidenceTitle)
        document.sections = sections.map { section in
            Section(key: section.key, title: transform(section.title), blocks: section.blocks.map { $0.mapPhrases(transform) })
        }
        return document
    }
}

extension Document.Block {
    fileprivate func mapPhrases(_ transform: (Phrase) -> Phrase) -> Document.Block {
        switch self {
        case .paragraph(let phrase): .paragraph(transform(phrase))
        case .table(let table): .table(table.mapPhrases(transform))
        case .chart(let chart): .chart(chart.mapPhrases(transform))
        case .code: self
        case .qr(let code, let caption): .qr(code, transform(caption))
        }
    }
}

extension Table {
    fileprivate func mapPhrases(_ transform: (Phrase) -> Phrase) -> Table {
        Table(
            key, columns.map { Column($0.key, transform($0.title), $0.kind) },
            rows: rows.map { Row($0.cells.map { $0.mapPhrases(transform) }, evidence: $0.evidence, isTotal: $0.isTotal) },
            hasEvidence: hasEvidence)
    }
}

extension Cell {
    fileprivate func mapPhrases(_ transform: (Phrase) -> Phrase) -> Cell {
        switch self {
        case .text(let phrase): .text(transform(phrase))
        case .code(let code, let phrase): .code(code, transform(phrase))
        case .figure(let value, let phrase): .figure(value, transform(phrase))
        case .list(let cells): .list(cells.map { $0.mapPhrases(transform) })
        case .empty, .number, .money, .points, .share, .percent, .date, .when: self
        }
    }
}

extension BarChart {
    fileprivate func mapPhrases(_ transform: (Phrase) -> Phrase) -> BarChart {
        let bars = bars.map { bar in
            var bar = bar
            bar.label = transform(bar.label)
            bar.caption = transform(bar.caption)
            return bar
        }
        return BarChart(title: transform(title), bars: bars, markPercent: markPercent)
    }
}
