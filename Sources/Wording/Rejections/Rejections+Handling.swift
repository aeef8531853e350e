internal import Domain

extension Phrase {
    static func rejection(_ rejection: HandlingRejection) -> Phrase {
        switch rejection {
        case .unitListedTwice(let id, let units):
            Phrase(
                zh: "提案 \(id) 的承办单位里“\(list(units).zh)”写了不止一次。请只留一个。",
                en: "The handling units of \(id) list '\(list(units).en)' more than once. Keep each once.")
        case .unitAlreadyHandles(let id, let unit):
            Phrase(zh: "“\(unit)”已经是提案 \(id) 的承办单位，不能再改派给它。", en: "'\(unit)' already handles \(id). Reassign it to another unit.")
        case .notHandedTo(let id, let unit):
            Phrase(
                zh: "提案 \(id) 没有交办给“\(unit)”。请核对承办单位。",
                en: "Proposal \(id) was not handed to '\(unit)'. Check the handling unit.")
        case .unitHasActed(let id, let unit, let act):
            Phrase(
                zh: "“\(unit)”对提案 \(id) 已\(unitAct(act).zh)，这一步不能再做。",
                en: "'\(unit)' has already \(unitAct(act).en) \(id), so this step is not possible.")
        case .extensionNotLater(let id, let due):
            Phrase(
                zh: "提案 \(id) 的办理期限本来就到 \(due)，延期应晚于这一天。",
                en: "The time limit of \(id) already runs until \(due). Extend it to a later day.")
        case .alreadyPaused(let id): Phrase(zh: "提案 \(id) 的办理期限已中止计时。", en: "The time limit of \(id) is already paused.")
        case .notPaused(let id): Phrase(zh: "提案 \(id) 的办理期限没有中止计时。", en: "The time limit of \(id) is not paused.")
        case .noDraftToCheck(let id, let unit):
            Phrase(zh: "“\(unit)”没有待审的提案 \(id) 答复稿。", en: "'\(unit)' has no draft answer to \(id) waiting for approval.")
        case .draftNotPassed(let id, let unit):
            Phrase(
                zh: "“\(unit)”对提案 \(id) 的答复稿还没有审核通过。请先审核。",
                en: "The draft answer to \(id) by '\(unit)' has not been approved. Check it first.")
        case .answeredToNonSigners(let members, let id):
            Phrase(
                zh: "没有在提案 \(id) 上署名：\(list(members).zh)。答复只能发给署名的委员。",
                en: "Not signers of \(id): \(list(members).en). An answer goes to signers only.")
        case .notASigner(let member, let id):
            Phrase(zh: "\(member) 没有署名提案 \(id)，不能评价。", en: "\(member) did not sign \(id) and cannot rate it.")
        case .alreadyRated(let member, let id):
            Phrase(
                zh: "\(member) 已评价过提案 \(id)。如要改，请更正那一条。",
                en: "\(member) has already rated \(id). To change it, correct that rating.")
        case .noSuchCommitment(let id, let position):
            Phrase(zh: "第 \(position) 条不是提案 \(id) 的承诺事项。", en: "Entry \(position) is not a commitment on \(id).")
        case .commitmentOpen(let id, let position):
            Phrase(
                zh: "提案 \(id) 的承诺（第 \(position) 条）还没有办结，不能评价。",
                en: "The commitment on \(id) (entry \(position)) is not settled yet and cannot be rated.")
        case .commitmentSettled(let id, let position):
            Phrase(zh: "提案 \(id) 的承诺（第 \(position) 条）已经办结。", en: "The commitment on \(id) (entry \(position)) is already settled.")
        }
    }

    private static func unitAct(_ act: HandlingUnit.Act) -> Phrase {
        switch act {
        case .signedFor: Phrase(zh: "签收", en: "signed for")
        case .returned: Phrase(zh: "退回", en: "returned")
        case .answered: Phrase(zh: "答复", en: "answered")
        }
    }
}
