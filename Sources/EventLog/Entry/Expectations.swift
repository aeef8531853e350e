package import CanonicalJSON

/// What the values of an entry's header should be.
extension Expectation {
    /// An id of a command.
    package static let uuid = Expectation("uuid")
    /// When an entry was recorded.
    static let utcTime = Expectation("utc-time")
    package static let date = Expectation("date")
    /// A day, a time or an interval of them.
    static let occurrence = Expectation("occurrence")
    /// A date in words, with the days that it covers.
    static let intervalWithWords = Expectation("interval-with-words")
    package static let position = Expectation("position")
    static let subject = Expectation("subject")
}
