public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// Letters and visits, and how far each has come; in the order in which they were recorded. Who brought them and what they say
/// is sealed, and is in the audit trail of each.
public struct PetitionsView: View {
    public static let name = "petitions"

    public struct Row: Sendable {
        public let petition: Petition
        public let received: Recorded<PetitionReceived>
        public let members: [MemberID]
        /// The first limit that still runs; nil for none.
        public let due: CalendarDate?
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) {
        let dues = context.dues
        rows = context.state.petitions.values.compactMap { petition in
            petition.received.map {
                Row(
                    petition: petition, received: $0, members: context.state.canonical($0.fact.members), due: dues[petition.id.subject] ?? nil)
            }
        }
    }

    public var json: JSONValue {
        .array(
            rows.map { row in
                let (petition, fact) = (row.petition, row.received.fact)
                return [
                    "petition": .text(petition.id), "date": .when(row.received.occurred), "kind": .code(fact.kind), "title": .string(fact.title),
                    "activity": .text(fact.activity), "members": .texts(row.members), "stage": .code(petition.stage), "due": .text(row.due),
                    "rounds": .array(
                        petition.rounds.map { round in
                            [
                                "to": .string(round.handedOver.fact.to), "way": .code(round.handedOver.fact.way),
                                "handedOver": .when(round.handedOver.occurred), "due": .text(round.handedOver.fact.due),
                                "answered": .when(round.answered?.occurred),
                            ]
                        }),
                    "supervised": .number(petition.supervisions.count), "answered": .when(petition.answered?.occurred),
                    "evidence": .positions(petition.evidence.sorted()),
                ]
            })
    }

    public var document: Document {
        var table = Table(
            Self.name,
            [
                .init("petition", ColumnTitle.id, .word), .init("date", ColumnTitle.date, .date), .init("kind", ColumnTitle.kind, .word),
                .init("title", ColumnTitle.title), .init("members", ColumnTitle.receivedBy), .init("handedTo", ColumnTitle.handedTo, .word),
                .init("due", ColumnTitle.firstLimit, .date), .init("stage", ColumnTitle.stage),
            ])
        for row in rows {
            let (petition, fact) = (row.petition, row.received.fact)
            let way = petition.rounds.last?.handedOver.fact.way.map { [Phrase.petitionWay($0)] } ?? []
            let pressed: [Phrase] = petition.supervisions.isEmpty ? [] : [.supervised(petition.supervisions.count)]
            table.append(
                [
                    .id(petition.id), .when(row.received.occurred), .code(fact.kind, .petitionKind(fact.kind)), .plain(fact.title),
                    .texts(row.members.map(\.description)), .text(petition.rounds.last?.handedOver.fact.to), .date(row.due),
                    .code(petition.stage, .joined([.petitionStage(petition.stage)] + way + pressed)),
                ], evidence: petition.evidence.sorted())
        }
        return Document(table)
    }
}
