import CanonicalJSON
import Foundation
import Testing

/// Help of every command and of every option is in the language of the run, and in no other.
@Suite("Help")
struct HelpTests {
    /// What is said of each command and each option. The parser has words of its own, which are translated as they are printed.
    private static func texts(_ locale: String) throws -> [String] {
        let help = try Program.shell("LANG=\(locale) minutebook --experimental-dump-help", in: "/tmp").output
        let root = try #require(try Array(help.utf8).withUnsafeBytes { try JSONParser.parse($0) }.objectValue)
        var texts: [String] = []
        func walk(_ command: JSONObject) {
            guard command["commandName"] != "help" else { return }
            texts += ["abstract", "discussion"].compactMap { command[$0]?.stringValue }
            texts += (command["arguments"]?.arrayValue ?? []).compactMap { $0.objectValue?["abstract"]?.stringValue }
            (command["subcommands"]?.arrayValue ?? []).compactMap(\.objectValue).forEach(walk)
        }
        walk(try #require(root["command"]?.objectValue))
        return texts.filter { !$0.hasPrefix("Show help information") && !$0.hasPrefix("Show the version") }
    }

    @Test func englishHelpContainsNoChinese() throws {
        let texts = try Self.texts("en_US.UTF-8")
        #expect(texts.count > 500)
        for text in texts { #expect(!text.contains(/\p{Han}/), "\(text)") }
    }

    /// Identifiers, options and command lines stay as they are typed; no two words of English follow one another.
    @Test func chineseHelpContainsNoEnglish() throws {
        let texts = try Self.texts("zh_CN.UTF-8")
        #expect(texts.count > 500)
        for text in texts {
            let prose = text.replacing(/示例：.*/, with: "").replacing(/minutebook( [a-z-]+)+|sha256sum --check \S+|全部命令：.*/, with: "")
            #expect(text.contains(/\p{Han}/) && !prose.contains(/[A-Za-z]+ [A-Za-z]+/), "\(text)")
        }
    }

    @Test func theParsersWordsAreTranslated() throws {
        let help = try Program.shell("minutebook proposal --help --lang zh; minutebook record --help --lang zh", in: "/tmp").output
        #expect(!help.contains(/OVERVIEW|USAGE|OPTIONS|ARGUMENTS|SUBCOMMANDS|EXAMPLE|Show |default:|values:/), "\(help)")
    }
}
