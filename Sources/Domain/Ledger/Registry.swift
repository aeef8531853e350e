/// Values of one kind by their ids, in the order in which they came up.
public struct Registry<ID: Hashable & Sendable, Value: Sendable>: Sendable {
    private var index = OrdinalIndex<ID>()
    public internal(set) var values = ChunkedArray<Value>()

    public var count: Int { values.count }

    /// Facts often come in a row for one subject: the one that the last came for is looked at first.
    private var last: (id: ID, index: Int32)?

    public subscript(id: ID) -> Value? { index[id].map { values[$0] } }

    public func index(of id: ID) -> Int? { index[id] }

    /// The index of `id` for a fact that is recorded; nil where it is new.
    mutating func indexForRecording(_ id: ID) -> Int? {
        if let last, last.id == id { return Int(last.index) }
        guard let index = index[id] else { return nil }
        last = (id, Int32(index))
        return index
    }

    /// The same; a new `id` is added with `value`.
    mutating func indexForRecording(_ id: ID, adding value: @autoclosure () -> Value) -> Int {
        if let index = indexForRecording(id) { return index }
        values.append(value())
        return index.append(id)
    }
}

extension Registry {
    /// The id that the book gives next. Numbers are in the order of recording, after as many as there are; one that is
    /// taken is passed over.
    func nextID<Kind: IdentifierKind>() -> ID where ID == Identifier<Kind> {
        for number in (count + 1)... {
            guard let id = Identifier<Kind>("\(Kind.prefix)\(number)") else { break }
            if self[id] == nil { return id }
        }
        preconditionFailure("a prefix and a number are an id")
    }
}
