internal import ArgumentParser
internal import Assessment
internal import CanonicalJSON
internal import Domain
internal import Views
internal import Wording

struct RulesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(RulesHelp.noun, commandName: "rules", subcommands: [Adopt.self, AdoptCalendar.self, Show.self])
    }

    struct Adopt: RecordingCommand {
        static let command = "rules.adopt"
        static let help = RulesHelp.adopt

        @OptionGroup var recording: RecordingOptions
        @Argument(help: ArgumentHelp(RulesHelp.rulesFile)) var file: String

        var fields: JSONObject { get throws { try YAMLObject.read(PlanFile.text(of: file)) } }
    }

    struct AdoptCalendar: RecordingCommand {
        static let command = "work-calendar.adopt"
        static let help = RulesHelp.adoptCalendar

        @OptionGroup var recording: RecordingOptions
        @Argument(help: ArgumentHelp(RulesHelp.calendarFile)) var file: String

        var fields: JSONObject { get throws { try YAMLObject.read(PlanFile.text(of: file)) } }
    }

    struct Show: ParsableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(RulesHelp.show) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var knowledge: KnowledgeOptions

        func run() throws {
            let state = try knowledge.state(of: common.openBook())
            guard let rules = state.rules else {
                throw Problem(
                    .notFound, code: "no-rules",
                    Phrase(
                        zh: "这本簿还没有采用办理规则。请用 minutebook rules adopt 文件。",
                        en: "This book goes by no rules yet. Adopt some with 'minutebook rules adopt FILE'."))
            }
            var list = Listing(columns: [
                .init("step", "期限", "limit"), .init("time", "时间", "time"), .init("for", "适用", "for"),
                .init("article", "出处", "article"),
            ])
            for limit in rules.fact.limits {
                list.rows.append([
                    Phrase.step(limit.step)[.current], Phrase.time(limit)[.current], Phrase.cases(limit)[.current], limit.article ?? "",
                ])
            }
            if !common.json {
                Output.line(.plain("\(rules.fact.rules)  \(rules.fact.title)") + .plain(rules.fact.source.map { "  \($0)" } ?? ""))
                for meaning in rules.fact.classes { Output.line(.plain("\(meaning.answerClass.rawValue)  \(meaning.meaning)")) }
                Output.line()
            }
            list.show(json: common.json)
        }
    }
}
