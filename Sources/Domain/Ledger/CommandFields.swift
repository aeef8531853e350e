import CanonicalJSON
import EventLog

/// The members of a command's object, taken one after the other; what is left over is the payload.
struct CommandFields {
    private(set) var rest: JSONObject

    init(_ object: JSONObject) { rest = object }

    private mutating func take(_ key: String) -> JSONValue? {
        defer { rest[key] = nil }
        return rest[key]
    }

    /// The text of a member that stays.
    func string(_ key: String) throws(CommandError) -> String? {
        var copy = self
        return try copy.takeString(key)
    }

    /// - Throws: where one of these lists is given without anything in it.
    func requireFilled(_ keys: [String]) throws(CommandError) {
        for key in keys where rest[key] == .array([]) {
            throw .field(key, .invalid(expected: .filledList))
        }
    }

    mutating func takeString(_ key: String) throws(CommandError) -> String? {
        guard let value = take(key) else { return nil }
        guard case .string(let text) = value else { throw .field(key, .wrongType(expected: .string)) }
        return text
    }

    /// With the limits that all plain text has.
    mutating func takeText(_ key: String, characterMax: Int) throws(CommandError) -> String? {
        guard let text = try takeString(key) else { return nil }
        if let expected = PlainText.expectation(of: text, characterMax: characterMax) {
            throw .field(key, .invalid(expected: expected))
        }
        return text
    }

    mutating func take<Value>(
        _ key: String, expected: Expectation, _ parse: (String) -> Value?
    ) throws(CommandError) -> Value? {
        guard let text = try takeString(key) else { return nil }
        guard let value = parse(text) else { throw .field(key, .invalid(expected: expected)) }
        return value
    }

    mutating func takeObject(_ key: String) throws(CommandError) -> JSONObject? {
        guard let value = take(key) else { return nil }
        guard case .object(let object) = value else { throw .field(key, .wrongType(expected: .object)) }
        return object
    }

    mutating func takePosition(_ key: String) throws(CommandError) -> Position? {
        guard let value = take(key) else { return nil }
        guard case .integer(let number) = value else { throw .field(key, .wrongType(expected: .integer)) }
        guard number >= 1 else { throw .field(key, .invalid(expected: .position)) }
        return Position(number)
    }

    /// False where it is left out.
    mutating func takeFlag(_ key: String) throws(CommandError) -> Bool {
        guard let value = take(key) else { return false }
        guard case .bool(let flag) = value else { throw .field(key, .wrongType(expected: .boolean)) }
        return flag
    }

    mutating func requirePosition(_ key: String) throws(CommandError) -> Position {
        guard let position = try takePosition(key) else { throw .field(key, .missing) }
        return position
    }

    /// A date, exact or in words, or `{"interval":…,"words":…}` as an entry has it.
    mutating func takeDate(_ key: String, _ defaults: Command.Defaults) throws(CommandError) -> Occurrence? {
        guard let value = take(key) else { return nil }
        return try Self.date(value, key, defaults)
    }

    /// A date in words is short.
    private static let wordsCharacterMax = 100

    private static func date(_ value: JSONValue, _ key: String, _ defaults: Command.Defaults) throws(CommandError) -> Occurrence {
        let occurrence = try written(value, key, defaults)
        guard defaults.clock.hasDates(of: occurrence) else {
            throw .field(key, .invalid(expected: .momentInCalendar))
        }
        return occurrence
    }

    private static func written(_ value: JSONValue, _ key: String, _ defaults: Command.Defaults) throws(CommandError) -> Occurrence {
        switch value {
        case .string(let text):
            do throws(DateFault) {
                return try DateWords.read(text, clock: defaults.clock, today: defaults.today)
            } catch {
                throw .field(key, .invalid(expected: error.expectation(otherwise: .writtenDate)))
            }
        case .object:
            let bytes = value.canonicalBytes
            let occurrence = bytes.withUnsafeBytes { bytes -> Occurrence? in
                var reader = CanonicalReader(bytes)
                return try? Occurrence.read(from: &reader, field: "occurred")
            }
            guard let occurrence, occurrence.words.map({ PlainText.expectation(of: $0, characterMax: wordsCharacterMax) == nil }) ?? true
            else { throw .field(key, .invalid(expected: .writtenDate)) }
            return occurrence
        case .null, .bool, .integer, .array:
            throw .field(key, .wrongType(expected: .writtenDate))
        }
    }

    /// Replaces a date as people write it by what an entry has.
    mutating func readDate(in key: String, _ defaults: Command.Defaults) throws(CommandError) {
        guard let value = rest[key] else { return }
        rest[key] = try Self.date(value, key, defaults).json
    }

    /// The same of every date that a command has.
    mutating func readDates(in kind: CommandKind, _ defaults: Command.Defaults) throws(CommandError) {
        for field in kind.fields {
            switch (field.form, rest[field.name]) {
            case (.occurrence, .some): try readDate(in: field.name, defaults)
            case (.date, .string(let text)?): try readDay(text, in: field.name, defaults)
            case (.personalMonthDay, .string(let text)?):
                // What is no day of any month is refused as the event's field.
                if let day = DateWords.readMonthAndDay(text) { rest[field.name] = .string(day) }
            default: break
            }
        }
    }

    private mutating func readDay(_ text: String, in key: String, _ defaults: Command.Defaults) throws(CommandError) {
        do throws(DateFault) {
            rest[key] = .string(try DateWords.readDay(text, today: defaults.today).description)
        } catch {
            throw .field(key, .invalid(expected: error.expectation(otherwise: .date)))
        }
    }

    /// The same of the dates that a correction sets. Which event it corrects is not known here: where some events have a text
    /// in a field that others have a day in, what is a day is read as one, and the rest stays.
    mutating func readChangedDates(_ defaults: Command.Defaults) throws(CommandError) {
        for change in rest.members {
            guard case .string(let text) = change.value, let forms = Self.formsByName[change.key] else { continue }
            if forms == [.personalMonthDay] {
                if let day = DateWords.readMonthAndDay(text) { rest[change.key] = .string(day) }
            } else if forms == [.date] {
                try readDay(text, in: change.key, defaults)
            } else if forms.contains(.date), !forms.contains(.occurrence) {
                if let day = try? DateWords.readDay(text, today: defaults.today) { rest[change.key] = .string(day.description) }
            } else if forms.allSatisfy({ $0 == .date || $0 == .occurrence }), CalendarDate(text) == nil {
                try readDate(in: change.key, defaults)
            }
        }
    }

    /// The forms that fields of a name have, of all commands but corrections.
    private static let formsByName: [String: [CommandField.Form]] = CommandCatalogue.kinds.reduce(into: [:]) { forms, kind in
        for field in kind.fields where !(forms[field.name]?.contains(field.form) ?? false) { forms[field.name, default: []].append(field.form) }
    }

    mutating func takeMembers() throws(CommandError) -> [MemberID]? {
        guard let value = take("members") else { return nil }
        guard rest["member"] == nil else { throw .field("members", .excludes("member")) }
        guard case .array(let values) = value else { throw .field("members", .wrongType(expected: .array)) }
        guard !values.isEmpty else { throw .field("members", .invalid(expected: .filledList)) }
        var members: [MemberID] = []
        for value in values {
            guard case .string(let text) = value, let id = MemberID(text) else {
                throw .field("members", .invalid(expected: .memberIDs))
            }
            members.append(id)
        }
        return members
    }

    func end() throws(CommandError) {
        if let first = rest.members.first { throw .field(first.key, .unknown) }
    }
}
