public import Assessment
public import CanonicalJSON
internal import Domain
internal import EventLog

extension PlanStatus {
    /// The status as the contract has it.
    public func json(book: String) -> JSONValue {
        [
            "book": .string(book), "plan": .string(plan.id), "asOf": .text(asOf), "position": .integer(position.value),
            "total": ["points": .integer(points), "of": .integer(of), "grade": .grade(total.grade)],
            "targets": .array(targets.map(\.json)), "calendar": .array(calendar.map(\.json)), "unplanned": .texts(unplanned),
            "members": .array(members.map(\.json)), "next": .array(nextActs.map(\.json)),
        ]
    }
}

extension TargetStatus {
    var json: JSONValue {
        // One requirement is the target's own; several stand beside their sum of parts reached.
        let measured: (required: JSONValue, actual: JSONValue) =
            requirements.count == 1
            ? (requirements[0].requiredJSON, requirements[0].actualJSON)
            : (
                requirements.isEmpty ? .null : .number(requirements.count),
                requirements.isEmpty ? .null : .number(requirements.count(where: \.isMet))
            )
        var object = JSONObject([
            "id": .string(target.id), "title": .text(target.title), "state": .code(state), "required": measured.required,
            "actual": measured.actual, "points": .number(points), "of": .number(target.points), "due": .text(due),
            "evidence": .positions(evidence), "parts": .array(requirements.map(\.json)), "lines": .array(lines.map(\.json)),
            "members": .array(members.map(\.json)),
        ])
        object["start"] = start.map(\.json)
        return .object(object)
    }
}

extension MemberTarget {
    var json: JSONValue {
        var object = JSONObject([
            "member": .text(member), "state": .code(state), "points": .number(points),
            "parts": .array(requirements.map(\.json)), "lines": .array(lines.map(\.json)),
        ])
        if !isAsked { object["asked"] = false }
        object["start"] = start.map(\.json)
        return .object(object)
    }
}

extension ScoreStart {
    /// Points are hundredths.
    var json: JSONValue {
        switch self {
        case .full(let full): ["code": "full", "points": .integer(full)]
        case .norm(let norm, let count):
            [
                "code": "norm", "points": .integer(norm.points), "norm": .integer(norm.count), "each": .integer(norm.each),
                "count": .integer(count),
            ]
        }
    }
}

extension MemberStatus {
    var json: JSONValue {
        [
            "member": .text(member), "points": .integer(total.points), "sum": .integer(total.sum), "grade": .grade(total.grade),
            "headings": .array(
                total.headings.map { heading in
                    var object = JSONObject(["id": .string(heading.id), "points": .integer(heading.points), "sum": .integer(heading.sum)])
                    object["start"] = heading.start.map { .integer($0) }
                    return .object(object)
                }),
        ]
    }
}

extension NextAct {
    var json: JSONValue {
        let what: JSONValue =
            switch what {
            case .acts(let selector, let count): ["acts": selector.json, "count": .integer(count)]
            case .fen(let fen): ["fen": .integer(fen)]
            }
        return ["target": .string(target.id), "gain": .integer(gain), "due": .text(due), "what": what]
    }
}

extension Selector {
    /// What counts: for each sort of fact its kinds, null for any, and what narrows it.
    var json: JSONValue { .array(branches.map(\.json)) }
}

extension Selector.Branch {
    fileprivate var json: JSONValue {
        func branch(_ source: String, _ kinds: [String]?) -> JSONObject {
            JSONObject(["source": .string(source), "kinds": kinds.map { .texts($0) } ?? .null])
        }
        var object =
            switch source {
            case .activities(let kinds): branch("activities", kinds?.map(\.description))
            case .proposals(let kinds): branch("proposals", kinds?.map(\.rawValue))
            case .suggestions(let kinds): branch("suggestions", kinds?.map(\.rawValue))
            case .works(let kinds): branch("works", kinds?.map(\.rawValue))
            case .donations(let kinds): branch("donations", kinds?.map(\.rawValue))
            case .visits: branch("visits", nil)
            case .commendations(let kinds): branch("commendations", kinds?.map(\.rawValue))
            }
        filters.add(to: &object)
        return .object(object)
    }
}

