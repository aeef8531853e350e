internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Wording

struct PersonalDataCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            PersonalDataHelp.noun, commandName: "personal-data",
            subcommands: [Erase.self, Restrict.self, Release.self, Copy.self, Readings.self])
    }

    struct Erase: RecordingCommand {
        static let command = "personal-data.erase"
        static let help = PersonalDataHelp.erase

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("owner")) var owner: String
        @Flag(help: ArgumentHelp(PersonalDataHelp.yes)) var yes = false

        mutating func validate() throws {
            guard yes else {
                throw ValidationError(.erasureNotConfirmed(owner))
            }
        }

        func check(_ book: Book) throws { try book.requireErasures() }
    }

    struct Restrict: RecordingCommand {
        static let command = "personal-data.restrict"
        static let help = PersonalDataHelp.restrict

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("owner")) var owner: String
    }

    struct Release: RecordingCommand {
        static let command = "personal-data.release"
        static let help = PersonalDataHelp.release

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("owner")) var owner: String
    }

    struct Copy: ParsableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(PersonalDataHelp.copy) }

        @OptionGroup var common: CommonOptions
        @Argument(help: ArgumentHelp(PersonalDataHelp.owner)) var owner: String
        @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

        func run() throws {
            let book = try common.openBook()
            let state = try book.state(progress: .onTerminal)
            guard let subject = Subject(owner) else { throw Rejection.unknown(Subject(kind: "member", id: owner)) }
            let copy = try book.personalCopy(of: subject, for: common.purpose("personal-data copy"), in: state)
            let sink = try common.sink(output)
            try sink.write(copy.canonicalBytes, then: UInt8(ascii: "\n"))
            try sink.close()
        }
    }

    struct Readings: ParsableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(PersonalDataHelp.readings) }

        @OptionGroup var common: CommonOptions
        @Argument(help: ArgumentHelp(PersonalDataHelp.ownerOrAll)) var owner: String?

        func run() throws {
            let book = try common.openBook()
            var list = Listing(columns: [
                .init("recorded", "时间", "when"), .init("by", "何人查阅", "who read"), .init("purpose", "用途", "what for"),
                .init("about", "涉及", "whose"),
            ])
            try book.forEachReading(about: owner.flatMap { Subject($0) }) { entry, purpose in
                list.rows.append([entry.recorded.description, entry.event.by, purpose, whose(entry.event.about)])
            }
            list.show(json: common.json)
        }

        /// All of them for programs; for people a few, and how many.
        private func whose(_ subjects: [Subject]) -> String {
            Phrase.some(subjects.map { .plain($0) }, atMost: common.json ? .max : 3, zh: " ", en: " ")[.current]
        }
    }
}
