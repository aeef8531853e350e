import Foundation
import Testing

/// Every file in `Transcripts` is a session in a fresh folder: `$ ` begins a command, what follows is what it prints,
/// `[n]` its exit status where that is not 0. `…` stands for anything within a line.
@Suite("Transcripts")
struct TranscriptTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Transcripts").path

    static var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".txt") }.sorted()
    }

    @Test(arguments: names)
    func prints(name: String) throws {
        let workplace = try Workplace()
        let text = try String(contentsOfFile: Self.folder + "/" + name, encoding: .utf8)
        let steps = Self.steps(of: text)
        #expect(!steps.isEmpty)
        try check(steps, name, in: workplace)
    }

    private func check(_ steps: [Step], _ name: String, in workplace: Workplace) throws {
        for step in steps {
            let result = try Program.shell(step.command, in: workplace.path)
            var printed = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            while printed.last == "" { printed.removeLast() }
            if result.status != 0 { printed.append("[\(result.status)]") }
            let isAsExpected =
                printed.count == step.expected.count && zip(printed, step.expected).allSatisfy(Self.matches)
            #expect(isAsExpected, "\(name):\(step.line): \(step.command)\n\(printed.joined(separator: "\n"))")
        }
    }

    /// The tours of README.md are sessions too: what it promises is what the program prints.
    @Test func theReadmeIsTrue() throws {
        let text = try String(contentsOfFile: Program.repository + "/README.md", encoding: .utf8)
        let blocks = text.components(separatedBy: "```console\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
        #expect(blocks.count >= 2)
        let workplace = try Workplace()
        #expect(try Program.shell("ln -s $SEEDS seeds && ln -s $SEEDS/../Tools Tools", in: workplace.path).status == 0)
        for block in blocks { try check(Self.steps(of: block), "README.md", in: workplace) }
    }

    struct Step {
        let line: Int
        let command: String
        var expected: [String] = []
    }

    private static func steps(of text: String) -> [Step] {
        var steps: [Step] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("$ ") {
                steps.append(Step(line: index + 1, command: String(line.dropFirst(2))))
            } else if !line.hasPrefix("# "), !steps.isEmpty {
                steps[steps.count - 1].expected.append(String(line))
            }
        }
        // The file's last line end, and a blank line before the next command, belong to nobody.
        for index in steps.indices {
            while steps[index].expected.last == "" { steps[index].expected.removeLast() }
        }
        return steps
    }

    private static func matches(_ printed: String, _ expected: String) -> Bool {
        let parts = expected.components(separatedBy: "…")
        guard parts.count > 1 else { return printed == expected }
        guard printed.hasPrefix(parts[0]), printed.hasSuffix(parts[parts.count - 1]) else { return false }
        var rest = printed[...]
        for part in parts where !part.isEmpty {
            guard let range = rest.range(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }
}
