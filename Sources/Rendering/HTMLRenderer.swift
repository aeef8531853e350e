internal import Domain
public import EventLog
public import Wording

/// Renders a report as one HTML file that loads nothing from elsewhere and prints on A4; or as a part of a page that has links.
public struct HTMLRenderer: Sendable {
    private let language: Language
    private let links: PageLinks?

    /// - Parameter links: of a page that other pages are beside; nil for a file that stands alone.
    public init(_ language: Language, links: PageLinks? = nil) {
        self.language = language
        self.links = links
    }

    public func render(_ document: Document) -> String {
        Template.report.render([
            "language": language.htmlCode, "title": document.title[language], "subtitle": document.subtitle[language],
            "sections": document.sections.map { render($0, document.evidenceTitle) }.joined(separator: "\n"),
        ])
    }

    /// The sections of a document, for the body of a page. A section without a title has no heading.
    public func fragment(_ document: Document) -> String {
        document.sections.map { render($0, document.evidenceTitle) }.joined(separator: "\n")
    }

    private func render(_ section: Document.Section, _ evidence: Phrase) -> String {
        let title = escape(section.title[language])
        let heading = title.isEmpty && links != nil ? "" : "<h2>\(title)</h2>\n"
        return "<section>\n\(heading)"
            + section.blocks.map { render($0, evidence) }.joined(separator: "\n") + "\n</section>"
    }

    private func render(_ block: Document.Block, _ evidence: Phrase) -> String {
        switch block {
        case .paragraph(let phrase): "<p>\(escape(phrase[language]))</p>"
        case .table(let table): render(table, evidence)
        case .chart(let chart): render(chart)
        case .code(let text): "<pre>\(escape(text))</pre>"
        case .qr(let code, let caption): render(code, caption[language])
        }
    }

    private func render(_ code: QRCode, _ caption: String) -> String {
        """
            <figure class="qr">
            \(code.svg(label: escape(caption)))
            <figcaption>\(escape(caption))</figcaption>
            </figure>
            """
    }

    private func render(_ table: Table, _ evidence: Phrase) -> String {
        func cell(_ tag: String, _ text: String, _ kind: Table.Kind) -> String {
            let attribute =
                switch kind {
                case .text: ""
                case .word, .date: " class=\"word\""
                case .number, .money, .points, .share, .percent: " class=\"number\""
                }
            return "<\(tag)\(attribute)>\(text)</\(tag)>"
        }
        // A page shows what is behind its figures where there is something; a file has the column of every other file.
        let hasEvidence = table.hasEvidence && (links == nil || table.rows.contains { !$0.evidence.isEmpty })
        let head = table.columns.map { cell("th", escape($0.title[language]), $0.kind) }.joined()
        let rows = table.rows.map { row in
            let cells = zip(row.cells, table.columns).map { cell("td", linked($0, in: $1, of: table), $1.kind) }.joined()
            let attribute = row.isTotal ? " class=\"total\"" : ""
            let positions = hasEvidence ? "<td class=\"evidence\">\(linked(row.evidence))</td>" : ""
            return "<tr\(attribute)>\(cells)\(positions)</tr>"
        }
        let title = hasEvidence ? "<th class=\"evidence\">\(escape(evidence[language]))</th>" : ""
        return "<div class=\"scroll\"><table>\n<thead><tr>\(head)\(title)</tr></thead>\n<tbody>\n"
            + rows.joined(separator: "\n") + "\n</tbody></table></div>"
    }

    /// A cell's text; a link where a page is about what it names.
    private func linked(_ cell: Cell, in column: Table.Column, of table: Table) -> String {
        let text = escape(cell.phrase[language])
        guard case .code(let code, _) = cell, let address = links?.address(code, column.key, table.key) else { return text }
        return "<a href=\"\(escape(address))\">\(text)</a>"
    }

    private func linked(_ evidence: [Position]) -> String {
        guard let links, !evidence.isEmpty else { return evidence.ranges }
        return "<a href=\"\(escape(links.entries(evidence)))\">\(evidence.ranges)</a>"
    }

    // MARK: - Charts

    private static let barHeight = 22
    private static let labelWidth = 230
    private static let barWidth = 330

    private func render(_ chart: BarChart) -> String {
        let height = chart.bars.count * Self.barHeight + 8
        let width = Self.labelWidth + Self.barWidth + 110
        var parts: [String] = []
        for (index, bar) in chart.bars.enumerated() { parts.append(render(bar, y: index * Self.barHeight + 4)) }
        if let percent = chart.markPercent {
            let x = Self.labelWidth + Self.barWidth * percent / 100
            parts.append("<line class=\"mark\" x1=\"\(x)\" y1=\"0\" x2=\"\(x)\" y2=\"\(height)\"/>")
        }
        return """
            <figure>
            <figcaption>\(escape(chart.title[language]))</figcaption>
            <svg viewBox="0 0 \(width) \(height)" role="img" aria-label="\(escape(chart.title[language]))">
            \(parts.joined(separator: "\n"))
            </svg>
            </figure>
            """
    }

    private func render(_ bar: BarChart.Bar, y: Int) -> String {
        let length = bar.full > 0 ? Int(min(bar.value, bar.full) * Int64(Self.barWidth) / bar.full) : 0
        let middle = y + Self.barHeight / 2 + 1
        return """
            <text class="label" x="\(Self.labelWidth - 8)" y="\(middle)">\(escape(bar.label[language]))</text>\
            <rect class="full" x="\(Self.labelWidth)" y="\(y)" width="\(Self.barWidth)" height="\(Self.barHeight - 6)"/>\
            <rect class="\(bar.isGood ? "good" : "short")" x="\(Self.labelWidth)" y="\(y)" width="\(length)" height="\(Self.barHeight - 6)"/>\
            <text class="caption" x="\(Self.labelWidth + Self.barWidth + 8)" y="\(middle)">\(escape(bar.caption[language]))</text>
            """
    }
}

/// Where the pages are that a part of a page leads to.
public struct PageLinks: Sendable {
    /// The page about what a code names in a column of a table, each by its key; nil for none.
    public let address: @Sendable (_ code: String, _ columnKey: String, _ tableKey: String) -> String?
    /// The page with some entries.
    public let entries: @Sendable ([Position]) -> String

    public init(
        address: @escaping @Sendable (_ code: String, _ columnKey: String, _ tableKey: String) -> String?,
        entries: @escaping @Sendable ([Position]) -> String
    ) {
        self.address = address
        self.entries = entries
    }
}

/// A text as HTML holds it, in content and in attributes.
///
/// Scalar by scalar: a quotation mark with a combining mark behind it is one character to Swift, and still ends an attribute.
public func escape(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.visibleLines.unicodeScalars {
        switch scalar {
        case "&": out.append(contentsOf: "&amp;".unicodeScalars)
        case "<": out.append(contentsOf: "&lt;".unicodeScalars)
        case ">": out.append(contentsOf: "&gt;".unicodeScalars)
        case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
        default: out.append(scalar)
        }
    }
    return String(out)
}

extension Language {
    /// As the attribute `lang` has it.
    public var htmlCode: String {
        switch self {
        case .chinese: "zh-Hans"
        case .english: "en"
        }
    }
}
