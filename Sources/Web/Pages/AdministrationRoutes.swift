#if Web
internal import Bookkeeping
internal import Domain
internal import EventLog
internal import Hummingbird
internal import Rendering
internal import Views
internal import Wording

/// Accounts, members' codes, phones and programs' tokens: what lets somebody in. None of it is in the log.
enum AdministrationRoutes {
    static let all: [Route] = [
        Route(.get, "/admin", for: .recorders) { try await page($0) },
        Route(.post, "/admin/accounts", for: .roles([.administrator])) { try await changeAccounts($0) },
        Route(.post, "/admin/codes", for: .recorders) { try await issueCodes($0) },
        Route(.post, "/admin/devices", for: .recorders) { try await endDevice($0) },
        Route(.post, "/admin/tokens", for: .roles([.administrator])) { try await changeTokens($0) },
    ]

    /// What was just made, and is shown this once.
    private struct Shown {
        var done: Phrase?
        var problem: Phrase?
        /// Texts that no file has: a link, a token, codes.
        var secrets: [(label: Phrase, text: String)] = []
        var status = 200
    }

    private static func page(_ asked: Asked, _ shown: Shown = Shown()) async throws -> Response {
        let isAdministrator = try asked.account().role == .administrator
        let (accounts, codes, devices, tokens) = try await asked.site.withAccounts { store in
            (try store.accounts(), try store.issuedCodes(), try store.devices(), try store.apiTokens())
        }
        let language = asked.language
        var parts = [notices(shown, asked)]
        if isAdministrator { parts += [section(AdminText.accounts, table(of: accounts, asked) + newAccount(asked))] }
        parts.append(section(AdminText.codes, codesForm(asked, count: codes.count, blocked: codes.filter(\.isBlocked).map(\.member))))
        parts.append(section(AdminText.devices, table(of: devices, asked)))
        if isAdministrator { parts.append(section(AdminText.tokens, table(of: tokens, asked) + newToken(asked))) }
        func section(_ title: Phrase, _ body: String) -> String { "<section><h2>\(escape(title[language]))</h2>\(body)</section>" }
        return Page(title: PageText.administration, body: parts.joined(separator: "\n"), status: shown.status, place: "/admin").response(to: asked)
    }

    private static func notices(_ shown: Shown, _ asked: Asked) -> String {
        let language = asked.language
        var text = shown.problem.map { "<p class=\"notice refusal\" role=\"alert\">\(escape($0[language]))</p>" } ?? ""
        if let done = shown.done { text += "<p class=\"notice done\" role=\"status\">\(escape(done[language]))</p>" }
        guard !shown.secrets.isEmpty else { return text }
        let rows = shown.secrets.map { "<tr><th scope=\"row\">\(escape($0.label[language]))</th><td><code class=\"address\">\(escape($0.text))</code></td></tr>" }
        return text + "<table class=\"secrets\">\(rows.joined())</table><p class=\"help\">\(escape(AdminText.shownOnce[language]))</p>"
    }

    /// A button that does one thing.
    private static func button(_ action: String, _ fields: [(String, String)], _ text: Phrase, _ asked: Asked) -> String {
        let hidden = (fields + [("csrf", asked.caller.formToken ?? "")]).map { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\(escape($0.1))\">" }
        return "<form method=\"post\" action=\"\(escape(asked.address(action)))\" class=\"one\">\(hidden.joined())<button class=\"quiet\">\(escape(text[asked.language]))</button></form>"
    }

    private static func table(_ heads: [Phrase], _ rows: [[String]], _ asked: Asked) -> String {
        guard !rows.isEmpty else { return "<p class=\"empty\">\(escape(PageText.nothingThere[asked.language]))</p>" }
        let head = heads.map { "<th>\(escape($0[asked.language]))</th>" }.joined()
        let body = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
        return "<div class=\"scroll\"><table><thead><tr>\(head)</tr></thead><tbody>\(body)</tbody></table></div>"
    }

    // MARK: - Accounts

