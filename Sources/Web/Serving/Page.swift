#if Web
internal import Domain
internal import Hummingbird
internal import Rendering
internal import Views
internal import Wording

/// A page on its way to the browser: its head, the menu of whoever asks, and a body that a template makes.
struct Page {
    let title: Phrase
    /// Under the title, such as the day that is shown.
    var subtitle = Phrase.plain("")
    /// The one main act.
    var act: Link?
    /// Other acts.
    var links: [Link] = []
    /// Markup.
    var body: String
    /// Scripts that the page is better with; it works without them.
    var scripts: [Asset] = []
    /// What the body's element tells the scripts, such as from which position to follow the events.
    var data: [(name: String, value: String)] = []
    var status = 200
    /// The path in the menu that the page belongs to.
    var place: String?
    /// Whether it is shown as it is, without menu: the screen in the room, and phones that check in.
    var isBare = false
    /// A class of the body's element.
    var style = ""

    /// Something that can be done or looked at.
    struct Link {
        let address: String
        let text: Phrase
    }

    func response(to asked: Asked) -> Response {
        render(at: asked.site, asked.language, account: asked.caller.account, asked)
    }

    /// - Parameter asked: nil for a page that answers no route.
    func render(at site: Site, _ language: Language, account: Account?, _ asked: Asked?) -> Response {
        func link(_ link: Link) -> [String: any Sendable] { ["address": link.address, "text": link.text[language]] }
        let menu = account.map { Menu.items(for: $0.role) } ?? []
        let other: Language = language == .chinese ? .english : .chinese
        let values: [String: any Sendable] = [
            "language": language.htmlCode, "root": site.prefix, "title": title[language], "subtitle": PageTemplate.optional(subtitle[language]),
            "product": PageText.product[language], "style": style, "isBare": isBare,
            "menu": menu.map { item -> [String: any Sendable] in
                ["address": site.prefix + item.path, "text": item.title[language], "isHere": item.path == place]
            },
            "hasMenu": !isBare && !menu.isEmpty, "menuLabel": PageText.menu[language], "skip": PageText.skip[language], "help": HandbookText.title[language],
            "account": account?.name ?? "", "isSignedIn": account != nil && asked?.caller.formToken != nil,
            "csrf": asked?.caller.formToken ?? "", "signOut": PageText.signOut[language],
            "otherLanguage": PageTemplate.optional(asked.flatMap { $0.route.method == .get ? $0.address(with: [("lang", other.rawValue)]) : nil }),
            "otherLanguageName": PageText.languageName(other), "otherLanguageCode": other.htmlCode,
            "act": act.map { [link($0)] } ?? [[String: any Sendable]](), "links": links.map(link), "body": body,
            "hasActs": act != nil || !links.isEmpty,
            "scripts": ([.page] + scripts).map { site.prefix + $0.path }, "style-sheet": site.prefix + Asset.style.path,
            "data": data.map { ["name": $0.name, "value": $0.value] },
            "offline": PageText.offline[language], "online": PageText.online[language],
        ]
        return .html(PageTemplate.page.render(values), status: status)
    }
}

/// The templates of pages, in `Templates/`.
enum PageTemplate: String, CaseIterable {
    case page, form, view, today, live, screen, board
    case checkIn = "check-in"

    func render(_ values: [String: any Sendable]) -> String { Self.library.render(rawValue, values) }

    /// A text that a template shows only where there is one: to the templates an empty text is one too.
    static func optional(_ text: String?) -> [String] { text.map { $0.isEmpty ? [] : [$0] } ?? [] }

    private static let library = TemplateLibrary([
        "page": PackageResources.page_mustache, "form": PackageResources.form_mustache, "field": PackageResources.field_mustache, "view": PackageResources.view_mustache,
        "today": PackageResources.today_mustache, "live": PackageResources.live_mustache, "screen": PackageResources.screen_mustache,
        "board": PackageResources.board_mustache, "check-in": PackageResources.check_in_mustache,
    ])
}

/// What whoever is signed in finds in the menu.
enum Menu {
    struct Item {
        let path: String
        let title: Phrase
        let roles: Set<Role>
    }

    private static let office: Set<Role> = [.administrator, .secretary, .director, .auditor]

    static let items: [Item] = [
        Item(path: "/", title: PageText.today, roles: office.union([.member, .unit])),
        Item(path: "/meetings", title: PageText.meetings, roles: office.union([.member])),
        Item(path: "/plan", title: PageText.plan, roles: office.union([.member])),
        Item(path: "/calendar", title: PageText.calendar, roles: office.union([.member])),
        Item(path: "/proposals", title: PageText.proposals, roles: office),
        Item(path: "/members", title: PageText.members, roles: office),
        Item(path: "/due", title: PageText.due, roles: office),
        Item(path: "/reports", title: PageText.reports, roles: office),
        Item(path: "/log", title: PageText.audit, roles: office),
        Item(path: "/more", title: PageText.more, roles: office),
        Item(path: "/admin", title: PageText.administration, roles: [.administrator, .secretary]),
    ]

    static func items(for role: Role) -> [Item] { items.filter { $0.roles.contains(role) } }
}

/// Says why something was not done, and what can be done about it.
enum RefusalPage {
    static func response(_ failure: Failure, at site: Site, _ language: Language) -> Response {
        let text = escape(failure.problem.phrase[language])
        let page = Page(
            title: RefusalText.title(ofStatus: failure.status),
            body: "<p class=\"notice refusal\" role=\"alert\">\(text)</p>\n<p><a class=\"button\" href=\"\(escape(site.prefix))/\">\(escape(RefusalText.toToday[language]))</a></p>",
            status: failure.status)
        return page.render(at: site, language, account: nil, nil)
    }
}
#endif
