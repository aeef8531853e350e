public import Domain
public import EventLog
internal import Synchronization

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
    private let isWithholding: Bool
    private(set) var subjects: Set<Subject> = []
    /// Whether something was sealed that would have been read if its reading could be put on record.
    private(set) var hasWithheld = false

    init(_ sealing: Sealing?, in state: State, permissions: State, isWithholding: Bool = false) {
        self.sealing = sealing
        self.isWithholding = isWithholding
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

    /// The text of a version of minutes.
    public func text(of minutes: MinutesDrafted) throws -> PersonalReading {
        try read(minutes.text, PersonalField(owner: minutes.minutes.subject, name: "text"))
    }

    /// What a member says is wrong.
    public func why(of appeal: AppealFiled) throws -> PersonalReading {
        try read(appeal.why, PersonalField(owner: appeal.member.subject, name: "why"))
    }

    /// What an attachment is called; in the open where it is not one person's.
    public func name(of attachment: AttachmentAdded) throws -> PersonalReading {
        guard let owner = attachment.owner else { return attachment.name.plain.map { .text($0) } ?? .unreadable }
        return try read(attachment.name, PersonalField(owner: owner, name: "attachment"))
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
        guard let sealing else { return .unreadable }
        guard !isWithholding else {
            hasWithheld = true
            return .unreadable
        }
        guard let plain = try sealing.open(text, field) else { return .unreadable }
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
    /// Where the record cannot be written, as on a read-only medium, on a full disk or while another program has the log of
    /// readings, everything stays sealed, and `namesWithheld` says why: then `body` may run a second time.
    public func reading<Value>(
        for purpose: ReadingPurpose, in state: State, _ body: (PersonalReader) throws -> Value
    ) throws -> Value {
        let sealing = try self.sealing(state)
        let permissions = try state.position < lastPosition() ? self.state() : state
        var fault = try readings.writingFault()
        if fault == nil {
            let reader = PersonalReader(sealing, in: state, permissions: permissions)
            let value = try body(reader)
            guard !reader.subjects.isEmpty else { return value }
            fault = try ReadingLog.faultOfWriting { try readings.record(reader.subjects, purpose, at: clock()) }
            if fault == nil { return value }
        }
        let reader = PersonalReader(sealing, in: state, permissions: permissions, isWithholding: true)
        let value = try body(reader)
        if reader.hasWithheld { readings.withheldBecause.withLock { $0 = fault } }
        return value
    }

    /// Why names and the like were withheld, the last time since the book was opened; nil where none were.
    public var namesWithheld: LogError? { readings.withheldBecause.withLock { $0 } }
}
