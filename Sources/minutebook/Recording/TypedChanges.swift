internal import ArgumentParser
internal import CanonicalJSON
internal import Domain
internal import Wording

/// What a correction sets, as it was typed: `amount=1.5万`, `on=2026.3.12`, `until=` to remove a field, or a JSON object. Each value
/// is read as the option of that field is.
struct TypedChanges {
    let fields: JSONObject

    /// - Parameters:
    ///   - texts: one for each time that the option was given; of two values for a field the last one stays.
    ///   - kind: the command that recorded what is corrected; nil where nobody knows.
    /// - Throws: `ValidationError` for a value that does not fit its field, and for what is neither JSON nor `field=value`.
    init(_ texts: [String], of kind: CommandKind?) throws {
        var fields = JSONObject()
        for text in texts {
            for change in try Self.changes(text, of: kind).members { fields[change.key] = change.value }
        }
        self.fields = fields
    }

    private static func changes(_ text: String, of kind: CommandKind?) throws -> JSONObject {
        if text.drop(while: \.isWhitespace).hasPrefix("{") {
            guard case .object(let object)? = try JSONText(argument: text).field else { throw ValidationError(.notAChange(text)) }
            return try object.members.reduce(into: JSONObject()) { fields, member in
                fields[member.key] = try typed(member.value, as: form(of: member.key, in: kind))
            }
        }
        guard let sign = text.firstIndex(where: { $0 == "=" || $0 == "＝" }), sign != text.startIndex else {
            throw ValidationError(.notAChange(text))
        }
        let (key, value) = (fieldName(String(text[..<sign])), String(text[text.index(after: sign)...]))
        var change = JSONObject()
        change[key] = value.isEmpty ? .null : try read(value, as: form(of: key, in: kind), key)
        return change
    }

    /// The field of an option: `half-days` is `halfDays`.
    private static func fieldName(_ option: String) -> String {
        let parts = option.split(separator: "-")
        return parts.dropFirst().reduce(parts.first.map(String.init) ?? option) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }

    private static func form(of key: String, in kind: CommandKind?) -> CommandField.Form? {
        kind?.fields.first { $0.name == key }?.form
    }

    /// A JSON value: numbers are what the field has, such as fen; texts are amounts and points as people type them.
    private static func typed(_ value: JSONValue, as form: CommandField.Form?) throws -> JSONValue {
        guard case .string(let text) = value else { return value }
        return switch form {
        case .money: try Yuan(argument: text).field ?? value
        case .points: try PointsText(argument: text).field ?? value
        default: value
        }
    }

    private static func read(_ text: String, as form: CommandField.Form?, _ key: String) throws -> JSONValue {
        if text.hasPrefix("[") || text.hasPrefix("{") { return try JSONText(argument: text).field ?? .null }
        switch form {
        case .money, .points: return try typed(.string(text), as: form)
        case .integer, .count, .position:
            guard let number = try? WrittenNumber(typed: text).units(ofPower: 0, max: .max) else { throw ValidationError(.notANumber(key, text)) }
            return .integer(number)
        case .flag:
            guard let flag = Bool(text.lowercased()) else { throw ValidationError(.notAFlag(key, text)) }
            return .bool(flag)
        case .list(.object, _): return .array([try QuantityText(argument: text).field ?? .null])
        case .list(let form, _): return .array(try text.split { ",，、".contains($0) }.map { try read(String($0), as: form, key) })
        case .id, .subject, .uuid, .text, .personalText, .personalMonthDay, .words, .openWord, .date, .occurrence, .object, .changes, nil:
            return .string(text)
        }
    }
}
