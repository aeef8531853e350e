internal import Domain
internal import EventLog
public import Wording

/// Renders a report as one HTML file that loads nothing from elsewhere and prints on A4.
public struct HTMLRenderer: Sendable {
    private let language: Language

    public init(_ language: Language) { self.language = language }

    public func render(_ document: Document) -> String {
        Template.report.render([
            "language": language.htmlCode, "title": document.title[language], "subtitle": document.subtitle[language],
            "sections": document.sections.map { render($0, document.evidenceTitle) }.joined(separator: "\n"),
        ])
    }

    private func render(_ section: Document.Section, _ evidence: Phrase) -> String {
        "<section>\n<h2>\(escape(section.title[language]))</h2>\n"
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

    /// With the four light modules around it that readers need.
    private func render(_ code: QRCode, _ caption: String) -> String {
        var path = ""
        for row in 0..<code.size {
            for column in 0..<code.size where code.isDark(row: row, column: column) {
                path += "M\(column + 4),\(row + 4)h1v1h-1z"
            }
        }
        let side = code.size + 8
        return """
            <figure class="qr">
            <svg viewBox="0 0 \(side) \(side)" role="img" aria-label="\(escape(caption))" shape-rendering="crispEdges">\
            <path d="\(path)"/></svg>
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
        let head = table.columns.map { cell("th", escape($0.title[language]), $0.kind) }.joined()
        let rows = table.rows.map { row in
            let cells = zip(row.cells, table.columns).map { cell("td", escape($0.phrase[language]), $1.kind) }.joined()
            let attribute = row.isTotal ? " class=\"total\"" : ""
            let positions = table.hasEvidence ? "<td class=\"evidence\">\(row.evidence.ranges)</td>" : ""
            return "<tr\(attribute)>\(cells)\(positions)</tr>"
        }
        let title = table.hasEvidence ? "<th class=\"evidence\">\(escape(evidence[language]))</th>" : ""
        return "<div class=\"scroll\"><table>\n<thead><tr>\(head)\(title)</tr></thead>\n<tbody>\n"
            + rows.joined(separator: "\n") + "\n</tbody></table></div>"
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
