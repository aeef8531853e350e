/// A language people can choose.
public enum Language: String, CaseIterable, Sendable {
    case chinese = "zh"
    case english = "en"
}

/// One text in every language: whoever adds a text cannot leave a language out, and its arguments are typed.
///
/// The catalogue is the extensions of this type, by topic.
public struct Phrase: Equatable, Sendable {
    public let zh: String
    public let en: String

    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// The same done to the text in each language.
    public func map(_ transform: (String) -> String) -> Phrase { Phrase(zh: transform(zh), en: transform(en)) }

    public subscript(language: Language) -> String {
        switch language {
        case .chinese: zh
        case .english: en
        }
    }
}
