internal import Domain
internal import EventLog
public import Wording

/// Renders a table as CSV (RFC 4180) that spreadsheet programs open as it is: UTF-8 with a byte order mark, as without one
/// they take Chinese for another encoding; numbers and dates in plain digits; a share in two columns, as `12/15` would be
/// read as a day in December.
///
/// A text that a spreadsheet would take for a formula has an apostrophe before it.
public struct CSVRenderer: Sendable {
    private let language: Language

    public init(_ language: Language) { self.language = language }

    /// The byte order mark that tells spreadsheet programs the encoding.
    private static let mark = "\u{FEFF}"

    public func render(_ table: Table) -> String { Self.mark + text(table) }

    /// The tables of a document one after the other, each below the title of its section, with an empty line between them.
    public func render(_ document: Document) -> String {
        let tables = document.sections.flatMap { section in
            section.blocks.compactMap { block -> String? in
                guard case .table(let table) = block else { return nil }
                return Self.text(section.title[language]) + "\r\n" + text(table)
            }
        }
        return Self.mark + ([Self.text(document.title[language]) + "\r\n"] + tables).joined(separator: "\r\n")
    }

    private func text(_ table: Table) -> String {
        let hasEvidence = table.rows.contains { !$0.evidence.isEmpty }
        let head = table.columns.flatMap { column in
            let title = Self.text(column.title[language])
            let whole = Self.text((column.title + .wholeOfShare)[language])
            return column.kind == .share ? [title, whole] : [title]
        }
        var lines = [head + (hasEvidence ? [Self.text(ColumnTitle.entries[language])] : [])]
        for row in table.rows {
            let cells = zip(row.cells, table.columns).flatMap(fields)
            lines.append(cells + (hasEvidence ? [Self.text(row.evidence.ranges)] : []))
        }
        return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
    }

    private func fields(_ cell: Cell, _ column: Table.Column) -> [String] {
        if case .share(let part, let whole) = cell, column.kind == .share { return ["\(part)", "\(whole)"] }
        return column.kind == .share ? [field(cell), ""] : [field(cell)]
    }

    private func field(_ cell: Cell) -> String {
        switch cell {
        case .empty: ""
        case .number(let count): "\(count)"
        case .money(let amount), .points(let amount): Self.hundredths(amount)
        case .percent(let part, let whole): whole > 0 ? Phrase.percent(part, of: whole).filter { $0 != " " } : ""
        case .date(let date): date.description
        case .text, .code, .figure, .share, .when, .list: Self.text(cell.phrase[language])
        }
    }

    /// An amount in its unit, such as `-12.5` as `-12.50`.
    private static func hundredths(_ amount: Int64) -> String {
        let (whole, rest) = amount.magnitude.quotientAndRemainder(dividingBy: 100)
        return (amount < 0 ? "-" : "") + "\(whole)." + (rest < 10 ? "0\(rest)" : "\(rest)")
    }

    /// What begins a formula in some spreadsheet program; some take full-width signs for the same.
    private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]

    private static func text(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map(formulaStarts.contains) ?? false
        let shown = (isFormula ? "'" : "") + text.visibleLines
        guard shown.unicodeScalars.contains(where: { ",\"\n\r;\t".unicodeScalars.contains($0) }) else { return shown }
        // Scalar by scalar: with a combining mark behind it, a quotation mark is another character to Swift.
        let quoted = shown.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
        return "\"" + String(String.UnicodeScalarView(quoted)) + "\""
    }
}
