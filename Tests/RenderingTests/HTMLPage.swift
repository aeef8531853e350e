/// A page read strictly, for the tests: every element is closed where it belongs, attributes are in double quotation marks, and
/// `<` and `&` are in no text. What a browser would mend is refused.
struct HTMLPage {
    struct Element {
        let name: String
        let attributes: [String: String]
        /// Of the element itself, without that of elements in it.
        var text = ""
    }

    /// In the order in which they begin.
    private(set) var elements: [Element] = []

    private static let void: Set<String> = ["meta"]
    private static let references: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\""]

    /// Nil where the page is not well-formed.
    init?(_ page: String) {
        var rest = Array(page.unicodeScalars)[...]
        guard Self.skip("<!DOCTYPE html>\n", &rest) else { return nil }
        var open: [Int] = []
        while let next = rest.first {
            if next == "<" {
                guard readTag(&rest, &open) else { return nil }
            } else if let index = open.last, elements[index].name == "style" {
                elements[index].text.unicodeScalars.append(next)
                rest = rest.dropFirst()
            } else {
                guard let scalar = Self.character(&rest) else { return nil }
                if let index = open.last { elements[index].text.unicodeScalars.append(scalar) }
            }
        }
        guard open.isEmpty else { return nil }
    }

    private mutating func readTag(_ rest: inout ArraySlice<Unicode.Scalar>, _ open: inout [Int]) -> Bool {
        if Self.skip("</", &rest) {
            let name = Self.word(&rest)
            guard let index = open.popLast(), elements[index].name == name else { return false }
            return Self.skip(">", &rest)
        }
        guard Self.skip("<", &rest) else { return false }
        let name = Self.word(&rest)
        guard !name.isEmpty else { return false }
        var attributes: [String: String] = [:]
        while Self.skip(" ", &rest) {
            let key = Self.word(&rest)
            guard !key.isEmpty, attributes[key] == nil, Self.skip("=\"", &rest) else { return false }
            var value = ""
            while let next = rest.first, next != "\"" {
                guard next != "<", let scalar = Self.character(&rest) else { return false }
                value.unicodeScalars.append(scalar)
            }
            guard Self.skip("\"", &rest) else { return false }
            attributes[key] = value
        }
        elements.append(Element(name: name, attributes: attributes))
        if Self.skip("/>", &rest) { return true }
        if !Self.void.contains(name) { open.append(elements.count - 1) }
        return Self.skip(">", &rest)
    }

    private static func skip(_ text: String, _ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
        guard rest.starts(with: text.unicodeScalars) else { return false }
        rest = rest.dropFirst(text.unicodeScalars.count)
        return true
    }

    private static func word(_ rest: inout ArraySlice<Unicode.Scalar>) -> String {
        let word = rest.prefix { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-") }
        rest = rest.dropFirst(word.count)
        return String(String.UnicodeScalarView(word))
    }

    /// One character of a text; nil for a `&` that names none.
    private static func character(_ rest: inout ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
        guard let next = rest.popFirst() else { return nil }
        guard next == "&" else { return next }
        let name = word(&rest)
        return skip(";", &rest) ? references[name] : nil
    }
}
