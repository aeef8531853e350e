/// Why a page or an address of the API is not given.
public enum RefusalText {
    public static let notFound = Phrase(zh: "没有这个页面。请从菜单进入，或检查网址。", en: "There is no such page. Use the menu, or check the address.")
    public static let methodNotAllowed = Phrase(zh: "这个地址不接受这种请求。", en: "This address does not take such a request.")
    public static let notSignedIn = Phrase(zh: "请先登录。", en: "Please sign in first.")
    public static let notAllowed = Phrase(
        zh: "您的账号不能看这里，也不能做这件事。需要的话，请找管理员调整权限。",
        en: "Your account may not see or do this. Ask the administrator if you need it.")
    public static let formExpired = Phrase(
        zh: "登录已经换过，这张表单没有提交。填写的内容还在本机，请返回上一页刷新后再提交。",
        en: "You have signed in again since this form was opened, so it was not sent. What you typed is kept in this browser: go back, reload and send it again.")
    public static let crossSite = Phrase(
        zh: "这个请求来自别的网站，没有执行。请从本站的页面操作。", en: "This request came from another site, so nothing was done. Use the pages of this site.")
    public static func tooLong(kilobytes: Int) -> Phrase {
        Phrase(zh: "提交的内容太长，最多 \(kilobytes) 千字节。", en: "What was sent is too long: at most \(kilobytes) kB.")
    }
    public static func tooOften(seconds: Int) -> Phrase {
        Phrase(zh: "试得太频繁，请过 \(seconds) 秒再试。", en: "Too many tries. Please wait \(seconds) seconds.")
    }
    public static func positionChanged(_ now: Int64) -> Phrase {
        Phrase(
            zh: "打开页面之后又有新的记录（现在是第 \(now) 条）。请刷新，看过再提交。",
            en: "Something was recorded since you looked (entry \(now) is the last now). Reload, look, and send it again.")
    }
    public static func headerInvalid(_ name: String) -> Phrase {
        Phrase(zh: "请求头“\(name)”不对。", en: "The header \(name) is not valid.")
    }
    public static let unsupportedType = Phrase(
        zh: "这种内容类型不能接收。命令请用“JSON”。", en: "This content type is not read. Send commands as application/json or application/x-ndjson.")
    public static let stopping = Phrase(zh: "服务正在停止，请稍后再试。", en: "The server is stopping. Please try again later.")
    public static let shelfFull = Phrase(zh: "同时打开的履职簿太多，请稍后再试。", en: "Too many books are in use. Please try again in a moment.")
    public static let internalFault = Phrase(
        zh: "程序出错了，没有任何改动。请把时间和做的事告诉管理员。", en: "The program has a fault; nothing was changed. Tell the administrator the time and what you did.")

    /// Over the text, by the status of HTTP.
    public static func title(ofStatus status: Int) -> Phrase {
        switch status {
        case 400: Phrase(zh: "请求有误", en: "Bad request")
        case 401: Phrase(zh: "需要登录", en: "Sign-in needed")
        case 403: Phrase(zh: "没有权限", en: "Not allowed")
        case 404: Phrase(zh: "找不到", en: "Not found")
        case 405: Phrase(zh: "不接受这种请求", en: "Method not allowed")
        case 409: Phrase(zh: "没有记下", en: "Not recorded")
        case 412: Phrase(zh: "记录已更新", en: "The book has moved on")
        case 413: Phrase(zh: "内容太长", en: "Too long")
        case 415: Phrase(zh: "类型不对", en: "Unsupported type")
        case 429: Phrase(zh: "请稍候", en: "Too many requests")
        case 503: Phrase(zh: "暂时不能用", en: "Not available now")
        default: Phrase(zh: "出错了", en: "Something went wrong")
        }
    }

    public static let back = Phrase(zh: "返回上一页", en: "Go back")
    public static let toToday = Phrase(zh: "回到首页", en: "To the first page")
}

extension RefusalText {
    public static func parameterUnknown(_ name: String) -> Phrase {
        Phrase(zh: "没有“\(name)”这个参数。", en: "There is no parameter '\(name)'.")
    }
}
