#if Web
internal import Rendering
internal import Wording

/// Makes markup of a page of the handbook: headings, paragraphs, lists, command lines, links, and names of buttons in braces.
/// Each line is a block of its own.
struct HandbookMarkup {
    let language: Language
    /// Where a link leads to; nil for a text without a link.
    let address: (_ target: String) -> String?

    private enum Block: Equatable {
        case heading, paragraph, point, step, command

        /// The element around neighbours of a kind.
        var list: String? {
            switch self {
            case .heading, .paragraph: nil
            case .point: "ul"
            case .step: "ol"
            case .command: "pre"
            }
        }

        init(_ line: Substring) {
            if line.hasPrefix("## ") { self = .heading } else if line.hasPrefix("- ") { self = .point } else if line.hasPrefix("    ") {
                self = .command
            } else {
                self = line.prefixMatch(of: #/\d+\. /#) == nil ? .paragraph : .step
            }
        }

        func content(_ line: Substring) -> Substring {
            switch self {
            case .heading: line.dropFirst("## ".count)
            case .paragraph: line
            case .point: line.dropFirst("- ".count)
            case .step: line.drop { $0 != " " }.dropFirst()
            case .command: line.dropFirst("    ".count)
            }
        }
    }

    func render(_ text: String) -> String {
        var out = ""
        var open: String?
        for line in text.split(separator: "\n") {
            let block = Block(line)
            if block.list != open {
                if let open { out += "</\(open)>\n" }
                if let list = block.list { out += "<\(list)>" }
                open = block.list
            }
            let content = block.content(line)
            switch block {
            case .heading: out += "<h2>\(inline(content))</h2>\n"
            case .paragraph: out += "<p>\(inline(content))</p>\n"
            case .point, .step: out += "<li>\(inline(content))</li>\n"
            case .command: out += escape(String(content)) + "\n"
            }
        }
        return out + (open.map { "</\($0)>\n" } ?? "")
    }

    /// A line's text with the names and links in it.
    private func inline(_ text: Substring) -> String {
        var out = ""
        var rest = text
        while let match = rest.firstMatch(of: /\{([^}]+)\}|\[([^\]]+)\]\(([^)]+)\)/) {
            out += escape(String(rest[..<match.range.lowerBound]))
            if let name = match.1 {
                // A name that is not in the table is left as it was written: a test looks for those.
                out += HandbookNames.phrase(String(name)).map { "<strong>\(escape($0[language]))</strong>" } ?? escape(String(match.0))
            } else if let title = match.2, let target = match.3 {
                out += address(String(target)).map { "<a href=\"\(escape($0))\">\(escape(String(title)))</a>" } ?? escape(String(title))
            }
            rest = rest[match.range.upperBound...]
        }
        return out + escape(String(rest))
    }
}
#endif
