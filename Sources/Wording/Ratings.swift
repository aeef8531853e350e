public import Domain

extension Phrase {
    public static func rating(_ rating: ProposalRated.Rating) -> Phrase {
        switch rating {
        case .satisfied: Phrase(zh: "满意", en: "satisfied")
        case .basicallySatisfied: Phrase(zh: "基本满意", en: "basically satisfied")
        case .notSatisfied: Phrase(zh: "不满意", en: "not satisfied")
        }
    }
}
