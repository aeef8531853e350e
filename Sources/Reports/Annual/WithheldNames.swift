internal import Bookkeeping
internal import Domain
internal import Wording

/// Finds out what a report shows where somebody was named who may not be named any more, so that the report can be made
/// again with it, and compared as a whole.
struct WithheldNames {
    /// A report with marks in place of those names: texts, and whose name follows each.
    private struct Piece {
        let text: ArraySlice<Unicode.Scalar>
        let member: MemberID?
    }

    private let members: [MemberID]
    private let language: Language
    private let pieces: [Piece]

    /// - Parameters:
    ///   - plain: the report as it is made today.
    ///   - render: makes it with something else where those members are named.
    init(_ members: [MemberID], in plain: String, _ language: Language, render: ([MemberID: Phrase]) -> String) {
        self.members = members
        self.language = language
        // No text of the report has so many of this private character in a row.
        var fence: [Unicode.Scalar] = ["\u{F8FF}"]
        let scalars = Array(plain.unicodeScalars)
        while Self.contains(scalars, fence) { fence.append("\u{F8FF}") }
        let edge = String(String.UnicodeScalarView(fence))
        var marks: [MemberID: Phrase] = [:]
        for (index, member) in members.enumerated() { marks[member] = .plain("\(member)\(edge)\(index)\(edge)") }
        pieces = Self.pieces(of: Array(render(marks).unicodeScalars), fence, members)
    }

    /// In how many places a member is named.
    func placeCount(of member: MemberID) -> Int { pieces.count { $0.member == member } }

    private static func contains(_ text: [Unicode.Scalar], _ fence: [Unicode.Scalar]) -> Bool {
        text.indices.contains { text[$0] == fence[0] && text[$0...].starts(with: fence) }
    }

    private static func pieces(
        of text: [Unicode.Scalar], _ fence: [Unicode.Scalar], _ members: [MemberID]
    ) -> [Piece] {
        var pieces: [Piece] = []
        var (start, index) = (0, 0)
        while index < text.count {
            guard text[index] == fence[0], text[index...].starts(with: fence) else {
                index += 1
                continue
            }
            let digits = text[(index + fence.count)...].prefix { $0 != fence[0] }
            let number = Int(String(String.UnicodeScalarView(digits))) ?? 0
            pieces.append(Piece(text: text[start..<index], member: members[number]))
            index += fence.count * 2 + digits.count
            start = index
        }
        pieces.append(Piece(text: text[start...], member: nil))
        return pieces
    }

    /// What a report shows of each: a name behind the id, that there is none, or why. Where the report stops being what it
    /// should be, the rest is not looked for: making it again shows the difference.
    ///
    /// - Throws: `ReportFault.notAName`.
    func shown(in report: String) throws(ReportFault) -> [MemberID: String] {
        var rest = Array(report.unicodeScalars)[...]
        var shown: [MemberID: String] = [:]
        for piece in pieces {
            guard rest.starts(with: piece.text) else { return shown }
            rest = rest.dropFirst(piece.text.count)
            guard let member = piece.member else { continue }
            let text: String
            if let known = shown[member] { text = known } else { text = try read(rest, member) }
            guard rest.starts(with: text.unicodeScalars) else { return shown }
            shown[member] = text
            rest = rest.dropFirst(text.unicodeScalars.count)
        }
        return shown
    }

    /// What follows the id at the first place.
    private func read(_ rest: ArraySlice<Unicode.Scalar>, _ member: MemberID) throws(ReportFault) -> String {
        for reason in [Phrase.member(member, .erased), .member(member, .restricted)] {
            let text = String(reason[language].dropFirst(member.description.count))
            if rest.starts(with: text.unicodeScalars) { return text }
        }
        guard rest.first == " ", let next = rest.dropFirst().first, !Self.isTableRule(next) else { return "" }
        guard let name = PlausibleName.prefix(of: rest.dropFirst()) else {
            throw .notAName(member, found: String(String.UnicodeScalarView(rest.dropFirst().prefix(60))))
        }
        return " " + String(String.UnicodeScalarView(name))
    }

    /// In Markdown a cell ends with a space as well.
    private static func isTableRule(_ scalar: Unicode.Scalar) -> Bool { scalar == "|" || scalar == "\n" }
}
