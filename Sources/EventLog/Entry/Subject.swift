public import CanonicalJSON

/// What an entry concerns, as `kind:id`, such as `member:M7`.
public struct Subject: Hashable, Comparable, Sendable, CustomStringConvertible, CanonicalField {
    public let description: String

    public init(kind: String, id: String) { description = kind + ":" + id }

    /// Nil unless there is a kind, a colon and an id.
    public init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex,
            text.index(after: colon) != text.endIndex
        else { return nil }
        description = text
    }

    public var kind: Substring { description.prefix { $0 != ":" } }
    public var id: Substring { description.drop { $0 != ":" }.dropFirst() }

    /// Sorted by bytes, as SQLite sorts text.
    public static func < (left: Subject, right: Subject) -> Bool {
        left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
    }

    public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> Subject {
        let start = reader.offset
        guard let subject = Subject(try String.read(from: &reader, field: field)) else {
            throw reader.invalid(field, expected: "a subject kind:id", at: start)
        }
        return subject
    }

    public func write(to writer: inout CanonicalWriter) { writer.string(description) }
}
