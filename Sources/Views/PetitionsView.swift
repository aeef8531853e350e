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
        rows = context.petitionRows { _ in true }
    }

    public var json: JSONValue { .array(rows.map(\.json)) }

    public var document: Document { Document(rows.table) }
}

extension ViewContext {
    /// Petitions that are on record, in the order of recording.
    func petitionRows(where isMeant: (PetitionReceived) -> Bool) -> [PetitionsView.Row] {
        let dues = dues
        return state.petitions.values.compactMap { petition in
            guard let received = petition.received, isMeant(received.fact) else { return nil }
            return PetitionsView.Row(
                petition: petition, received: received, members: state.canonical(received.fact.members), due: dues[petition.id.subject] ?? nil)
        }
    }
}

extension PetitionsView.Row {
    var json: JSONValue {
        let fact = received.fact
        return [
            "petition": .text(petition.id), "date": .when(received.occurred), "kind": .code(fact.kind), "title": .string(fact.title),
            "activity": .text(fact.activity), "members": .texts(members), "stage": .code(petition.stage), "due": .text(due),
            "rounds": .rounds(petition.rounds) { $1["way"] = .code($0.handedOver.fact.way) },
            "supervised": .number(petition.supervisions.count), "answered": .when(petition.answered?.occurred),
            "evidence": .positions(petition.evidence.sorted()),
        ]
    }
}

extension [PetitionsView.Row] {
    var table: Table {
        var table = Table(
            PetitionsView.name,
            [
                .init("petition", ColumnTitle.id, .word), .init("date", ColumnTitle.date, .date), .init("kind", ColumnTitle.kind, .word),
                .init("title", ColumnTitle.title), .init("members", ColumnTitle.receivedBy), .init("handedTo", ColumnTitle.handedTo, .word),
                .init("due", ColumnTitle.firstLimit, .date), .init("stage", ColumnTitle.stage),
            ])
        for row in self {
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
        return table
    }
}
