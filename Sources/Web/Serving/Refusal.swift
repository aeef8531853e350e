#if Web
internal import Bookkeeping
internal import CanonicalJSON
internal import EventLog
package import Views
internal import Wording

/// Why a request is not answered, beside what a rule of the domain says.
package enum Refusal: ProblemConvertible, Equatable {
    /// There is no such page.
    case notFound
    /// The address answers other methods.
    case methodNotAllowed(allowed: [String])
    case notSignedIn
    /// The account's role, or whose data it is, is against it.
    case notAllowed
    /// A form that was not sent from a page of this session.
    case formExpired
    /// A page from elsewhere sent it.
    case crossSite
    case tooLong(byteMax: Int)
    case tooOften(seconds: Int)
    /// Another state of the book was looked at than is now: `If-Match`.
    case positionChanged(now: Int64)
    /// A header that is nothing of its kind.
    case headerInvalid(String)
    /// A body of another type than is read.
    case unsupportedType

    package var httpStatus: Int {
        switch self {
        case .notFound: 404
        case .methodNotAllowed: 405
        case .notSignedIn: 401
        case .notAllowed, .formExpired, .crossSite: 403
        case .tooLong: 413
        case .tooOften: 429
        case .positionChanged: 412
        case .headerInvalid: 400
        case .unsupportedType: 415
        }
    }

    package var code: String {
        switch self {
        case .notFound: "no-such-page"
        case .methodNotAllowed: "method-not-allowed"
        case .notSignedIn: "not-signed-in"
        case .notAllowed: "not-allowed"
        case .formExpired: "form-expired"
        case .crossSite: "cross-site"
        case .tooLong: "too-long"
        case .tooOften: "too-often"
        case .positionChanged: "position-changed"
        case .headerInvalid: "header-invalid"
        case .unsupportedType: "unsupported-type"
        }
    }

    package var problem: Problem {
        let phrase: Phrase =
            switch self {
            case .notFound: RefusalText.notFound
            case .methodNotAllowed: RefusalText.methodNotAllowed
            case .notSignedIn: RefusalText.notSignedIn
            case .notAllowed: RefusalText.notAllowed
            case .formExpired: RefusalText.formExpired
            case .crossSite: RefusalText.crossSite
            case .tooLong(let byteMax): RefusalText.tooLong(kilobytes: byteMax >> 10)
            case .tooOften(let seconds): RefusalText.tooOften(seconds: seconds)
            case .positionChanged(let now): RefusalText.positionChanged(now)
            case .headerInvalid(let name): RefusalText.headerInvalid(name)
            case .unsupportedType: RefusalText.unsupportedType
            }
        return Problem(.usage, code: code, phrase)
    }
}

extension AccountError: ProblemConvertible {
    package var problem: Problem {
        switch self {
        case .linkInvalid: Problem(.notFound, code: code, phrase)
        case .nameMalformed, .scopeMismatch, .passwordTooShort, .passwordTooLong, .passwordLikeName: Problem(.badData, code: code, phrase)
        case .unknownAccount: Problem(.notFound, code: code, phrase)
        case .nameTaken, .accountEnded, .lastAdministrator, .otherBook, .notAccounts, .newerFormat, .exposed: Problem(.refused, code: code, phrase)
        }
    }

    /// The stable code that scripts see.
    package var code: String {
        switch self {
        case .nameMalformed: "account-name-malformed"
        case .nameTaken: "account-name-taken"
        case .unknownAccount: "no-such-account"
        case .accountEnded: "account-ended"
        case .lastAdministrator: "last-administrator"
        case .scopeMismatch: "account-scope-mismatch"
        case .linkInvalid: "link-invalid"
        case .passwordTooShort: "password-too-short"
        case .passwordTooLong: "password-too-long"
        case .passwordLikeName: "password-like-name"
        case .otherBook: "accounts-of-another-book"
        case .notAccounts: "not-accounts"
        case .newerFormat: "accounts-of-a-newer-version"
        case .exposed: "accounts-exposed"
        }
    }
}

/// Any error as an answer has it.
struct Failure {
    let status: Int
    let problem: Problem
    /// Seconds after which it may be tried again; nil where that does not help.
    var retryAfter: Int?
    /// The methods that the address answers, where it was asked by another.
    var allowed: String?

    /// A fault of this program where it is no error of ours.
    init(_ error: any Error) {
        if let refusal = error as? Refusal {
            (status, problem) = (refusal.httpStatus, refusal.problem)
            if case .tooOften(let seconds) = refusal { retryAfter = seconds }
            if case .methodNotAllowed(let methods) = refusal { allowed = methods.joined(separator: ", ") }
        } else if let error = error as? ShelfError {
            let phrase = error == .closed ? RefusalText.stopping : RefusalText.shelfFull
            (status, problem, retryAfter) = (503, Problem(.inputOutput, code: error == .closed ? "stopping" : "too-many-books", phrase), 1)
        } else if let problem = Problem(error) {
            (status, self.problem) = (Self.isOfTheBook(error) ? 503 : problem.kind.httpStatus, problem)
            if problem.kind == .inputOutput { retryAfter = 1 }
        } else {
            (status, problem) = (500, Problem(.internalFault, code: "internal", RefusalText.internalFault))
        }
    }

    /// What is wrong with the book's own file is no fault of whoever asks.
    private static func isOfTheBook(_ error: any Error) -> Bool {
        switch error as? LogError {
        case .damaged, .notALog, .laterFormat: true
        default: error is JSONError
        }
    }
}
#endif
