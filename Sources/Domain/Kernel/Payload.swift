public import CanonicalJSON
public import EventLog

/// The payload of one event type. The names of types and fields *are* the storage format: a published version never
/// changes, a new version is a new type that reads the old one.
public protocol Payload: Sendable, Equatable {
    /// Such as `member.joined`.
    static var type: StaticString { get }
    /// Reads the fields in canonical order.
    init(from object: inout ObjectReader) throws(JSONError)
    /// Writes the fields in canonical order.
    func write(to writer: inout CanonicalWriter)
    /// The subjects it concerns, in any order; the first is the one whose history it belongs to.
    var about: [Subject] { get }
    /// Whether it has personal texts at all; most have none, and are spared the walk.
    static var isPersonal: Bool { get }
    /// Hands every personal text over to be sealed or opened.
    mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows
}

extension Payload {
    public static var isPersonal: Bool { false }
    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {}
}

/// One event type as the catalogue knows it.
public final class EventKind: Sendable {
    public let type: StaticString
    public let version: Int64
    /// Whether its payload has personal texts.
    public let isPersonal: Bool
    let decode: @Sendable (inout ObjectReader) throws(JSONError) -> Event

    init<P: Payload>(_ payload: P.Type, _ event: @escaping @Sendable (P) -> Event) {
        type = P.type
        version = 1
        isPersonal = P.isPersonal
        decode = { (object: inout ObjectReader) throws(JSONError) -> Event in event(try P(from: &object)) }
    }
}

/// An event as it stands in the log: where, when it happened, and what.
public struct Recorded<Fact: Sendable>: Sendable {
    public let position: Position
    public let occurred: Occurrence
    public let fact: Fact

    public init(position: Position, occurred: Occurrence, fact: Fact) {
        self.position = position
        self.occurred = occurred
        self.fact = fact
    }
}
