internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Views
internal import Wording

struct BookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "book", abstract: "履职簿本身 The book itself", subcommands: [Open.self])

    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "建一本新簿 Start a book",
            discussion: "EXAMPLE: minutebook book open 2026.db --name 某某街道政协联络处 --kind 联络处")

        @Argument(help: "新文件 The new file; it must not exist.")
        var file: String

        @Option(help: "单位名称 Name of the body.")
        var name: String

        @Option(help: "单位类别 What kind of body it is.")
        var kind: String?

        @Option(help: "时区 IANA name of the time zone.")
        var timeZone = "Asia/Shanghai"

        @Option(help: "记录人 Who records.")
        var by: String = Account.name

        @OptionGroup var common: CommonOptions

        mutating func validate() throws {
            guard TimeZone(identifier: timeZone) != nil else {
                throw ValidationError(.notATimeZone(timeZone))
            }
        }

        func run() throws {
            try BookMaker.make(path: file, name: name, kind: kind, timeZone: timeZone, by: by, occurred: nil)
            Output.hasRecorded(1)
            if common.json {
                Output.json(["book": .string(file), "ok": true])
            } else {
                Output.line(Phrase(zh: "已建簿：\(file)", en: "Started \(file)"))
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
