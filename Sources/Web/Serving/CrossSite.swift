#if Web
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// Keeps pages from elsewhere from sending forms here in the name of who is signed in: beside the cookies, which are not sent
/// then, and the token of a form.
enum CrossSite {
    /// - Throws: `Refusal.crossSite` where the browser says that another site sent it.
    static func check(_ request: Request, origin: String) throws(Refusal) {
        if let site = request.headers[.init("Sec-Fetch-Site")!], site != "same-origin", site != "none" { throw .crossSite }
        guard let claimed = request.headers[.init("Origin")!] else { return }
        // A proxy may speak another scheme to us: hosts are compared.
        guard URL(string: claimed)?.hostAndPort == URL(string: origin)?.hostAndPort else { throw .crossSite }
    }
}

extension URL {
    fileprivate var hostAndPort: String? { host().map { $0.lowercased() + (port.map { ":\($0)" } ?? "") } }
}

extension Asked {
    /// A form of a page that this session was shown.
    ///
    /// - Throws: `Refusal.formExpired` where it has no token or another one.
    func checkToken(of form: Form) throws(Refusal) {
        guard case .session(let session) = caller else { return }
        guard let given = form["csrf"] ?? headers[.init("X-CSRF-Token")!], session.accepts(csrfToken: given) else { throw .formExpired }
    }

    /// The form that was sent, of a page that this session was shown.
    func checkedForm() async throws -> Form {
        let form = try await form()
        try checkToken(of: form)
        return form
    }
}
#endif
