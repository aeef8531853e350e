internal import ArgumentParser
internal import Views
internal import Wording

struct Audit: ViewCommand {
    typealias Answer = AuditView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.audit) }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Argument(help: ArgumentHelp(ViewHelp.subject)) var subject: String

    var arguments: ViewArguments { ["subject": subject] }
}
