/// Accounts and what else lets somebody in.
public enum AdminText {
    public static let accounts = Phrase(zh: "账号", en: "Accounts")
    public static let role = Phrase(zh: "角色", en: "Role")
    public static let scope = Phrase(zh: "对应委员或单位", en: "Member or unit")
    public static let member = Phrase(zh: "哪位委员", en: "Which member")
    public static let memberHelp = Phrase(zh: "角色是委员时填写：姓名或编号", en: "For a member's account: name or id")
    public static let unit = Phrase(zh: "哪个承办单位", en: "Which handling unit")
    public static let unitHelp = Phrase(zh: "角色是承办单位时填写，与交办时写的名称一致", en: "For a handling unit's account: its name as in hand-overs")
    public static let accountNameHelp = Phrase(zh: "小写字母、数字，如“mishu1”；不要用真名，记录里会写这个账号", en: "Small letters and digits, such as office1; not a person's name: it is written into the log")
    public static let newAccount = Phrase(zh: "新建账号", en: "New account")
    public static let makeAccount = Phrase(zh: "新建", en: "Make it")
    public static let nameMissing = Phrase(zh: "请填写账号。", en: "Please give the account's name.")
    public static let newLink = Phrase(zh: "给新的登录链接", en: "New sign-in link")
    public static let end = Phrase(zh: "停用", en: "End")
    public static let ended = Phrase(zh: "已停用", en: "ended")
    public static func accountEnded(_ name: String) -> Phrase {
        Phrase(zh: "账号 \(name) 已停用，正在登录的也已退出。", en: "The account \(name) is ended, and signed out everywhere.")
    }
    public static func linkMade(_ name: String) -> Phrase {
        Phrase(zh: "把下面的链接交给 \(name) 本人，72 小时内打开一次有效。", en: "Give this link to \(name). It works once, within 72 hours.")
    }
    public static let shownOnce = Phrase(zh: "只显示这一次，离开页面就看不到了。", en: "Shown this once, and never again.")

    /// By the code that is stored.
    public static func role(_ code: String) -> Phrase {
        switch code {
        case "administrator": Phrase(zh: "管理员", en: "administrator")
        case "secretary": Phrase(zh: "秘书", en: "secretary")
        case "director": Phrase(zh: "主任", en: "director")
        case "member": Phrase(zh: "委员", en: "member")
        case "unit": Phrase(zh: "承办单位", en: "handling unit")
        case "auditor": Phrase(zh: "审计", en: "auditor")
        default: Phrase(zh: "会场大屏", en: "screen")
        }
    }

    public static let codes = Phrase(zh: "委员签到码", en: "Members' codes")
    public static func codesIssued(_ count: Int) -> Phrase { Phrase(zh: "已有 \(count) 位委员领过签到码。", en: "\(count) members have a code.") }
    public static func codesBlocked(_ ids: [String]) -> Phrase {
        Phrase(zh: "试错太多次、已停用：\(ids.joined(separator: "、"))。请发新的。", en: "Blocked after too many wrong tries: \(ids.joined(separator: ", ")). Issue new ones.")
    }
    public static let codesFor = Phrase(zh: "发给谁", en: "For whom")
    public static let codesHelp = Phrase(zh: "姓名或编号，每行一人；不填就是全体在任委员。原来的签到码随即失效，已登记的手机照用。", en: "Names or ids, one on each line; everybody in office where it is empty. Earlier codes end; phones stay registered.")
    public static let issueCodes = Phrase(zh: "发签到码", en: "Issue codes")
    public static func codesMade(_ count: Int) -> Phrase { Phrase(zh: "已为 \(count) 位委员发码，请打印后剪开分发。", en: "\(count) codes issued. Print this, cut it and hand it out.") }

    public static let devices = Phrase(zh: "已登记的手机", en: "Registered phones")
    public static let phone = Phrase(zh: "手机", en: "Phone")
    public static let phoneOf = Phrase(zh: "可以为谁签到", en: "Checks in")
    public static let shared = Phrase(zh: "（几人合用）", en: "(shared)")
    public static let endPhone = Phrase(zh: "注销", en: "End")
    public static let phoneEnded = Phrase(zh: "这部手机已注销。", en: "The phone is ended.")

    public static let tokens = Phrase(zh: "程序接口令牌", en: "API tokens")
    public static let token = Phrase(zh: "用途", en: "Purpose")
    public static let newToken = Phrase(zh: "新建令牌", en: "New token")
    public static let makeToken = Phrase(zh: "新建", en: "Make it")
    public static let tokenLabel = Phrase(zh: "做什么用", en: "What for")
    public static let tokenHelp = Phrase(zh: "给别的程序用，权限与账号相同", en: "For another program; it may do what the account may")
    public static let withdraw = Phrase(zh: "作废", en: "Withdraw")
    public static let tokenWithdrawn = Phrase(zh: "令牌已作废。", en: "The token is withdrawn.")
    public static let tokenMade = Phrase(zh: "令牌已生成。", en: "The token is made.")
}
