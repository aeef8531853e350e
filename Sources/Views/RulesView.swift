public import CanonicalJSON
public import Domain
internal import EventLog
public import Rendering
internal import Wording

/// The rules that the body goes by: time limits, and what the classes of answers mean.
public struct RulesView: View {
    public static let name = "rules"

    public let rules: Recorded<RulesAdopted>
    /// What it went by before, the last first.
    public let earlier: [Recorded<RulesAdopted>]

    /// - Throws: `Problem` where none are adopted.
    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        guard let rules = context.state.rules else { throw Problem(.notFound, code: "no-rules", .noRules) }
        self.rules = rules
        earlier = context.state.earlierRules
    }

    public var json: JSONValue {
        let fact = rules.fact
        return [
            "rules": .text(fact.rules), "title": .string(fact.title), "source": .text(fact.source),
            "adopted": .when(rules.occurred), "position": .integer(rules.position.value), "numbering": .text(fact.numbering),
            "motionSigners": .number(fact.motionSigners), "presentPercent": .number(fact.presentPercent),
            "classes": .array(fact.classes.map { ["class": .code($0.answerClass), "meaning": .string($0.meaning)] }),
            "limits": .array(fact.limits.map(\.json)), "earlier": .array(earlier.map(\.json)),
        ]
    }

    public var document: Document {
        let fact = rules.fact
        let headline = Phrase.plain("\(fact.rules)  \(fact.title)" + (fact.source.map { "  \($0)" } ?? ""))
        let classes = fact.classes.map { Phrase.plain("\($0.answerClass.rawValue)  \($0.meaning)") }
        var table = Table(
            "limits",
            [
                .init("step", ColumnTitle.limit, .word), .init("time", ColumnTitle.limitTime, .word), .init("for", ColumnTitle.limitFor),
                .init("article", ColumnTitle.article),
            ])
        for limit in fact.limits {
            table.append([.code(limit.step, .step(limit.step)), .text(.time(limit)), .text(.cases(limit)), .text(limit.article)])
        }
        return Document(sections: [.init(([headline] + classes).map { .paragraph($0) }), .init([.table(table)])] + [before].compactMap(\.self))
    }

    private var before: Document.Section? {
        guard !earlier.isEmpty else { return nil }
        var table = Table(
            "earlier",
            [
                .init("rules", ColumnTitle.earlierRules, .word), .init("title", ColumnTitle.title), .init("adopted", ColumnTitle.adopted, .word),
                .init("entry", ColumnTitle.entries, .number),
            ])
        for rules in earlier {
            table.append([
                .id(rules.fact.rules), .plain(rules.fact.title), .when(rules.occurred), .number(rules.position.value),
            ])
        }
        return .init([.table(table)])
    }
}

extension Recorded<RulesAdopted> {
    fileprivate var json: JSONValue {
        [
            "rules": .text(fact.rules), "title": .string(fact.title), "adopted": .when(occurred), "position": .integer(position.value),
            "limits": .array(fact.limits.map(\.json)),
        ]
    }
}

extension TimeLimit {
    fileprivate var json: JSONValue {
        var object = JSONObject(["step": .code(step), "article": .text(article)])
        object["months"] = months.map { .integer($0) }
        object["days"] = days.map { .integer($0) }
        object["workingDays"] = workingDays.map { .integer($0) }
        object["extensionMonths"] = extensionMonths.map { .integer($0) }
        object["difficult"] = difficult.map { .bool($0) }
        object["session"] = session.map { .code($0) }
        return .object(object)
    }
}
