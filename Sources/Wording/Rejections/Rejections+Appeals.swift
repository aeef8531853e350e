internal import Domain

extension Phrase {
    static func rejection(_ rejection: AppealRejection) -> Phrase {
        switch rejection {
        case .alreadyAnswered(let id):
            Phrase(
                zh: "申诉 \(id) 已经答复。如答复有误，请更正那一条。",
                en: "Appeal \(id) has already been answered. To change the answer, correct that entry.")
        case .alreadyWithdrawn(let id): Phrase(zh: "申诉 \(id) 已经撤回。", en: "Appeal \(id) has been withdrawn.")
        case .notUpheld(let id):
            Phrase(
                zh: "申诉 \(id) 没有答复为成立，不能凭它加减分。请先登记答复。",
                en: "Appeal \(id) has not been upheld, so no points can settle it. Record the answer first.")
        case .ofSomethingElse(let id):
            Phrase(
                zh: "申诉 \(id) 是别的委员提出的，或针对别的项目。请核对编号。",
                en: "Appeal \(id) is by another member, or about another target. Check the id.")
        }
    }
}
