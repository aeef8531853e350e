internal import ArgumentParser
internal import Domain
internal import EventLog
internal import Foundation
internal import Views
internal import Wording

/// 履职簿: the command line. Every command opens a book, does one thing through `Bookkeeping`, and prints it.
@main
struct Minutebook: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            BookHelp.program, commandName: "minutebook", version: "0.1.0",
            subcommands: [
                Demo.self, BookCommand.self, Record.self, StatusCommand.self, Explain.self, Calendar.self, Audit.self, SearchCommand.self,
                Diff.self, Due.self, ReportCommand.self, MemberCommand.self, ActivityCommand.self, AttendanceCommand.self,
                VisitCommand.self, ProposalCommand.self, SuggestionCommand.self, DonationCommand.self, FundCommand.self,
                WorkCommand.self, PlanCommand.self, RulesCommand.self, PointsCommand.self, FactCommand.self, AttachmentCommand.self,
                PersonalDataCommand.self, LogCommand.self, Backup.self, Restore.self, Archive.self,
            ])
    }

    static func main() async {
        StandardStreams.secure()
        do {
            try StandardStreams.requireDescriptors()
            try Arguments.readEnvironment()
            let arguments = try Arguments.all()
            // What the parser says has a language too.
            Language.choose(Arguments.language(in: arguments))
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            CommonOptions.noteKeysOfErased()
            CommonOptions.noteNamesWithheld()
            CommonOptions.closeBook()
            Output.flush()
            Statistics.printIfAsked()
        } catch {
            CommonOptions.noteNamesWithheld()
            CommonOptions.closeBook()
            guard let failure = Problem(ofProgram: error) else { finish(with: error) }
            failure.exit()
        }
    }

    /// What the argument parser has to say: help, or what it did not understand.
    private static func finish(with error: any Error) -> Never {
        let (status, text) = (exitCode(for: error), fullMessage(for: error))
        // Help for programs, a JSON document of many lines, stays as it is.
        let message = text.hasPrefix("{") ? text : Phrase.ofParser(text)[.current].visibleLines
        if !message.isEmpty { status == .success ? Output.write(message + "\n") : ErrorOutput.write(message + "\n") }
        Output.flush()
        Foundation.exit(status.rawValue)
    }
}

/// What a command cost, for engineers: with `MINUTEBOOK_STATISTICS` set, on standard error.
enum Statistics {
    static func printIfAsked() {
        guard ProcessInfo.processInfo.environment["MINUTEBOOK_STATISTICS"] != nil else { return }
        ErrorOutput.write("entries read: \(EventLog.entriesRead)\n")
    }
}
