internal import ArgumentParser
internal import Wording

/// Help and the parser's own errors are made each time they are asked for, in the language of the run.
enum HelpLanguage {
    /// The parser makes its help of types, not of a value that could be handed in.
    @TaskLocal static var current = Language.english
}

extension CommandConfiguration {
    /// - Parameters:
    ///   - commandName: where it is not the name of the type.
    ///   - groups: subcommands under titles.
    init(
        _ help: CommandHelp, commandName: String? = nil, version: String = "", subcommands: [any ParsableCommand.Type] = [],
        groups: [(title: Phrase, subcommands: [any ParsableCommand.Type])] = []
    ) {
        self.init(
            commandName: commandName, abstract: help.abstract[HelpLanguage.current], discussion: help.discussion[HelpLanguage.current], version: version,
            subcommands: subcommands,
            groupedSubcommands: groups.map { CommandGroup(name: $0.title[HelpLanguage.current], subcommands: $0.subcommands) })
    }
}

extension ArgumentHelp {
    init(_ phrase: Phrase, valueName: String? = nil) { self.init(phrase[HelpLanguage.current], valueName: valueName) }
}

extension ValidationError {
    init(_ phrase: Phrase) { self.init(phrase[HelpLanguage.current]) }
}
