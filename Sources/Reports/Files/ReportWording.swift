internal import Bookkeeping
public import CanonicalJSON
internal import Domain
internal import EventLog
public import Wording

extension VerifiedReport {
    /// What was compared and what was not, for people.
    public var summary: [Phrase] {
        let (position, rendering, ours) = (parameters.position, parameters.rendering, ReportParameters.rendering)
        let first: Phrase =
            switch text {
            case .same where !uncheckedParts.isEmpty: .reportIsReworded(upTo: position, rendering: rendering, ours: ours)
            case .same where !unchecked.isEmpty: .reportIsTheSameButForNames(upTo: position)
            case .same: .reportIsTheSame(upTo: position)
            case .reworded: .reportIsReworded(upTo: position, rendering: rendering, ours: ours)
            case .notCompared: .reportTextNotCompared(upTo: position, rendering: rendering, ours: ours)
            }
        var words: [Phrase] = []
        if case .reworded(let other) = text {
            words = other.map { .otherWords(inReport: $0.inReport, today: $0.today, placeCount: $0.placeCount) }
        }
        let names = unchecked.map { Phrase.nameNotChecked($0.member, shown: $0.shown, placeCount: $0.placeCount) }
        return [first] + words + uncheckedParts.map(\.phrase) + names
    }

    /// What was compared and what was not, for programs: `text` is `same`, `reworded` or `not-compared`.
    public var json: JSONObject {
        var object = JSONObject()
        object["position"] = .integer(parameters.position.value)
        object["rendering"] = .integer(parameters.rendering)
        object["complete"] = .bool(isComplete)
        switch text {
        case .same: object["text"] = "same"
        case .reworded(let words):
            object["text"] = "reworded"
            object["words"] = .array(
                words.map { ["report": .string($0.inReport), "book": .string($0.today), "places": .integer(Int64($0.placeCount))] })
        case .notCompared: object["text"] = "not-compared"
        }
        object["unchecked"] = .array(
            unchecked.map {
                [
                    "member": .string($0.member.description), "places": .integer(Int64($0.placeCount)), "shown": .string($0.shown),
                ]
            })
        object["uncheckedParts"] = .array(uncheckedParts.map(\.json))
        object["withheld"] = .array(unchecked.map { .string($0.member.description) })
        return object
    }
}

extension VerifiedReport.Part {
    fileprivate var phrase: Phrase {
        switch self {
        case .status: .statusNotCompared
        case .onlyInReport(let table, let column): .onlyInReport(table: table, column: column)
        case .onlyInBook(let table, let column): .onlyInBook(table: table, column: column)
        }
    }

    fileprivate var json: JSONValue {
        func value(_ place: String, _ table: String, _ column: String?) -> JSONValue {
            var object = JSONObject()
            object["onlyIn"] = .string(place)
            object["table"] = .string(table)
            object["column"] = column.map { .string($0) }
            return .object(object)
        }
        return switch self {
        case .status: ["onlyIn": "report", "member": "status"]
        case .onlyInReport(let table, let column): value("report", table, column)
        case .onlyInBook(let table, let column): value("book", table, column)
        }
    }
}
