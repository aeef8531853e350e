internal import ArgumentParser
internal import Views

struct ActivityShow: ViewCommand {
    typealias Answer = ActivityView

    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "一次活动：谁来了、谁没来、成果 One activity: who came, who did not, what came of it",
        discussion: "EXAMPLE: minutebook activity show A3")

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Argument(help: "活动 The activity.") var activity: String

    var arguments: ViewArguments { ["activity": activity] }
}
