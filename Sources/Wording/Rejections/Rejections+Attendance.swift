internal import Domain
internal import EventLog

extension Phrase {
    static func rejection(_ rejection: ActivityRejection) -> Phrase {
        switch rejection {
        case .cancelled(let id): Phrase(zh: "活动 \(id) 已取消。", en: "Activity \(id) was cancelled.")
        case .closed(let id): Phrase(zh: "活动 \(id) 已办结。如有错记，请更正。", en: "Activity \(id) is closed. To change it, correct its entries.")
        case .held(let id): Phrase(zh: "活动 \(id) 已经举行，不能取消。", en: "Activity \(id) has taken place and cannot be cancelled.")
        case .hasRecords(let id, let records):
            Phrase(
                zh: "活动 \(id) 已有会上的记录：\(nouns(records).zh)，不能取消。会已开过的，请记为办结；记错了会议的，请先更正或作废这些记录。",
                en: "Activity \(id) has records of what was done there: \(nouns(records).en). It cannot be cancelled. If it took place, close it; if they "
                    + "belong to another activity, correct or void them first.")
        }
    }

    private static func nouns(_ subjects: [Subject]) -> Phrase { joined(subjects.map { subject($0) }) }

    static func rejection(_ rejection: AttendanceRejection) -> Phrase {
        switch rejection {
        case .notInvited(let members, let activity):
            Phrase(
                zh: "不在活动 \(activity) 的邀请名单里：\(list(members).zh)。请先更正名单。",
                en: "Not invited to \(activity): \(list(members).en). Correct the invitation list first.")
        case .alreadyCheckedIn(let member, let activity, let position):
            Phrase(
                zh: "\(member) 已在活动 \(activity) 签到（第 \(position) 条）。",
                en: "\(member) is already checked in at \(activity) (entry \(position)).")
        case .alreadyRecorded(let member, let activity, let position):
            Phrase(
                zh: "\(member) 在活动 \(activity) 的这一项已经记过（第 \(position) 条）。",
                en: "This is already recorded for \(member) at \(activity) (entry \(position)).")
        case .recordedDifferently(let member, let activity, let position):
            Phrase(
                zh: "\(member) 在活动 \(activity) 的考勤已记在第 \(position) 条，与此不符。请更正那一条；如确已到会，请写明理由补签。",
                en: "Entry \(position) already records \(member)'s attendance at \(activity) differently. Correct that entry. "
                    + "If \(member) was there after all, check in with a reason.")
        case .notPresent(let member, let activity):
            Phrase(
                zh: "\(member) 没有在活动 \(activity) 签到，不能记早退。",
                en: "\(member) is not checked in at \(activity), so leaving early cannot be recorded.")
        case .notOnLeave(let member, let activity):
            Phrase(
                zh: "\(member) 在活动 \(activity) 没有获准的请假，不能销假。",
                en: "\(member) has no granted leave at \(activity), so it cannot be ended.")
        case .leaveNotAsked(let member, let activity):
            Phrase(
                zh: "\(member) 没有为活动 \(activity) 请假，不能记不准假。",
                en: "\(member) has not asked for leave from \(activity), so it cannot be refused.")
        case .dayOfCheckInUnclear(let member, let activity, let days, let position):
            Phrase(
                zh: "\(member) 已在活动 \(activity) 签到（第 \(position) 条）。补记另一天的签到，请写明是哪天到会的，从 \(days.lowerBound) 到 \(days.upperBound)。",
                en: "\(member) is already checked in at \(activity) (entry \(position)). For another of its days, say on which day it was, "
                    + "from \(days.lowerBound) to \(days.upperBound).")
        case .halfDaysOfDayMissing(let activity, let all, nil):
            Phrase(
                zh: "活动 \(activity) 按半天计，共 \(all) 个半天。按天签到时，请写明这一天到了几个半天。",
                en: "Activity \(activity) counts half-days and has \(all). Say how many were attended on this day.")
        case .halfDaysOfDayMissing(let activity, let all, let position?):
            Phrase(
                zh: "活动 \(activity) 按半天计，第 \(position) 条签到没有写半天数，算作 \(all) 个半天全部到会。请先更正那一条，写明当天到了几个半天。",
                en: "Activity \(activity) counts half-days. The check-in of entry \(position) does not say how many, and counts for all \(all) of them. "
                    + "Correct that entry first: say how many were attended on its day.")
        case .halfDaysDoNotFit(let activity, let all?):
            Phrase(
                zh: "活动 \(activity) 共 \(all) 个半天，签到的半天数超过了它。请核对。",
                en: "Activity \(activity) has \(all == 1 ? "1 half-day" : "\(all) half-days"); the check-in gives more half-days than that. "
                    + "Check the number.")
        case .halfDaysDoNotFit(let activity, nil):
            Phrase(
                zh: "活动 \(activity) 没有写明半天数，签到不能填写“halfDays”。",
                en: "Activity \(activity) does not count half-days. Leave out 'halfDays'.")
        }
    }
}
