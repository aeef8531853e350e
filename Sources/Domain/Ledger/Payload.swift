public import CanonicalJSON
public import EventLog

/// The payload of one event type, as it is recorded now. Payloads are made from their schemas by
/// `Tools/generate_events.py`; what a schema cannot say is in the concept's file.
///
/// The names of types and fields *are* the storage format: a published version never changes. A new version takes the
/// payload over, and the old one stays as a `PastPayload`.
public protocol Payload: Sendable, Equatable {
    /// Such as `member.joined`.
    static var type: StaticString { get }
    /// The version of the type's schema, from 1.
    static var version: Int64 { get }
    /// Reads the fields in canonical order.
    init(from object: inout ObjectReader) throws(JSONError)
    /// Reads the fields of a command, which was parsed, in canonical order.
    init(from object: inout ParsedObjectReader) throws(JSONError)
    /// Writes the fields in canonical order.
    func write(to writer: inout CanonicalWriter)
    /// The subjects it concerns, in any order; the first is the one whose history it belongs to.
    var about: [Subject] { get }
    /// Whether it has personal texts at all; most have none, and are spared the walk.
    static var isPersonal: Bool { get }
    /// Hands every personal text over to be sealed or opened.
    mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows
    /// Whether it says of something else when that is, beside when it happened itself; most do not.
    static var hasOccurrences: Bool { get }
    /// Hands every occurrence in it over to be brought to another clock.
    mutating func forEachOccurrence(_ body: (inout Occurrence) -> Void)
    /// The fields that the command gives which records it; the personal texts are plain there.
    static var commandFields: [CommandField] { get }
}

extension Payload {
    public static var isPersonal: Bool { false }
    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {}
    public static var hasOccurrences: Bool { false }
    public mutating func forEachOccurrence(_ body: (inout Occurrence) -> Void) {}
}

/// A payload with an id or a number that the book gives where the command leaves it out.
protocol NumberedPayload: Payload {
    /// Takes the next one.
    ///
    /// - Parameter occurred: when it happens: case numbers are counted by the year.
    mutating func takeNumber(in state: State, occurred: Occurrence)
}

/// A version of a payload that is not recorded any more. It can always be read, as what the current version would say.
protocol PastPayload: SendableMetatype {
    associatedtype Current: Payload
    static var version: Int64 { get }
    /// Reads the fields that this version had, in canonical order.
    init(from object: inout ObjectReader) throws(JSONError)
    init(from object: inout ParsedObjectReader) throws(JSONError)
    /// What the current version says for it. A text that was in the open then is plain: nothing seals it where it is.
    var upcast: Current { get }
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
    /// Reads the fields of a command, which was parsed.
    let read: @Sendable (inout ParsedObjectReader) throws(JSONError) -> Event
    let fields: [CommandField]
    /// The event of a payload; nil for a payload of another type.
    let event: @Sendable (any Payload) -> Event?
    /// Reads an entry and takes it into the state, without an `Event` between them: entries come by the hundred thousand.
    let fold: @Sendable (EntryView, _ concept: UInt8, inout State) throws(ProjectionError) -> State.Place

    /// - Parameter content: what the concept makes of the payload.
    convenience init<P: Payload, Content: EventContent>(
        _ payload: P.Type, _ content: @escaping @Sendable (P) -> Content
    ) {
        self.init(
            version: P.version, isCurrent: true,
            { (object: inout ObjectReader) throws(JSONError) -> P in try P(from: &object) },
            { (object: inout ParsedObjectReader) throws(JSONError) -> P in try P(from: &object) }, content)
    }

    /// Of a concept that has one event.
    convenience init<P: Payload & EventContent>(_ payload: P.Type) { self.init(payload) { $0 } }

    convenience init<Past: PastPayload, Content: EventContent>(
        past: Past.Type, _ content: @escaping @Sendable (Past.Current) -> Content
    ) {
        self.init(
            version: Past.version, isCurrent: false,
            { (object: inout ObjectReader) throws(JSONError) -> Past.Current in try Past(from: &object).upcast },
            { (object: inout ParsedObjectReader) throws(JSONError) -> Past.Current in try Past(from: &object).upcast },
            content)
    }

    convenience init<Past: PastPayload>(past: Past.Type) where Past.Current: EventContent {
        self.init(past: past) { $0 }
    }

    private init<P: Payload, Content: EventContent>(
        version: Int64, isCurrent: Bool, _ read: @escaping @Sendable (inout ObjectReader) throws(JSONError) -> P,
        _ readParsed: @escaping @Sendable (inout ParsedObjectReader) throws(JSONError) -> P,
        _ content: @escaping @Sendable (P) -> Content
    ) {
        type = P.type
        self.version = version
        self.isCurrent = isCurrent
        isPersonal = P.isPersonal
        payload = ObjectIdentifier(P.self)
        decode = { (object: inout ObjectReader) throws(JSONError) -> Event in Event(content: content(try read(&object))) }
        self.read = { (object: inout ParsedObjectReader) throws(JSONError) -> Event in
            Event(content: content(try readParsed(&object)))
        }
        fields = P.commandFields
        event = { ($0 as? P).map { Event(content: content($0)) } }
        fold = { (entry: EntryView, concept: UInt8, state: inout State) throws(ProjectionError) -> State.Place in
            var payload: P
            do throws(JSONError) {
                var object = try ObjectReader(CanonicalReader(entry.data))
                payload = try read(&object)
                try object.end()
            } catch {
                throw ProjectionError(position: entry.position, fault: .unreadable(error))
            }
            if P.isPersonal { payload.nameSealingEntry(entry.position) }
            let clock = state.clock
            if P.hasOccurrences { payload.forEachOccurrence { $0 = clock.local($0) } }
            return try content(payload).record(
                at: entry.position, occurred: clock.local(entry.occurred), concept: concept, in: &state)
        }
    }
}

extension Payload {
    /// Sealed texts know the entry they were sealed in once they leave it.
    mutating func nameSealingEntry(_ entry: Position) {
        forEachPersonalText { text, _ in
            if case .sealed(let sealed) = text, sealed.entry == nil {
                text = .sealed(SealedText(box: sealed.box, entry: entry))
            }
        }
    }
}

/// A recorded fact: its position, when it happened, and what it is.
public struct Recorded<Fact: Sendable>: Sendable {
    public let position: Position
    public let occurred: Occurrence
    public let fact: Fact

    public init(position: Position, occurred: Occurrence, fact: Fact) {
        self.position = position
        self.occurred = occurred
        self.fact = fact
    }

    /// The same with one payload of the fact.
    func with<Payload>(_ payload: Payload) -> Recorded<Payload> {
        Recorded<Payload>(position: position, occurred: occurred, fact: payload)
    }
}