extension Selector.Filters {
    fileprivate func add(to object: inout JSONObject) {
        object["level"] = level.map { .text($0) }
        object["attendancePercentMin"] = attendancePercentMin.map { .number($0) }
        object["documents"] = documents.isEmpty ? nil : .texts(documents.map(\.rawValue))
        object["particulars"] = particulars.isEmpty ? nil : .texts(particulars.map(\.rawValue))
        object["participantsMin"] = participantsMin.map { .integer($0) }
        object["place"] = place.map { .string($0) }
        object["titled"] = titled.map { .string($0) }
        object["reached"] = reached.map { .code($0) }
        object["mark"] = mark.map { .code($0) }
        object["adopted"] = honours[.adopted].map { .string($0.code) }
        object["instructed"] = honours[.instructed].map { .string($0.code) }
        object["sentUp"] = honours[.sentUp].map { .string($0.code) }
        object["commended"] = honours[.commended].map { .string($0.code) }
    }
}

extension Requirement.Measure {
    /// What is measured, as a code.
    var code: String {
        switch self {
        case .count: "count"
        case .cadence: "cadence"
        case .ratio: "ratio"
        case .turnout: "turnout"
        case .absences: "absences"
        case .averageDonation: "average-donation"
        case .spent: "spent"
        }
    }

    /// What is counted; nil for money.
    var selector: Selector? {
        switch self {
        case .count(let selector, _, _), .cadence(let selector, _), .ratio(let selector, _), .turnout(let selector, _),
            .absences(let selector, _):
            selector
        case .averageDonation, .spent: nil
        }
    }
}

extension RequirementStatus {
    /// A count, hundredths of a per cent, or fen per member; of what is asked of each, of how many it is asked. An interval
    /// asks for no number.
    var requiredJSON: JSONValue {
        if case .parts(_, let asked) = actual { return .integer(asked) }
        return switch requirement.measure {
        case .count(_, let least, let most): .number(least ?? most)
        case .cadence: .null
        case .ratio(_, let percent), .turnout(_, let percent), .spent(let percent): .integer(Int64(percent) * 100)
        case .absences(_, let most): .integer(most)
        case .averageDonation(let fen): .integer(fen)
        }
    }

    /// In the unit of what is required, rounded half up; the exact fraction is in `parts`.
    var actualJSON: JSONValue {
        switch actual {
        case .count(let count): .integer(count)
        case .parts(let reached, _): .integer(reached)
        case .share(let part, let whole), .fenSpent(let part, let whole): whole == 0 ? .null : .integer(part.scaled(by: 10_000, over: whole))
        case .fenPerMember(let total, let members): members == 0 ? .null : .integer(total.scaled(by: 1, over: members))
        }
    }

    var json: JSONValue {
        var object = JSONObject([
            "title": requirement.title.map { .text($0) } ?? .null, "measure": .string(requirement.measure.code),
            "counts": requirement.measure.selector.map(\.json) ?? .null, "required": requiredJSON, "actual": actualJSON,
            "met": .bool(isMet), "state": .code(state), "due": .text(due), "remaining": .integer(remaining),
            "behind": .array(behind.map(\.json)), "evidence": .positions(evidence),
        ])
        object["per"] = requirement.per.map { .code($0) }
        if requirement.per != nil, case .count(_, let least?, _) = requirement.measure { object["each"] = .integer(least) }
        if case .cadence(_, let months) = requirement.measure { object["everyMonths"] = .number(months) }
        object["fraction"] = actual.fraction
        return .object(object)
    }
}

extension Quantity {
    /// Nil for a plain count.
    var fraction: JSONValue? {
        switch self {
        case .count: nil
        case .share(let part, let whole), .parts(let part, let whole), .fenSpent(let part, let whole): .fraction(part, of: whole)
        case .fenPerMember(let total, let members): .fraction(total, of: members)
        }
    }
}

extension RequirementStatus.Part {
    var json: JSONValue {
        let name =
            switch of {
            case .member(let member): member.description
            case .place(let place): place
            case .days(let period): "\(period.first)/\(period.last)"
            }
        return ["of": .string(name), "count": .integer(count)]
    }
}

extension ScoreLine {
    var json: JSONValue {
        var object = JSONObject([
            "subject": .text(subject), "date": .when(date), "points": .integer(points.rounded), "outcome": outcome.json,
            "evidence": .positions(evidence),
        ])
        // Where it is no whole number of hundredths, the fraction it is.
        if points.denominator != 1 { object["exact"] = .string("\(points.numerator)/\(points.denominator)") }
        object["present"] = attendance.map { .number($0.present.count) }
        object["countable"] = attendance.map { .number($0.countable) }
        return .object(object)
    }
}

extension CalendarStatus {
    var json: JSONValue {
        [
            "id": .string(item.id), "title": .text(item.title), "when": .when(item.when), "state": .code(state),
            "fulfilledBy": .text(fulfilledBy), "link": .code(link), "evidence": .positions(evidence),
        ]
    }
}

extension JSONValue {
    static func grade(_ grade: Grade?) -> JSONValue { grade.map { .text($0.title) } ?? .null }
}
