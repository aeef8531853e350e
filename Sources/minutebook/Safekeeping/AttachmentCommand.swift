internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Rendering
internal import Views
internal import Wording

struct AttachmentCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(AttachmentHelp.noun, commandName: "attachment", subcommands: [Add.self, List.self, Save.self])
    }

    struct Add: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(AttachmentHelp.add) }

        @OptionGroup var recording: RecordingOptions
        @Argument(help: ArgumentHelp(AttachmentHelp.file)) var file: String
        @Option(help: ArgumentHelp(AttachmentHelp.to)) var to: String
        @Option(help: ArgumentHelp(AttachmentHelp.name)) var name: String?
        @Option(help: ArgumentHelp(AttachmentHelp.mediaType)) var mediaType: String?
        @Option(help: ArgumentHelp(AttachmentHelp.owner)) var owner: String?

        var common: CommonOptions { recording.common }

        func run(in run: Run) throws {
            let source = try InputFile.open(file)
            let book = try run.openBook(acceptsClockBehind: recording.clock.isAccepted)
            let clock = try book.state(progress: .onTerminal).clock
            let (hash, result) = try book.attach(fields, defaults: try Command.Defaults(by: Account.name, clock: clock, now: Clock.now())) {
                let piece = try source.read(upTo: 1 << 18)
                return piece.isEmpty ? nil : piece
            }
            if let failure = Problem(result) { throw failure }
            run.console.hasRecorded(1)
            guard run.isJSON else { return run.console.line(hash.description) }
            guard case .recorded(let positions, _) = result else { return }
            run.console.json([
                "attachment": .string(hash.description), "ok": true,
                "positions": .array(positions.map { .integer($0.value) }),
            ])
        }

        private var fields: JSONObject {
            var fields = JSONObject([
                "name": .string(name ?? FilePath.name(of: file)), "mediaType": mediaType.map { .string($0) },
                "owner": owner.map { .string($0) }, "to": .string(to),
            ])
            recording.add(to: &fields)
            return fields
        }
    }

    struct List: ViewCommand {
        typealias Answer = AttachmentsView

        static var configuration: CommandConfiguration { CommandConfiguration(AttachmentHelp.list) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
    }

    struct Save: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(AttachmentHelp.save) }

        @OptionGroup var common: CommonOptions
        @Argument(help: ArgumentHelp(AttachmentHelp.hash)) var hash: String
        @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String

        func run(in run: Run) throws {
            let book = try run.openBook()
            let state = try book.state(progress: .onTerminal)
            let matches = state.attachments.values.filter { !$0.links.isEmpty && $0.id.description.hasPrefix(hash) }
            guard matches.count == 1, let link = matches.first?.links.first?.fact else {
                throw matches.isEmpty
                    ? Problem(.notFound, code: "no-such-attachment", .noSuchAttachment(hash))
                    : Problem(.notFound, code: "ambiguous-attachment", .ambiguousAttachment(hash))
            }
            // It gets its name once it is whole and checked.
            let sink = try run.sink(output)
            try book.readAttachment(link, for: run.purpose("attachment save"), in: state) { try sink.write($0) }
            try sink.close()
        }
    }
}