    private static func table(of accounts: [Account], _ asked: Asked) -> String {
        table([PageText.accountName, AdminText.role, AdminText.scope, .plain("")], accounts.map { account in
            let acts = account.isEnded ? escape(AdminText.ended[asked.language])
                : button("/admin/accounts", [("act", "link"), ("name", account.name)], AdminText.newLink, asked)
                    + button("/admin/accounts", [("act", "end"), ("name", account.name)], AdminText.end, asked)
            return [escape(account.name), escape(AdminText.role(account.role.rawValue)[asked.language]), escape(account.member?.description ?? account.unit ?? ""), acts]
        }, asked)
    }

    private static func newAccount(_ asked: Asked) -> String {
        let roles = Role.allCases.map { FormMarkup.Choice(value: $0.rawValue, text: AdminText.role($0.rawValue)) }
        return "<details class=\"tools\"><summary>\(escape(AdminText.newAccount[asked.language]))</summary>" + FormMarkup(
            action: "/admin/accounts", hidden: [("act", "create")],
            fields: [
                .init(name: "name", label: PageText.accountName, help: AdminText.accountNameHelp, isRequired: true),
                .init(name: "role", label: AdminText.role, kind: .choice(roles), value: Role.secretary.rawValue, isRequired: true),
                .init(name: "member", label: AdminText.member, help: AdminText.memberHelp),
                .init(name: "unit", label: AdminText.unit, help: AdminText.unitHelp),
            ], submit: AdminText.makeAccount).render(for: asked) + "</details>"
    }

    private static func changeAccounts(_ asked: Asked) async throws -> Response {
        let form = try await asked.checkedForm()
        guard let name = form["name"] else { return try await page(asked, Shown(problem: AdminText.nameMissing, status: 400)) }
        do {
            switch form["act"] {
            case "end":
                try await asked.site.withAccounts { try $0.endAccount(name) }
                return try await page(asked, Shown(done: AdminText.accountEnded(name)))
            case "create":
                guard let role = form["role"].flatMap({ Role(rawValue: $0) }) else { throw Refusal.notFound }
                let (member, unit) = (try await member(form["member"], asked), form["unit"])
                _ = try await asked.site.withAccounts { try $0.createAccount(name, role: role, member: member, unit: unit) }
            case "link": break
            default: throw Refusal.notFound
            }
            let secret = try await asked.site.withAccounts { try $0.makeLink(for: name) }
            let address = asked.origin + asked.address("/link/\(secret)")
            return try await page(asked, Shown(done: AdminText.linkMade(name), secrets: [(.plain(name), address)]))
        } catch let error as AccountError {
            return try await page(asked, Shown(problem: error.phrase, status: error.problem.kind.httpStatus))
        } catch let problem as Problem {
            return try await page(asked, Shown(problem: problem.phrase, status: problem.kind.httpStatus))
        }
    }

    /// The member who was typed; nil for nobody.
    private static func member(_ text: String?, _ asked: Asked) async throws -> MemberID? {
        guard let text else { return nil }
        return try await members([text], asked).first
    }

    private static func members(_ texts: [String], _ asked: Asked) async throws -> [MemberID] {
        try await asked.site.ask(ViewRequest(), for: asked.purpose()) { context in
            let lookup = MemberLookup(context.book, context.known, on: context.today, for: ReadingPurpose(by: try asked.account().name, purpose: "admin"))
            return try texts.map { text in
                guard let member = try lookup.member(text) else { throw Problem(.notFound, code: "no-such-member", .noSuchMember(text)) }
                return member
            }
        }
    }

    // MARK: - Codes and phones of members

    private static func codesForm(_ asked: Asked, count: Int, blocked: [MemberID]) -> String {
        var text = "<p>\(escape(AdminText.codesIssued(count)[asked.language]))</p>"
        if !blocked.isEmpty { text += "<p class=\"notice\">\(escape(AdminText.codesBlocked(blocked.map(\.description))[asked.language]))</p>" }
        return text + FormMarkup(
            action: "/admin/codes",
            fields: [.init(name: "members", label: AdminText.codesFor, help: AdminText.codesHelp, kind: .lines)], submit: AdminText.issueCodes
        ).render(for: asked)
    }

