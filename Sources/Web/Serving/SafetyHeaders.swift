#if Web
internal import HTTPTypes
internal import Hummingbird

/// What every answer tells the browser: nothing from elsewhere, no script in a page, no frame around it.
enum SafetyHeaders {
    static let contentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

    static func add(to response: inout Response, isSecure: Bool) {
        func set(_ name: String, _ value: String) {
            let name = HTTPField.Name(name)!
            if response.headers[name] == nil { response.headers[name] = value }
        }
        set("Content-Security-Policy", contentSecurityPolicy)
        set("X-Content-Type-Options", "nosniff")
        set("X-Frame-Options", "DENY")
        // Codes are in addresses.
        set("Referrer-Policy", "same-origin")
        set("Cross-Origin-Opener-Policy", "same-origin")
        set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        set("Cache-Control", "no-store")
        if isSecure { set("Strict-Transport-Security", "max-age=31536000") }
    }
}
#endif
