public import Domain

/// What the command line did not understand.
extension Phrase {
    public static func notAMonth(_ name: String, _ value: String) -> Phrase {
        Phrase(
            zh: "“\(name)”写的是“\(value)”，应为月份，如 2026-05 或 5。",
            en: "'\(name)' is '\(value)'; it must be a month, such as 2026-05 or 5.")
    }

    public static func notVotes(_ value: String) -> Phrase {
        Phrase(
            zh: "票数“\(value)”看不懂。写作 1=40/2/1、40/2/1、1:满意=30 或 姓名=3。",
            en: "'\(value)' is no count of votes. Write 1=40/2/1, 40/2/1, 1:satisfied=30 or NAME=3.")
    }

    public static func notAQuantity(_ value: String) -> Phrase {
        Phrase(
            zh: "“\(value)”不是数量。请写成“户=12”或“小时=2.5”，最多两位小数。",
            en: "'\(value)' is not a quantity. Write household=12 or hour=2.5, with at most two decimals.")
    }

    /// - Parameters:
    ///   - value: as it was typed.
    ///   - fault: why it is no amount.
    public static func notAnAmount(_ value: String, _ fault: Amount.Fault) -> Phrase {
        switch fault {
        case .unknownForm:
            Phrase(
                zh: "“\(value)”不是金额。请以元为单位，写成 1500、1,500.50、1500元或 1.5万元。",
                en: "'\(value)' is not an amount. Write it in yuan, such as 1500, 1,500.50 or 1500 yuan.")
        case .negative:
            Phrase(
                zh: "“\(value)”是负数，金额应大于 0。写错的金额请更正原来那一条。",
                en: "'\(value)' is negative; an amount is more than 0. To change an amount, correct its entry.")
        case .zero: Phrase(zh: "“\(value)”是 0，金额应大于 0。", en: "'\(value)' is 0; an amount is more than 0.")
        case .misplacedComma:
            Phrase(
                zh: "“\(value)”可能有两种意思：逗号只能作千位分隔，小数用点。请写成 1500、1,500 或 1500.50。",
                en: "'\(value)' could mean two amounts: commas only separate thousands, and a point comes before decimals. Write 1500, 1,500 or 1500.50.")
        case .tooManyDecimals:
            Phrase(
                zh: "“\(value)”的小数太多，最小的单位是分。请写成 1500.50；一千五百元写 1500 或 1,500。",
                en: "'\(value)' has too many decimals: the smallest unit is a fen. Write 1500.50; for fifteen hundred yuan, 1500 or 1,500.")
        case .tooLarge:
            Phrase(
                zh: "“\(value)”太大，金额不能超过 \(yuan(Amount.fenMax)) 元。",
                en: "'\(value)' is too large; an amount is at most \(yuan(Amount.fenMax)) yuan.")
        }
    }

    public static func notAChange(_ text: String) -> Phrase {
        Phrase(
            zh: "“\(text)”不是更正的内容。请写成“字段=新值”，如“amount=1500”“on=2026.3.12”。",
            en: "'\(text)' is no change. Write field=value, such as amount=1500 or on=2026.3.12.")
    }

    public static func notANumber(_ field: String, _ value: String) -> Phrase {
        Phrase(zh: "“\(field)”写的是“\(value)”，应为整数。", en: "'\(field)' is '\(value)'; it must be a whole number.")
    }

    public static func notAFlag(_ field: String, _ value: String) -> Phrase {
        Phrase(zh: "“\(field)”写的是“\(value)”，应为“true”或“false”。", en: "'\(field)' is '\(value)'; it must be true or false.")
    }

    public static func notPoints(_ value: String) -> Phrase {
        Phrase(zh: "“\(value)”不是分数，应为最多两位小数的数，如 3.50。", en: "'\(value)' is not a number of points with at most two decimals, such as 3.50.")
    }

    /// - Parameter value: an abbreviation, which means several zones; an offset, which has no rules; or no zone at all.
    public static func notATimeZone(_ value: String) -> Phrase {
        let meant = BookClock.suggestions(for: value)
        let names = meant.isEmpty ? ["Asia/Shanghai"] : meant
        return Phrase(
            zh: "“\(value)”不能作时区：缩写和“GMT+8”之类有歧义。请写标准名称，如 \(names.joined(separator: "、"))。",
            en: "'\(value)' cannot be the time zone: abbreviations, and forms such as GMT+8, are ambiguous. Give an IANA name, such as "
                + "\(names.joined(separator: " or ")).")
    }

    public static let outputNeedsICS = Phrase(zh: "--output 须与 --ics 同用。", en: "--output needs --ics.")

