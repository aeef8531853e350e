public import CanonicalJSON

/// What a value should have been.
extension Phrase {
    /// What follows "must be", `应为`.
    public static func expectation(_ expectation: Expectation) -> Phrase {
        let (one, two) = (expectation.arguments.first ?? "", expectation.arguments.dropFirst().first ?? "")
        let words = quoted(expectation.arguments)
        return switch expectation.key {
        case "string": Phrase(zh: "带引号的文字", en: "text in quotation marks")
        case "integer": Phrase(zh: "整数", en: "a whole number")
        case "boolean": Phrase(zh: "“true”（是）或“false”（否）", en: "true or false")
        case "array": Phrase(zh: "方括号里的列表", en: "a list in square brackets")
        case "object": Phrase(zh: "花括号里的一组字段", en: "fields in braces")

        case "uuid": Phrase(zh: "UUID，如 0197c5a0-0000-7000-8000-000000000001", en: "a UUID, such as 0197c5a0-0000-7000-8000-000000000001")
        case "utc-time": Phrase(zh: "精确到微秒的世界时", en: "a time in UTC with microseconds")
        case "date": Phrase(zh: "日期，如 2026-03-12", en: "a date, such as 2026-03-12")
        case "occurrence":
            Phrase(
                zh: "日期、时间或起止日期，如 2026-03-12 或 2026-03-12/2026-03-14",
                en: "a date, a time or a range of days, such as 2026-03-12 or 2026-03-12/2026-03-14")
        case "interval-with-words": Phrase(zh: "起止日期和原来的写法", en: "a range of days with the words for it")
        case "position": Phrase(zh: "记录的序号，从 1 起", en: "an entry number, 1 or more")
        case "subject": Phrase(zh: "种类加编号，如 member:M07", en: "a kind and an id, such as member:M07")

        case "some-text": Phrase(zh: "文字，不能为空", en: "text that is not empty")
        case "without-control-characters": Phrase(zh: "不含控制字符的文字", en: "text without control characters")
        case "characters-max": Phrase(zh: "不超过 \(one) 字的文字", en: "text of at most \(one) characters")
        case "bytes-max": Phrase(zh: "不超过 \(one) 字节的文字，不能为空", en: "text of 1 to \(one) bytes")
        case "one-of": expectation.arguments.count == 1 ? words : Phrase(zh: "以下之一：", en: "one of ") + words
        case "whole-number-from": Phrase(zh: "不小于 \(one) 的整数", en: "a whole number, \(one) or more")
        case "whole-number-between": Phrase(zh: "\(one) 到 \(two) 之间的整数", en: "a whole number from \(one) to \(two)")
        case "fen-max": Phrase(zh: "以分为单位的金额，不超过 \(one)", en: "an amount in fen, at most \(one)")
        case "id": Phrase(zh: "由字母、数字和“.”“_”“-”组成的编号", en: "an id of letters, digits, '.', '_' and '-'")
        case "open-word": Phrase(zh: "一个词：汉字，或者小写字母、数字和连字符", en: "a word of lower-case letters, digits and hyphens, or of Chinese characters")
        case "sha-256": Phrase(zh: "64 位十六进制的 SHA-256", en: "a SHA-256 of 64 hexadecimal digits")
        case "month-and-day": Phrase(zh: "月和日，如 03-12", en: "a month and a day, such as 03-12")
        case "filled-list": Phrase(zh: "列表，至少一项", en: "a list that is not empty")
        case "member-ids": Phrase(zh: "委员编号的列表，如 [\"M07\"]", en: "a list of member ids, such as [\"M07\"]")
        case "written-date":
            Phrase(
                zh: "日期，如 2026-03-12、2026.3.12、3月12日上午9时、2026年3月30日至4月2日或 2026年3月中旬",
                en: "a date, such as 2026-03-12, 2026-03-12T09:30, 12 March 2026 or mid March 2026")
        case "existing-date": Phrase(zh: "确有的日期或钟点，没有“\(one)”", en: "a day or a time that exists; there is no \(one)")
        case "year-of-day": Phrase(zh: "写明年份的日期，“\(one)”没有年份", en: "a date with its year; \(one) has none")
        case "moment-in-calendar":
            Phrase(
                zh: "公元 1 年至 9999 年之间的时间，按本簿时区和世界时都是如此",
                en: "a time in the years 1 to 9999, both in the book's time zone and in UTC")
        case "correctable-event-type": Phrase(zh: "可以更正的记录类型", en: "an event type that can be corrected")
        case "subject-of":
            Phrase(zh: "种类加编号，如 member:M07；种类可以是", en: "a kind and an id, such as member:M07; the kinds are ") + words
        case "time-limit":
            Phrase(
                zh: "“days”“months”“workingDays”之一，不超过 \(one)",
                en: "one of 'days', 'months' and 'workingDays', at most \(one)")
        case "numbering":
            Phrase(
                zh: "含“{serial}”或“{serial:3}”的文字，可加“{year}”",
                en: "text with {serial} or {serial:3}, and {year} if wanted")
        case "one-recipient":
            Phrase(zh: "“member”“group”“sector”中的一个", en: "the only one of 'member', 'group' and 'sector'")
        case "none-for-decision": Phrase(zh: "表决没有候选人或评议对象", en: "nothing: a vote on a decision has no options")
        case "only-for-election": Phrase(zh: "只有选举写应选人数", en: "nothing: only an election has seats")
        case "by-name-only-for-decision": Phrase(zh: "无记名投票或举手：只有表决可以记名", en: "secret or hands: only a decision is voted on by name")
        case "secret-for-appraisal": Phrase(zh: "无记名投票：测评不公开表态", en: "secret: an appraisal is on paper")
        case "each-once": Phrase(zh: "列表，每项只写一次", en: "a list that has each thing once")
        case "member-name-or-record": Phrase(zh: "“member”“name”“what”之一", en: "one of 'member', 'name' and 'what'")
        case "number-or-name": Phrase(zh: "序号“of”或姓名“name”之一", en: "one of 'of' and 'name'")
        case "vote-share":
            Phrase(
                zh: "“atLeast”“moreThan”之一，写作不大于 1 的分数，如 1/2、2/3",
                en: "one of 'atLeast' and 'moreThan', a fraction of at most 1 such as 1/2 or 2/3")
        case "appraisal-rule":
            Phrase(
                zh: "测评写“rate”和“grades”（每个等次一次，至少各有一个满意和不满意），不写“pass”；选举和表决不写“rate”“grades”",
                en: "of an appraisal 'rate' and 'grades', each grade once, with a satisfied and a not-satisfied one, and no 'pass'; of others "
                    + "neither 'rate' nor 'grades'")
        case "rule-of-kind-once": Phrase(zh: "每类投票一条规则，多条的各有名称", en: "one rule of each kind, or several with names of their own")
        case "year-in-quotes": Phrase(zh: "带引号的年份，如 \"2026\"", en: "a year in quotation marks, such as \"2026\"")
        case "days-of-year": Phrase(zh: "这一年里的日期", en: "days of that year")

        case "plan": Phrase(zh: "一份计划", en: "a plan")
        case "keys-and-values": Phrase(zh: "“名称: 值”的写法", en: "keys with values")
        case "keys": Phrase(zh: "以下各项：", en: "these keys: ") + words
        case "list": Phrase(zh: "列表", en: "a list")
        case "months": Phrase(zh: "1 到 12 个月，如 3 个月", en: "1 to 12 months, such as 3 months")
        case "plan-period":
            Phrase(zh: "起止日期，如 2024-07-01/2025-06-30，最长十年", en: "days from one to a later one, such as 2024-07-01/2025-06-30, ten years at most")
        case "span": Phrase(zh: "“term”（本届），或 2 到 10 年，如“3 年”", en: "term, or 2 to 10 years, such as 2 years")
        case "places": Phrase(zh: "名额，如 10 或 20%", en: "a number of places, such as 10 or 20%")
        case "plan-ids": Phrase(zh: "本计划的项目或大项编号", en: "ids of this plan's targets or headings")
        case "plan-date": Phrase(zh: "日期，如 2019年1—2月 或 2019-05", en: "a date, such as 2019-05 or 2019年1—2月")
        case "percent": Phrase(zh: "百分比或分数，如 80%、2/3", en: "a percentage or a fraction, such as 80% or 2/3")
        case "percent-max": Phrase(zh: "不超过 \(one)% 的百分比", en: "at most \(one)%")
        case "points": Phrase(zh: "分数，最多两位小数", en: "points with at most two decimals")
        case "yuan": Phrase(zh: "金额，如 500 元", en: "an amount of money, such as 500 yuan")
        case "year": Phrase(zh: "年份，如 2026", en: "a year, such as 2026")
        case "amount": Phrase(zh: "大于 0、最多两位小数的数", en: "a number above 0 with at most two decimals")
        case "declared-kind":
            Phrase(
                zh: "已有的种类，或者先在“kinds”里列出的自定种类",
                en: "a kind that is known, or one of your own that 'kinds' declares")
        case "unknown-kind": Phrase(zh: "自定的种类；已有的种类不用列", en: "a kind of your own; those that are known need not be listed")
        case "several": Phrase(zh: "两项以上", en: "two or more")
        case "target-id": Phrase(zh: "计划里某个考核项目的编号", en: "the id of one of the plan's targets")
        case "heading-id": Phrase(zh: "计划里某个大项的编号", en: "the id of one of the plan's headings")
        case "not-less-than": Phrase(zh: "不小于“\(one)”的数", en: "no less than '\(one)'")
        default: Phrase(zh: "别的值", en: "another value")
        }
    }

    /// That a field has another value than it must have.
    static func mustBe(_ field: String, _ expected: Expectation) -> Phrase {
        Phrase(zh: "“\(field)”应为", en: "'\(field)' must be ") + expectation(expected) + Phrase(zh: "。", en: ".")
    }

    /// Words of the format, such as field names: `“a”、“b”`, `'a', 'b'`.
    static func quoted(_ words: [String]) -> Phrase {
        Phrase(zh: words.map { "“\($0)”" }.joined(separator: "、"), en: words.map { "'\($0)'" }.joined(separator: ", "))
    }
}
