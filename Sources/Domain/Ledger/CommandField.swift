/// One field of a command: what forms and help ask of it. Its titles are in the catalogue of texts.
public struct CommandField: Sendable, Equatable {
    /// What is written in the field.
    public indirect enum Form: Sendable, Equatable {
        /// An id of this kind, such as `member`.
        case id(String)
        /// A kind and an id, such as `member:M7`.
        case subject
        case uuid
        case text(characterMax: Int)
        /// A text that is sealed when it is recorded.
        case personalText
        /// MM-DD, sealed when it is recorded.
        case personalMonthDay
        /// One of these words.
        case words([String])
        /// A word of an open list.
        case openWord
        case date
        /// A time, a day or an interval, or words for one.
        case occurrence
        case integer(ClosedRange<Int64>)
        /// A whole number from 1 on.
        case count
        /// In fen.
        case money
        /// In hundredths of a point.
        case points
        /// The position of an entry.
        case position
        case flag
        case list(Form, canBeEmpty: Bool = true)
        case object([CommandField])
        /// The changed fields of a fact that is corrected.
        case changes
    }

    public let name: String
    public let form: Form
    public let isRequired: Bool

    /// Whether a text may have several lines.
    public var keepsLines: Bool { CommandTexts.inLines.contains(name) }

    init(_ name: String, _ form: Form, isRequired: Bool = false) {
        self.name = name
        self.form = form
        self.isRequired = isRequired
    }
}
