internal import Assessment
internal import CanonicalJSON
internal import Domain

extension NextAct {
    var json: JSONValue {
        ["target": .string(target.id), "gain": .integer(gain), "due": .text(due), "what": what.json]
    }
}

extension NextAct.What {
    fileprivate var json: JSONValue {
        switch self {
        case .acts(let selector, let count): ["acts": selector.json, "count": .integer(count)]
        case .amount(let selector, let amount, let unit): ["acts": selector.json, "amount": .integer(amount), "unit": .text(unit)]
        case .fen(let fen): ["fen": .integer(fen)]
        case .members(let count): ["members": .integer(count)]
        case .makingGood(let selector, let count): ["attend": selector.json, "count": .integer(count)]
        case .staying(let requirement, let left):
            ["within": .string(requirement.measure.code), "counts": requirement.measure.selector.map(\.json) ?? .null, "left": .integer(left)]
        case .all(let parts): ["all": .array(parts.map(\.json))]
        }
    }
}
