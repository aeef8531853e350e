#if Web
package import Wording

/// Why something about accounts was not done.
package enum AccountError: Error, Equatable, Sendable {
    case nameMalformed(String)
    /// Names of accounts that are ended are taken too.
    case nameTaken(String)
    case unknownAccount(String)
    case accountEnded(String)
    /// Nobody could make accounts any more.
    case lastAdministrator(String)
    /// A member's account without the member, a handling unit's without its name, or another's with either.
    case scopeMismatch(Role)
    /// Used, replaced, withdrawn, too old, or never made.
    case linkInvalid
    case passwordTooShort(characterMin: Int)
    case passwordTooLong(characterMax: Int)
    /// Little more than the account's name.
    case passwordLikeName
    /// The file is of another book.
    case otherBook(path: String)
    /// The file is not one of accounts.
    case notAccounts(path: String)
    /// The file was written by a newer version of the program.
    case newerFormat(path: String)
    /// Others may read the file, and that could not be changed.
    case exposed(path: String)

    /// What is said to people.
    package var phrase: Phrase {
        switch self {
        case .nameMalformed(let name): .accountNameMalformed(name)
        case .nameTaken(let name): .accountNameTaken(name)
        case .unknownAccount(let name): .accountUnknown(name)
        case .accountEnded(let name): .accountEnded(name)
        case .lastAdministrator(let name): .accountIsLastAdministrator(name)
        case .scopeMismatch(.member): .accountNeedsMember
        case .scopeMismatch(.unit): .accountNeedsUnit
        case .scopeMismatch: .accountTakesNeither
        case .linkInvalid: .accountLinkInvalid
        case .passwordTooShort(let count): .passwordTooShort(characterMin: count)
        case .passwordTooLong(let count): .passwordTooLong(characterMax: count)
        case .passwordLikeName: .passwordLikeName
        case .otherBook(let path): .accountFileOfOtherBook(path)
        case .notAccounts(let path): .notAnAccountFile(path)
        case .newerFormat(let path): .accountFileIsNewer(path)
        case .exposed(let path): .accountFileExposed(path)
        }
    }
}
#endif
