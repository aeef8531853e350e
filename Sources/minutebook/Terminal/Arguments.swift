internal import Foundation
internal import Views
internal import Wording

/// The words of the command line. They are bytes in the locale's encoding, which need not be UTF-8: a name typed in a
/// terminal set to GB18030 is read as that name, or refused, and never recorded as something else.
enum Arguments {
    /// Those behind the program's own name.
    ///
    /// - Throws: `Problem` with 64 for what is no text in the locale's encoding.
    static func all() throws -> [String] {
        let encoding = TextEncoding.ofLocale
        return try (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0] }.enumerated().map { index, text in
            try decoded(text, encoding, .argument(index + 1))
        }
    }

    /// The language that `--lang` names, before anything is parsed; nil where it names none.
    static func language(in arguments: [String]) -> Language? {
        let arguments = arguments.prefix { $0 != "--" }
        let named = arguments.lastIndex(of: "--lang").flatMap { arguments.dropFirst($0 + 1).first }
        let joined = arguments.last { $0.hasPrefix("--lang=") }?.dropFirst("--lang=".count)
        return (joined.map(String.init) ?? named).flatMap { Language(rawValue: $0) }
    }

    /// The book that `MINUTEBOOK_BOOK` names.
    static func bookOfEnvironment() throws -> String? {
        try getenv("MINUTEBOOK_BOOK").map { try decoded($0, .ofLocale, .variable("MINUTEBOOK_BOOK")) }
    }

    private static func decoded(_ text: UnsafeMutablePointer<CChar>, _ encoding: TextEncoding, _ what: Phrase) throws -> String {
        let bytes = UnsafeRawBufferPointer(start: text, count: strlen(text))
        if let decoded = encoding.decode(bytes) { return decoded }
        throw Problem(.usage, code: "not-in-encoding", .notInEncoding(what, encoding: encoding.name))
    }
}

/// How a locale writes texts as bytes.
struct TextEncoding {
    /// Such as `UTF-8` or `GB18030`.
    let name: String

    private var isUTF8: Bool { name == "UTF-8" }

    /// The locale's. Where the machine does not know the locale, what its name says; UTF-8 where that says nothing, or is
    /// the plain locale "C", whose ASCII is UTF-8 too.
    static var ofLocale: TextEncoding {
        let known = newlocale(LC_CTYPE_MASK, "", nil)
        defer { if let known { freelocale(known) } }
        let name = known.flatMap { nl_langinfo_l(Int32(CODESET), $0) }.map { String(cString: $0) } ?? ofName ?? "UTF-8"
        let isPlain = ["ANSI_X3.4-1968", "US-ASCII", "UTF8", "UTF-8"].contains(name.uppercased())
        return TextEncoding(name: isPlain ? "UTF-8" : name)
    }

    /// What is behind the dot in `zh_CN.GB18030`.
    private static var ofName: String? {
        let names: [String] = ["LC_ALL", "LC_CTYPE", "LANG"]
        let locale = names.lazy.compactMap { name in getenv(name).map { String(cString: $0) } }.first { !$0.isEmpty }
        let parts = locale?.split(separator: "@").first?.split(separator: ".") ?? []
        return parts.count == 2 ? String(parts[1]) : nil
    }

    /// Nil for what is no text in this encoding, or where the encoding is not known.
    func decode(_ bytes: UnsafeRawBufferPointer) -> String? {
        // ASCII is the same in all that are used for locales.
        if isUTF8 || bytes.allSatisfy({ $0 < 0x80 }) { return String(validating: bytes, as: UTF8.self) }
        guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
        return input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var (from, fromCount) = (input.baseAddress, input.count)
                var (to, toCount) = (output.baseAddress, output.count)
                guard iconv(converter, &from, &fromCount, &to, &toCount) == 0, fromCount == 0,
                    iconv(converter, nil, nil, &to, &toCount) == 0
                else { return nil }
                return String(validating: output[..<(output.count - toCount)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            }
        }
    }
}
