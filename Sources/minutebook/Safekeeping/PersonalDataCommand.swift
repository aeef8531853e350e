internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Views
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

    struct Copy: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(PersonalDataHelp.copy) }

        @OptionGroup var common: CommonOptions
        @Argument(help: ArgumentHelp(PersonalDataHelp.owner)) var owner: String
        @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

        func run(in run: Run) throws {
            let book = try run.openBook()
            let state = try book.state(progress: .onTerminal)
            let named = try MemberLookup(book, state, on: state.today(at: Clock.now()), for: run.purpose("personal-data copy")).member(named: owner)?.subject
            guard let subject = Subject(owner) ?? named else { throw Problem(.notFound, code: "no-such-member", .noSuchMember(owner)) }
            let copy = try book.personalCopy(of: subject, for: run.purpose("personal-data copy"), in: state)
            let sink = try run.sink(output)
            try sink.write(copy.canonicalBytes, then: UInt8(ascii: "\n"))
            try sink.close()
        }
    }

    struct Readings: ViewCommand {
        typealias Answer = ReadingsView

        static var configuration: CommandConfiguration { CommandConfiguration(PersonalDataHelp.readings) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
        @Argument(help: ArgumentHelp(PersonalDataHelp.ownerOrAll)) var owner: String?

        var arguments: ViewArguments { ["owner": owner] }
    }
}
