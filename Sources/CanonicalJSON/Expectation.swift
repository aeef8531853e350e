/// What a value should have been: a key and its arguments, never words. The catalogue of texts (`Wording`) has the words of
/// each key in every language; a module adds the expectations of its own values in an extension.
public struct Expectation: Equatable, Sendable {
    /// Such as `one-of`.
    public let key: String
    /// Numbers and the words of the format, in the order in which the text has them.
    public let arguments: [String]

    public init(_ key: StaticString, _ arguments: [String] = []) {
        self.key = key.description
        self.arguments = arguments
    }
}

/// The types of JSON.
extension Expectation {
    public static let string = Expectation("string")
    public static let integer = Expectation("integer")
    public static let boolean = Expectation("boolean")
    public static let array = Expectation("array")
    public static let object = Expectation("object")
}
