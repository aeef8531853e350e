internal import ArgumentParser
internal import Wording

// Help is made each time it is asked for, in the language of the run.

extension CommandConfiguration {
    /// - Parameters:
    ///   - commandName: where it is not the name of the type.
    ///   - groups: subcommands under titles.
    init(
        _ help: CommandHelp, commandName: String? = nil, version: String = "", subcommands: [any ParsableCommand.Type] = [],
        groups: [(title: Phrase, subcommands: [any ParsableCommand.Type])] = []
    ) {
        self.init(
            commandName: commandName, abstract: help.abstract[.current], discussion: help.discussion[.current], version: version,
            subcommands: subcommands,
            groupedSubcommands: groups.map { CommandGroup(name: $0.title[.current], subcommands: $0.subcommands) })
    }
}

extension ArgumentHelp {
    init(_ phrase: Phrase, valueName: String? = nil) { self.init(phrase[.current], valueName: valueName) }
}
