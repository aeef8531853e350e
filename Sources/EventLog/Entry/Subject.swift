public import CanonicalJSON

/// What an entry concerns, as `kind:id`, such as `member:M7`. Two are the same where their bytes are.
public struct Subject: Hashable, Comparable, Sendable, CustomStringConvertible, StringField {
    public let description: String

    public init(kind: String, id: String) { description = kind + ":" + id }

    /// Nil unless there is a kind, a colon and an id.
    public init?(_ text: String) {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon != text.startIndex,
            text.utf8.index(after: colon) != text.endIndex
        else { return nil }
        description = text
    }

    public var kind: Substring { Substring(description.utf8.prefix { $0 != UInt8(ascii: ":") }) }
    public var id: Substring { Substring(description.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst()) }

    public static func == (left: Subject, right: Subject) -> Bool {
        left.description.hasSameBytes(as: right.description)
    }

    public func hash(into hasher: inout Hasher) {
        var text = description
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// Sorted by bytes, as SQLite sorts text.
    public static func < (left: Subject, right: Subject) -> Bool {
        left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
    }

    public static var expectation: Expectation { .subject }

    public func write(to writer: inout CanonicalWriter) { writer.string(description) }
}
