internal import Domain

extension Phrase {
    static func rejection(_ rejection: SuggestionRejection) -> Phrase {
        switch rejection {
        case .alreadyHandedOver(let id): Phrase(zh: "意见建议 \(id) 已经转办。", en: "Suggestion \(id) has already been handed over.")
        case .notHandedTo(let id, let unit):
            Phrase(
                zh: "意见建议 \(id) 没有转给“\(unit)”。请先登记转办，或核对单位。",
                en: "Suggestion \(id) was not handed to '\(unit)'. Record the hand-over first, or check the unit.")
        case .alreadyAnswered(let id): Phrase(zh: "意见建议 \(id) 已经答复。", en: "Suggestion \(id) has already been answered.")
        case .alreadyAdopted(let id, let level):
            Phrase(
                zh: "意见建议 \(id) 已记过\(adoptionLevel(level).zh)采用。",
                en: "Suggestion \(id) is already recorded as adopted by the \(adoptionLevel(level).en).")
        case .alreadySent(let id):
            Phrase(zh: "意见建议 \(id) 已经上报或转办，不能再编辑。", en: "\(id) has been sent out and can no longer be edited.")
        case .notAnswered(let id):
            Phrase(zh: "意见建议 \(id) 还没有答复，不能评价。", en: "\(id) has not been answered yet and cannot be rated.")
        case .notItsMember(let members, let id):
            Phrase(
                zh: "意见建议 \(id) 不是 \(list(members).zh) 提出的。请核对编号。",
                en: "Suggestion \(id) was not made by \(list(members).en). Check the id.")
        case .alreadyRated(let member, let id):
            Phrase(
                zh: "\(member) 已评价过意见建议 \(id)。如要改，请更正那一条。",
                en: "\(member) has already rated \(id). To change it, correct that rating.")
        }
    }
}
