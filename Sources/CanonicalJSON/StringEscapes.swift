extension CanonicalReader {
    /// The text that stands between two quotes, with its escapes resolved.
    @usableFromInline static func unescape(_ text: UnsafeRawBufferPointer, offset: Int) throws(JSONError) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "\\") else {
                out.append(text[index])
                index += 1
                continue
            }
            index = try resolveEscape(in: text, at: index, offset: offset, into: &out)
        }
        guard let string = String(validating: out, as: UTF8.self) else {
            throw JSONError(.invalidUTF8, offset: offset)
        }
        return string
    }

    /// Resolves the escape at `index` and gives the index behind it.
    private static func resolveEscape(
        in text: UnsafeRawBufferPointer, at index: Int, offset: Int, into out: inout [UInt8]
    ) throws(JSONError) -> Int {
        let invalid = JSONError(.invalidEscape, offset: offset + index)
        guard index + 1 < text.count else { throw invalid }
        switch text[index + 1] {
        case UInt8(ascii: "\""): out.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\"): out.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "/"): out.append(UInt8(ascii: "/"))
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "u"):
            guard let first = codeUnit(in: text, at: index + 2) else { throw invalid }
            var next = index + 6
            var units = [first]
            if UTF16.isLeadSurrogate(first) {
                // A lone surrogate is no character: it has no UTF-8 form and so no canonical one.
                guard next + 1 < text.count, text[next] == UInt8(ascii: "\\"), text[next + 1] == UInt8(ascii: "u"),
                    let second = codeUnit(in: text, at: next + 2), UTF16.isTrailSurrogate(second)
                else { throw invalid }
                units.append(second)
                next += 6
            }
            guard let string = String(validating: units, as: UTF16.self) else { throw invalid }
            out.append(contentsOf: string.utf8)
            return next
        default: throw invalid
        }
        return index + 2
    }

    private static func codeUnit(in text: UnsafeRawBufferPointer, at index: Int) -> UInt16? {
        guard index + 4 <= text.count else { return nil }
        var value: UInt16 = 0
        for byte in text[index..<(index + 4)] {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: return nil
            }
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}
