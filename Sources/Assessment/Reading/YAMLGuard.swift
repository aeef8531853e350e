/// Refuses texts that would cost more to read than any plan: too long, too deep, or multiplied by aliases.
enum YAMLGuard {
    static let depthMax = 40

    static func check(_ text: String) throws(PlanError) {
        func fail(_ kind: PlanFault.Kind, line: Int, column: Int = 1) -> PlanError {
            PlanError(faults: [PlanFault(kind: kind, line: line, column: column)])
        }
        try Plan.checkLength(byteCount: text.utf8.count)
        // Counted without regard to quotes: the bound is far above what any plan nests.
        var flow = 0
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let indicators = line.utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "?") }
            let dashes = indicators.count { $0 != UInt8(ascii: " ") }
            guard indicators.count < depthMax * 4, dashes < depthMax else { throw fail(.tooDeep, line: index + 1) }
            for (offset, byte) in line.utf8.enumerated() {
                switch byte {
                case 0..<UInt8(ascii: " ") where byte != UInt8(ascii: "\t") && byte != UInt8(ascii: "\r"):
                    let column = String(decoding: line.utf8.prefix(offset), as: UTF8.self).count + 1
                    throw fail(.notYAML("control character"), line: index + 1, column: column)
                case UInt8(ascii: "["), UInt8(ascii: "{"): flow += 1
                // Brackets closed in a comment are no credit for opening more later.
                case UInt8(ascii: "]"), UInt8(ascii: "}"): flow = max(0, flow - 1)
                default: break
                }
            }
            guard flow < depthMax else { throw fail(.tooDeep, line: index + 1) }
            if let column = aliasColumn(in: line) { throw fail(.aliases, line: index + 1, column: column) }
        }
    }

    /// The column where a value begins with `&` or `*`: there YAML reads an anchor or an alias. Nested aliases multiply,
    /// and a plan repeats nothing that would need one; a text that begins so is put in quotes.
    private static func aliasColumn(in line: Substring) -> Int? {
        var previous: Character?
        let characters = Array(line)
        for (index, character) in characters.enumerated() where character != " " {
            let beginsValue = previous.map { ":-?[{,".contains($0) } ?? true
            if character == "&" || character == "*", beginsValue, index + 1 < characters.count, characters[index + 1] != " " {
                return index + 1
            }
            if character == "#", index == 0 || characters[index - 1] == " " { return nil }
            previous = character
        }
        return nil
    }
}
