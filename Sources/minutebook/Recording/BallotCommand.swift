internal import ArgumentParser
internal import Assessment
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Views
internal import Wording

struct BallotCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            BallotHelp.noun, commandName: "ballot",
            subcommands: [Call.self, Vote.self, Count.self, List.self, Show.self, AdoptRules.self, Rules.self])
    }

    struct Call: RecordingCommand {
        static let command = "ballot.call"
        static let help = BallotHelp.call

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Option(help: Self.field("kind")) var kind: String
        @Option(help: Self.field("method")) var method: String
        @Option(help: Self.field("title")) var title: String
        @Option(name: .customLong("option"), help: ArgumentHelp(BallotHelp.option)) var options: [BallotOptionText] = []
        @Option(help: Self.field("seats")) var seats: Int64?
        @Option(help: Self.field("item")) var item: String?
        @Option(help: Self.field("follows")) var follows: String?
        @Option(help: Self.field("rules")) var rules: String?
        @Option(help: Self.field("rule")) var rule: String?
        @Option(help: Self.field("ballot")) var ballot: String?
    }

    struct Vote: RecordingCommand {
        static let command = "ballot.vote"
        static let help = BallotHelp.vote

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("ballot")) var ballot: String
        @Argument(help: Self.field("members")) var members: [String]
        @Option(help: Self.field("answer")) var answer: String
    }

    struct Count: RecordingCommand {
        static let command = "ballot.count"
        static let help = BallotHelp.count

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("ballot")) var ballot: String
        @Option(help: Self.field("present")) var present: Int64
        @Option(help: Self.field("eligible")) var eligible: Int64?
        @Option(help: Self.field("issued")) var issued: Int64?
        @Option(help: Self.field("returned")) var returned: Int64?
        @Option(help: Self.field("invalid")) var invalid: Int64?
        @Option(help: ArgumentHelp(BallotHelp.votes)) var votes: [VotesText] = []
        @Option(name: .customLong("supervisor"), help: Self.field("supervisors")) var supervisors: [String] = []
        @Option(name: .customLong("teller"), help: Self.field("tellers")) var tellers: [String] = []

        var fields: JSONObject {
            get throws {
                var fields = try givenFields
                let counts = try votes.flatMap { try $0.counts }
                if !counts.isEmpty { fields["votes"] = .array(counts) }
                return fields
            }
        }
    }

    struct List: ViewCommand {
        typealias Answer = BallotsView

        static var configuration: CommandConfiguration { CommandConfiguration(BallotHelp.list) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
    }

    struct Show: ViewCommand {
        typealias Answer = BallotView

        static var configuration: CommandConfiguration { CommandConfiguration(BallotHelp.show) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
        @Argument(help: ArgumentHelp(BallotHelp.ballot)) var ballot: String

        var arguments: ViewArguments { ["ballot": ballot] }
    }

    struct AdoptRules: RecordingCommand {
        static let command = "ballot-rules.adopt"
        static let help = BallotHelp.adoptRules

        @OptionGroup var recording: RecordingOptions
        @Argument(help: ArgumentHelp(BallotHelp.rulesFile)) var file: String

        var fields: JSONObject { get throws { try YAMLObject.read(PlanFile.text(of: file)) } }
    }

    struct Rules: ViewCommand {
        typealias Answer = BallotRulesView

        static var configuration: CommandConfiguration { CommandConfiguration(BallotHelp.rules) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
    }
}

/// An option of a ballot: `member:M07` or `member:张三`, `work:W3`, or a name as it stands on the paper.
struct BallotOptionText: ExpressibleByArgument, FieldValue {
    private let text: String

    init(argument: String) { text = argument }

    var field: JSONValue? {
        let memberPrefix = "\(MemberKind.name):"
        if text.hasPrefix(memberPrefix) { return ["member": .string(String(text.dropFirst(memberPrefix.count)))] }
        return Subject(text) == nil ? ["name": .string(text)] : ["what": .string(text)]
    }
}

/// Votes as they are typed: `1=40/2/1` for, against, abstained; `40/2/1` of a decision; `1:满意=30`; `李四=3` for an added name.
struct VotesText: ExpressibleByArgument {
    private let text: String

    init(argument: String) { text = argument }

    /// One object for each answer.
    var counts: [JSONValue] {
        get throws {
            let sides = text.split(separator: "=", omittingEmptySubsequences: false)
            guard (1...2).contains(sides.count), let figures = Self.figures(sides[sides.count - 1]) else { throw ValidationError(.notVotes(text)) }
            guard sides.count == 2 else { return Self.answers(figures, of: JSONObject()) }
            let parts = sides[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard let number = Int64(parts[0]) else {
                guard !sides[0].isEmpty, figures.count == 1 else { throw ValidationError(.notVotes(text)) }
                return Self.answers(figures, of: JSONObject(["name": .string(String(sides[0]))]))
            }
            guard parts.count == 2 else { return Self.answers(figures, of: JSONObject(["of": .integer(number)])) }
            guard figures.count == 1 else { throw ValidationError(.notVotes(text)) }
            return [["of": .integer(number), "answer": .string(String(parts[1])), "votes": .integer(figures[0])]]
        }
    }

    /// At most one figure for each of for, against and abstained; nil for what is no figure.
    private static func figures(_ text: Substring) -> [Int64]? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let figures = parts.compactMap { part in part.utf8.count <= 9 ? Int64(part) : nil }.filter { $0 >= 0 }
        return figures.count == parts.count && figures.count <= BallotVoted.Answer.allCases.count ? figures : nil
    }

    private static func answers(_ figures: [Int64], of base: JSONObject) -> [JSONValue] {
        zip(BallotVoted.Answer.allCases, figures).map { answer, figure in
            var object = base
            object["answer"] = .string(answer.rawValue)
            object["votes"] = .integer(figure)
            return .object(object)
        }
    }
}
