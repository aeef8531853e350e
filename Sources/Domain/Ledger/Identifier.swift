public import CanonicalJSON
public import EventLog

/// What a kind of identifier is called: in subjects (`member:M7`), in commands, and in front of numbers the book gives.
public protocol IdentifierKind: Sendable {
    static var name: StaticString { get }
    static var prefix: StaticString { get }
}

/// An id that a person or the book gave: 1–64 letters, digits, `.`, `_`, `-`, beginning with a letter or digit.
public struct Identifier<Kind: IdentifierKind>: SubjectID, Comparable, CustomStringConvertible, StringField {
    public let description: String

    public init?(_ text: String) {
        guard Self.isValid(text) else { return nil }
        description = text
    }

    /// Nil for a subject of another kind.
    public init?(_ subject: Subject) {
        guard subject.kind == Kind.name.description[...] else { return nil }
        self.init(String(subject.id))
    }

    private static func isValid(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let first = bytes.first, bytes.count <= 64, isAlphanumeric(first) else { return false }
            for byte in bytes
            where !isAlphanumeric(byte) && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_")
                && byte != UInt8(ascii: ".")
            { return false }
            return true
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
    }

    public static var kind: String { Kind.name.description }

    public var subject: Subject { Subject(kind: Kind.name.description, id: description) }

    /// M2 before M10: numbers are compared as numbers.
    public static func < (left: Self, right: Self) -> Bool {
        let (leftStem, leftNumber) = left.parts
        let (rightStem, rightNumber) = right.parts
        return (leftStem, leftNumber, left.description) < (rightStem, rightNumber, right.description)
    }

    private var parts: (stem: Substring, number: Int) {
        let digits = description.reversed().prefix { $0.isASCII && $0.isNumber }.count
        return (description.dropLast(digits), Int(description.suffix(digits)) ?? -1)
    }

    public static var expectation: Expectation { .id }

    public func write(to writer: inout CanonicalWriter) { writer.string(description) }
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

/// Values of one kind by their ids, in the order in which they came up.
public struct Registry<ID: Hashable & Sendable, Value: Sendable>: Sendable {
    private var indices: [ID: Int32] = [:]
    public internal(set) var values = ChunkedArray<Value>()

    public var count: Int { values.count }

    /// Facts often come in a row for one subject: the one that the last came for is looked at first.
    private var last: (id: ID, index: Int32)?

    public subscript(id: ID) -> Value? { indices[id].map { values[Int($0)] } }

    public func index(of id: ID) -> Int? { indices[id].map(Int.init) }

    /// The index of `id` for a fact that is recorded; nil where it is new.
    mutating func indexForRecording(_ id: ID) -> Int? {
        if let last, last.id == id { return Int(last.index) }
        guard let index = indices[id] else { return nil }
        last = (id, index)
        return Int(index)
    }

    /// The same; a new `id` is added with `value`.
    mutating func indexForRecording(_ id: ID, adding value: @autoclosure () -> Value) -> Int {
        if let index = indexForRecording(id) { return index }
        indices[id] = Int32(values.count)
        values.append(value())
        return values.count - 1
    }
}
