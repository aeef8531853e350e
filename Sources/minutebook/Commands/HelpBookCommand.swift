#if Web
internal import ArgumentParser
internal import Web
internal import Wording

/// The handbook as a file that a browser shows and prints.
struct HelpBookCommand: RunnableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(ServeHelp.helpBook, commandName: "help-book") }

    @OptionGroup var common: CommonOptions
    @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

    func run(in run: Run) throws {
        let sink = try run.sink(output)
        try sink.write(Handbook.file(run.language).utf8)
        try sink.close()
    }
}
#endif
