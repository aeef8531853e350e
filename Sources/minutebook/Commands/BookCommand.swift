internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Views
internal import Wording

struct BookCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(BookHelp.noun, commandName: "book", subcommands: [Open.self])
    }

    struct Open: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(BookHelp.open) }

        @Argument(help: ArgumentHelp(CommonHelp.newFile)) var file: String
        @Option(help: ArgumentHelp(BookHelp.name)) var name: String
        @Option(help: ArgumentHelp(BookHelp.kind)) var kind: String?
        @Option(help: ArgumentHelp(BookHelp.timeZone)) var timeZone = "Asia/Shanghai"
        @Option(help: ArgumentHelp(BookHelp.by)) var by: String = Account.name

        @OptionGroup var common: CommonOptions

        mutating func validate() throws {
            guard TimeZone(identifier: timeZone) != nil else {
                throw ValidationError(.notATimeZone(timeZone))
            }
        }

        func run(in run: Run) throws {
            try BookMaker.make(path: file, name: name, kind: kind, timeZone: timeZone, by: by, occurred: nil)
            run.console.hasRecorded(1)
            if run.isJSON {
                run.console.json(["book": .string(file), "ok": true])
            } else {
                run.console.line(.bookStarted(file))
            }
        }
    }
}

/// Makes a book with a new identity.
enum BookMaker {
    static func make(
        path: String, name: String, kind: String?, timeZone: String, by: String, occurred: Occurrence?,
        clock: @escaping @Sendable () -> Timestamp = Clock.now
    ) throws {
        try ProtectedFiles.requireOutside(path, of: nil)
        var generator = SystemRandomNumberGenerator()
        let identity = CommandID(using: &generator)
        guard let book = Identifier<BookKind>(identity.description), let zone = TimeZone(identifier: timeZone) else {
            preconditionFailure("a UUID is an identifier, and the zone was checked")
        }
        try Book.create(
            path: path, opening: BookOpened(book: book, name: name, kind: kind, timeZone: timeZone), by: by,
            occurred: occurred ?? Occurrence(Clock.now(), in: zone), command: CommandID(using: &generator), clock: clock)
    }
}
