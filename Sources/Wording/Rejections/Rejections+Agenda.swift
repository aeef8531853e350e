internal import Domain

extension Phrase {
    static func rejection(_ rejection: AgendaRejection) -> Phrase {
        switch rejection {
        case .ended(let id, let outcome, let position):
            Phrase(
                zh: "议程 \(id) 已经记为“\(agendaOutcome(outcome).zh)”（第 \(position) 条）。如有误，请更正那一条。",
                en: "Agenda item \(id) has already been recorded as '\(agendaOutcome(outcome).en)' (entry \(position)). To change that, "
                    + "correct that entry.")
        case .noSuchPlace(let activity, let number, let max):
            Phrase(
                zh: "活动 \(activity) 的议程没有第 \(number) 项的位置，最多排到第 \(max) 项。请改序号；新议程不填序号，就排在最后。",
                en: "The agenda of activity \(activity) has no place \(number): the last is \(max). Choose another; a new item without a "
                    + "place is the last.")
        case .notPostponed(let id):
            Phrase(
                zh: "议程 \(id) 没有延期，不能改到别的活动。请把结果记为“postponed”，或不填活动。",
                en: "Agenda item \(id) is not postponed, so it cannot go to another activity. Give the outcome 'postponed', or leave 'to' out.")
        case .postponedToSameActivity(let id, let activity):
            Phrase(
                zh: "议程 \(id) 现在就在活动 \(activity) 的议程里。请写另一次活动的编号。",
                en: "Agenda item \(id) is on the agenda of activity \(activity) already. Give the id of another activity.")
        case .ofAnotherActivity(let id, let activity):
            Phrase(
                zh: "议程 \(id) 不在活动 \(activity) 的议程里。请核对编号，或先列入议程。",
                en: "Agenda item \(id) is not on the agenda of activity \(activity). Check the id, or add it to that agenda first.")
        }
    }
}
