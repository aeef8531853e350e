public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// The suggestions and pieces of social opinion, and how far each has come; in the order in which they were recorded.
public struct SuggestionsView: View {
    public static let name = "suggestions"

    public struct Row: Sendable {
        public let suggestion: SuggestionID
        public let title: String?
        public let kind: SuggestionSubmitted.Kind
        public let members: [MemberID]
        public let submitted: Occurrence
        /// The department that answers it; nil where it was not handed over.
        public let handedTo: String?
        /// The first limit that still runs; nil for none.
        public let due: CalendarDate?
        public let stage: Suggestion.Stage
        /// Where it was adopted, in the order of recording.
        public let adopted: [SuggestionAdopted.Level]
        public let instructed: [SuggestionInstructed]
        /// Where it was sent to a level that is on record.
        public let sentUp: [SuggestionIssued]
        /// Who has not been told what became of it.
        public let membersWithoutFeedback: [MemberID]
    }

    public let rows: [Row]
    private let noun: MemberNoun

    public init(_ context: ViewContext, _ arguments: ViewArguments) {
        noun = context.memberNoun
        let dues = context.dues
        rows = context.state.suggestions.values.compactMap { suggestion in
            guard let submitted = suggestion.submitted else { return nil }
            return Row(
                suggestion: suggestion.id, title: suggestion.title, kind: submitted.fact.kind, members: context.state.canonical(submitted.fact.members),
                submitted: submitted.occurred, handedTo: suggestion.handedOver?.fact.to, due: dues[suggestion.id.subject] ?? nil,
                stage: suggestion.stage, adopted: suggestion.adoptions.map(\.fact.level),
                instructed: suggestion.instructions.map(\.fact), sentUp: suggestion.issues.map(\.fact).filter { $0.level != nil },
                membersWithoutFeedback: suggestion.membersWithoutFeedback)
        }
    }

    public var json: JSONValue {
        .array(
            rows.map { row in
                var object = JSONObject([
                    "suggestion": .text(row.suggestion), "title": .text(row.title), "kind": .code(row.kind), "members": .texts(row.members),
                    "submitted": .when(row.submitted), "handedTo": .text(row.handedTo), "due": .text(row.due), "stage": .code(row.stage),
                    "adopted": .texts(row.adopted.map(\.rawValue)), "withoutFeedback": .texts(row.membersWithoutFeedback),
                ])
                object.setHonours(instructed: row.instructed.map { ($0.leader, $0.level) }, sentUp: row.sentUp.map { ($0.to, $0.level) })
                return .object(object)
            })
    }

    public var document: Document {
        var table = Table(
            Self.name,
            [
                .init("suggestion", ColumnTitle.id, .word), .init("title", ColumnTitle.subjectMatter),
                .init("kind", ColumnTitle.kind, .word), .init("members", noun.several), .init("submitted", ColumnTitle.submitted, .date),
                .init("handedTo", ColumnTitle.handedTo, .word), .init("due", ColumnTitle.firstLimit, .date),
                .init("stage", ColumnTitle.stage),
            ])
        for row in rows {
            let stage = Phrase.suggestionStage(row.stage)
            let honours =
                row.adopted.map { Phrase.adoptedBy($0) } + row.sentUp.map { .sentUp($0.to, $0.level) }
                + row.instructed.filter { $0.level != nil }.map { .instructedBy($0.leader, $0.level) }
            table.append([
                .id(row.suggestion), .text(row.title), .code(row.kind, .suggestionKind(row.kind)), .texts(row.members.map(\.description)),
                .when(row.submitted), .text(row.handedTo), .date(row.due), .code(row.stage, .joined([stage] + honours)),
            ])
        }
        return Document(table)
    }
}
