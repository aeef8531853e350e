#if Web
internal import HTTPTypes
internal import Hummingbird

/// The cookies of the pages. None can be read by a script, and none is sent by a form on another site.
enum CookieName: String {
    case session = "minutebook-session"
    case language = "minutebook-language"
    /// The key of a phone that checks in.
    case device = "minutebook-device"
    /// What tells a browser from another one before anybody signs in.
    case browser = "minutebook-browser"

    /// Seconds that a browser keeps it; nil until it is closed.
    var secondsMax: Int? {
        switch self {
        case .session: 12 * 3_600
        case .language, .device: 400 * 86_400
        case .browser: 86_400
        }
    }
}

extension Request {
    func cookie(_ name: CookieName) -> String? { headers.cookie(name) }
}

extension HTTPFields {
    func cookie(_ name: CookieName) -> String? {
        for header in self[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                if parts.count == 2, parts[0].drop(while: { $0 == " " }) == name.rawValue { return String(parts[1]) }
            }
        }
        return nil
    }
}

extension HTTPField {
    /// - Parameter value: of letters, digits, `-` and `_`; nil takes the cookie away.
    static func setting(_ name: CookieName, to value: String?, at site: Site, isSecure: Bool) -> HTTPField {
        let age = value == nil ? "; Max-Age=0" : name.secondsMax.map { "; Max-Age=\($0)" } ?? ""
        let path = site.prefix.isEmpty ? "/" : site.prefix
        return HTTPField(
            name: .setCookie,
            value: "\(name.rawValue)=\(value ?? ""); Path=\(path)\(age); HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")")
    }
}
#endif
