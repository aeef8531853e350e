internal import Assessment
internal import CanonicalJSON

extension Total {
    /// Every grade that the points reach, down to the one given; nil in a plan whose grades ask for points alone.
    var gradesJSON: JSONValue? { tried.isEmpty ? nil : .array(tried.map(\.json)) }
}

extension GradeStatus {
    var json: JSONValue {
        var object = JSONObject([
            "title": .text(grade.title), "from": .integer(grade.from), "given": .bool(isGiven),
            "conditions": .array(conditions.map(\.json)),
        ])
        object["place"] = place.map { place in
            [
                "place": .integer(place.place), "shared": .integer(place.shared), "last": .integer(place.last), "of": .integer(place.of),
                "holds": .bool(place.holds),
            ]
        }
        return .object(object)
    }
}

extension GradeConditionStatus {
    /// A code, whether it holds, and what was asked and reached: targets, or hundredths of a point.
    fileprivate var json: JSONValue {
        func object(_ code: String, _ ids: [String]?, _ least: Int64) -> JSONObject {
            JSONObject([
                "code": .string(code), "holds": .bool(holds), "of": ids.map { .texts($0) } ?? .null, "required": .integer(least),
                "actual": .number(actual),
            ])
        }
        let result: JSONObject =
            switch condition {
            case .requirement:
                JSONObject(["code": "requirement", "holds": .bool(holds), "measured": measured?.json ?? .null])
            case .met(let ids, let least): object("met", ids, least)
            case .earned(let ids, let least): object("earned", ids, least)
            case .points(let ids, let least): object("points", ids, least)
            case .oneOf: JSONObject(["code": "one-of", "holds": .bool(holds), "parts": .array(parts.map(\.json))])
            }
        return .object(result)
    }
}
