internal import Assessment
public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
internal import Wording

/// Finds members by what a secretary types: a name, or the initials of its pinyin, such as `zs` for 张三. Names are read at
/// most once, and only where something is no id of the book.
public final class MemberLookup {
    private let book: Book
    private let state: State
    private let today: CalendarDate
    private let purpose: ReadingPurpose
    private var namesRead: [(member: MemberID, name: String)]?

    /// - Parameter today: the day on which somebody is meant.
    public init(_ book: Book, _ state: State, on today: CalendarDate, for purpose: ReadingPurpose) {
        self.book = book
        self.state = state
        self.today = today
        self.purpose = purpose
    }

    /// A command with names and initials replaced by ids; what is an id, or could be one, stays as it is.
    ///
    /// - Throws: `Problem` where several members fit, or none fits what is no id.
    public func resolving(_ object: JSONObject, of command: CommandKind) throws -> JSONObject {
        var object = object
        for field in command.memberFields {
            guard let value = object[field] else { continue }
            object[field] = try value.arrayValue.map { .array(try $0.map(resolved)) } ?? resolved(value)
        }
        // Objects that have a member, such as what stands on a ballot paper.
        for field in command.fields {
            guard case .list(.object(let inner), _) = field.form, inner.contains(where: { $0.form == .id(MemberKind.name.description) }),
                let objects = object[field.name]?.arrayValue
            else { continue }
            object[field.name] = .array(try objects.map { try resolved($0, fields: inner) })
        }
        // Whom a subject is, without its kind: a member.
        for field in command.fields where field.form == .subject {
            guard let text = object[field.name]?.stringValue, Subject(text) == nil, let member = try member(text) else { continue }
            object[field.name] = .text(member.subject)
        }
        return object
    }

    private func resolved(_ value: JSONValue, fields: [CommandField]) throws -> JSONValue {
        guard case .object(var object) = value else { return value }
        for field in fields where field.form == .id(MemberKind.name.description) {
            if let named = object[field.name] { object[field.name] = try resolved(named) }
        }
        return .object(object)
    }

    private func resolved(_ value: JSONValue) throws -> JSONValue {
        guard let text = value.stringValue, !text.isEmpty, state.subjects(withID: text).isEmpty else { return value }
        if let member = try member(named: text) { return .text(member) }
        // What could be an id is refused as one.
        guard MemberID(text) == nil else { return value }
        throw Problem(.notFound, code: "no-such-member", .noSuchMember(text))
    }

    /// The member who has an id; else the one whom a name, or its pinyin, fits. Nil where there is none.
    ///
    /// - Throws: `Problem` where several members fit; the book's errors.
    public func member(_ text: String) throws -> MemberID? {
        if let id = MemberID(text), state.members[id] != nil { return id }
        return try member(named: text)
    }

    /// The member whom a name, or its pinyin, fits; nil where it fits nobody.
    ///
    /// - Throws: `Problem` where several members fit; the book's errors.
    public func member(named text: String) throws -> MemberID? {
        let found = try fitting(text)
        guard found.count <= 1 else {
            let members = found.sorted { $0.member < $1.member }.map { .plain("\($0.member) \($0.name)") + belonging(of: $0.member) }
            throw Problem(.badData, code: "several-members-fit", .severalMembersFit(text, members))
        }
        return found.first?.member
    }

    /// The sectors and groups of the day, by which members of one name are told apart: `（经济界、第一组）`; and who has left:
    /// `（2019-04-30 离任）`, with what they belonged to on their last day.
    private func belonging(of member: MemberID) -> Phrase {
        let left = state.lastDayInOffice(of: member, before: today)
        let held = state.identities(of: member).compactMap { state.members[$0] }
        let names = [Affiliation.Kind.sector, .group].flatMap { kind in held.flatMap { $0.names(of: kind, on: left ?? today) } }
        return .plain(names.isEmpty ? "" : "（" + names.joined(separator: "、") + "）") + (left.map(Phrase.left) ?? .plain(""))
    }

    /// Those whose id or name it is; else those whose pinyin it is; else those whose name begins so, as long names are
    /// rarely typed in full.
    private func fitting(_ text: String) throws -> [(member: MemberID, name: String)] {
        let typed = text.foldedForFinding
        guard !typed.isEmpty else { return [] }
        let names = try names()
        let exact = names.filter { $0.member.description.lowercased() == typed || $0.name.foldedForFinding == typed }
        guard exact.isEmpty else { return exact }
        let said = names.filter { Pinyin($0.name).fits(typed) }
        guard said.isEmpty, typed.count >= Self.prefixMin else { return said }
        return names.filter { $0.name.foldedForFinding.hasPrefix(typed) }
    }

    /// A surname alone stands for nobody.
    private static let prefixMin = 2

    /// Names that may be shown; duplicates are left out.
    private func names() throws -> [(member: MemberID, name: String)] {
        if let namesRead { return namesRead }
        let names = try book.reading(for: purpose, in: state) { reader in
            try state.members.values.filter { $0.mergedInto == nil }.compactMap { member in
                if case .text(let name) = try reader.name(of: member.id) { (member: member.id, name: name) } else { nil }
            }
        }
        namesRead = names
        return names
    }
}

extension ViewContext {
    var memberLookup: MemberLookup { MemberLookup(book, state, on: day, for: purpose) }

    /// The member who is asked for, by id, name or pinyin; the one who goes on, for a duplicate.
    ///
    /// - Throws: `Problem` where there is none, or several fit; the book's errors.
    func member(_ arguments: ViewArguments) throws -> MemberID {
        let named = try arguments.required("member")
        guard let member = try memberLookup.member(named), state.has(member.subject) else {
            throw Problem(.notFound, code: "no-such-member", .noSuchMember(named))
        }
        return state.canonical(member)
    }
}

extension CommandKind {
    /// Fields that name members of the book; who joins is not there yet.
    public var memberFields: [String] {
        func isMember(_ form: CommandField.Form) -> Bool {
            switch form {
            case .id(let kind): kind == MemberKind.name.description
            case .list(let form, _): isMember(form)
            default: false
            }
        }
        return fields.filter { isMember($0.form) && $0.name != numbered }.map(\.name)
    }
}
