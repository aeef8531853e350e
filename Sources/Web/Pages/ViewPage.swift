#if Web
internal import Domain
internal import EventLog
internal import Hummingbird
internal import Rendering
internal import Views
internal import Wording

/// A page that shows what a view answers: as of today, or of any day and any state of knowledge.
struct ViewPage: Sendable {
    let pattern: String
    let view: any View.Type
    let title: Phrase
    var access = Route.Access.office
    /// The path in the menu that it belongs to.
    var place = "/more"
    /// What can be recorded from here: the names of commands.
    var commands: [String] = []
    /// The parameter of the view that the address has, where it has another name there.
    var subject: String?
    /// Other pages that can be opened from here.
    var links: [(path: String, text: Phrase)] = []
    var hasSearch = false
    /// What is fixed, whatever the address says.
    var fixed: [String: String] = [:]

    var route: Route {
        Route(.get, pattern, for: access) { try await response(to: $0) }
    }

    func arguments(_ asked: Asked) -> ViewArguments {
        var arguments: ViewArguments = [:]
        for name in view.parameters { arguments[name] = fixed[name] ?? asked.parameters[name] ?? asked.query[name] }
        if let subject { arguments[subject] = asked.parameters.values.first }
        return arguments
    }

    func response(to asked: Asked) async throws -> Response {
        let (arguments, view) = (arguments(asked), view)
        // A search without a text is the form alone.
        guard !hasSearch || asked.query["text"] != nil else { return try page(Document(title: .plain(""), subtitle: .plain("")), asked).response(to: asked) }
        let document = try await asked.site.ask(asked.request(), for: asked.purpose()) { try view.init($0, arguments).document }
        if asked.query["format"] == "csv" {
            return .attachment(CSVRenderer(asked.language).render(document), type: "text/csv; charset=utf-8", named: "\(title[asked.language]).csv")
        }
        return try page(document, asked).response(to: asked)
    }

    /// - Parameter before: markup over the answer.
    func page(_ document: Document, _ asked: Asked, before: String = "", acts: [Page.Link] = []) throws(Refusal) -> Page {
        let role = try asked.account().role
        let own = commands.compactMap { RecordForm.link(to: $0, asked, role: role) } + links.map { .init(address: asked.address($0.path), text: $0.text) } + acts
        let title = document.title.zh.isEmpty ? title : document.title
        return Page(
            title: title, subtitle: document.title.zh.isEmpty ? .plain("") : document.subtitle, act: own.first, links: Array(own.dropFirst()),
            body: ViewMarkup(self, document, before: before).render(for: asked), place: place)
    }
}

/// The body of a page that shows a document, with the form that asks for another day.
struct ViewMarkup {
    private let page: ViewPage
    private let document: Document
    private let before: String

    init(_ page: ViewPage, _ document: Document, before: String = "") {
        self.page = page
        self.document = document
        self.before = before
    }

    private static let cuts = ["asOf", "knownAt", "at"]

    func render(for asked: Asked) -> String {
        let language = asked.language
        let content = HTMLRenderer(language, links: asked.links).fragment(document)
        let kept = asked.query.fields.filter { !["asOf", "knownAt", "at", "plan", "lang", "format"].contains($0.name) }
        let shown = [
            asked.query["asOf"].map(PageText.shownAsOf), asked.query["knownAt"].map(PageText.shownAsKnown), asked.query["at"].map(PageText.shownAt),
        ].compactMap(\.self)
        return PageTemplate.view.render([
            "before": before, "content": content, "isEmpty": content.isEmpty && !page.hasSearch && before.isEmpty, "nothing": PageText.nothingThere[language],
            "hasTools": !page.hasSearch, "action": asked.address(with: [("lang", nil)]).prefixUpTo("?"),
            "hidden": kept.map { ["name": $0.name, "value": $0.value] },
            "asOf": asked.query["asOf"] ?? "", "knownAt": asked.query["knownAt"] ?? "", "plan": asked.query["plan"] ?? "",
            "hasPlan": page.view.isOfPlan, "asOfTitle": PageText.asOfTitle[language], "asOfLabel": PageText.asOf[language],
            "knownLabel": PageText.knownAt[language], "planLabel": PageText.planChoice[language], "showLabel": PageText.show[language],
            "asOfHelp": PageText.asOfHelp[language], "isOfPast": !shown.isEmpty,
            "shown": Phrase.joined(shown)[language], "toNow": PageText.toNow[language],
            "nowAddress": asked.address(with: Self.cuts.map { ($0, nil) }),
            "csvAddress": asked.address(with: [("format", "csv")]), "csvLabel": PageText.csv[language],
            "jsonAddress": PageTemplate.optional(Route.Access.office.allows(asked.caller.account?.role) ? jsonAddress(asked) : nil), "jsonLabel": PageText.json[language], "hasSearch": page.hasSearch,
            "searchAction": asked.address("/search"), "searchLabel": PageText.search[language], "searchText": asked.query["text"] ?? "",
            "searchSubmit": PageText.search[language], "searchHelp": PageText.searchHelp[language],
        ])
    }

    private func jsonAddress(_ asked: Asked) -> String {
        let arguments = page.arguments(asked)
        var query = Form(urlEncoded: "")
        for name in page.view.parameters { query[name] = arguments[name] }
        for name in Self.cuts + ["plan"] { query[name] = asked.query[name] }
        return asked.address("/api/\(page.view.name)") + (query.isEmpty ? "" : "?" + query.encoded)
    }
}

extension String {
    fileprivate func prefixUpTo(_ end: Character) -> String { String(prefix { $0 != end }) }
}
#endif
