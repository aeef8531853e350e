public import EventLog
public import Wording

// Tables of texts, as they were made before cells had types; goes when the last of them has moved.
extension Table {
    public init(_ columns: [Column]) { self.init("", columns) }
}

extension Table.Column {
    public init(_ zh: String, _ en: String, _ kind: Table.Kind = .text) { self.init(en, zh, en, kind) }
}

extension Table.Row {
    @_disfavoredOverload
    public init(_ cells: [Phrase], evidence: [Position] = [], isTotal: Bool = false) {
        self.init(cells.map { .text($0) }, evidence: evidence, isTotal: isTotal)
    }
}
