internal import ArgumentParser
internal import Views
internal import Wording

struct SuggestionList: ViewCommand {
    typealias Answer = SuggestionsView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.suggestions, commandName: "list") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
}

struct DonationList: ViewCommand {
    typealias Answer = DonationsView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.donations, commandName: "list") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
}

struct FundList: ViewCommand {
    typealias Answer = FundsView

    static var configuration: CommandConfiguration { CommandConfiguration(FundHelp.list, commandName: "list") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
}

struct VisitList: ViewCommand {
    typealias Answer = VisitsView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.visits, commandName: "list") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
}

struct WorkList: ViewCommand {
    typealias Answer = WorksView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.works, commandName: "list") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
}

struct VisitsDue: ViewCommand {
    typealias Answer = VisitsDueView

    static var configuration: CommandConfiguration { CommandConfiguration(VisitHelp.due, commandName: "due") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Option(help: ArgumentHelp(VisitHelp.months)) var months: String?

    var arguments: ViewArguments { ["months": months] }
}
