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
    @Option(name: .customLong("occurred"), help: "何时发生，如 2019-03-12、2012年2月中旬 When it happened; now if left out.")
    var occurred: String?

    @Option(help: "理由，不封存，勿写他人私事 Why; corrections need it. Never sealed: no personal matter.")
    var reason: String?

    @Option(help: "记录人，不封存 Who records; never sealed.")
    var by: String?

    @Option(name: .customLong("command-id"), help: "命令编号（UUID），重发时不会重记 A UUID: sent again, it is not recorded twice.")
    var id: String?

    @Flag(help: "日期比时钟晚也照记 Record it although it is dated later than the clock.")
    var ahead = false

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
    @Flag(
        name: .customLong("accept-clock"),
        help: "时钟比最后一条早五分钟以上也照记 Record although the clock is more than five minutes behind the last entry.")
    var isAccepted = false
}

/// A command for people's hands: the same object as in `record`, made of options.
protocol RecordingCommand: ParsableCommand {
    /// The command's name in JSON.
    static var command: String { get }
    var common: CommonOptions { get }
    var recording: RecordingOptions { get }
    var fields: JSONObject { get throws }
    /// What is still to be made sure of once it is on record.
    func check(_ book: Book) throws
}

extension RecordingCommand {
    func check(_ book: Book) throws {}

    func run() throws {
        var object = try fields
        object["command"] = .string(Self.command)
        recording.add(to: &object)
        let book = try common.openBook(acceptsClockBehind: recording.clock.isAccepted)
        let state = try book.state(progress: .onTerminal)
        if let kind = CommandCatalogue[Self.command] {
            object = try MemberLookup(book, state, for: common.purpose(Self.command)).resolving(object, of: kind)
        }
        let command = try Command(object, defaults: Command.Defaults(by: Account.name, zone: state.timeZone, now: Clock.now()))
        let response = CommandResponse(try book.execute([command])[0])
        if let problem = response.problem { throw problem }
        Output.hasRecorded(1)
        try show(response, book)
        try check(book)
        try book.close()
    }

    private func show(_ response: CommandResponse, _ book: Book) throws {
        guard case .recorded(let positions, _) = response.outcome else { return }
        if common.json { return Output.json(response.json(.current)) }
        for position in positions {
            if let entry = try book.entry(at: position) { Output.line(EntryText.headline(entry)) }
        }
    }

    static func describe(_ abstract: String, example: String, name: String? = nil) -> CommandConfiguration {
        CommandConfiguration(commandName: name, abstract: abstract, discussion: "EXAMPLE: minutebook \(example)")
    }
}

extension JSONObject {
    /// Leaves out what was not given.
    init(_ fields: KeyValuePairs<String, JSONValue?>) {
        self.init()
        for (key, value) in fields { if let value { self[key] = value } }
    }
}

extension JSONValue {
    static func text(_ text: String?) -> JSONValue? { text.map { .string($0) } }
    static func integer(_ number: Int64?) -> JSONValue? { number.map { .integer($0) } }
    static func flag(_ flag: Bool) -> JSONValue? { flag ? true : nil }
    /// Nothing for an empty list.
    static func texts(_ texts: [String]) -> JSONValue? { texts.isEmpty ? nil : .array(texts.map { .string($0) }) }

    /// Yuan and fen, exactly: `1500`, `1500.5`, `1500.50`.
    static func yuan(_ text: String?) throws -> JSONValue? {
        guard let text else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let yuan = Int64(parts[0]), yuan >= 0, yuan < 1_000_000_000_000 else {
            throw ValidationError(.notAnAmount(text))
        }
        var fen: Int64 = 0
        if parts.count == 2 {
            guard (1...2).contains(parts[1].count), let digits = Int64(parts[1]), parts[1].first != "-" else {
                throw ValidationError(.notAnAmount(text))
            }
            fen = parts[1].count == 1 ? digits * 10 : digits
        }
        return .integer(yuan * 100 + fen)
    }
}
