internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
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
        @Option(help: ArgumentHelp(BookHelp.timeZone)) var timeZone = Self.commonZone
        @Option(help: ArgumentHelp(BookHelp.by)) var by: String = Account.name

        @OptionGroup var common: CommonOptions

        /// Where nobody names one. The machine's may be that of a data centre.
        private static let commonZone = "Asia/Shanghai"

        mutating func validate() throws {
            guard BookClock.isUnambiguous(timeZone) else { throw ValidationError(.notATimeZone(timeZone)) }
        }

        func run(in run: Run) throws {
            try BookMaker.make(path: file, name: name, kind: kind, timeZone: timeZone, by: by, occurred: nil)
            run.console.hasRecorded(1)
            let clock = BookClock(named: timeZone)
            let offset = clock.offsetMinutes(atSecondsSince1970: Clock.now().microsecondsSince1970 / 1_000_000)
            if run.isJSON {
                run.console.json(["book": .string(file), "ok": true, "timeZone": .string(timeZone), "utcOffsetMinutes": .integer(Int64(offset))])
            } else {
                run.console.line(.bookStarted(file, clock: timeZone, offsetMinutes: offset))
            }
            if timeZone == Self.commonZone, let own = BookClock.ofMachine, own != timeZone { run.console.note(.machineIsElsewhere(own)) }
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
        guard let book = Identifier<BookKind>(identity.description) else { preconditionFailure("a UUID is an identifier") }
        try Book.create(
            path: path, opening: BookOpened(book: book, name: name, kind: kind, timeZone: timeZone), by: by,
            occurred: occurred ?? Occurrence(Clock.now(), by: BookClock(named: timeZone)), command: CommandID(using: &generator), clock: clock)
    }
}
