internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Views
internal import Wording

struct FactCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(FactHelp.noun, commandName: "fact", subcommands: [Void.self, Correct.self])
    }

    struct Void: RecordingCommand {
        static let command = "fact.void"
        static let help = FactHelp.void

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("corrects")) var corrects: Int64
    }

    struct Correct: RecordingCommand {
        static let command = "fact.correct"
        static let help = FactHelp.correct

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("corrects")) var corrects: Int64
        @Option(name: .customLong("set"), help: ArgumentHelp(FactHelp.changes)) var changes: [String] = []
        @Option(help: Self.field("when")) var when: String?

        func completed(_ object: JSONObject, from book: Book, _ members: MemberLookup) throws -> JSONObject {
            guard !changes.isEmpty else { return object }
            let type = corrects >= 1 ? try book.entry(at: Position(corrects))?.event.type : nil
            let kind = CommandCatalogue.kinds.first { $0.eventType == type }
            let typed = try TypedChanges(changes, of: kind).fields
            var object = object
            object["set"] = .object(try kind.map { try members.resolving(typed, of: $0) } ?? typed)
            return object
        }
    }
}
