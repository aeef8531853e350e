public import CanonicalJSON

/// The limits of the fixed entry format.
public enum EntryFormat {
    /// An entry is at most this long; longer matter is an attachment.
    public static let byteLimit = 65_535
    /// The version of the entry format.
    public static let version: Int64 = 1
}

extension NewEvent {
    /// Writes the entry: the one place that knows an entry's members and their order.
    ///
    /// - Parameter data: writes the payload, one canonical object.
    package func write(
        position: Position, recorded: Timestamp, to writer: inout CanonicalWriter,
        data: (inout CanonicalWriter) -> Void
    ) {
        writer.beginObject()
        writer.field("about", about)
        writer.field("by", by)
        writer.field("cause", cause)
        writer.field("command", command)
        writer.key("data")
        data(&writer)
        writer.field("occurred", occurred)
        writer.field("position", position)
        writer.field("reason", reason)
        writer.key("recorded")
        writer.plainString(recorded.append)
        writer.field("type", type)
        writer.field("v", version)
        writer.endObject()
    }
}

/// An entry read where it lies, without copying: valid only while the bytes are.
///
/// Replay needs few of the members, so the others are only bounded here and read on request.
public struct EntryView {
    public let bytes: UnsafeRawBufferPointer
    public let position: Position
    public let recorded: Timestamp
    public let occurred: Occurrence
    public let version: Int64
    /// The payload's bytes, one canonical object.
    public let data: UnsafeRawBufferPointer
    /// The type's name, unescaped ASCII.
    public let type: UnsafeRawBufferPointer

    private let aboutRange: Range<Int>
    private let byRange: Range<Int>
    private let commandRange: Range<Int>
    private let reasonRange: Range<Int>?
    public let cause: Position?

    public init(_ bytes: UnsafeRawBufferPointer) throws(JSONError) {
        self.bytes = bytes
        var object = try ObjectReader(CanonicalReader(bytes))
        aboutRange = try object.raw("about")
        byRange = try object.raw("by")
        cause = try object.optional("cause")
        commandRange = try object.raw("command")
        let dataRange = try object.raw("data")
        occurred = try object.required("occurred")
        position = try object.required("position")
        reasonRange = try object.rawIfPresent("reason")
        let recordedRange = try object.raw("recorded")
        let typeRange = try object.raw("type")
        version = try object.required("v")
        try object.end()
        guard object.reader.isAtEnd else { throw JSONError(.trailingContent, offset: object.reader.offset) }
        data = UnsafeRawBufferPointer(rebasing: bytes[dataRange])
        type = UnsafeRawBufferPointer(rebasing: bytes[typeRange].dropFirst().dropLast())
        let quoted = UnsafeRawBufferPointer(rebasing: bytes[recordedRange].dropFirst().dropLast())
        guard let recorded = Timestamp(ascii: quoted) else {
            throw JSONError(
                .invalidValue(field: "recorded", expected: .utcTime),
                offset: recordedRange.lowerBound)
        }
        self.recorded = recorded
    }

    public func about() throws(JSONError) -> [Subject] { try read(aboutRange, "about") }
    public func by() throws(JSONError) -> String { try read(byRange, "by") }
    public func command() throws(JSONError) -> CommandID { try read(commandRange, "command") }

    public func reason() throws(JSONError) -> String? {
        guard let reasonRange else { return nil }
        return try read(reasonRange, "reason")
    }

    private func read<Value: CanonicalField>(
        _ range: Range<Int>, _ field: StaticString
    ) throws(JSONError) -> Value {
        var reader = CanonicalReader(UnsafeRawBufferPointer(rebasing: bytes[range]))
        return try Value.read(from: &reader, field: field)
    }

    /// A copy that outlives the bytes.
    public func recordedEvent() throws(JSONError) -> RecordedEvent {
        RecordedEvent(
            position: position, recorded: recorded,
            event: NewEvent(
                type: String(decoding: type, as: UTF8.self), version: version, occurred: occurred, by: try by(),
                command: try command(), about: try about(), cause: cause, reason: try reason()),
            data: Array(data), bytes: Array(bytes))
    }
}

/// An event that is in the log.
public struct RecordedEvent: Sendable {
    public let position: Position
    public let recorded: Timestamp
    public let event: NewEvent
    /// The payload, canonical JSON.
    public let data: [UInt8]
    /// The whole entry, exactly as stored and hashed.
    public let bytes: [UInt8]
}