    public static let positionOrFrom = Phrase(
        zh: "请给出记录的序号或 --from，只给一个。", en: "Give an entry number or --from, but not both.")

    /// - Parameter owner: whose personal data would be erased.
    public static func erasureNotConfirmed(_ owner: String) -> Phrase {
        Phrase(
            zh: "删除 \(owner) 的姓名、电话、生日、请假理由等，任何备份都不能恢复；统计不变。确认请加 --yes。",
            en: "This erases the name, telephone, birthday and reasons of \(owner). No backup restores them; figures stay the same. "
                + "To confirm, add --yes.")
    }

    /// What the argument parser says, which has English alone: each line that it is known to print, in both languages.
    ///
    /// - Parameter message: an error or help, whose other lines are in the language of the run.
    public static func ofParser(_ message: String) -> Phrase {
        // Made once for all lines: a regular-expression literal is parsed at each use.
        let known = parserLines
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
        return joined(lines.map { parserLine(String($0), among: known) }, zh: "\n", en: "\n")
    }

    private static func parserLine(_ line: String, among known: [(Regex<AnyRegexOutput>, String)]) -> Phrase {
        for (pattern, zh) in known {
            guard let match = line.wholeMatch(of: pattern) else { continue }
            let arguments = match.output.dropFirst().compactMap(\.substring).map {
                $0.replacing("', '", with: "”、“").replacing("' and '", with: "”、“").replacing("', and '", with: "”、“")
            }
            let pieces = zh.split(separator: "%", omittingEmptySubsequences: false)
            let text = pieces.dropFirst().enumerated().reduce(String(pieces[0])) { text, piece in
                text + (piece.offset < arguments.count ? arguments[piece.offset] : "") + piece.element
            }
            return Phrase(zh: text, en: line)
        }
        return plain(line)
    }

    /// The parser's lines, and the same in Chinese with % for each argument. The first that fits is taken.
    private static var parserLines: [(Regex<AnyRegexOutput>, String)] {
        [
            (Regex(/Error: Unknown option '(.*)'\. Did you mean '(.*)'\?/), "错误：没有“%”这个选项。是不是“%”？"),
            (Regex(/Error: Unknown option '(.*)'/), "错误：没有“%”这个选项。"),
            (Regex(/Error: Missing value for '(.*)'/), "错误：“%”后面缺少内容。"),
            (Regex(/Error: Missing expected argument '(.*)'/), "错误：缺少“%”。"),
            (Regex(/Error: Missing one of: '(.*)'/), "错误：以下各项缺少一个：“%”。"),
            (Regex(/Error: The value '(.*)' is invalid for '(.*)'\. Please provide one of '(.*)'\./), "错误：“%”不能用于“%”，只能是“%”。"),
            (Regex(/Error: The value '(.*)' is invalid for '(.*)'/), "错误：“%”不能用于“%”。"),
            (Regex(/Error: Unexpected argument '(.*)'/), "错误：多了一个参数“%”。"),
            (Regex(/Error: (\d+) unexpected arguments: '(.*)'/), "错误：多了 % 个参数：“%”。"),
            (Regex(/Error: The option '(.*)' does not take any value, but '(.*)' was specified\./), "错误：选项“%”后面不能写内容，却写了“%”。"),
            (Regex(/Error: (.*)/), "错误：%"),
            (Regex(/Help:  (.*)/), "说明：%"),
            (Regex(/Usage: (.*)/), "用法：%"),
            (Regex(/\ \ See '(.*)' for more information\./), "  详见 %。"),
            (Regex(/OVERVIEW: (.*)/), "%"),
            (Regex(/USAGE: (.*)/), "用法：%"),
            (Regex(/ARGUMENTS:/), "参数："),
            (Regex(/OPTIONS:/), "选项："),
            (Regex(/SUBCOMMANDS:/), "命令："),
            (Regex(/(.*) SUBCOMMANDS:/), "%："),
            (Regex(/(.*) Show the version\./), "% 显示版本。"),
            (Regex(/(.*) Show help information\./), "% 显示说明。"),
            (Regex(/(.*) Show subcommand help information\./), "% 显示命令的说明。"),
            (Regex(/(.*) \(default: (.*)\)/), "%（默认为 %）"),
            (Regex(/(.*) \(values: (.*); default: (.*)\)/), "%（可写 %，默认为 %）"),
            (Regex(/(.*) \(values: (.*)\)/), "%（可写 %）"),
            (Regex(/\ \ See '(.*)' for detailed help\./), "  详见 %。"),
        ]
    }
}
