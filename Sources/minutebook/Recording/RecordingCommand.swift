internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Views
internal import Wording

/// What every command that records something takes.
struct RecordingOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions
    @Option(help: ArgumentHelp(CommonHelp.occurred)) var occurred: String?
    @Option(help: ArgumentHelp(CommonHelp.reason)) var reason: String?
    @Option(help: ArgumentHelp(CommonHelp.by)) var by: String?
    @Option(name: .customLong("command-id"), help: ArgumentHelp(CommonHelp.commandID)) var id: String?
    @Flag(help: ArgumentHelp(CommonHelp.ahead)) var ahead = false
    @OptionGroup var clock: ClockOptions

    func add(to object: inout JSONObject) {
        object["occurred"] = occurred.map { .string($0) }
        object["reason"] = reason.map { .string($0) }
        object["by"] = by.map { .string($0) }
        object["id"] = id.map { .string($0) }
        object["ahead"] = ahead ? true : nil
    }
}

/// What to do where the clock is far behind the last entry.
struct ClockOptions: ParsableArguments {
    @Flag(name: .customLong("accept-clock"), help: ArgumentHelp(CommonHelp.acceptClock)) var isAccepted = false
}

/// A command for people's hands: the same object as in `record`, made of options. An option that is called like a field of
/// the command is that field.
protocol RecordingCommand: RunnableCommand {
    /// The command's name in JSON.
    static var command: String { get }
    static var help: CommandHelp { get }
    var recording: RecordingOptions { get }
    /// What is recorded, without what all commands have.
    var fields: JSONObject { get throws }
    /// The object with what only the book can tell, such as which fields the corrected entry has.
    func completed(_ object: JSONObject, from book: Book, _ members: MemberLookup) throws -> JSONObject
    /// What is still to be made sure of once it is on record.
    func check(_ book: Book) throws
}

extension RecordingCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(help) }

    private static var kind: CommandKind {
        guard let kind = CommandCatalogue[command] else { preconditionFailure("\(command) is not in the catalogue") }
        return kind
    }

    /// The help of an option that is a field of the command: the field's own text.
    static func field(_ name: String) -> ArgumentHelp {
        let isFound = kind.memberFields.contains(name)
        guard let help = Phrase.option(name, of: kind, isFound: isFound) else { preconditionFailure("\(command) has no \(name)") }
        return ArgumentHelp(help)
    }

    /// What was written in the options that are called like a field.
    var givenFields: JSONObject {
        get throws {
            let kind = Self.kind
            return try Mirror(reflecting: self).children.reduce(into: JSONObject()) { fields, child in
                // The parser's wrappers are stored under the name of the option with `_` before it.
                guard let name = child.label?.dropFirst(), let option = child.value as? any FieldValue,
                    let field = kind.fields.first(where: { $0.name == name }), let value = try option.field
                else { return }
                if field.isRequired || value != [] { fields[field.name] = value }
            }
        }
    }

    var common: CommonOptions { recording.common }
    var fields: JSONObject { get throws { try givenFields } }
    func completed(_ object: JSONObject, from book: Book, _ members: MemberLookup) throws -> JSONObject { object }
    func check(_ book: Book) throws {}

    func run(in run: Run) throws {
        var object = try fields
        object["command"] = .string(Self.command)
        recording.add(to: &object)
        let book = try run.openBook(acceptsClockBehind: recording.clock.isAccepted)
        let state = try book.state(progress: .onTerminal)
        let members = try MemberLookup(book, state, on: state.today(at: Clock.now()), for: run.purpose(Self.command))
        object = try completed(members.resolving(object, of: Self.kind), from: book, members)
        let command = try Command(object, defaults: Command.Defaults(by: Account.name, clock: state.clock, now: Clock.now()))
        let response = CommandResponse(try book.execute([command])[0])
        if let problem = response.problem { throw problem }
        run.console.hasRecorded(1)
        try show(response, book, run)
        try check(book)
        try book.close()
    }

    private func show(_ response: CommandResponse, _ book: Book, _ run: Run) throws {
        guard case .recorded(let positions, _, let warnings) = response.outcome else { return }
        if run.isJSON { return run.console.json(response.json(run.language)) }
        for position in positions {
            if let entry = try book.entry(at: position) { run.console.line(.headline(entry)) }
        }
        for warning in warnings { run.console.note(.warning(warning)) }
    }
}