    /// Slips to be cut and handed out: a name and a code each.
    private static func issueCodes(_ asked: Asked) async throws -> Response {
        let form = try await asked.checkedForm()
        let typed = form.all("members").flatMap { $0.split { $0.isWhitespace || ",，、;；".contains($0) }.map(String.init) }
        do {
            let purpose = try asked.purpose()
            let chosen = typed.isEmpty ? nil : try await members(typed, asked)
            let (members, names) = try await asked.site.ask(ViewRequest(), for: purpose) { context in
                let members = chosen ?? context.state.membersInOffice(on: context.today)
                return (members, try context.names(of: members))
            }
            let codes = try await asked.site.withAccounts { try $0.issueCodes(for: members) }
            let slips = members.map { member in
                (Phrase.plain("\(member) ") + .name(names[member] ?? .unreadable), codes[member] ?? "")
            }
            return try await page(asked, Shown(done: AdminText.codesMade(codes.count), secrets: slips))
        } catch let problem as Problem {
            return try await page(asked, Shown(problem: problem.phrase, status: problem.kind.httpStatus))
        }
    }

    private static func table(of devices: [Device], _ asked: Asked) -> String {
        table([AdminText.phone, AdminText.phoneOf, .plain("")], devices.map { device in
            [
                escape("\(device.id)  \(device.label)"), escape(device.members.map(\.description).joined(separator: " ") + (device.members.count > 1 ? "  " + AdminText.shared[asked.language] : "")),
                button("/admin/devices", [("device", "\(device.id)")], AdminText.endPhone, asked),
            ]
        }, asked)
    }

    private static func endDevice(_ asked: Asked) async throws -> Response {
        let form = try await asked.checkedForm()
        guard let id = form["device"].flatMap({ Int64($0) }), try await asked.site.withAccounts({ try $0.endDevice(id) }) else { throw Refusal.notFound }
        return try await page(asked, Shown(done: AdminText.phoneEnded))
    }

    // MARK: - Tokens of programs

    private static func table(of tokens: [APIToken], _ asked: Asked) -> String {
        table([AdminText.token, PageText.accountName, .plain("")], tokens.map { token in
            [escape(token.label), escape(token.account), button("/admin/tokens", [("act", "withdraw"), ("token", "\(token.id)")], AdminText.withdraw, asked)]
        }, asked)
    }

    private static func newToken(_ asked: Asked) -> String {
        "<details class=\"tools\"><summary>\(escape(AdminText.newToken[asked.language]))</summary>" + FormMarkup(
            action: "/admin/tokens", hidden: [("act", "make")],
            fields: [
                .init(name: "name", label: PageText.accountName, isRequired: true),
                .init(name: "label", label: AdminText.tokenLabel, help: AdminText.tokenHelp, isRequired: true),
            ], submit: AdminText.makeToken).render(for: asked) + "</details>"
    }

    private static func changeTokens(_ asked: Asked) async throws -> Response {
        let form = try await asked.checkedForm()
        if form["act"] == "withdraw" {
            guard let id = form["token"].flatMap({ Int64($0) }), try await asked.site.withAccounts({ try $0.withdrawAPIToken(id) }) else { throw Refusal.notFound }
            return try await page(asked, Shown(done: AdminText.tokenWithdrawn))
        }
        do {
            let (name, label) = (form["name"] ?? "", form["label"] ?? "")
            let made = try await asked.site.withAccounts { try $0.makeAPIToken(for: name, label: label) }
            return try await page(asked, Shown(done: AdminText.tokenMade, secrets: [(.plain(label), made.secret)]))
        } catch let error as AccountError {
            return try await page(asked, Shown(problem: error.phrase, status: error.problem.kind.httpStatus))
        }
    }
}
#endif
