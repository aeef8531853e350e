public import Assessment
public import CanonicalJSON
internal import Domain
internal import EventLog

extension PlanStatus {
    /// The status as the contract has it.
    public func json(book: String) -> JSONValue {
        var total = JSONObject(["points": .integer(points), "of": .integer(of), "grade": .grade(total.grade)])
        total["grades"] = self.total.gradesJSON
        var object = JSONObject([
            "book": .string(book), "plan": .string(plan.id), "asOf": .text(asOf), "position": .integer(position.value),
            "total": .object(total),
            "targets": .array(targets.map(\.json)), "calendar": .array(calendar.map(\.json)), "unplanned": .texts(unplanned),
            "members": .array(members.map(\.json)), "next": .array(nextActs.map(\.json)),
        ])
        object["units"] = units.isEmpty ? nil : .array(units.map(\.json))
        object["amended"] = amended
        return .object(object)
    }

    /// Where what was earned before an amendment stays: since which day it applies, and every figure that would be another one
    /// if it were for the whole year.
    private var amended: JSONValue? {
        guard let earlier = plan.earlier.first, let other = wholeYear.first else { return nil }
        return ["from": .text(earlier.until.adding(days: 1)), "wholeYear": .array(changes(to: other).map(\.json))]
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
        object["units"] = units.isEmpty ? nil : .array(units.map(\.json))
        if isDropped { object["dropped"] = true }
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

extension Total.HeadingStatus {
    var json: JSONValue {
        var object = JSONObject(["id": .string(id), "points": .integer(points), "sum": .integer(sum)])
        object["start"] = start.map { .integer($0) }
        return .object(object)
    }
}

extension MemberStatus {
    var json: JSONValue {
        var object = JSONObject([
            "member": .text(member), "points": .integer(total.points), "sum": .integer(total.sum), "grade": .grade(total.grade),
            "headings": .array(total.headings.map(\.json)),
        ])
        object["grades"] = total.gradesJSON
        return .object(object)
    }
}

extension Selector {
    /// What counts: for each sort of fact its kinds, null for any, and what narrows it.
    var json: JSONValue {
        .array(
            branches.map { branch in
                var object = branch.json
                if countsMembers { object["distinct"] = "member" }
                return .object(object)
            })
    }
}

extension Selector.Branch {
    fileprivate var json: JSONObject {
        var object = JSONObject(["source": .string(source.of.key), "kinds": source.kinds.map { .texts($0) } ?? .null])
        filters.add(to: &object)
        return object
    }
}

extension Selector.Filters {
    fileprivate func add(to object: inout JSONObject) {
        object["level"] = level.map { .text($0) }
        object["attendancePercentMin"] = attendance?.wholePercent.map { .number($0) }
        if let attendance, attendance.wholePercent == nil {
            object[attendance.key(least: "attendanceShare", moreThan: "attendanceMoreThan")] = .string(attendance.part.text)
        }
        object["documents"] = documents.isEmpty ? nil : .texts(documents)
        object["particulars"] = particulars.isEmpty ? nil : .texts(particulars.map(\.rawValue))
        object["participantsMin"] = participantsMin.map { .integer($0) }
        object["place"] = place.map { .string($0) }
        object["titled"] = titled.map { .string($0) }
        object["cameFrom"] = cameFrom.map { .code($0) }
        object["reached"] = reached.map { .code($0) }
        object["meetings"] = meetings.isEmpty ? nil : .texts(meetings)
        object["result"] = result.map { .code($0) }
        object["appraises"] = appraised.map { .code($0) }
        object["commendation"] = commendation.map { .code($0) }
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
        case .sum: "sum"
        case .cadence: "cadence"
        case .ratio: "ratio"
        case .turnout: "turnout"
        case .absences: "absences"
        case .averageDonation: "average-donation"
        case .spent: "spent"
        case .years(.grade, _, _): "years-graded"
        case .years(.missed, _, _): "years-missed"
        case .membership(let isGrowth, _): isGrowth ? "membership-growth" : "membership"
        }
    }

    /// The part of a whole that is asked for.
    var threshold: Threshold? {
        switch self {
        case .ratio(_, let least), .turnout(_, let least), .spent(let least): least
        default: nil
        }
    }

    /// What is counted; nil for money.
    var selector: Selector? {
        switch self {
        case .count(let selector, _, _), .sum(let selector, _, _, _), .cadence(let selector, _), .ratio(let selector, _), .turnout(let selector, _),
            .absences(let selector, _):
            selector
        case .averageDonation, .spent, .years, .membership: nil
        }
    }
}

extension RequirementStatus {
    /// A count, hundredths of a per cent, or fen per member; of what is asked of each, of how many it is asked. An interval
    /// asks for no number.
    var requiredJSON: JSONValue {
        if case .parts(_, let asked) = actual { return .integer(asked) }
        return switch requirement.measure {
        case .count(_, let least, let most), .sum(_, _, let least, let most): .number(least ?? most)
        case .cadence: .null
        case .ratio(_, let least), .turnout(_, let least), .spent(let least): .integer((least.part * Ratio(10_000)).rounded)
        case .absences(_, let most): .integer(most)
        case .years(_, let least, let most): .number(least ?? most)
        case .averageDonation(let fen): .integer(fen)
        case .membership(_, let least): .integer(least)
        }
    }

