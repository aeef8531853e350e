public import EventLog
public import Wording

/// A table of typed cells, whose rows name the entries behind them. Every list and every table of a report is one.
///
/// Keys are stable: they do not depend on the language, and name tables and columns in JSON and in a report's data.
public struct Table: Equatable, Sendable {
    /// What a column's cells are. It decides how they are aligned, and how spreadsheets read them.
    public enum Kind: String, Sendable {
        /// Text that may be broken over lines.
        case text
        /// A word, a name or an identifier: never broken over lines.
        case word
        case date
        /// A count.
        case number
        /// Money, in fen.
        case money
        /// Points, in hundredths.
        case points
        /// A part of a whole, shown as both: `12/15`.
        case share
        /// A part of a whole, shown in hundredths of the whole: `80.0 %`.
        case percent

        public var isNumeric: Bool {
            switch self {
            case .text, .word, .date: false
            case .number, .money, .points, .share, .percent: true
            }
        }
    }

    public struct Column: Equatable, Sendable {
        public let key: String
        public let title: Phrase
        public let kind: Kind

        public init(_ key: String, _ title: Phrase, _ kind: Kind = .text) {
            self.key = key
            self.title = title
            self.kind = kind
        }
    }

    public struct Row: Equatable, Sendable {
        public let cells: [Cell]
        /// Positions of the entries behind the row's figures, in order.
        public let evidence: [Position]
        public let isTotal: Bool

        public init(_ cells: [Cell], evidence: [Position] = [], isTotal: Bool = false) {
            self.cells = cells
            self.evidence = evidence
            self.isTotal = isTotal
        }
    }

    public let key: String
    public let columns: [Column]
    public var rows: [Row]
    /// Whether there is a column for the positions of entries; not where the rows sum up other tables that have them.
    public let hasEvidence: Bool

    public init(_ key: String, _ columns: [Column], rows: [Row] = [], hasEvidence: Bool = true) {
        self.key = key
        self.columns = columns
        self.hasEvidence = hasEvidence
        self.rows = []
        rows.forEach { append($0) }
    }

    public mutating func append(_ row: Row) {
        precondition(row.cells.count == columns.count, "a row has a cell for each column")
        rows.append(row)
    }

    public mutating func append(_ cells: [Cell], evidence: [Position] = [], isTotal: Bool = false) {
        append(Row(cells, evidence: evidence, isTotal: isTotal))
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
