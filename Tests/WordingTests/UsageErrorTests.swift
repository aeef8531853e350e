import Testing
import Wording

@Suite("The argument parser's lines in words")
struct UsageErrorTests {
    @Test(arguments: [
        ("Error: Unknown option '--wat'. Did you mean '--at'?", "错误：没有“--wat”这个选项。是不是“--at”？"),
        ("Error: Unknown option '--wat'", "错误：没有“--wat”这个选项。"),
        ("Error: Missing value for '--lang <lang>'", "错误：“--lang <lang>”后面缺少内容。"),
        ("Error: Missing expected argument '--name <name>'", "错误：缺少“--name <name>”。"),
        ("Error: The value 'fr' is invalid for '--lang <lang>'. Please provide one of 'zh' and 'en'.", "错误：“fr”不能用于“--lang <lang>”，只能是“zh”、“en”。"),
        ("Error: The value 'x' is invalid for '-n <number>'", "错误：“x”不能用于“-n <number>”。"),
        ("Error: 2 unexpected arguments: 'a', 'b'", "错误：多了 2 个参数：“a”、“b”。"),
        ("Error: 没有这样的月份。", "错误：没有这样的月份。"),
        ("Usage: minutebook member list [--json]", "用法：minutebook member list [--json]"),
        ("  See 'minutebook --help' for more information.", "  详见 minutebook --help。"),
        ("OVERVIEW: 提案", "提案"),
        ("USAGE: minutebook proposal <subcommand>", "用法：minutebook proposal <subcommand>"),
        ("OPTIONS:", "选项："),
        ("办理 SUBCOMMANDS:", "办理："),
        ("  -h, --help              Show help information.", "  -h, --help              显示说明。"),
        ("  <file>                  文件 (default: -)", "  <file>                  文件（默认为 -）"),
        ("  --lang <lang>           语言 (values: zh, en)", "  --lang <lang>           语言（可写 zh, en）"),
        ("  See 'minutebook help proposal <subcommand>' for detailed help.", "  详见 minutebook help proposal <subcommand>。"),
        ("another line: 100%", "another line: 100%"),
    ])
    func isInBothLanguages(line: String, zh: String) {
        #expect(Phrase.ofParser(line) == Phrase(zh: zh, en: line))
        #expect(Phrase.ofParser(line + "\n" + line).zh == zh + "\n" + zh)
    }
}
