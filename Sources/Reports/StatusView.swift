public import Assessment
public import CanonicalJSON
internal import Domain
internal import EventLog
public import Wording

extension PlanStatus {
    /// The status as the contract has it. Points are hundredths.
    public func json(book: String, language: Language) -> JSONValue {
        [
            "book": .string(book), "plan": .string(plan.id), "asOf": .string(asOf.description),
            "position": .integer(position.value),
            "total": ["points": .integer(points), "of": .integer(of), "grade": .grade(total.grade, language)],
            "targets": .array(targets.map { $0.json(language) }),
            "calendar": .array(calendar.map { $0.json(language) }),
            "unplanned": .array(unplanned.map { .string($0.description) }),
            "members": .array(members.map { $0.json(language) }), "next": .array(nextActs.map { $0.json(language) }),
        ]
    }
}

extension TargetStatus {
    func json(_ language: Language) -> JSONValue {
        // One requirement is the target's own; several stand beside their sum of parts reached.
        let measured: (required: JSONValue, actual: JSONValue) =
            requirements.count == 1
            ? (requirements[0].requiredJSON, requirements[0].actualJSON)
            : (
                requirements.isEmpty ? .null : .integer(Int64(requirements.count)),
                requirements.isEmpty ? .null : .integer(Int64(requirements.count(where: \.isMet)))
            )
        return [
            "id": .string(target.id), "title": .string(Phrase.localized(target.title)[language]),
            "state": .string(state.rawValue), "required": measured.required, "actual": measured.actual,
            "points": points.map { .integer($0) } ?? .null, "of": target.points.map { .integer($0) } ?? .null,
            "due": .string(due.description), "evidence": .positions(evidence),
            "parts": .array(requirements.map { $0.json(language) }),
            "lines": .array(lines.map { $0.json(language) }), "members": .array(members.map { $0.json(language) }),
        ]
    }
}

extension MemberTarget {
    func json(_ language: Language) -> JSONValue {
        [
            "member": .string(member.description), "state": .string(state.rawValue),
            "points": points.map { .integer($0) } ?? .null, "parts": .array(requirements.map { $0.json(language) }),
            "lines": .array(lines.map { $0.json(language) }),
        ]
    }
}

extension MemberStatus {
    func json(_ language: Language) -> JSONValue {
        [
            "member": .string(member.description), "points": .integer(total.points), "sum": .integer(total.sum),
            "grade": .grade(total.grade, language),
            "headings": .array(
                total.headings.map { ["id": .string($0.id), "points": .integer($0.points), "sum": .integer($0.sum)] }),
        ]
    }
}

extension NextAct {
    func json(_ language: Language) -> JSONValue {
        let what: JSONValue =
            switch what {
            case .acts(let selector, let count): ["acts": .string(Phrase.selector(selector)[language]), "count": .integer(count)]
            case .fen(let fen): ["fen": .integer(fen)]
            }
        return ["target": .string(target.id), "gain": .integer(gain), "due": .string(due.description), "what": what]
    }
}

extension RequirementStatus {
    /// A count, hundredths of a per cent, or fen per member; of what is asked of each, of how many it is asked. An interval
    /// asks for no number.
    var requiredJSON: JSONValue {
        if case .parts(_, let asked) = actual { return .integer(asked) }
        return switch requirement.measure {
        case .count(_, let least, let most): (least ?? most).map { .integer($0) } ?? .null
        case .cadence: .null
        case .ratio(_, let percent), .turnout(_, let percent), .spent(let percent): .integer(Int64(percent) * 100)
        case .absences(_, let most): .integer(most)
        case .averageDonation(let fen): .integer(fen)
        }
    }

    /// In the unit of what is required, rounded half up; the exact fraction stands in `parts`.
    var actualJSON: JSONValue {
        switch actual {
        case .count(let count): .integer(count)
        case .parts(let reached, _): .integer(reached)
        case .share(let part, let whole), .fenSpent(let part, let whole): whole == 0 ? .null : .integer(part.scaled(by: 10_000, over: whole))
        case .fenPerMember(let total, let members): members == 0 ? .null : .integer(total.scaled(by: 1, over: members))
        }
    }

    func json(_ language: Language) -> JSONValue {
        var object = JSONObject()
        object["title"] = .string(Phrase.requirement(requirement)[language])
        object["required"] = requiredJSON
        object["actual"] = actualJSON
        object["met"] = .bool(isMet)
        object["state"] = .string(state.rawValue)
        object["due"] = .string(due.description)
        object["remaining"] = .integer(remaining)
        object["per"] = requirement.per.map { .string($0.rawValue) }
        if requirement.per != nil, case .count(_, let least?, _) = requirement.measure { object["each"] = .integer(least) }
        if case .cadence(_, let months) = requirement.measure { object["everyMonths"] = .integer(Int64(months)) }
        object["behind"] = .array(behind.map { $0.json(language) })
        object["evidence"] = .positions(evidence)
        switch actual {
        case .count: break
        case .share(let part, let whole), .parts(let part, let whole), .fenSpent(let part, let whole):
            object["fraction"] = [.integer(part), .integer(whole)]
        case .fenPerMember(let total, let members): object["fraction"] = [.integer(total), .integer(members)]
        }
        return .object(object)
    }
}

extension ScoreLine {
    func json(_ language: Language) -> JSONValue {
        var object = JSONObject()
        object["subject"] = .string(subject.description)
        object["date"] = .string(Phrase.when(date)[language])
        object["points"] = .integer(points.rounded)
        // Where it is no whole number of hundredths, the fraction it is.
        if points.denominator != 1 { object["exact"] = .string("\(points.numerator)/\(points.denominator)") }
        object["note"] = .string(Phrase.outcome(self)[language])
        object["evidence"] = .positions(evidence)
        object["present"] = attendance.map { .integer(Int64($0.present.count)) }
        object["countable"] = attendance.map { .integer(Int64($0.countable)) }
        return .object(object)
    }
}

extension CalendarStatus {
    func json(_ language: Language) -> JSONValue {
        [
            "id": .string(item.id), "title": .string(Phrase.localized(item.title)[language]),
            "when": .string(item.when.interval), "state": .string(state.rawValue),
            "fulfilledBy": fulfilledBy.map { .string($0.description) } ?? .null,
            "link": link.map { .string($0.rawValue) } ?? .null, "evidence": .positions(evidence),
        ]
    }
}

extension FigureChange {
    /// The figure's name, and both values as people read them.
    public func json(_ language: Language) -> JSONValue {
        [
            "figure": .string(Phrase.figure(figure)[language]), "before": .string(Phrase.figureValue(before)[language]),
            "after": .string(Phrase.figureValue(after)[language]),
        ]
    }
}

extension RequirementStatus.Part {
    func json(_ language: Language) -> JSONValue {
        let name =
            switch of {
            case .member(let member): member.description
            case .place(let place): place
            case .days(let period): "\(period.first)/\(period.last)"
            }
        return ["of": .string(name), "count": .integer(count)]
    }
}

extension JSONValue {
    static func grade(_ grade: Grade?, _ language: Language) -> JSONValue {
        grade.map { .string(Phrase.localized($0.title)[language]) } ?? .null
    }

    static func positions(_ positions: [Position]) -> JSONValue { .array(positions.map { .integer($0.value) }) }
}
