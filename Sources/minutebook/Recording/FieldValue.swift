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

/// Yuan and fen, exactly: `1500`, `1500.5`, `1500.50`.
struct Yuan: ExpressibleByArgument, FieldValue {
    private let text: String

    init(argument: String) { text = argument }

    var field: JSONValue? {
        get throws {
            guard let fen = Hundredths.read(text) else { throw ValidationError(.notAnAmount(text)) }
            return .integer(fen)
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
            let parts = text.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, let amount = Hundredths.read(String(parts[1])), amount > 0 else {
                throw ValidationError(.notAQuantity(text))
            }
            return ["amount": .integer(amount), "of": .string(String(parts[0]))]
        }
    }
}

private enum Hundredths {
    /// Nil for what is negative, has more than two decimals, or has more than twelve digits before them.
    static func read(_ text: String) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = Int64(parts[0]), (0..<1_000_000_000_000).contains(whole) else { return nil }
        guard parts.count == 2 else { return whole * 100 }
        guard (1...2).contains(parts[1].count), parts[1].allSatisfy(\.isASCIIDigit), let digits = Int64(parts[1]) else { return nil }
        return whole * 100 + (parts[1].count == 1 ? digits * 10 : digits)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension JSONObject {
    /// Leaves out what was not given.
    init(_ fields: KeyValuePairs<String, JSONValue?>) {
        self.init()
        for (key, value) in fields { if let value { self[key] = value } }
    }
}
