import CanonicalJSON
internal import Foundation

/// The texts and numbers of a command, as they are recorded. What an older entry has is read as it is: this is asked of
/// what comes in.
enum CommandTexts {
    /// What is written in several lines where it is long; every other text is one line.
    static let inLines: Set<String> = ["body", "content", "meaning", "note", "reason", "text", "what", "why"]

    /// The object with its texts trimmed, in the one form that Unicode has for what looks the same (NFC), and without
    /// anything hidden.
    ///
    /// - Throws: `CommandError` with the field at fault.
    static func recorded(_ object: JSONObject, of command: String) throws(CommandError) -> JSONObject {
        var recorded = JSONObject()
        for member in object.members {
            try check(member.key, "command", keepsLines: false)
            // A plan is kept as it was written: the book proves its bytes.
            let isVerbatim = member.key == "text" && command.hasPrefix("plan.")
            recorded[member.key] = isVerbatim ? try verbatim(member.value, member.key) : try value(member.value, member.key)
        }
        return recorded
    }

    /// Who records, where a command does not say.
    static func author(_ name: String) throws(CommandError) -> String {
        var object = JSONObject()
        object["by"] = .string(name)
        var fields = CommandFields(try recorded(object, of: ""))
        guard let author = try fields.takeText("by", characterMax: authorCharacterMax) else { throw .field("by", .missing) }
        return author
    }

    static let authorCharacterMax = 200

    private static func value(_ value: JSONValue, _ key: String) throws(CommandError) -> JSONValue {
        switch value {
        case .string(let text):
            let keepsLines = inLines.contains(key)
            let trimmed = (keepsLines ? text.withLineFeeds : text).trimmed
            do {
                try check(trimmed, key, keepsLines: keepsLines)
            } catch .field(_, .hidden(var hidden)) {
                // Places are counted in what was typed.
                hidden.place += text.unicodeScalars.prefix { $0.properties.isWhitespace }.count
                throw .field(key, .hidden(hidden))
            }
            let isSeen = trimmed.isEmpty || trimmed.unicodeScalars.contains { !$0.isBlank }
            guard isSeen else { throw .field(key, .invalid(expected: .someText)) }
            return .string(trimmed.composed)
        case .integer(let number):
            guard IntegerRange.contains(number) else {
                throw .field(key, .invalid(expected: .wholeNumber(-IntegerRange.limit...IntegerRange.limit)))
            }
            return value
        case .array(let values):
            var recorded: [JSONValue] = []
            for value in values { recorded.append(try self.value(value, key)) }
            return .array(recorded)
        case .object(let object):
            var recorded = JSONObject()
            for member in object.members { recorded[member.key] = try self.value(member.value, member.key) }
            return .object(recorded)
        case .null, .bool: return value
        }
    }

    private static func verbatim(_ value: JSONValue, _ key: String) throws(CommandError) -> JSONValue {
        guard case .string(let text) = value else { return value }
        let mark: Unicode.Scalar = "\u{FEFF}"
        let shown = String(String.UnicodeScalarView(text.unicodeScalars.drop { $0 == mark })).withLineFeeds
        try check(shown, key, keepsLines: true)
        return value
    }

    private static func check(_ text: String, _ key: String, keepsLines: Bool) throws(CommandError) {
        if let hidden = HiddenCharacter(in: text, keepsLines: keepsLines) { throw .field(key, .hidden(hidden)) }
    }
}

extension String {
    /// Without space around it, in NFC; with line feeds for the line ends of other systems.
    func inRecordedForm(keepsLines: Bool) -> String { (keepsLines ? withLineFeeds : self).trimmed.composed }

    fileprivate var composed: String {
        // Most texts have nothing that could be written in two ways.
        let isComposed = unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0..<0x300, 0x2010...0x2027, 0x3001...0x3029, 0x3400...0x9FFF, 0xFF01...0xFF60: true
            default: false
            }
        }
        return isComposed ? self : precomposedStringWithCanonicalMapping
    }

    /// Without the white space around it, as Unicode has it; Foundation's takes hidden characters along.
    fileprivate var trimmed: String {
        guard let first = unicodeScalars.first, let end = unicodeScalars.last, first.properties.isWhitespace || end.properties.isWhitespace
        else { return self }
        let start = unicodeScalars.drop { $0.properties.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(start[...last])
    }

    fileprivate var withLineFeeds: String { utf8.contains(UInt8(ascii: "\r")) ? replacing("\r\n", with: "\n") : self }
}

extension JSONValue {
    /// As a command's texts are recorded now: for comparing with what was recorded before that was done.
    var inRecordedForm: JSONValue {
        switch self {
        case .string(let text): .string(text.inRecordedForm(keepsLines: true))
        case .array(let values): .array(values.map(\.inRecordedForm))
        case .object(let object): .object(object.inRecordedForm)
        case .null, .bool, .integer: self
        }
    }
}

extension JSONObject {
    var inRecordedForm: JSONObject {
        members.reduce(into: JSONObject()) { $0[$1.key] = $1.value.inRecordedForm }
    }
}
