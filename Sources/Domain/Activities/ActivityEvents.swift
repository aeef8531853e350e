public import CanonicalJSON
internal import EventLog

public enum ActivityKind: IdentifierKind {
    public static let name: StaticString = "activity"
    public static let prefix: StaticString = "A"
}

public typealias ActivityID = Identifier<ActivityKind>

extension ActivityEvent: ConceptEvent {
    typealias Owner = Activity
}

extension ActivityScheduled: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { activity = state.activities.nextID() }
}

/// A word of an open list, such as the kind of an activity: lower-case letters, digits and hyphens; or a word of the body's own,
/// in Chinese characters, letters and digits.
public struct OpenWord: Hashable, Comparable, Sendable, CustomStringConvertible, StringField {
    public let description: String

    public init?(_ text: String) {
        guard Self.isCode(text) || Self.isOwn(text) else { return nil }
        description = text
    }

    /// Whether it is in Chinese characters, and shown as it is.
    public var isOwn: Bool { description.utf8.contains { $0 >= 0x80 } }

    private static func isCode(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 64 else { return false }
        return text.utf8.allSatisfy { isLetter($0) || $0 &- UInt8(ascii: "0") < 10 || $0 == UInt8(ascii: "-") }
    }

    private static func isOwn(_ text: String) -> Bool {
        let characters = text.unicodeScalars
        guard characters.count <= 20, characters.contains(where: isChinese) else { return false }
        return characters.allSatisfy { isChinese($0) || ($0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)) }
    }

    /// A character of the unified ideographs, or 〇.
    private static func isChinese(_ character: Unicode.Scalar) -> Bool {
        switch character.value {
        case 0x3007, 0x3400...0x9FFF, 0x2_0000...0x3_23AF: true
        default: false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

    public static func < (left: OpenWord, right: OpenWord) -> Bool { left.description < right.description }

    public static var expectation: Expectation { .openWord }

    public func write(to writer: inout CanonicalWriter) { writer.string(description) }
}

extension OpenWord {
    /// Kinds of activity that have a name in every language of the program. The list is open: a body may use others.
    public static let activityKinds = words(
        "study", "training", "meeting", "plenary", "inspection", "research", "oversight", "consultation", "briefing", "reception",
        "visit", "reading", "charity", "performance", "forum", "survey", "observation", "contest", "exchange", "culture", "duty",
        "economic-exchange", "presidium", "congress", "appraisal", "election")

    /// The same of levels.
    public static let activityLevels = words("nation", "province", "city", "district", "county", "street", "township")

    private static func words(_ words: String...) -> Set<OpenWord> { Set(words.compactMap { OpenWord($0) }) }
}
