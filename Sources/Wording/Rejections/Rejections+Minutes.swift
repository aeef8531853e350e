internal import Domain

extension Phrase {
    static func rejection(_ rejection: MinutesRejection) -> Phrase {
        switch rejection {
        case .alreadyApproved(let id, let position):
            Phrase(
                zh: "会议记录 \(id) 的最近一稿已经审定（第 \(position) 条）。如要改动，请另交一稿。",
                en: "The last draft of minutes \(id) has been approved (entry \(position)). To change them, file another draft.")
        case .ofAnotherActivity(let id, let activity):
            Phrase(
                zh: "会议记录 \(id) 是活动 \(activity) 的。请核对编号，或不填，由本簿编号。",
                en: "Minutes \(id) are of activity \(activity). Check the id, or leave it out to be given one.")
        }
    }
}
