public import CanonicalJSON
public import EventLog

/// The payload of one event type, as it is recorded now. The names of types and fields *are* the storage format: a
/// published version never changes. A new version takes the payload over, and the old one stays as a `PastPayload`.
public protocol Payload: Sendable, Equatable {
    /// Such as `member.joined`.
    static var type: StaticString { get }
    /// The version of the type's schema, from 1.
    static var version: Int64 { get }
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
    public static var version: Int64 { 1 }
    public static var isPersonal: Bool { false }
    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {}
}

/// A version of a payload that is not recorded any more. It can always be read, as what the current version would say.
///
/// A text that was in the open then is read as plain: nothing seals it where it is.
protocol PastPayload: SendableMetatype {
    associatedtype Current: Payload
    static var version: Int64 { get }
    /// Reads the fields that this version had, in canonical order.
    static func read(from object: inout ObjectReader) throws(JSONError) -> Current
}

/// One version of one event type as the catalogue knows it.
public final class EventKind: Sendable {
    public let type: StaticString
    public let version: Int64
    /// Whether it is the version that commands record; the others are only read.
    public let isCurrent: Bool
    /// Whether its payload has personal texts.
    public let isPersonal: Bool
    /// The payload it is read as.
    let payload: ObjectIdentifier
    let decode: @Sendable (inout ObjectReader) throws(JSONError) -> Event
    /// The event of a payload; nil for a payload of another type.
    let event: @Sendable (any Payload) -> Event?

    init<P: Payload>(_ payload: P.Type, _ event: @escaping @Sendable (P) -> Event) {
        type = P.type
        version = P.version
        isCurrent = true
        isPersonal = P.isPersonal
        self.payload = ObjectIdentifier(payload)
        decode = { (object: inout ObjectReader) throws(JSONError) -> Event in event(try P(from: &object)) }
        self.event = { ($0 as? P).map(event) }
    }

    init<Past: PastPayload>(past: Past.Type, _ event: @escaping @Sendable (Past.Current) -> Event) {
        type = Past.Current.type
        version = Past.version
        isCurrent = false
        isPersonal = Past.Current.isPersonal
        payload = ObjectIdentifier(Past.Current.self)
        decode = { (object: inout ObjectReader) throws(JSONError) -> Event in event(try Past.read(from: &object)) }
        self.event = { ($0 as? Past.Current).map(event) }
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
