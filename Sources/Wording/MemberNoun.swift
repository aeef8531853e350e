/// What the members of a body are called: 代表 of a People's Congress, 委员 of any other.
public struct MemberNoun: Sendable {
    public let one: Phrase
    public let several: Phrase

    /// Of a body of which nothing more is known.
    public static let member = MemberNoun(body: "", kind: nil)

    /// - Parameters:
    ///   - body: what the book calls the body.
    ///   - kind: of body, as the book has it.
    public init(body: String, kind: String?) {
        let isCongress = [body, kind ?? ""].contains { $0.contains("人大") || $0.contains("人民代表") }
        one = isCongress ? Phrase(zh: "代表", en: "deputy") : Phrase(zh: "委员", en: "member")
        several = isCongress ? Phrase(zh: "代表", en: "deputies") : Phrase(zh: "委员", en: "members")
    }
}
