package import CanonicalJSON
internal import Domain
internal import EventLog

extension ScoreLine.Outcome {
    /// A code, with what it depends on: the one form in views and in the data of reports.
    package var json: JSONValue {
        switch self {
        case .counts: ["code": "counts"]
        case .countsAs(let number): ["code": "counts-as", "number": .integer(Int64(number))]
        case .beforeCount(let number, let from):
            ["code": "before-count", "number": .integer(Int64(number)), "from": .integer(Int64(from))]
        case .partEarnsNothing: ["code": "part-earns-nothing"]
        case .attendanceBelow(let percent): ["code": "attendance-below", "percent": .integer(Int64(percent))]
        case .nobodyCountable: ["code": "nobody-countable"]
        case .nobodyCame: ["code": "nobody-came"]
        case .documentsMissing(let kinds): ["code": "documents-missing", "kinds": .array(kinds.map { .string($0.rawValue) })]
        case .particularsMissing(let particulars):
            ["code": "particulars-missing", "particulars": .array(particulars.map { .string($0.rawValue) })]
        case .participantsBelow(let minimum): ["code": "participants-below", "minimum": .integer(minimum)]
        case .notYet(let reached): ["code": "not-yet", "reached": .string(reached.rawValue)]
        case .notMarked(let mark): ["code": "not-marked", "mark": .string(mark.rawValue)]
        case .withoutHonour(let honour, let least): ["code": .string("not-\(honour.rawValue)"), "level": .string(least.code)]
        case .beforeAmendment(let day): ["code": "before-amendment", "since": .string(day.description)]
        case .madeGood(let member, let activity):
            ["code": "made-good", "member": .string(member.description), "by": .string(activity.description)]
        case .beyondTimes(let times): ["code": "beyond-times", "times": .integer(Int64(times))]
        case .settles(let appeal): ["code": "settles-appeal", "appeal": .string(appeal.description)]
        case .present(let member): ["code": "present", "member": .string(member.description)]
        case .late(let member): ["code": "late", "member": .string(member.description)]
        case .absentWithoutCause(let member): ["code": "absent-without-cause", "member": .string(member.description)]
        case .onLeave(let member): ["code": "on-leave", "member": .string(member.description)]
        }
    }
}
