/// An event that is not in the log yet: everything an entry says but its position and the time of recording.
public struct NewEvent: Sendable {
    /// Such as `attendance.checked-in`.
    public var type: String
    /// Version of the type's schema, from 1.
    public var version: Int64
    public var occurred: Occurrence
    /// The account or device that records it.
    public var by: String
    public var command: CommandID
    /// Sorted and without repetition.
    public var about: [Subject]
    /// The event that led to it.
    public var cause: Position?
    /// Why; every correction has one.
    public var reason: String?

    public init(
        type: String, version: Int64, occurred: Occurrence, by: String, command: CommandID, about: [Subject],
        cause: Position? = nil, reason: String? = nil
    ) {
        self.type = type
        self.version = version
        self.occurred = occurred
        self.by = by
        self.command = command
        self.about = about
        self.cause = cause
        self.reason = reason
    }
}
