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

/// A word of an open list, such as the kind of an activity: lower-case letters and hyphens.
public struct OpenWord: Hashable, Comparable, Sendable, CustomStringConvertible, StringField {
    public let description: String

    public init?(_ text: String) {
        guard let first = text.utf8.first, Self.isLetter(first), text.utf8.count <= 64,
            text.utf8.allSatisfy({ Self.isLetter($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        description = text
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

    public static func < (left: OpenWord, right: OpenWord) -> Bool { left.description < right.description }

    public static var expectation: Expectation { .openWord }

    public func write(to writer: inout CanonicalWriter) { writer.string(description) }
}
