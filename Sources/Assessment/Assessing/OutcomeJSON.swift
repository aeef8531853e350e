package import CanonicalJSON
internal import Domain
internal import EventLog

extension Threshold {
    /// One key says that a part is enough, another that it has to be exceeded.
    package func key(least: String, moreThan: String) -> String { isExceeded ? moreThan : least }
}

extension Ratio {
    /// `2/3`, in lowest terms.
    package var text: String { "\(numerator)/\(denominator)" }
}

extension ScoreLine.Outcome {
    private func attended(_ member: MemberID, _ late: Bool, _ leftEarly: Bool, _ halfDays: Int64?, _ all: Int64?) -> JSONValue {
        var object = JSONObject()
        object["code"] = "attended"
        object["member"] = .string(member.description)
        object["late"] = .bool(late)
        object["leftEarly"] = .bool(leftEarly)
        object["halfDays"] = halfDays.map { .integer($0) }
        object["of"] = all.map { .integer($0) }
        return .object(object)
    }

    /// A code, with what it depends on: the one form in views and in the data of reports.
    package var json: JSONValue {
        switch self {
        case .counts: ["code": "counts"]
        case .countsAs(let number): ["code": "counts-as", "number": .integer(Int64(number))]
        case .beforeCount(let number, let from):
            ["code": "before-count", "number": .integer(Int64(number)), "begins": .integer(Int64(from))]
        case .partEarnsNothing: ["code": "part-earns-nothing"]
        case .attendanceBelow(let least):
            if let percent = least.wholePercent {
                ["code": "attendance-below", "percent": .integer(Int64(percent))]
            } else {
                ["code": "attendance-below", least.key(least: "share", moreThan: "moreThan"): .string(least.part.text)]
            }
        case .nobodyCountable: ["code": "nobody-countable"]
        case .nobodyCame: ["code": "nobody-came"]
        case .documentsMissing(let kinds): ["code": "documents-missing", "kinds": .array(kinds.map { .string($0.description) })]
        case .particularsMissing(let particulars):
            ["code": "particulars-missing", "particulars": .array(particulars.map { .string($0.rawValue) })]
        case .participantsBelow(let minimum): ["code": "participants-below", "minimum": .integer(minimum)]
        case .notYet(let reached): ["code": "not-yet", "reached": .string(reached.rawValue)]
        case .withoutResult(let result): ["code": "without-result", "result": .string(result.rawValue)]
        case .notMarked(let mark): ["code": "not-marked", "mark": .string(mark.rawValue)]
        case .withoutHonour(let honour, let least): ["code": .string("not-\(honour.rawValue)"), "level": .string(least.code)]
        case .beforeAmendment(let day): ["code": "before-amendment", "since": .string(day.description)]
        case .madeGood(let member, let activity):
            ["code": "made-good", "member": .string(member.description), "by": .string(activity.description)]
        case .hasHonour(let honour): ["code": "has-honour", "honour": .string(honour.rawValue)]
        case .beyondTimes(let times): ["code": "beyond-times", "times": .integer(Int64(times))]
        case .withdrawn: ["code": "withdrawn"]
        case .merged(let into): ["code": "merged", "into": .string(into.description)]
        case .split(let parts): ["code": "split", "parts": .array(parts.map { .string($0.description) })]
        case .settles(let appeal): ["code": "settles-appeal", "appeal": .string(appeal.description)]
        case .countedUnder(let target): ["code": "counted-under", "target": .string(target)]
        case .firstOf(let member): ["code": "first-of", "member": .string(member.description)]
        case .nobodyNew: ["code": "nobody-new"]
        case .present(let member): ["code": "present", "member": .string(member.description)]
        case .late(let member): ["code": "late", "member": .string(member.description)]
        case .attended(let member, let late, let leftEarly, let halfDays, let all): attended(member, late, leftEarly, halfDays, all)
        case .halfDaysUnknown(let member): ["code": "half-days-unknown", "member": .string(member.description)]
        case .absentWithoutCause(let member): ["code": "absent-without-cause", "member": .string(member.description)]
        case .onLeave(let member): ["code": "on-leave", "member": .string(member.description)]
        }
    }
}
