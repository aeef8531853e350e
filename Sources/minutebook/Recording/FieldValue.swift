internal import ArgumentParser
internal import CanonicalJSON
internal import Domain
internal import Wording

/// What is written in an option, as the field of a command.
protocol FieldValue {
    /// Nil where nothing was given.
    var field: JSONValue? { get throws }
}

extension String: FieldValue {
    var field: JSONValue? { .string(self) }
}

extension Int64: FieldValue {
    var field: JSONValue? { .integer(self) }
}

extension Bool: FieldValue {
    /// A flag that was not given says nothing.
    var field: JSONValue? { self ? true : nil }
}

extension Array: FieldValue where Element: FieldValue {
    var field: JSONValue? { get throws { .array(try compactMap { try $0.field }) } }
}

extension Optional: FieldValue where Wrapped: FieldValue {
    var field: JSONValue? { get throws { try self?.field } }
}

extension Option: FieldValue where Value: FieldValue {
    var field: JSONValue? { get throws { try wrappedValue.field } }
}

extension Argument: FieldValue where Value: FieldValue {
    var field: JSONValue? { get throws { try wrappedValue.field } }
}

extension Flag: FieldValue where Value: FieldValue {
    var field: JSONValue? { get throws { try wrappedValue.field } }
}

/// A JSON value as it was typed.
struct JSONText: ExpressibleByArgument, FieldValue {
    private let text: String

    init(argument: String) { text = argument }

    var field: JSONValue? {
        get throws {
            do { return try JSONParser.parse(text) } catch { throw CommandError.notJSON(error) }
        }
    }
}

/// Yuan and fen, exactly, as people type them: see `Amount`.
struct Yuan: ExpressibleByArgument, FieldValue {
    private let text: String

    init(argument: String) { text = argument }

    var field: JSONValue? {
        get throws {
            do { return .integer(try Amount.read(text)) } catch { throw ValidationError(.notAnAmount(text, error)) }
        }
    }
}

/// Points with at most two decimals.
struct PointsText: ExpressibleByArgument, FieldValue {
    private let text: String

    init(argument: String) { text = argument }

    var field: JSONValue? {
        get throws {
            guard let points = Hundredths.read(text) else { throw ValidationError(.notPoints(text)) }
            return .integer(points)
        }
    }
}

/// So much of something, with at most two decimals: `户=12`, `hour=2.5`.
struct QuantityText: ExpressibleByArgument, FieldValue {
    private let text: String

    init(argument: String) { text = argument }

    var field: JSONValue? {
        get throws {
            let parts = text.split(omittingEmptySubsequences: false) { $0 == "=" || $0 == "＝" }
            guard parts.count == 2, !parts[0].isEmpty, let amount = Hundredths.read(String(parts[1])), amount > 0 else {
                throw ValidationError(.notAQuantity(text))
            }
            return ["amount": .integer(amount), "of": .string(String(parts[0]))]
        }
    }
}

extension JSONObject {
    /// Leaves out what was not given.
    init(_ fields: KeyValuePairs<String, JSONValue?>) {
        self.init()
        for (key, value) in fields { if let value { self[key] = value } }
    }
}
