#if Web
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Hummingbird
internal import Rendering
internal import Views
internal import Wording

/// The form of any command, made of its declared fields: what can be recorded can be recorded from a page.
struct RecordForm {
    let kind: CommandKind

    var title: Phrase { .eventType(kind.eventType) }

    /// A link to a command's form, with what the page knows already; nil where the role may not send it.
    static func link(to command: String, _ asked: Asked, role: Role) -> Page.Link? {
        guard let kind = CommandCatalogue[command], CommandAccess.allows(role, command) else { return nil }
        let known = asked.parameters.filter { name, _ in kind.fields.contains { $0.name == name } }
        let query = known.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.addressEncoded)" }.joined(separator: "&")
        return Page.Link(address: asked.address("/record/\(command)") + (query.isEmpty ? "" : "?" + query), text: .eventType(kind.eventType))
    }

    /// Fields that people fill in rarely, or that the book fills in.
    private static let rare: Set<String> = ["ahead", "id", "cause", "by"]

    func page(_ asked: Asked, typed: Form, suggestions: [FormMarkup.Suggestions], problem: Phrase? = nil, status: Int = 200) -> Page {
        let own = kind.fields.filter { $0.name != kind.numbered && !($0.name == "members" && kind.takesMembers && typed["member"] != nil) }
        let account = asked.caller.account
        let fields = own.filter { !($0.name == "member" && kind.takesMembers && typed["member"] == nil) }
        let ofAll = CommandKind.envelope.filter { !Self.rare.contains($0.name) }
        // What must be filled in comes first, and what a person would say first of it.
        let all = (fields + ofAll).sorted { order($0) < order($1) }
        let (first, more) = (all.filter { isFirst($0, typed) }, all.filter { !isFirst($0, typed) })
        func markup(_ fields: [CommandField]) -> [FormMarkup.Field] { fields.flatMap { self.fields($0, named: $0.name, label: nil, typed, account) } }
        var hidden = [(name: "id", value: typed["id"] ?? CommandID.random().description)]
        // What exists already, such as a draft that is filed, keeps its number.
        if let numbered = kind.numbered, let known = typed[numbered] { hidden.append((numbered, known)) }
        let form = FormMarkup(
            action: "/record/\(kind.name)", hidden: hidden, fields: markup(first), more: markup(more),
            suggestions: suggestions, submit: RecordText.record, problem: problem, draft: kind.name)
        return Page(title: title, body: form.render(for: asked), status: status, style: "narrow")
    }

    private static let saidFirst = ["title", "name", "kind", "on", "from", "member", "members", "signers", "activity", "proposal", "place", "text", "occurred", "reason"]

    private func order(_ field: CommandField) -> (Int, Int, String) {
        (isRequired(field) ? 0 : 1, Self.saidFirst.firstIndex(of: field.name) ?? Self.saidFirst.count, field.name)
    }

    private func isRequired(_ field: CommandField) -> Bool { field.isRequired || (kind.needsReason && field.name == "reason") }

    /// Whether a field is shown at once, and not under 其他栏目: where it is required, usual, or filled in.
    private func isFirst(_ field: CommandField, _ typed: Form) -> Bool {
        isRequired(field) || Self.saidFirst.contains(field.name) && field.name != "reason" || typed.fields.contains { $0.name.hasPrefix(field.name) && !$0.value.isEmpty }
    }

    private func fields(_ field: CommandField, named name: String, label: Phrase?, _ typed: Form, _ account: Account?) -> [FormMarkup.Field] {
        switch field.form {
        case .list(.object(let inner), _):
            return (0..<TypedFields.rowCount(name, typed)).flatMap { row in
                inner.flatMap { inner in
                    fields(inner, named: "\(name).\(row).\(inner.name)", label: RecordText.row(text(field.name)?.title ?? .plain(field.name), row + 1, text("\(field.name).\(inner.name)")?.title ?? .plain(inner.name)), typed, account)
                }
            }
        case .object(let inner):
            return inner.flatMap { inner in fields(inner, named: "\(name).\(inner.name)", label: text("\(field.name).\(inner.name)")?.title, typed, account) }
        default: return [self.field(field, named: name, label: label, typed, account)]
        }
    }

    private func text(_ name: String) -> CommandFieldText? { CommandFieldText.of(name, in: kind.name) }

    private func field(_ field: CommandField, named name: String, label: Phrase?, _ typed: Form, _ account: Account?) -> FormMarkup.Field {
        let text = text(field.name)
        let isRequired = !name.contains(".") && isRequired(field)
        var own: String?
        if let account {
            let isMember = kind.memberFields.contains(field.name)
            if account.role == .member, isMember { own = account.member?.description }
            if account.role == .unit, field.name == "unit" { own = account.unit }
        }
        let value = typed.all(name).isEmpty ? own : typed.all(name).joined(separator: "\n")
        return FormMarkup.Field(
            name: name, label: label ?? text?.title ?? .plain(field.name), help: RecordText.help(field.form, isRequired: isRequired, description: text?.description),
            kind: kindOfInput(field, named: name), value: value, isRequired: isRequired)
    }

    private func kindOfInput(_ field: CommandField, named name: String) -> FormMarkup.Field.Kind {
        switch field.form {
        case .words(let words):
            // A row of a list that nobody touches is no row: it must not begin with a word chosen.
            let none = field.isRequired && !name.contains(".") ? [] : [FormMarkup.Choice(value: "", text: .plain(""))]
            return .choice(none + words.map { .init(value: $0, text: .storedWord($0, of: words) ?? .plain($0)) })
        case .flag: return .flag
        case .list: return .lines
        case .text, .personalText: return field.keepsLines ? .lines : .input(type: "text")
        case .integer, .count: return .input(type: "text", mode: "numeric")
        case .money, .points: return .input(type: "text", mode: "decimal")
        case .id(let kind) where kind != MemberKind.name.description: return .input(type: "text", list: "ids-\(kind)")
        case .openWord: return .input(type: "text", list: "words-\(field.name)")
        case .changes: return .lines
        default: return .input(type: "text")
        }
    }

    // MARK: - Suggestions

    private static let suggestionsMax = 100

    /// What is suggested for ids: the newest things of the book, by their titles; and for words those of the language.
    ///
    /// - Parameter role: titles are for the office, such as those of others' drafts; meetings are everybody's.
    func suggestions(in state: State, for role: Role) -> [FormMarkup.Suggestions] {
        var kinds: [String] = []
        for field in kind.fields {
            guard case .id(let kind) = field.form, kind != MemberKind.name.description, !kinds.contains(kind) else { continue }
            if Route.Access.office.allows(role) || kind == ActivityKind.name.description { kinds.append(kind) }
        }
        let subjects = kinds.isEmpty ? [] : state.subjects
        let ids = kinds.map { kind in
            FormMarkup.Suggestions(
                id: "ids-\(kind)",
                choices: subjects.filter { $0.subject.kind == kind }.suffix(Self.suggestionsMax).reversed().map {
                    .init(value: String($0.subject.id), text: .plain($0.title ?? String($0.subject.id)))
                })
        }
        let words = kind.fields.filter { $0.form == .openWord }.map { field in
            FormMarkup.Suggestions(
                id: "words-\(field.name)",
                choices: KindNames.words(ofEvent: kind.eventType).sorted { $0.key < $1.key }.map { .init(value: $0.key, text: .plain($0.key)) })
        }
        return ids + words
    }
}

