internal import ArgumentParser
internal import Views
internal import Wording

struct Due: ViewCommand {
    typealias Answer = DueView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.due) }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Option(help: ArgumentHelp(ViewHelp.within)) var within: String?
    @Flag(help: ArgumentHelp(ViewHelp.allLimits)) var all = false
    @Option(help: ArgumentHelp(ViewHelp.dueOfUnit)) var unit: String?

    var arguments: ViewArguments { ["within": within, "all": all ? "true" : nil, "unit": unit] }
}
