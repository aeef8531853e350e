public import Domain
internal import EventLog

/// A personal text as somebody may read it.
public enum PersonalReading: Hashable, Sendable {
    case text(String)
    /// The person was erased: nobody reads it any more.
    case erased
    /// It is kept, and used for nothing.
    case restricted
    /// The key is not at hand, or the reading could not be put on record.
    case unreadable
}

/// Opens personal texts for one purpose, and remembers whose: see `Book.reading`.
public final class PersonalReader {
    private let sealing: Sealing?
    /// What is read in: perhaps the book as it was known earlier.
    private let state: State
    /// What may be read is decided by all that is known now.
    private let permissions: State
    private(set) var subjects: Set<Subject> = []

    init(_ sealing: Sealing?, in state: State, permissions: State) {
        self.sealing = sealing
        self.state = state
        self.permissions = permissions
    }

    /// A member's name.
    public func name(of member: MemberID) throws -> PersonalReading {
        guard let name = state.members[member]?.name else { return .unreadable }
        return try read(name, PersonalField(owner: member.subject, name: "name"))
    }

    /// A member's birthday, `MM-DD`.
    public func birthday(of member: MemberID) throws -> PersonalReading {
        guard let birthday = state.members[member]?.birthday else { return .unreadable }
        return try read(birthday, PersonalField(owner: member.subject, name: "birthday"))
    }

    /// Where somebody was visited; nil where no address was recorded.
    public func place(of visit: VisitMade) throws -> PersonalReading? {
        try visit.place.map { try read($0, PersonalField(owner: visit.visit.subject, name: "place")) }
    }

    /// An event with its personal texts opened where they may be read; the others stay sealed.
    public func opened(_ event: Event) throws -> Event {
        guard event.isPersonal else { return event }
        return try event.mappingPersonalTexts { text, field in
            if case .text(let plain) = try read(text, field) { text = .plain(plain) }
        }
    }

    func read(_ text: PersonalText, _ field: PersonalField) throws -> PersonalReading {
        switch permissions.use(ofDataOf: field.owner) {
        case .erased: return .erased
        case .restricted: return .restricted
        case .allowed: break
        }
        // What an older version left in the open is no secret that a reading would give away.
        if let plain = text.plain { return .text(plain) }
        guard let plain = try sealing?.open(text, field) else { return .unreadable }
        subjects.insert(field.owner)
        return .text(plain)
    }
}

/// Who reads, and what for: what the log of readings says.
public struct ReadingPurpose: Sendable {
    /// The account or device.
    public var by: String
    /// Such as `report annual`.
    public var purpose: String

    public init(by: String, purpose: String) {
        self.by = by
        self.purpose = purpose
    }
}

extension Book {
    /// Lets `body` read personal texts. Whose it opened is put on record before anything it returns can be shown.
    ///
    /// Where the record cannot be written, as on a read-only medium, everything stays sealed.
    public func reading<Value>(
        for purpose: ReadingPurpose, in state: State, _ body: (PersonalReader) throws -> Value
    ) throws -> Value {
        let sealing = try readings.canRecord() ? self.sealing(state) : nil
        let permissions = try state.position < lastPosition() ? self.state() : state
        let reader = PersonalReader(sealing, in: state, permissions: permissions)
        let value = try body(reader)
        if !reader.subjects.isEmpty { try readings.record(reader.subjects, purpose, at: clock()) }
        return value
    }
}
