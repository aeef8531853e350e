public import CanonicalJSON
public import EventLog

/// A text about a person. It is plain only on its way into the book; in entries and in state it is sealed, so that
/// destroying the person's key makes every copy unreadable.
public enum PersonalText: Equatable, Sendable {
    case plain(String)
    case sealed(SealedText)
}

/// An encrypted text and the entry it was sealed for, whose identity is authenticated with it.
public struct SealedText: Equatable, Sendable {
    /// Nonce, ciphertext and tag (AES-256-GCM), base64.
    public var box: String
    /// The entry it was sealed in; nil inside that very entry, where it goes without saying.
    public var entry: Position?

    public init(box: String, entry: Position?) {
        self.box = box
        self.entry = entry
    }
}

extension PersonalText: CanonicalField {
    /// A string in a command, `{"entry":…,"sealed":"…"}` in an entry.
    public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> PersonalText {
        guard reader.peek() == UInt8(ascii: "{") else {
            return .plain(try Text.read(from: &reader, field: field).value)
        }
        var object = try ObjectReader(reader)
        let text = try sealed(from: &object)
        reader = object.reader
        return text
    }

    public static func read(from value: JSONValue, field: StaticString) throws(JSONError) -> PersonalText {
        guard case .object(let object) = value else { return .plain(try Text.read(from: value, field: field).value) }
        var reader = ParsedObjectReader(object)
        return try sealed(from: &reader)
    }

    private static func sealed(from object: inout some FieldReader & ~Copyable) throws(JSONError) -> PersonalText {
        let entry: Position? = try object.optional("entry")
        let box: String = try object.required("sealed")
        try object.end()
        return .sealed(SealedText(box: box, entry: entry))
    }

    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .plain(let text): writer.string(text)
        case .sealed(let sealed):
            writer.beginObject()
            writer.field("entry", sealed.entry)
            writer.field("sealed", sealed.box)
            writer.endObject()
        }
    }
}

extension FieldReader where Self: ~Copyable {
    /// A text that may be longer than others, as minutes are; sealed, it still fits in an entry.
    mutating func longPersonalText(_ key: StaticString) throws(JSONError) -> PersonalText {
        try required(key, as: LongPersonalText.self).text
    }
}

/// A personal text with a limit of its own.
private struct LongPersonalText: CanonicalField {
    /// With four bytes to each, sealed and in base64, they take 64,038 bytes of an entry's 65,535.
    private static let characterMax = 12_000

    let text: PersonalText

    static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> LongPersonalText {
        let start = reader.offset
        guard reader.peek() != UInt8(ascii: "{") else {
            return LongPersonalText(text: try PersonalText.read(from: &reader, field: field))
        }
        return try LongPersonalText(plain: String.read(from: &reader, field: field), field, at: start)
    }

    static func read(from value: JSONValue, field: StaticString) throws(JSONError) -> LongPersonalText {
        if case .object = value { return LongPersonalText(text: try PersonalText.read(from: value, field: field)) }
        return try LongPersonalText(plain: String.read(from: value, field: field), field, at: 0)
    }

    private init(text: PersonalText) { self.text = text }

    private init(plain: String, _ field: StaticString, at start: Int) throws(JSONError) {
        if let expected = PlainText.expectation(of: plain, characterMax: Self.characterMax) {
            throw .invalid(field, expected: expected, at: start)
        }
        text = .plain(plain)
    }

    func write(to writer: inout CanonicalWriter) { text.write(to: &writer) }
}

extension PersonalText {
    /// What it says where that is in the open: on its way into the book, and always where an older version left it so.
    public var plain: String? {
        if case .plain(let text) = self { text } else { nil }
    }
}

/// Where a personal text belongs: whose key seals it, and in which field it stands.
public struct PersonalField: Sendable {
    public let owner: Subject
    public let name: StaticString

    public init(owner: Subject, name: StaticString) {
        self.owner = owner
        self.name = name
    }
}
