internal import Bookkeeping
internal import Domain
internal import Foundation
internal import Rendering
internal import Wording

/// Compares a report of an earlier rendering with what the book gives today, where this program says some things in other
/// words: markup, every number, every date and all that the book itself says must be the same; words of the catalogue may
/// differ, and are told.
struct RewordedText {
    /// The words of today, in the order in which they are marked.
    private let phrases: [Phrase]
    private let marked: MarkedText
    private let language: Language
    private let withheld: [MemberID: Phrase]
    private let forbidden: Set<Unicode.Scalar>

    /// - Parameters:
    ///   - document: the report of today.
    ///   - render: renders a document in the report's rendering.
    ///   - withheld: who may not be named any more, and what is shown instead.
    init(
        _ document: Document, _ parameters: ReportParameters, withheld: [MemberID: Phrase], render: (Document) -> String
    ) {
        language = parameters.language
        self.withheld = withheld
        // What would be markup, or steer it, where a word is.
        forbidden =
            switch parameters.format {
            case .html: ["<", ">", "\"", "&"]
            case .md: ["|", "\n", "`", "<", ">", "[", "]", "*", "_", "#", "\\"]
            case .json: ["\"", "\\"]
            // It has no proof, and is never compared.
            case .csv: []
            }
        var phrases: [Phrase] = []
        marked = MarkedText(render(document)) { mark in
            render(
                document.mapPhrases { phrase in
                    // What is the same in every language comes from the book.
                    guard !phrase.zh.utf8.elementsEqual(phrase.en.utf8) else { return phrase }
                    let edge = mark(phrases.count)
                    phrases.append(phrase)
                    return phrase.map { edge + $0 + edge }
                })
        }
        self.phrases = phrases
    }

    struct Result {
        var words: [VerifiedReport.OtherWords] = []
        /// What the report shows of those who may not be named any more.
        var names: [VerifiedReport.UncheckedName] = []
    }

    /// Finds the words of a report, each between what is before and after it today.
    ///
    /// Nil where more than words differ.
    ///
    /// - Throws: `ReportFault.notAName`.
    func compare(_ found: String) throws(ReportFault) -> Result? {
        var rest = Array(found.unicodeScalars)[...]
        var words: [Pair: Int] = [:]
        var order: [Pair] = []
        var names: [MemberID: (shown: String, count: Int)] = [:]
        let pieces = marked.pieces
        // What is always the same, and between two marks what is said today.
        for index in stride(from: 0, to: pieces.count, by: 2) {
            guard rest.starts(with: pieces[index].text) else { return nil }
            rest = rest.dropFirst(pieces[index].text.count)
            guard let mark = pieces[index].mark else { continue }
            let (own, next) = (pieces[index + 1].text, pieces[index + 2].text)
            // Today's words may have in them what is behind them: `A, B` and then `, C`.
            if rest.starts(with: own), rest.dropFirst(own.count).starts(with: next) {
                rest = rest.dropFirst(own.count)
                continue
            }
            guard let end = Self.start(of: next, in: rest) else { return nil }
            let text = String(String.UnicodeScalarView(rest[..<end]))
            rest = rest[end...]
            let today = String(String.UnicodeScalarView(own))
            if let member = withheld.first(where: { $0.value == phrases[mark] })?.key {
                let shown = try name(text, member)
                guard names[member].map({ $0.shown == shown }) ?? true else { return nil }
                names[member] = (shown, (names[member]?.count ?? 0) + 1)
                continue
            }
            guard isOnlyReworded(text, today) else { return nil }
            let pair = Pair(found: text, today: today)
            if words[pair] == nil { order.append(pair) }
            words[pair, default: 0] += 1
        }
        guard rest.isEmpty else { return nil }
        return Result(
            words: order.map { .init(inReport: $0.found, today: $0.today, placeCount: words[$0] ?? 0) },
            names: names.sorted { $0.key < $1.key }.map { .init(member: $0.key, shown: $0.value.shown, placeCount: $0.value.count) })
    }

    private struct Pair: Hashable {
        let found: String
        let today: String
    }

    private static func start(of text: ArraySlice<Unicode.Scalar>, in rest: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let first = text.first else { return rest.endIndex }
        return rest.indices.first { rest[$0] == first && rest[$0...].starts(with: text) }
    }

    /// Behind the id a name, or why there is none.
    private func name(_ text: String, _ member: MemberID) throws(ReportFault) -> String {
        for reason in [Phrase.member(member, .erased), .member(member, .restricted)] where reason[language] == text {
            return String(text.dropFirst(member.description.count))
        }
        guard text != member.description else { return "" }
        let rest = Array(text.unicodeScalars)
        let start = Array("\(member) ".unicodeScalars)
        guard rest.starts(with: start), PlausibleName.isName(rest[start.count...]) else { throw .notAName(member, found: text) }
        return String(String.UnicodeScalarView(rest[start.count...]))
    }

    /// Whether there is no markup in it, nothing hidden, and the same numbers.
    private func isOnlyReworded(_ found: String, _ today: String) -> Bool {
        found.unicodeScalars.allSatisfy { !forbidden.contains($0) && !$0.isHidden }
            && Self.numbers(in: found) == Self.numbers(in: today)
    }

    /// Runs of digits, with what groups or divides them, and every other numeral; sorted, as words may come in another order.
    static func numbers(in text: String) -> [String] {
        var numbers: [String] = []
        var number = String.UnicodeScalarView()
        func end() {
            while let last = number.last, !("0"..."9").contains(last) { number.removeLast() }
            if !number.isEmpty { numbers.append(String(number)) }
            number = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            if ("0"..."9").contains(scalar) || !number.isEmpty && [".", ",", "-", "/", ":"].contains(scalar) {
                number.append(scalar)
                continue
            }
            end()
            switch scalar.properties.generalCategory {
            case .decimalNumber, .letterNumber, .otherNumber: numbers.append(String(scalar))
            default: if scalar == "−" || scalar == "%" { numbers.append(String(scalar)) }
            }
        }
        end()
        return numbers.sorted()
    }
}
