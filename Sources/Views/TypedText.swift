internal import Domain
internal import Foundation

extension String {
    /// What is typed in one way or another for the same: dots between the parts of a name, full-width letters and digits,
    /// capitals.
    var foldedForFinding: String {
        let scalars = precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar {
            case "•", "‧", "∙", "⋅", "・", "･", "．", "⸱", ".": "·"
            default: scalar.halfWidth
            }
        }
        return String(String.UnicodeScalarView(scalars)).trimmingCharacters(in: .whitespaces).lowercased()
    }
}

/// How a name is said: with the readings that names have, such as 单 shan.
struct Pinyin {
    private let syllables: [String]

    init(_ name: String) {
        let latin = name.applyingTransform(StringTransform("Han-Latin/Names; Latin-ASCII; Lower"), reverse: false) ?? ""
        syllables = latin.split { !$0.isLetter }.map(String.init)
    }

    /// Whether lower-case letters are its initials, or its syllables without spaces.
    func fits(_ typed: String) -> Bool { forms(typed).contains(typed) }

    /// Whether they are how either of those begins.
    func begins(with typed: String) -> Bool { forms(typed).contains { $0.hasPrefix(typed) } }

    /// Its initials and its syllables; none for what is not letters alone.
    private func forms(_ typed: String) -> [String] {
        guard !typed.isEmpty, typed.allSatisfy({ $0.isASCII && $0.isLetter }) else { return [] }
        return [String(syllables.compactMap(\.first)), syllables.joined()]
    }
}
