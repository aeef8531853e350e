internal import Domain

extension Phrase {
    static func rejection(_ rejection: DutyReportRejection) -> Phrase {
        switch rejection {
        case .alreadyTold(let id, let position):
            Phrase(
                zh: "述职 \(id) 的测评结果已经反馈（第 \(position) 条）。有误的请更正那一条。",
                en: "The result about report \(id) has been told (entry \(position)). To change it, correct that entry.")
        case .notOnBallot(let id, let ballot):
            Phrase(
                zh: "投票 \(ballot) 不是对述职 \(id) 或述职人的测评。请核对投票编号。",
                en: "Ballot \(ballot) appraises neither report \(id) nor who gave it. Check the ballot's id.")
        }
    }
}
