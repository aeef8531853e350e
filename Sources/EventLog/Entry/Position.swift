public import CanonicalJSON

/// Where an entry stands in its log: 1, 2, 3 … without gaps. Entry n is leaf n−1 of the tree.
public struct Position: Hashable, Comparable, Sendable, CustomStringConvertible, CanonicalField {
    public let value: Int64

    /// The position before the first entry: nothing is known yet.
    public static let start = Position(0)

    public init(_ value: Int64) { self.value = value }

    public var next: Position { Position(value + 1) }
    public var description: String { String(value) }

    public static func < (left: Position, right: Position) -> Bool { left.value < right.value }

    public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> Position {
        let start = reader.offset
        let value = try Int64.read(from: &reader, field: field)
        guard value >= 1 else { throw .invalid(field, expected: .position, at: start) }
        return Position(value)
    }

    public static func read(from value: JSONValue, field: StaticString) throws(JSONError) -> Position {
        let value = try Int64.read(from: value, field: field)
        guard value >= 1 else { throw .invalid(field, expected: .position) }
        return Position(value)
    }

    public func write(to writer: inout CanonicalWriter) { writer.integer(value) }
}
