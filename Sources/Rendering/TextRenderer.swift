internal import Domain
internal import EventLog
public import Wording

/// Renders tables and documents for the terminal, aligned by what characters take up there: a Chinese one two columns.
/// Nothing is wrapped, and nothing that a text contains moves the cursor.
public struct TextRenderer: Sendable {
    private let language: Language

    public init(_ language: Language) { self.language = language }

    /// The table's lines, without spaces at their ends.
    ///
    /// - Parameters:
    ///   - hasHeader: whether the first line has the columns' titles.
    ///   - hasEvidence: whether a last column has the positions of the entries behind each row.
    public func lines(_ table: Table, hasHeader: Bool = true, hasEvidence: Bool = false) -> [String] {
        var texts = TextTable(alignments: table.columns.map { $0.kind.isNumeric ? .right : .left } + (hasEvidence ? [.left] : []))
        if hasHeader {
            texts.add(table.columns.map { $0.title[language] } + (hasEvidence ? [ColumnTitle.entries[language]] : []))
        }
        for row in table.rows {
            texts.add(row.cells.map { $0.phrase[language] } + (hasEvidence ? [row.evidence.ranges] : []))
        }
        return texts.lines
    }

    public func render(_ document: Document) -> String { lines(document).map { $0 + "\n" }.joined() }

    /// The document's lines. What has no title is not announced: an answer on the terminal is its tables and sentences, with
    /// an empty line before each section.
    public func lines(_ document: Document) -> [String] {
        var lines = [document.title, document.subtitle].map { $0[language].visible }.filter { !$0.isEmpty }
        for section in document.sections {
            let title = section.title[language].visible
            if !lines.isEmpty { lines.append("") }
            if !title.isEmpty { lines.append(title) }
            for block in section.blocks { lines += (title.isEmpty ? [] : [""]) + self.lines(block) }
        }
        return lines
    }

    private func lines(_ block: Document.Block) -> [String] {
        switch block {
        case .paragraph(let phrase): [phrase[language].visible]
        case .table(let table):
            lines(
                table, hasHeader: table.columns.contains { !$0.title[language].isEmpty },
                hasEvidence: table.rows.contains { !$0.evidence.isEmpty })
        // A bar is a picture of figures that are in a table beside it.
        case .chart, .qr: []
        case .code(let text): text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).visible }
        }
    }
}
