#if Web
package import HTTPTypes
internal import Hummingbird

/// One address of the server: what it answers, and to whom. The tests walk all of them as every role.
package struct Route: Sendable {
    /// In which form it is refused.
    package enum Kind: Sendable {
        /// For people: a refusal is a page.
        case page
        /// For programs: a refusal is a problem (RFC 9457), and whoever is not signed in is not sent to a form.
        case api
    }

    /// Who may have the answer. Whose data it is, is looked at where it is made.
    package enum Access: Equatable, Sendable {
        case anybody
        case roles(Set<Role>)

        /// Everybody who has an account, but for the screen in the room.
        package static let signedIn = Access.roles(Set(Role.allCases).subtracting([.screen]))
        /// Who may see everybody's data: they keep the book, answer for it or check it.
        package static let office = Access.roles([.administrator, .secretary, .director, .auditor])
        /// Who records for others.
        package static let recorders = Access.roles([.administrator, .secretary])

        package func allows(_ role: Role?) -> Bool {
            switch self {
            case .anybody: true
            case .roles(let roles): role.map(roles.contains) ?? false
            }
        }
    }

    package let method: HTTPRequest.Method
    /// With names in braces for what differs, such as `/meetings/{activity}`.
    package let pattern: String
    package let kind: Kind
    package let access: Access
    let answer: @Sendable (Asked) async throws -> Response

    init(
        _ method: HTTPRequest.Method, _ pattern: String, _ kind: Kind = .page, for access: Access,
        _ answer: @escaping @Sendable (Asked) async throws -> Response
    ) {
        self.method = method
        self.pattern = pattern
        self.kind = kind
        self.access = access
        self.answer = answer
    }

    /// Whether it changes something, so that it must not be called by a page from elsewhere.
    var changes: Bool { method != .get && method != .head }

    /// The names in the pattern.
    package var parameters: [String] {
        pattern.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }
}
#endif