enum RecordRoutes {
    static let all: [Route] = [
        Route(.get, "/record/{command}", for: .signedIn) { try await show($0) },
        Route(.post, "/record/{command}", for: .signedIn) { try await record($0) },
    ]

    private static func form(_ asked: Asked) throws -> RecordForm {
        let name = try asked.parameter("command")
        guard let kind = CommandCatalogue[name] else { throw Refusal.notFound }
        guard CommandAccess.allows(try asked.account(), name) else { throw Refusal.notAllowed }
        return RecordForm(kind: kind)
    }

    private static func show(_ asked: Asked) async throws -> Response {
        let form = try form(asked)
        let (query, account) = (asked.query, try asked.account())
        let (typed, suggestions) = try await asked.site.perform { book in
            let state = try book.state()
            return (WrittenDraft.fields(of: form.kind, query, by: account, in: state), form.suggestions(in: state, for: account.role))
        }
        return form.page(asked, typed: typed, suggestions: suggestions).response(to: asked)
    }

    /// What was typed stays on the page through a refusal.
    private static func record(_ asked: Asked) async throws -> Response {
        let (form, typed) = (try form(asked), try await asked.checkedForm())
        do {
            if Preview.commands.contains(form.kind.name), typed["confirmed"] == nil { return try await Preview.page(form, typed, asked) }
            let response = try await asked.record(TypedFields.object(typed, of: form.kind), isTyped: true)
            if let problem = response.problem { throw problem }
            return recorded(response, form, typed, asked)
        } catch {
            guard let problem = Problem(error), problem.kind != .internalFault, !(error is Refusal) else { throw error }
            let role = try asked.account().role
            let suggestions = try await asked.site.perform { try form.suggestions(in: $0.state(), for: role) }
            return form.page(asked, typed: typed, suggestions: suggestions, problem: problem.phrase, status: problem.kind.httpStatus)
                .response(to: asked)
        }
    }

    /// What is the same in the next of several that are recorded in a row, such as members of one term.
    private static let alike = ["activity", "from", "kind", "occurred", "proposal", "unit"]

    private static func another(_ form: RecordForm, after typed: Form, _ asked: Asked) -> String {
        let kept = alike.compactMap { name in typed[name].map { "\(name)=\($0.addressEncoded)" } }.joined(separator: "&")
        return asked.address("/record/\(form.kind.name)") + (kept.isEmpty ? "" : "?" + kept)
    }

    private static func recorded(_ response: CommandResponse, _ form: RecordForm, _ typed: Form, _ asked: Asked) -> Response {
        guard case .recorded(let positions, _, let warnings) = response.outcome else { return .redirect(to: asked.address("/")) }
        let language = asked.language
        let notes = warnings.map { "<li>\(escape(Phrase.warning($0)[language]))</li>" }.joined()
        let entries = asked.links.entries(positions)
        let isOffice = Route.Access.office.allows(asked.caller.account?.role)
        let body = """
            <p class="notice done" role="status" data-taken="\(escape(form.kind.name))">\(escape(RecordText.recorded(positions.ranges)[language]))</p>
            \(notes.isEmpty ? "" : "<ul class=\"notice warnings\">\(notes)</ul>")
            <p>\(isOffice ? "<a class=\"button\" href=\"\(escape(entries))\">\(escape(RecordText.look[language]))</a> " : "")\
            <a class="button" href="\(escape(another(form, after: typed, asked)))">\(escape(RecordText.another[language]))</a> \
            <a class="button main" href="\(escape(asked.address("/")))">\(escape(RefusalText.toToday[language]))</a></p>
            """
        return Page(title: form.title, body: body, style: "narrow").response(to: asked)
    }
}
#endif
