public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// The rules on ballots that were adopted, the last first: a ballot goes by those that stood when it was called.
public struct BallotRulesView: View {
    public static let name = "ballot-rules"

    public let sets: [Recorded<BallotRulesAdopted>]

    public init(_ context: ViewContext, _ arguments: ViewArguments) {
        // What is cut as of a day keeps later rules, as a ballot may have been typed in before its rules were.
        let adopted = context.state.ballotRules.values.compactMap(\.adopted).filter { $0.occurred.first <= context.day }
        sets = adopted.sorted { $0.position > $1.position }
    }

    public var json: JSONValue {
        .array(
            sets.map { set in
                [
                    "rules": .text(set.fact.rules), "title": .string(set.fact.title), "source": .text(set.fact.source),
                    "adopted": .when(set.occurred), "items": .array(set.fact.rulings.map { .rule($0, of: set.fact) }),
                    "evidence": .positions([set.position]),
                ]
            })
    }

    public var document: Document {
        var table = Table(
            "rules",
            [
                .init("rules", ColumnTitle.id, .word), .init("kind", ColumnTitle.kind, .word), .init("begin", ColumnTitle.begins),
                .init("pass", ColumnTitle.passes), .init("grades", ColumnTitle.papersSay), .init("article", ColumnTitle.article),
            ])
        for set in sets {
            for rule in set.fact.rulings {
                let kind = Phrase.ballotKind(rule.kind) + .plain(rule.name.map { " \($0)" } ?? "")
                table.append(
                    [
                        .id(set.fact.rules), .code(rule.kind.rawValue, kind), rule.begin.map { .text(.voteShare($0, fewest: nil)) } ?? .empty,
                        (rule.pass.map { .voteShare($0, fewest: nil) } ?? rule.rate.map { .satisfactionRate($0) }).map { .text($0) } ?? .empty,
                        .list(rule.grades.map { .plain($0.grade) }), .text(rule.article),
                    ], evidence: [set.position])
            }
        }
        return Document(table)
    }
}
