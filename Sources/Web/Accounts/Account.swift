#if Web
package import Domain

/// What somebody may do at the pages.
package enum Role: String, CaseIterable, Sendable {
    /// Makes accounts, and looks after the book's files.
    case administrator
    /// Records and files.
    case secretary
    /// Approves leave and late entries.
    case director
    /// Sees and does what is their own.
    case member
    /// A handling unit: sees and answers what was handed to it.
    case unit
    /// Reads everything, changes nothing.
    case auditor
    /// The screen in the room of a meeting.
    case screen
}

/// Somebody who may sign in. Accounts are never part of the log, which has their names only, as who recorded an entry.
package struct Account: Equatable, Sendable {
    /// The name to sign in with, and what an entry's `by` says. It is never given to another account.
    package let name: String
    package let role: Role
    /// Who it is, where the role is `member`.
    package let member: MemberID?
    /// The handling unit, where the role is `unit`.
    package let unit: String?
    /// An account that is ended stays, so that its name keeps its meaning in the log, and lets nobody in.
    package let isEnded: Bool

    /// Before the number of a device, as who recorded a check-in: no account has a name that begins so.
    static let deviceNamePrefix = "device-"

    /// A name as it is stored: without the space around it, in lower case.
    ///
    /// Names of people are personal data and no names of accounts: the log has those unsealed.
    ///
    /// - Throws: `AccountError.nameMalformed` unless it is 2 to 32 of `a–z`, `0–9`, `.`, `-`, `_`, the first a letter or digit.
    static func validName(_ text: String) throws(AccountError) -> String {
        let name = folded(text)
        let isValid =
            (2...32).contains(name.utf8.count) && name.utf8.allSatisfy(isNameCharacter) && name.first.map { $0.isLetter || $0.isNumber } ?? false
        guard isValid, !name.hasPrefix(deviceNamePrefix) else { throw .nameMalformed(text) }
        return name
    }

    /// What is typed at signing in is meant in lower case.
    static func folded(_ text: String) -> String { text.lowercased().trimming { $0.isWhitespace } }

    private static func isNameCharacter(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || ".-_".utf8.contains(byte)
    }

    /// - Throws: `AccountError.scopeMismatch` unless a member has a member, a handling unit its name, and nobody else either.
    static func requireScope(_ role: Role, _ member: MemberID?, _ unit: String?) throws(AccountError) {
        let hasUnit = unit.map { !$0.allSatisfy(\.isWhitespace) } ?? false
        let isFitting =
            switch role {
            case .member: member != nil && unit == nil
            case .unit: member == nil && hasUnit
            case .administrator, .secretary, .director, .auditor, .screen: member == nil && unit == nil
            }
        guard isFitting else { throw .scopeMismatch(role) }
    }
}

extension String {
    fileprivate func trimming(_ isDropped: (Character) -> Bool) -> String {
        var rest = self[...]
        while let last = rest.last, isDropped(last) { rest.removeLast() }
        return String(rest.drop(while: isDropped))
    }
}
#endif
