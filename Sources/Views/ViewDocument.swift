internal import Bookkeeping
package import Domain
internal import EventLog
package import Rendering
internal import Wording

extension Cell {
    static func name(_ reading: PersonalReading?) -> Cell { .text(.name(reading ?? .unreadable)) }
    static func id(_ id: (some CustomStringConvertible)?) -> Cell { id.map { .code($0.description, .plain($0)) } ?? .empty }
    static func number(_ count: Int64?) -> Cell { count.map { .number($0) } ?? .empty }
    package static func texts(_ texts: some Sequence<String>) -> Cell { .list(texts.map { .plain($0) }) }

    static func code(_ code: some RawRepresentable<String>, _ phrase: Phrase) -> Cell { .code(code.rawValue, phrase) }
}

extension BallotOutcome.Appraised? {
    /// The satisfied as a part of the papers that express a grade, and of those returned; empty where nothing was counted.
    package var rates: [Cell] {
        guard let self else { return [.empty, .empty] }
        return [.rate(self.satisfied, of: self.expressed), .rate(self.satisfied, of: self.returned)]
    }
}

extension Document {
    /// A list without a title.
    init(_ table: Table) { self.init([.table(table)]) }

    /// Blocks without a title.
    init(_ blocks: [Block]) { self.init(sections: [Section(blocks)]) }

    /// Sections without a title over them.
    init(sections: [Section]) { self.init(title: .plain(""), subtitle: .plain(""), sections: sections) }
}

extension Document.Section {
    /// Blocks without a title.
    init(_ blocks: [Document.Block]) { self.init(title: .plain(""), blocks: blocks) }
}
