public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// The proposals, and how far each has come; in the order in which they were recorded.
public struct ProposalsView: View {
    public static let name = "proposals"

    public struct Row: Sendable {
        public let proposal: ProposalID
        /// The case number; nil before it is accepted.
        public let number: String?
        public let title: String?
        public let kind: ProposalFiled.Kind?
        public let signers: [MemberID]
        /// Nil for a draft.
        public let filed: Occurrence?
        /// The unit that answers for it; nil before it is handed over.
        public let lead: String?
        /// The first limit that still runs; nil for none.
        public let due: CalendarDate?
        public let stage: Proposal.Stage
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) {
        let dues = context.dues
        rows = context.state.proposals.values.filter(\.exists).map { proposal in
            Row(
                proposal: proposal.id, number: proposal.number, title: proposal.title,
                kind: proposal.filed?.fact.kind ?? proposal.draft?.fact.kind, signers: context.state.canonical(proposal.signers),
                filed: proposal.filed?.occurred, lead: proposal.rounds.last?.units.first?.name,
                due: dues[proposal.id.subject] ?? nil, stage: proposal.stage)
        }
    }

    public var json: JSONValue {
        .array(
            rows.map { row in
                [
                    "proposal": .text(row.proposal), "number": .text(row.number), "title": .text(row.title), "kind": .code(row.kind),
                    "signers": .texts(row.signers), "filed": .when(row.filed), "lead": .text(row.lead), "due": .text(row.due),
                    "stage": .code(row.stage),
                ]
            })
    }

    public var document: Document {
        var table = Table(
            Self.name,
            [
                .init("proposal", ColumnTitle.id, .word), .init("number", ColumnTitle.caseNumber, .word),
                .init("title", ColumnTitle.subjectMatter), .init("filed", ColumnTitle.filed, .date), .init("lead", ColumnTitle.lead, .word),
                .init("due", ColumnTitle.firstLimit, .date), .init("stage", ColumnTitle.stage, .word),
            ])
        for row in rows {
            table.append([
                .id(row.proposal), .text(row.number), .text(row.title), row.filed.map { .when($0) } ?? .empty, .text(row.lead),
                .date(row.due), .code(row.stage, .proposalStage(row.stage)),
            ])
        }
        return Document(table)
    }
}
