internal import ArgumentParser
internal import Domain
internal import EventLog
internal import Foundation
internal import Views
internal import Wording

/// 履职簿: the command line. Every command opens a book, does one thing through `Bookkeeping`, and prints it.
@main
struct Minutebook: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            BookHelp.program, commandName: "minutebook", version: "0.1.0",
            subcommands: serving + [
                Demo.self, BookCommand.self, Record.self, StatusCommand.self, RankingCommand.self, RiskCommand.self, Explain.self, Calendar.self, Audit.self, SearchCommand.self,
                Diff.self, Due.self, ReportCommand.self, MemberCommand.self, ActivityCommand.self, AttendanceCommand.self, AgendaCommand.self, SpeechCommand.self, NoticeCommand.self, MinutesCommand.self,
                VisitCommand.self, ProposalCommand.self, SuggestionCommand.self, DonationCommand.self, FundCommand.self,
                WorkCommand.self, CommendationCommand.self, PlanCommand.self, RulesCommand.self, PointsCommand.self, AppealCommand.self,
                BallotCommand.self, DecisionCommand.self, PetitionCommand.self, DutyReportCommand.self,
                FactCommand.self, AttachmentCommand.self,
                PersonalDataCommand.self, LogCommand.self, Backup.self, Restore.self, Archive.self,
            ])
    }

    /// Where the pages are built in.
    private static var serving: [any ParsableCommand.Type] {
        #if Web
            [ServeCommand.self, HelpBookCommand.self]
        #else
            []
        #endif
    }

    static func main() {
        StandardStreams.secure()
        do {
            try StandardStreams.requireDescriptors()
            let book = try Arguments.bookOfEnvironment()
            let arguments = try Arguments.all()
            let console = Console(Arguments.language(in: arguments) ?? .ofLocale)
            HelpLanguage.$current.withValue(console.language) { perform(arguments, bookOfEnvironment: book, console) }
        } catch {
            guard let failure = Problem(ofProgram: error) else { preconditionFailure("nothing was parsed yet") }
            failure.exit(Console(.ofLocale))
        }
    }

    private static func perform(_ arguments: [String], bookOfEnvironment: String?, _ console: Console) {
        var run: Run?
        do {
            var command = try parseAsRoot(arguments)
            if let command = command as? any RunnableCommand {
                let begun = Run(command.common, bookOfEnvironment: bookOfEnvironment, console)
                run = begun
                try command.run(in: begun)
                begun.end(hasFailed: false)
            } else {
                try command.run()
            }
            console.flush()
            Statistics.printIfAsked(console)
        } catch {
            run?.end(hasFailed: true)
            guard let failure = Problem(ofProgram: error) else { finish(with: error, console) }
            failure.exit(console)
        }
    }

    /// What the argument parser has to say: help, or what it did not understand.
    private static func finish(with error: any Error, _ console: Console) -> Never {
        let (status, text) = (exitCode(for: error), fullMessage(for: error))
        // Help for programs, a JSON document of many lines, stays as it is.
        let message = text.hasPrefix("{") ? text : Phrase.ofParser(text)[console.language].visibleLines
        if !message.isEmpty { status == .success ? console.write(message + "\n") : console.writeError(message + "\n") }
        console.flush()
        Foundation.exit(status.rawValue)
    }
}

/// What a command cost, for engineers: with `MINUTEBOOK_STATISTICS` set, on standard error.
enum Statistics {
    static func printIfAsked(_ console: Console) {
        guard ProcessInfo.processInfo.environment["MINUTEBOOK_STATISTICS"] != nil else { return }
        console.writeError("entries read: \(EventLog.entriesRead)\n")
    }
}
