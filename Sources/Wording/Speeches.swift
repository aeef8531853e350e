public import Domain

/// Speeches, as people read them.
extension Phrase {
    public static func speechForm(_ form: SpeechGiven.Form) -> Phrase {
        switch form {
        case .oral: Phrase(zh: "口头", en: "oral")
        case .written: Phrase(zh: "书面", en: "written")
        }
    }
}

extension ColumnTitle {
    public static let speakers = Phrase(zh: "发言人", en: "speakers")
    public static let speechForm = Phrase(zh: "形式", en: "form")
    public static let speech = Phrase(zh: "发言", en: "speech")
}
