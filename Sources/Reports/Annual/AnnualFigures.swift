internal import Assessment
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Wording

// Figures that are more than one number, as the data of a report has them: money in fen, points in hundredths.

extension Quantity {
    var json: JSONValue {
        switch self {
        case .count(let count): .integer(count)
        case .amount(let amount, let unit): ["value": .integer(amount), "unit": .string(unit.description)]
        case .share(let part, let whole), .parts(let part, let whole): ["value": .integer(part), "of": .integer(whole)]
        case .fenSpent(let spent, let received): ["value": .integer(spent), "of": .integer(received)]
        case .fenPerMember(let total, let members): ["fen": .integer(total), "members": .integer(members)]
        }
    }
}

extension Requirement {
    /// What has to be reached, and of what each.
    var json: JSONValue {
        var object = JSONObject()
        object["per"] = per.map { .string($0.rawValue) }
        switch measure {
        case .count(_, let minimum, let maximum):
            object["minimum"] = minimum.map { .integer($0) }
            object["maximum"] = maximum.map { .integer($0) }
        case .sum(_, let unit, let minimum, let maximum):
            object["unit"] = .string(unit.description)
            object["minimum"] = minimum.map { .integer($0) }
            object["maximum"] = maximum.map { .integer($0) }
        case .membership(let isGrowth, let minimum):
            object["minimum"] = .integer(minimum)
            object["growth"] = .bool(isGrowth)
        case .cadence(_, let months): object["everyMonths"] = .integer(Int64(months))
        case .ratio(_, let least), .turnout(_, let least), .spent(let least):
            if let percent = least.wholePercent {
                object["percent"] = .integer(Int64(percent))
            } else {
                object[least.key(least: "share", moreThan: "moreThan")] = .string(least.part.text)
            }
        case .absences(_, let maximum): object["maximum"] = .integer(maximum)
        case .averageDonation(let fen): object["fen"] = .integer(fen)
        case .years(let result, let minimum, let maximum):
            switch result {
            case .grade(let titles): object["grades"] = .array(titles.map { .string($0) })
            case .missed(let target): object["missed"] = .string(target)
            }
            object["minimum"] = minimum.map { .integer($0) }
            object["maximum"] = maximum.map { .integer($0) }
        }
        switch over {
        case nil: break
        case .term?: object["over"] = "term"
        case .years(let years)?: object["overYears"] = .integer(Int64(years))
        }
        switch inAny {
        case nil: break
        case .row?: object["inAny"] = "row"
        case .months(let months)?: object["inAnyMonths"] = .integer(Int64(months))
        }
        return .object(object)
    }
}

extension TargetStatus {
    /// What a member has of it: points, or what was reached of each requirement; null for who is not asked.
    func json(of member: MemberID) -> JSONValue {
        if let own = members.first(where: { $0.member == member }) {
            guard own.isAsked else { return .null }
            return own.points.map { ["points": .integer($0)] } ?? .array(own.requirements.map(\.actual.json))
        }
        let parts = requirements.flatMap(\.parts).filter { $0.of == .member(member) }
        return parts.isEmpty ? .null : .array(parts.map { ["value": .integer($0.count), "behind": .bool($0.isBehind)] })
    }
}

extension Outcome {
    var json: JSONValue {
        var object = JSONObject()
        object["kind"] = .string(kind.rawValue)
        object["count"] = count.map { .integer($0) }
        object["text"] = text.map { .string($0) }
        object["to"] = to.map { .string($0) }
        return .object(object)
    }
}
