internal import ArgumentParser
internal import Views

struct SearchCommand: ViewCommand {
    typealias Answer = SearchView

    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "按姓名、拼音、编号或标题查找 Members by name or pinyin, and everything by its id or title",
        discussion: "EXAMPLE: minutebook search zs")

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Argument(help: "要找的字 What to look for.") var text: String

    var arguments: ViewArguments { ["text": text] }
}