    /// In the unit of what is required, rounded half up, and towards the verdict where that would contradict it: compared with
    /// what is required it says the same as the exact fraction.
    var actualJSON: JSONValue {
        switch actual {
        case .count(let count), .amount(let count, _): .integer(count)
        case .parts(let reached, _): .integer(reached)
        case .share, .fenSpent: rounded(in: 10_000)
        case .fenPerMember: rounded(in: 1)
        }
    }

    private func rounded(in unit: Int64) -> JSONValue {
        guard let ratio = actual.ratio, let limit = limits.first else { return .null }
        let asked = limit.value * Ratio(unit)
        return .integer((ratio * Ratio(unit)).rounded(beside: Limit(asked, isExceeded: limit.isExceeded), of: asked.rounded))
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
        if case .sum(_, let unit, let least, _) = requirement.measure {
            object["unit"] = .text(unit)
            if requirement.per != nil { object["each"] = .number(least) }
        }
        if case .cadence(_, let months) = requirement.measure { object["everyMonths"] = .number(months) }
        switch requirement.over {
        case nil: break
        case .term?: object["over"] = "term"
        case .years(let years)?: object["over"] = ["years": .number(years)]
        }
        switch requirement.inAny {
        case nil: break
        case .row?: object["inAny"] = "row"
        case .months(let months)?: object["inAny"] = ["months": .number(months)]
        }
        switch requirement.measure {
        case .years(.grade(let titles), _, _): object["grades"] = .texts(titles)
        case .years(.missed(let target), _, _): object["target"] = .string(target)
        default: break
        }
        if case .years = requirement.measure {
            object["years"] = .array(parts.filter { $0.count > 0 }.map { .string($0.name) })
        }
        object["fraction"] = actual.fraction
        if let asked = requirement.measure.threshold, asked.wholePercent == nil {
            object[asked.key(least: "share", moreThan: "moreThan")] = .string(asked.part.text)
        }
        return .object(object)
    }
}

extension Quantity {
    /// Nil for a plain count.
    var fraction: JSONValue? {
        switch self {
        case .count, .amount: nil
        case .share(let part, let whole), .parts(let part, let whole), .fenSpent(let part, let whole): .fraction(part, of: whole)
        case .fenPerMember(let total, let members): .fraction(total, of: members)
        }
    }
}

extension RequirementStatus.Part {
    var json: JSONValue { ["of": .string(name), "count": .integer(count)] }

    fileprivate var name: String {
        switch of {
        case .member(let member): member.description
        case .place(let place): place
        case .days(let period): "\(period.first)/\(period.last)"
        }
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
