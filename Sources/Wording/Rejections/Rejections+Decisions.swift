internal import Domain

extension Phrase {
    static func rejection(_ rejection: DecisionRejection) -> Phrase {
        switch rejection {
        case .notCarried(let id, let ballot):
            Phrase(
                zh: "投票 \(ballot) 没有通过，不能据此登记决定 \(id)。请核对投票编号。",
                en: "Ballot \(ballot) carried nothing, so decision \(id) cannot rest on it. Check the ballot's id.")
        case .withUnit(let id, let unit):
            Phrase(
                zh: "决定 \(id) 已交\(unit)办理，尚未答复。请先登记答复。",
                en: "Decision \(id) is with \(unit), which has not answered yet. Record the answer first.")
        case .notHandedTo(let id, let unit):
            Phrase(zh: "决定 \(id) 没有交给\(unit)办理。请核对单位。", en: "Decision \(id) was not handed to \(unit). Check the unit.")
        case .alreadyAnswered(let id, let position):
            Phrase(
                zh: "决定 \(id) 已经答复（第 \(position) 条）。答复有误的，请更正那一条；要再办的，请重新交办。",
                en: "Decision \(id) has been answered (entry \(position)). Correct that entry, or hand the decision over again.")
        case .alreadyHandled(let id, let position):
            Phrase(zh: "决定 \(id) 已经办结（第 \(position) 条）。", en: "Decision \(id) has been handled (entry \(position)).")
        case .alreadyAppraised(let id, let position):
            Phrase(
                zh: "决定 \(id) 的办理情况已经测评（第 \(position) 条）。再办之后才能再测评。",
                en: "The handling of decision \(id) has been appraised (entry \(position)). It is appraised again once it was handed over again.")
        case .notOnBallot(let id, let ballot):
            Phrase(
                zh: "投票 \(ballot) 不是对决定 \(id) 的测评。请核对投票编号。",
                en: "Ballot \(ballot) is no appraisal of decision \(id). Check the ballot's id.")
        }
    }
}
