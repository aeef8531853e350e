internal import Bookkeeping
internal import Domain
internal import Wording

/// Finds out what a report shows where somebody was named who may not be named any more, so that the report can be made
/// again with it, and compared as a whole.
struct WithheldNames {
    private let members: [MemberID]
    private let language: Language
    /// The report with marks in place of those names.
    private let marked: MarkedText

    /// - Parameters:
    ///   - plain: the report as it is made today.
    ///   - render: makes it with something else where those members are named.
    init(_ members: [MemberID], in plain: String, _ language: Language, render: ([MemberID: Phrase]) -> String) {
        self.members = members
        self.language = language
        marked = MarkedText(plain) { mark in
            render(members.enumerated().reduce(into: [:]) { $0[$1.element] = .plain("\($1.element)\(mark($1.offset))") })
        }
    }

    /// In how many places a member is named.
    func placeCount(of member: MemberID) -> Int { marked.pieces.count { $0.mark.map { members[$0] } == member } }

    /// What a report shows of each: a name behind the id, that there is none, or why. Where the report stops being what it
    /// should be, the rest is not looked for: making it again shows the difference.
    ///
    /// - Throws: `ReportFault.notAName`.
    func shown(in report: String) throws(ReportFault) -> [MemberID: String] {
        var rest = Array(report.unicodeScalars)[...]
        var shown: [MemberID: String] = [:]
        for piece in marked.pieces {
            guard rest.starts(with: piece.text) else { return shown }
            rest = rest.dropFirst(piece.text.count)
            guard let mark = piece.mark else { continue }
            let member = members[mark]
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
