internal import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Wording

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "年度计划 The annual plan", subcommands: [Adopt.self, Check.self, Show.self])

    struct Adopt: RecordingCommand {
        static let command = "plan.adopt"
        static let configuration = describe("通过一个计划 Adopt a plan", example: "plan adopt seeds/plans/P6.yaml")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "计划文件 The plan file.") var file: String

        var fields: JSONObject {
            get throws { try PlanFile.fields(of: file) }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "检查计划文件 Check a plan file: errors by line and column, and what its points add up to",
            discussion: "EXAMPLE: minutebook plan check seeds/plans/P6.yaml")

        @OptionGroup var common: CommonOptions
        @Argument(help: "计划文件 The plan file.") var file: String

        func run() throws {
            let plan = try Plan(yaml: PlanFile.text(of: file))
            if common.json {
                return Output.json([
                    "ok": true, "plan": .string(plan.id), "points": .integer(plan.points),
                    "statedPoints": plan.statedPoints.map { .integer($0) } ?? .null,
                    "warnings": .array(plan.warnings.map { .string(Phrase.planWarning($0)[.current]) }),
                ])
            }
            Output.line(
                Phrase(
                    zh: "\(plan.id)（\(plan.year) 年）：\(plan.targets.count) 项，共 \(Phrase.points(plan.points)) 分；日程 \(plan.calendar.count) 条。",
                    en: "\(plan.id) (\(plan.year)): \(plan.targets.count) targets, \(Phrase.points(plan.points)) points; "
                        + "\(plan.calendar.count) calendar items."))
            StatusText.printWarnings(plan)
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "看通过的计划原文 Show an adopted plan, as it was adopted",
            discussion: "EXAMPLE: minutebook plan show P6")

        @OptionGroup var common: CommonOptions
        @Argument(help: "计划 The plan.") var plan: String

        func run() throws {
            let state = try common.openBook().state()
            guard let adopted = PlanID(plan).flatMap({ state.plans[$0]?.adopted?.fact }) else {
                throw Failure(
                    .noInput, code: "no-plan", Phrase(zh: "簿中没有计划“\(plan)”。", en: "There is no plan '\(plan)' in this book."))
            }
            Output.write(adopted.text)
        }
    }
}

/// A plan file on its way into the book.
enum PlanFile {
    static func text(of file: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure(.noInput, code: "no-such-file", Phrase(zh: "没有这个文件：\(file)。", en: "There is no file \(file)."))
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Failure(
                .badData, code: "not-utf8", Phrase(zh: "\(file) 不是 UTF-8 文字，请另存为 UTF-8。", en: "\(file) is not UTF-8. Save it as UTF-8."))
        }
        return text
    }

    static func fields(of file: String) throws -> JSONObject {
        let text = try text(of: file)
        let plan = try Plan(yaml: text)
        return JSONObject([
            "plan": .string(plan.id), "title": .string(plan.title.zh), "year": .integer(Int64(plan.year)),
            "text": .string(text),
        ])
    }
}
