public import CanonicalJSON
internal import Yams

/// A small YAML file that stands for one JSON object, such as a rule set: read with the same care as a plan.
public enum YAMLObject {
    /// - Throws: `PlanError` with line and column, for what is no YAML, or none that JSON can hold.
    public static func read(_ text: String) throws(PlanError) -> JSONObject {
        guard case .object(let object) = try value(PlanReader.compose(text)) else {
            throw PlanError(faults: [PlanFault(kind: .expected(.keysAndValues), line: 1, column: 1)])
        }
        return object
    }

    private static func value(_ node: Node?) throws(PlanError) -> JSONValue {
        switch node {
        case .mapping(let mapping)?:
            var object = JSONObject()
            for (key, value) in mapping { object[key.string ?? ""] = try self.value(value) }
            return .object(object)
        case .sequence(let sequence)?:
            var values: [JSONValue] = []
            for node in sequence { values.append(try value(node)) }
            return .array(values)
        case .scalar(let scalar)?:
            // What is in quotes is a text, whatever it looks like.
            guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
            if let number = Int64(scalar.string) { return .integer(number) }
            switch scalar.string {
            case "true": return true
            case "false": return false
            default: return .string(scalar.string)
            }
        case .alias?, nil:
            throw PlanError(faults: [PlanFault(kind: .expected(.keysAndValues), line: 1, column: 1)])
        }
    }
}
