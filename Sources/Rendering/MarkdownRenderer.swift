internal import Domain
internal import EventLog
public import Wording

/// Renders a report as Markdown (GitHub's tables).
public struct MarkdownRenderer: Sendable {
    private let language: Language

    public init(_ language: Language) { self.language = language }

    public func render(_ document: Document) -> String {
        var text = "# \(escape(document.title[language]))\n\n\(escape(document.subtitle[language]))\n"
        for section in document.sections {
            text += "\n## \(escape(section.title[language]))\n"
            for block in section.blocks { text += "\n" + render(block, document.evidenceTitle) }
        }
        return text
    }

    private func render(_ block: Document.Block, _ evidence: Phrase) -> String {
        switch block {
        case .paragraph(let phrase): escape(phrase[language]) + "\n"
        case .table(let table): render(table, evidence)
        // A bar is a picture of figures that stand in a table beside it.
        case .chart: ""
        case .code(let text): "```\n\(text)```\n"
        case .qr: ""
        }
    }

    private func render(_ table: Table, _ evidence: Phrase) -> String {
        let hasEvidence = table.hasEvidence
        let titles = table.columns.map { escape($0.title[language]) } + (hasEvidence ? [escape(evidence[language])] : [])
        var text = "| " + titles.joined(separator: " | ") + " |\n"
        text += "|" + table.columns.map { $0.kind.isNumeric ? " ---: |" : " --- |" }.joined() + (hasEvidence ? " --- |\n" : "\n")
        for row in table.rows {
            let cells = row.cells.map { cell in
                let text = escape(cell.phrase[language])
                return row.isTotal && !text.isEmpty ? "**\(text)**" : text
            }
            text += "| " + (cells + (hasEvidence ? [row.evidence.ranges] : [])).joined(separator: " | ") + " |\n"
        }
        return text
    }

    /// What people typed is text, never markup; also where a combining mark is behind it.
    private func escape(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.visibleLines.unicodeScalars {
            switch scalar {
            case "\\", "|", "*", "_", "`", "[", "]", "<", ">", "#": out.append(contentsOf: ["\\", scalar])
            case "\n": out.append(" ")
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
