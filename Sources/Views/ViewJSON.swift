internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog

/// How values look in the JSON of every view.
extension JSONValue {
    static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    static func text(_ value: (some CustomStringConvertible)?) -> JSONValue { value.map { .string($0.description) } ?? .null }
    static func texts(_ values: some Sequence<some CustomStringConvertible>) -> JSONValue { .array(values.map { .string($0.description) }) }
    static func quantities(_ quantities: [ActQuantity]) -> JSONValue {
        .array(quantities.map { ["amount": .integer($0.amount), "of": .text($0.of)] })
    }
    static func number(_ number: (some BinaryInteger)?) -> JSONValue { number.map { .integer(Int64(clamping: $0)) } ?? .null }
    static func code(_ code: (some RawRepresentable<String>)?) -> JSONValue { code.map { .string($0.rawValue) } ?? .null }
    static func positions(_ positions: some Sequence<Position>) -> JSONValue { .array(positions.map { .integer($0.value) }) }

    /// As the body wrote it; an object by language where it exists in several.
    static func text(_ text: LocalizedText) -> JSONValue {
        guard let en = text.en else { return .string(text.zh) }
        return ["en": .string(en), "zh": .string(text.zh)]
    }

    /// As an entry has it: a day, a moment or an interval, with the words it was said in where it was not exact.
    static func when(_ occurred: Occurrence?) -> JSONValue {
        occurred?.json ?? .null
    }

    /// The first and the last day.
    static func period(_ period: Period) -> JSONValue { ["from": .text(period.first), "until": .text(period.last)] }

    /// Part and whole.
    static func fraction(_ part: some BinaryInteger, of whole: some BinaryInteger) -> JSONValue { [.number(part), .number(whole)] }
}

extension JSONObject {
    init(_ members: KeyValuePairs<String, JSONValue>) {
        self.init()
        for (key, value) in members { self[key] = value }
    }

    mutating func setName(_ reading: PersonalReading?) { setReading("name", reading ?? .unreadable) }

    /// A personal text as it may be shown; where it may not, null, and beside it why.
    mutating func setReading(_ key: String, _ reading: PersonalReading) {
        switch reading {
        case .text(let text): self[key] = .string(text)
        case .erased: setWithheld(key, "erased")
        case .restricted: setWithheld(key, "restricted")
        case .unreadable: setWithheld(key, "unreadable")
        }
    }

    private mutating func setWithheld(_ key: String, _ why: String) {
        self[key] = .null
        self["withheld"] = .string(why)
    }
}

extension JSONObject {
    /// How much of what was done, where anything is recorded.
    mutating func setQuantities(_ quantities: [ActQuantity]) {
        if !quantities.isEmpty { self["quantities"] = .quantities(quantities) }
    }
}
