internal import Assessment
public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// What a text finds: members by name or pinyin, and everything by its id or by a part of its title.
public struct SearchView: View {
    public static let name = "search"
    public static let parameters = ["text"]

    /// What of it fits, the closest first; the raw values are what scripts see.
    public enum Fit: String, CaseIterable, Sendable { case id, name, pinyin, title }

    public struct Row: Sendable {
        public let subject: Subject
        /// A member's; nil for anything else.
        public let name: PersonalReading?
        /// The last day in office of a member who is in office no more.
        public let left: CalendarDate?
        /// Nil for what has none.
        public let title: String?
        public let fit: Fit
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let text = try arguments.required("text")
        let typed = text.foldedForFinding
        guard !typed.isEmpty else { throw Problem(.usage, code: "parameter-missing", .parameterMissing("text")) }
        let names = try context.names(of: context.state.members.values.map(\.id))
        let rows = context.state.subjects.compactMap { subject, title -> Row? in
            let member = MemberID(subject).flatMap { context.state.members[$0] }
            let name = member.map { names[$0.id] ?? .unreadable }
            // By name, a duplicate is found as the member who goes on.
            guard let fit = Fit(typed, subject, member?.mergedInto == nil ? name : nil, title) else { return nil }
            let left = member.flatMap { context.state.lastDayInOffice(of: context.state.canonical($0.id), before: context.day) }
            return Row(subject: subject, name: name, left: left, title: title, fit: fit)
        }
        self.rows = rows.sorted { ($0.fit.order, $0.subject) < ($1.fit.order, $1.subject) }
    }

    public var json: JSONValue {
        .array(
            rows.map { row in
                var object = JSONObject(["subject": .text(row.subject), "title": .text(row.title), "fit": .code(row.fit)])
                if let name = row.name { object.setName(name) }
                object["left"] = row.left.map { .text($0) }
                return .object(object)
            })
    }

    public var document: Document {
        guard !rows.isEmpty else { return Document([.paragraph(.nothingFound)]) }
        var table = Table(
            Self.name,
            [.init("kind", ColumnTitle.kind, .word), .init("id", ColumnTitle.id, .word), .init("title", ColumnTitle.title)])
        for row in rows {
            let title: Cell = row.name.map { .text(.name($0) + (row.left.map(Phrase.left) ?? .plain(""))) } ?? .text(row.title)
            table.append([.code(String(row.subject.kind), .noun(row.subject)), .id(row.subject.id), title])
        }
        return Document(table)
    }
}

extension SearchView.Fit {
    /// What fits best; nil where nothing does.
    ///
    /// - Parameter typed: folded.
    fileprivate init?(_ typed: String, _ subject: Subject, _ name: PersonalReading?, _ title: String?) {
        if [String(subject.id), subject.description].contains(where: { $0.lowercased() == typed }) {
            self = .id
        } else if case .text(let name)? = name, name.foldedForFinding.contains(typed) {
            self = .name
        } else if case .text(let name)? = name, Pinyin(name).begins(with: typed) {
            self = .pinyin
        } else if let title, title.foldedForFinding.contains(typed) {
            self = .title
        } else {
            return nil
        }
    }

    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
