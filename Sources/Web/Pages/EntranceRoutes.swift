#if Web
internal import Hummingbird
internal import Wording

/// Signing in and out, and the one-time link with which an account chooses its password.
enum EntranceRoutes {
    static let all: [Route] = [
        Route(.get, "/sign-in", for: .anybody) { asked in page(signInForm(asked, to: asked.query["to"]), PageText.signIn, asked) },
        Route(.post, "/sign-in", for: .anybody) { try await signIn($0) },
        Route(.post, "/sign-out", for: .anybody) { try await signOut($0) },
        Route(.get, "/link/{secret}", for: .anybody) { try await link($0) },
        Route(.post, "/link/{secret}", for: .anybody) { try await useLink($0) },
    ]

    private static func page(_ form: FormMarkup, _ title: Phrase, _ asked: Asked, status: Int = 200) -> Response {
        Page(title: title, body: form.render(for: asked), status: status, style: "narrow").response(to: asked)
    }

    private static func signInForm(_ asked: Asked, to address: String?, name: String? = nil, problem: Phrase? = nil) -> FormMarkup {
        FormMarkup(
            action: "/sign-in", hidden: address.map { [("to", $0)] } ?? [],
            fields: [
                .init(name: "name", label: PageText.accountName, kind: .input(type: "text", complete: "username"), value: name, isRequired: true),
                .init(name: "password", label: PageText.password, kind: .input(type: "password", complete: "current-password"), isRequired: true),
            ],
            submit: PageText.signIn, problem: problem)
    }

    private static func signIn(_ asked: Asked) async throws -> Response {
        let form = try await asked.form()
        let (name, password) = (form["name"] ?? "", form.fields.last { $0.name == "password" }?.value ?? "")
        let now = asked.site.clock()
        let wait = asked.site.limits.signInByAddress.waitSeconds(asked.address, at: now)
            ?? asked.site.limits.signInByName.waitSeconds(name.lowercased(), at: now)
        if let wait {
            let form = signInForm(asked, to: form["to"], name: name, problem: RefusalText.tooOften(seconds: wait))
            return page(form, PageText.signIn, asked, status: 429)
        }
        guard let begun = try await asked.site.withAccounts({ try $0.signIn(name, password: password) }) else {
            return page(signInForm(asked, to: form["to"], name: name, problem: PageText.signInWrong), PageText.signIn, asked, status: 401)
        }
        return begin(begun, asked, to: form["to"])
    }

    private static func begin(_ begun: NewSession, _ asked: Asked, to address: String?) -> Response {
        var response = Response.redirect(to: asked.address(local(address) ?? "/"))
        response.headers.append(.setting(.session, to: begun.token, at: asked.site, isSecure: asked.isSecure))
        return response
    }

    /// A path of this site; never the address of another one.
    private static func local(_ address: String?) -> String? {
        guard let address, address.hasPrefix("/"), !address.hasPrefix("//"), !address.contains("\\"),
            address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F })
        else { return nil }
        return address
    }

    private static func signOut(_ asked: Asked) async throws -> Response {
        _ = try await asked.checkedForm()
        if let token = asked.headers.cookie(.session) { try await asked.site.withAccounts { try $0.endSession(token) } }
        var response = Response.redirect(to: asked.address("/sign-in"))
        response.headers.append(.setting(.session, to: nil, at: asked.site, isSecure: asked.isSecure))
        return response
    }

    private static func linkForm(_ account: Account, _ secret: String, problem: Phrase? = nil) -> FormMarkup {
        FormMarkup(
            action: "/link/\(secret.addressEncoded)",
            fields: [
                .init(name: "name", label: PageText.accountName, kind: .input(type: "text", complete: "username"), value: account.name),
                .init(
                    name: "password", label: PageText.newPassword, help: PageText.passwordHelp,
                    kind: .input(type: "password", complete: "new-password"), isRequired: true),
            ],
            submit: PageText.setPassword, problem: problem)
    }

    private static func account(of secret: String, _ asked: Asked) async throws -> Account {
        guard let account = try await asked.site.withAccounts({ try $0.account(link: secret) }) else { throw AccountError.linkInvalid }
        return account
    }

    private static func link(_ asked: Asked) async throws -> Response {
        let secret = try asked.parameter("secret")
        return page(linkForm(try await account(of: secret, asked), secret), PageText.firstSignIn, asked)
    }

    private static func useLink(_ asked: Asked) async throws -> Response {
        let (secret, form) = (try asked.parameter("secret"), try await asked.form())
        let account = try await account(of: secret, asked)
        do {
            let password = form.fields.last { $0.name == "password" }?.value ?? ""
            return begin(try await asked.site.withAccounts { try $0.useLink(secret, password: password) }, asked, to: nil)
        } catch let error as AccountError where error != .linkInvalid {
            return page(linkForm(account, secret, problem: error.phrase), PageText.firstSignIn, asked, status: 400)
        }
    }
}
#endif
