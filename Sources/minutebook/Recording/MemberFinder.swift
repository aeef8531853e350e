internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Views
internal import Wording

/// Finds members by what a secretary types: a name, or the initials of its pinyin, such as `zs` for 张三.
struct MemberFinder {
    private let book: Book
    private let state: State
    private let purpose: ReadingPurpose

    init(_ book: Book, _ state: State, for purpose: ReadingPurpose) {
        self.book = book
        self.state = state
        self.purpose = purpose
    }

    /// Fields that name members; some words mean something else in other commands.
    private static func fields(of command: String) -> [String] {
        let all = ["member", "members", "signers", "invited", "authors"]
        return switch command {
        case "proposal.answer": all + ["to"]
        case "member.merge": all + ["into"]
        // Who joins is given a new id, and has no name in the book yet.
        case "member.join": []
        default: all
        }
    }

    /// The fields with names and initials replaced by ids; what is an id already, or fits nobody, stays as it is.
    ///
    /// - Throws: `Problem` where several members fit.
    func resolving(_ object: JSONObject, of command: String) throws -> JSONObject {
        var object = object
        // Read once, and only where something is to be found.
        var names: [(MemberID, String)]?
        func resolved(_ value: JSONValue) throws -> JSONValue {
            guard case .string(let text) = value, isWanted(text) else { return value }
            let known = try names ?? self.names()
            names = known
            return .string(try resolve(text, among: known))
        }
        for key in Self.fields(of: command) {
            guard let value = object[key] else { continue }
            object[key] = try value.arrayValue.map { .array(try $0.map(resolved)) } ?? resolved(value)
        }
        return object
    }

    private func names() throws -> [(MemberID, String)] {
        try book.reading(for: purpose, in: state) { reader in
            try state.members.values.filter { $0.mergedInto == nil }.compactMap { member in
                guard case .text(let name) = try reader.name(of: member.id) else { return nil }
                return (member.id, name)
            }
        }
    }

    /// Names are read only for what is no id of this book.
    private func isWanted(_ text: String) -> Bool {
        state.subjects(withID: text).isEmpty && !text.isEmpty
    }

    private func resolve(_ text: String, among names: [(MemberID, String)]) throws -> String {
        let typed = text.foldedForFinding
        let exact = names.filter { $0.0.description.lowercased() == typed || $0.1.foldedForFinding == typed }
        let found = !exact.isEmpty ? exact : names.filter { Pinyin($0.1).fits(typed) }
        guard found.count <= 1 else {
            let members = found.map { "\($0.0) \($0.1)" }.sorted()
            throw Problem(.badData, code: "several-members-fit", .severalMembersFit(text, members))
        }
        return found.first?.0.description ?? text
    }
}

extension String {
    /// What is typed in one way or another for the same: dots between the parts of a name, full-width letters and digits,
    /// capitals.
    fileprivate var foldedForFinding: String {
        let scalars = precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar {
            case "•", "‧", "∙", "⋅", "・", "･", "．", "⸱", ".": "·"
            case "\u{3000}": " "
            // As far from the half-width ones throughout.
            case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
            default: scalar
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
    func fits(_ typed: String) -> Bool {
        guard !typed.isEmpty, typed.allSatisfy({ $0.isASCII && $0.isLetter }) else { return false }
        return String(syllables.compactMap(\.first)) == typed || syllables.joined() == typed
    }
}
