/// Accounts at the pages: why something about them was not done.
extension Phrase {
    /// A name that no account can have.
    public static func accountNameMalformed(_ name: String) -> Phrase {
        Phrase(
            zh: "账号名“\(name)”不能用。请用 2 至 32 个小写字母、数字、点、横线或下划线，以字母或数字开头；不要用姓名。",
            en: "'\(name)' cannot be the name of an account. Use 2 to 32 lower-case letters, digits, dots, hyphens or underscores, beginning "
                + "with a letter or digit. Do not use a person's name.")
    }

    /// A name that an account has or had.
    public static func accountNameTaken(_ name: String) -> Phrase {
        Phrase(zh: "已有账号“\(name)”（停用的也算）。请换一个账号名。", en: "There is an account '\(name)' already; ended accounts count too. Choose another name.")
    }

    /// A name that no account has.
    public static func accountUnknown(_ name: String) -> Phrase {
        Phrase(zh: "没有账号“\(name)”。请核对账号名。", en: "There is no account '\(name)'. Check the name.")
    }

    /// An account that lets nobody in any more.
    public static func accountEnded(_ name: String) -> Phrase {
        Phrase(zh: "账号“\(name)”已停用。需要时请另建账号。", en: "The account '\(name)' is ended. Create another one if it is needed.")
    }

    /// An account that has to stay what it is.
    public static func accountIsLastAdministrator(_ name: String) -> Phrase {
        Phrase(
            zh: "“\(name)”是最后一个管理员账号，没有改动。请先另建一个管理员账号。",
            en: "'\(name)' is the last administrator. It was not changed. Create another administrator first.")
    }

    /// A member's account without the member.
    public static var accountNeedsMember: Phrase {
        Phrase(zh: "委员账号要对应一位委员。请选择委员。", en: "A member's account belongs to one member. Choose the member.")
    }

    /// A handling unit's account without the unit.
    public static var accountNeedsUnit: Phrase {
        Phrase(zh: "承办单位账号要写明单位。请填写单位。", en: "A handling unit's account names the unit. Enter the unit.")
    }

    /// An account with a member or a unit that its role has no use for.
    public static var accountTakesNeither: Phrase {
        Phrase(zh: "这类账号不对应委员，也不对应单位。请去掉委员和单位。", en: "An account of this role has no member and no unit. Leave both out.")
    }

    /// A one-time link that lets nobody in.
    public static var accountLinkInvalid: Phrase {
        Phrase(
            zh: "这个链接已用过、已换新或已过期。请找管理员重新要一个。",
            en: "This link was used already, was replaced, or has expired. Ask an administrator for a new one.")
    }

    /// A password that is guessed soon.
    public static func passwordTooShort(characterMin: Int) -> Phrase {
        Phrase(zh: "密码太短。请至少用 \(characterMin) 个字符。", en: "The password is too short. Use at least \(characterMin) characters.")
    }

    /// A password longer than anybody types.
    public static func passwordTooLong(characterMax: Int) -> Phrase {
        Phrase(zh: "密码太长。请最多用 \(characterMax) 个字符。", en: "The password is too long. Use at most \(characterMax) characters.")
    }

    /// A password that is little more than the account's name.
    public static var passwordLikeName: Phrase {
        Phrase(zh: "密码与账号名太像。请换一个密码。", en: "The password is too much like the account's name. Choose another password.")
    }

    /// A file of accounts beside the wrong book.
    public static func accountFileOfOtherBook(_ path: String) -> Phrase {
        Phrase(
            zh: "账号文件 \(path) 是另一本簿的。请放回这本簿自己的；没有的，把这个文件移走，再新建账号。",
            en: "The account file \(path) belongs to another book. Put this book's own file back. If there is none, move the file away "
                + "and create new accounts.")
    }

    /// Something else in the place of a file of accounts.
    public static func notAnAccountFile(_ path: String) -> Phrase {
        Phrase(zh: "\(path) 不是账号文件，没有改动它。请把它移走。", en: "\(path) is not an account file. It was not changed. Move it away.")
    }

    /// A file of accounts that this program is too old for.
    public static func accountFileIsNewer(_ path: String) -> Phrase {
        Phrase(
            zh: "账号文件 \(path) 由更新的版本写成。请升级程序。", en: "The account file \(path) was written by a newer version. Upgrade the program.")
    }

    /// A file of accounts that others may read.
    public static func accountFileExposed(_ path: String) -> Phrase {
        Phrase(
            zh: "账号文件 \(path) 别人也能读取，权限无法改正。请移到只有本人能读取的地方（chmod 600）。",
            en: "Other users can read the account file \(path), and its permissions could not be changed. Move it to a place where only "
                + "its owner can read it (chmod 600).")
    }
}
