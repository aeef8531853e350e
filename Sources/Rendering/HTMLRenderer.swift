internal import Domain
internal import EventLog
public import Wording

/// Renders a report as one HTML file that loads nothing from elsewhere and prints on A4.
public struct HTMLRenderer: Sendable {
    private let language: Language

    public init(_ language: Language) { self.language = language }

    public func render(_ document: Document) -> String {
        let locale = language == .chinese ? "zh-Hans" : "en"
        let title = escape(document.title[language])
        let sections = document.sections.map(render).joined(separator: "\n")
        return """
            <!DOCTYPE html>
            <html lang="\(locale)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <header><h1>\(title)</h1><p>\(escape(document.subtitle[language]))</p></header>
            <main>
            \(sections)
            </main>
            </body>
            </html>

            """
    }

    private func render(_ section: Document.Section) -> String {
        "<section>\n<h2>\(escape(section.title[language]))</h2>\n"
            + section.blocks.map(render).joined(separator: "\n") + "\n</section>"
    }

    private func render(_ block: Document.Block) -> String {
        switch block {
        case .paragraph(let phrase): "<p>\(escape(phrase[language]))</p>"
        case .table(let table): render(table)
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

    private func render(_ table: Table) -> String {
        func cell(_ tag: String, _ text: String, _ kind: Table.Kind) -> String {
            let attribute =
                switch kind {
                case .text: ""
                case .word, .date: " class=\"word\""
                case .number, .money, .points, .share, .percent: " class=\"number\""
                }
            return "<\(tag)\(attribute)>\(text)</\(tag)>"
        }
        let evidence = Phrase.evidence[language]
        let head = table.columns.map { cell("th", escape($0.title[language]), $0.kind) }.joined()
        let rows = table.rows.map { row in
            let cells = zip(row.cells, table.columns).map { cell("td", escape($0.phrase[language]), $1.kind) }.joined()
            let attribute = row.isTotal ? " class=\"total\"" : ""
            return "<tr\(attribute)>\(cells)<td class=\"evidence\">\(row.evidence.ranges)</td></tr>"
        }
        return "<div class=\"scroll\"><table>\n<thead><tr>\(head)<th class=\"evidence\">\(evidence)</th></tr></thead>\n<tbody>\n"
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
        let label = shortened(bar.label[language])
        return """
            <text class="label" x="\(Self.labelWidth - 8)" y="\(middle)">\(escape(label))</text>\
            <rect class="full" x="\(Self.labelWidth)" y="\(y)" width="\(Self.barWidth)" height="\(Self.barHeight - 6)"/>\
            <rect class="\(bar.isGood ? "good" : "short")" x="\(Self.labelWidth)" y="\(y)" width="\(length)" height="\(Self.barHeight - 6)"/>\
            <text class="caption" x="\(Self.labelWidth + Self.barWidth + 8)" y="\(middle)">\(escape(bar.caption[language]))</text>
            """
    }

    /// The label column holds so many columns of text; the whole title stands in the table.
    private func shortened(_ text: String) -> String {
        var width = 0
        var out = ""
        for character in text {
            width += character.unicodeScalars.allSatisfy { $0.value < 0x2E80 } ? 1 : 2
            guard width <= 32 else { return out + "…" }
            out.append(character)
        }
        return out
    }

    /// Official style: titles in 黑体, text in 仿宋 or 宋体, margins of an official document in print.
    private static let style = """
        :root { color-scheme: light; --ink: #1c1c1c; --rule: #c9c4ba; --good: #2f6b4f; --short: #b4552d; }
        body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; color: var(--ink); background: #fff;
          font: 16px/1.7 FangSong, "仿宋", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
        h1, h2, th, figcaption { font-family: SimHei, "黑体", "Noto Sans CJK SC", "PingFang SC", sans-serif; }
        header { text-align: center; border-bottom: 2px solid #a32020; margin-bottom: 1.5rem; }
        h1 { font-size: 1.7rem; margin: .5rem 0; }
        header p { margin: .25rem 0 1rem; color: #555; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .86rem; line-height: 1.45; }
        th, td { border: 1px solid var(--rule); padding: .3rem .5rem; text-align: left; vertical-align: top; }
        th { background: #f5f2ec; font-weight: 600; white-space: nowrap; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .word { white-space: nowrap; }
        td.evidence { color: #666; font-size: .74rem; min-width: 6rem; max-width: 13rem; overflow-wrap: anywhere; }
        tr.total td { font-weight: 700; background: #faf8f4; }
        figure { margin: 1rem 0; }
        figcaption { font-size: .9rem; margin-bottom: .3rem; }
        svg { width: 100%; max-width: 46rem; height: auto; }
        svg text { font: 12px SimHei, "Noto Sans CJK SC", "PingFang SC", sans-serif; dominant-baseline: middle; }
        svg .label { text-anchor: end; }
        svg .full { fill: #efebe3; } svg .good { fill: var(--good); } svg .short { fill: var(--short); }
        svg .mark { stroke: #a32020; stroke-width: 1; stroke-dasharray: 3 3; }
        pre { font: .78rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; background: #f5f2ec; padding: .6rem .8rem;
          white-space: pre-wrap; overflow-wrap: anywhere; }
        .qr svg { width: 44mm; } .qr figcaption { font-size: .8rem; }
        @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
        @media print { body { max-width: none; padding: 0; font-size: 11pt; } table { font-size: 8.5pt; }
          thead { display: table-header-group; } tr, figure { break-inside: avoid; } h2 { break-after: avoid; }
          .scroll { overflow: visible; } }
        """
}

/// A text as HTML holds it, in content and in attributes.
public func escape(_ text: String) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count)
    for character in text.visibleLines {
        switch character {
        case "&": out += "&amp;"
        case "<": out += "&lt;"
        case ">": out += "&gt;"
        case "\"": out += "&quot;"
        default: out.append(character)
        }
    }
    return out
}
