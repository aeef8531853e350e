internal import Domain

extension Phrase {
    static func rejection(_ rejection: PetitionRejection) -> Phrase {
        switch rejection {
        case .withUnit(let id, let unit):
            Phrase(
                zh: "来信来访 \(id) 已交\(unit)办理，尚未答复。请先登记答复。",
                en: "Petition \(id) is with \(unit) and has no answer yet. Record the answer first.")
        case .notHandedTo(let id, let unit):
            Phrase(
                zh: "来信来访 \(id) 没有交给\(unit)办理。请核对单位；由本单位直接答复的，不写单位。",
                en: "Petition \(id) is not with \(unit). Check the unit, or leave it out where the body itself answers.")
        case .alreadyAnswered(let id, let position):
            Phrase(
                zh: "来信来访 \(id) 已经答复（第 \(position) 条）。答复有误的，请更正那一条；要再办的，请重新交办。",
                en: "Petition \(id) has been answered (entry \(position)). Correct that entry, or hand the petition over again.")
        }
    }
}
