public import Bookkeeping
public import CanonicalJSON
public import Domain
internal import Foundation
public import EventLog
public import Wording

/// What whoever sent a command gets: the positions of its entries, or why it was not recorded.
public struct CommandResponse: Sendable {
    public enum Outcome: Sendable {
        /// - Parameter isRepeated: it had been recorded before, with the same content.
        /// - Parameter warnings: what whoever sent it should know all the same.
        case recorded([Position], isRepeated: Bool, warnings: [Warning])
        /// - Parameters:
        ///   - field: of the command's object.
        ///   - column: in its line, in characters from 1.
        case failed(Problem, field: String?, column: Int?)
    }

    public let outcome: Outcome

    public init(_ result: CommandResult) {
        switch result {
        case .recorded(let positions, let warnings): outcome = .recorded(positions, isRepeated: false, warnings: warnings)
        case .repeated(let positions, let warnings): outcome = .recorded(positions, isRepeated: true, warnings: warnings)
        case .refused, .faultyPlan, .entryTooLong, .entryUnreadable, .notRecordedBesideRefusal:
            guard let problem = Problem(result) else { preconditionFailure("what is not on record is a problem") }
            outcome = .failed(problem, field: nil, column: nil)
        }
    }

    /// Of what was refused before it came to the book.
    package init(failed problem: Problem) { outcome = .failed(problem, field: nil, column: nil) }

    /// - Parameter text: what could not be read as a command.
    public init(_ error: CommandError, in text: [UInt8]) {
        outcome = .failed(
            Problem(.badData, code: error.code, .commandError(error)), field: error.field, column: error.column(in: text))
    }

    /// Nil where the command is on record.
    public var problem: Problem? {
        if case .failed(let problem, _, _) = outcome { problem } else { nil }
    }

    /// What whoever sent it should know; none where it is not on record.
    public var warnings: [Warning] {
        if case .recorded(_, _, let warnings) = outcome { warnings } else { [] }
    }

    /// As `record` prints it for a line; the message alone is in the language of whoever asks.
    ///
    /// - Parameter line: of a file, from 1.
    public func json(line: Int? = nil, _ language: Language) -> JSONValue {
        var object = JSONObject()
        object["line"] = line.map { .integer(Int64($0)) }
        switch outcome {
        case .recorded(let positions, let isRepeated, let warnings):
            object["ok"] = true
            object["positions"] = .positions(positions)
            if isRepeated { object["repeated"] = true }
            if !warnings.isEmpty { object["warnings"] = .array(warnings.map(\.json)) }
        case .failed(let problem, let field, let column):
            object["ok"] = false
            object["code"] = .string(problem.code)
            object["message"] = .string(problem.phrase[language])
            object["field"] = field.map { .string($0) }
            object["column"] = column.map { .integer(Int64($0)) }
        }
        return .object(object)
    }
}

extension Warning {
    /// Its code, and what it is about.
    var json: JSONValue {
        var object = JSONObject(["code": .code(code)])
        switch self {
        case .noDeadline(let proposal, let step):
            object["subject"] = .text(proposal.subject)
            object["step"] = .code(step)
        case .looksLikeDuplicate(let subject, let other):
            object["subject"] = .text(subject)
            object["of"] = .text(other)
        case .unknownKind(let word, let near), .unknownLevel(let word, let near):
            object["word"] = .text(word)
            object["near"] = .array(near.map { .text($0) })
        case .itemNotInPlan(let item, let day):
            object["item"] = .string(item)
            object["on"] = .text(day)
        case .outsidePlan(let plan, let day):
            object["plan"] = .text(plan)
            object["on"] = .text(day)
        case .targetNotMeant(let target, let plan, let member, let day):
            object["target"] = .string(target)
            object["plan"] = .text(plan)
            object["member"] = .text(member)
            object["on"] = .text(day)
        case .nobodyOf(let unit, let day):
            object["unit"] = unit.json
            object["on"] = .text(day)
        case .notInOffice(let members, let day):
            object["members"] = .array(members.map { .text($0) })
            object["on"] = .text(day)
        case .longAfter(let activity, let last, let day):
            object["subject"] = .text(activity.subject)
            object["last"] = .text(last)
            object["on"] = .text(day)
        case .nothingChanged(let subject): object["subject"] = .text(subject)
        case .voidingChangesNothing(let position): object["position"] = .integer(position.value)
        case .differsFromRoster(let ballot, let said, let count), .differsFromRegister(let ballot, let said, let count):
            object["subject"] = .text(ballot.subject)
            object["said"] = .integer(said)
            object["counted"] = .integer(Int64(count))
        case .spokeThoughAbsent(let members, let activity):
            object["members"] = .array(members.map { .text($0) })
            object["subject"] = .text(activity.subject)
        }
        return .object(object)
    }
}

extension CommandError {
    var field: String? {
        switch self {
        case .field(let name, _): name
        case .notJSON(let error): error.field
        case .unknownCommand: "command"
        case .notAnObject: nil
        }
    }

    /// The column, in characters from 1, of what is wrong; nil where it is nowhere in the line.
    func column(in line: [UInt8]) -> Int? {
        let text = String(decoding: line, as: UTF8.self)
        if case .notJSON(let error) = self { return String(decoding: line.prefix(error.offset), as: UTF8.self).count + 1 }
        guard let field, let range = text.range(of: "\"\(field)\"") else { return nil }
        return text.distance(from: text.startIndex, to: range.lowerBound) + 1
    }
}

extension Command.Defaults {
    /// What a command gets where it leaves something out: an id, now, and whoever sends it.
    ///
    /// - Throws: `ClockFault.outsideCalendar`.
    public init(by: String, clock: BookClock, now: Timestamp) throws(ClockFault) {
        var generator = SystemRandomNumberGenerator()
        self.init(id: CommandID(using: &generator), by: by, occurred: try Occurrence(now, by: clock), clock: clock)
    }
}
