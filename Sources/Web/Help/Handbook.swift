#if Web
internal import Hummingbird
internal import Rendering
package import Wording

/// The handbook: pages for whoever asks, and one file to be printed.
package enum Handbook {
    static let routes: [Route] = [
        Route(.get, "/help", for: .anybody) { index($0) },
        Route(.get, "/help/{page}", for: .anybody) { try page($0) },
    ]

    private static func index(_ asked: Asked) -> Response {
        let english = asked.language == .english ? markup(of: .english, asked) : ""
        let lists = HandbookPage.Reader.allCases.map { reader in
            let items = reader.pages.map { page in
                "<li><a href=\"\(escape(asked.address("/help/\(page.rawValue)")))\" lang=\"\(page.language.htmlCode)\">\(escape(page.title))</a></li>"
            }
            return "<section><h2>\(escape(reader.title[asked.language]))</h2><ul class=\"links\">\(items.joined())</ul></section>"
        }
        return Page(title: HandbookText.title, body: english + lists.joined(separator: "\n"), style: "narrow").response(to: asked)
    }

    private static func page(_ asked: Asked) throws -> Response {
        guard let page = HandbookPage(rawValue: try asked.parameter("page")) else { throw Refusal.notFound }
        return Page(
            title: .plain(page.title), links: [.init(address: asked.address("/help"), text: HandbookText.all)], body: markup(of: page, asked), style: "narrow"
        ).response(to: asked)
    }

    private static func markup(of page: HandbookPage, _ asked: Asked) -> String {
        let text = HandbookMarkup(language: page.language) { target in
            asked.address(target.hasPrefix("/") ? target : "/help/\(target)")
        }.render(page.content)
        return "<article lang=\"\(page.language.htmlCode)\">\(text)</article>"
    }

    /// The whole handbook as one HTML file that loads nothing from elsewhere.
    package static func file(_ language: Language) -> String {
        let pages = language == .english ? [HandbookPage.english] : HandbookPage.Reader.allCases.flatMap(\.pages)
        let contents = pages.map { "<li><a href=\"#\($0.rawValue)\">\(escape($0.title))</a></li>" }.joined()
        // A page of the server has no address in a file.
        let markup = HandbookMarkup(language: language) { $0.hasPrefix("/") ? nil : "#\($0)" }
        let sections = pages.map { "<section id=\"\($0.rawValue)\">\n<h1>\(escape($0.title))</h1>\n\(markup.render($0.content))</section>" }
        return Template.report.render([
            "language": language.htmlCode, "title": HandbookText.ofProduct[language], "subtitle": "",
            "sections": "<ul>\(contents)</ul>\n" + sections.joined(separator: "\n"),
        ])
    }
}
#endif
