#if Web
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Views
internal import Wording

/// A command out of what was typed into a form.
enum TypedFields {
    /// Rows of a list of objects that a form has at least.
    static let rowsMin = 2

    /// - Throws: `Problem` for what is nothing of a field's kind.
    static func object(_ form: Form, of kind: CommandKind) throws -> JSONObject {
        var object = JSONObject()
        object["command"] = .string(kind.name)
        for field in kind.fields + CommandKind.envelope where field.name != "by" && field.name != "cause" {
            if let value = try value(of: field.form, named: field.name, keepsLines: field.keepsLines, form) { object[field.name] = value }
        }
        return object
    }

    private static func value(of field: CommandField.Form, named name: String, keepsLines: Bool, _ form: Form) throws -> JSONValue? {
        switch field {
        case .list(.object(let fields), _):
            let rows = try (0..<rowCount(name, form)).compactMap { try row(fields, named: "\(name).\($0)", form) }
            return rows.isEmpty ? nil : .array(rows)
        case .object(let fields): return try row(fields, named: name, form)
        case .list(let element, _):
            let parts = form.all(name).flatMap { split($0, element) }
            return parts.isEmpty ? nil : .array(try parts.map { try scalar($0, element, name) })
        default: return try form[name].map { try scalar($0, field, name) }
        }
    }

    private static func row(_ fields: [CommandField], named name: String, _ form: Form) throws -> JSONValue? {
        var object = JSONObject()
        for field in fields {
            object[field.name] = try value(of: field.form, named: "\(name).\(field.name)", keepsLines: field.keepsLines, form)
        }
        return object.members.isEmpty ? nil : .object(object)
    }

    /// How many rows of a list a form has: one more than were filled in, so that there is room for another.
    static func rowCount(_ name: String, _ form: Form) -> Int {
        let numbers = form.fields.filter { !$0.value.isEmpty }.compactMap { field in
            field.name.hasPrefix(name + ".") ? Int(field.name.dropFirst(name.count + 1).prefix { $0 != "." }) : nil
        }
        return max(rowsMin, min((numbers.max() ?? -1) + 2, 50))
    }

    /// Ids and names are parted by spaces too; texts by lines alone.
    private static func split(_ text: String, _ element: CommandField.Form) -> [String] {
        let isText: Bool
        switch element {
        case .text, .personalText: isText = true
        default: isText = false
        }
        return text.split { character in
            character.isNewline || (!isText && (character.isWhitespace || ",，、;；".contains(character)))
        }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static func scalar(_ text: String, _ field: CommandField.Form, _ name: String) throws -> JSONValue {
        func number(_ text: String) throws -> JSONValue {
            guard let number = Int64(text) else { throw invalid(name, text) }
            return .integer(number)
        }
        switch field {
        case .integer, .count, .position: return try number(text)
        case .flag: return .bool(text == "true" || text == "on")
        case .money:
            do { return .integer(try Amount.read(text)) } catch { throw invalid(name, text) }
        case .points:
            guard let points = Hundredths.read(text) else { throw invalid(name, text) }
            return .integer(points)
        case .changes:
            do { return try JSONParser.parse(text) } catch { throw CommandError.notJSON(error) }
        default: return .string(text)
        }
    }

    private static func invalid(_ name: String, _ text: String) -> Problem {
        Problem(.badData, code: "field-invalid", RecordText.notOfItsKind(name, text))
    }
}
#endif
