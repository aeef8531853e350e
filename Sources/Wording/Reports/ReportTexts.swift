public import Assessment
public import EventLog

/// What the year-end report says beside its tables.
extension Phrase {
    public static func annualReport(of body: String, _ period: Period) -> Phrase {
        guard period.isCalendarYear else {
            let days = days(of: period)
            return Phrase(zh: "\(body) \(days.zh)履职报告", en: "\(body): report for \(days.en)")
        }
        return Phrase(zh: "\(body) \(period.first.year) 年度履职报告", en: "\(body): report for \(period.first.year)")
    }

    public static func reportBasis(asOf: CalendarDate, upTo position: Position) -> Phrase {
        Phrase(zh: "截至 \(asOf)，依据第 1–\(position) 条记录", en: "As of \(asOf), from entries 1–\(position)")
    }

    /// - Parameter amendment: 0 for the plan as adopted.
    public static func planVersion(_ amendment: Int) -> Phrase {
        amendment == 0 ? Phrase(zh: "原计划", en: "as adopted") : Phrase(zh: "第 \(amendment) 次修订", en: "amendment \(amendment)")
    }

    public static let usedInReport = Phrase(zh: "（本报告所用）", en: " (used here)")

    public static func sumOfTargets(hundredths: Int64) -> Phrase {
        Phrase(zh: "各项合计 \(points(hundredths))", en: "its targets come to \(points(hundredths))")
    }

    /// Before how a target of a plan is understood.
    public static func interpretation(of target: String) -> Phrase {
        Phrase(zh: "“\(target)”的理解：", en: "How '\(target)' is read: ")
    }

    /// Before a list of activities.
    public static let heldBeyondCalendar = Phrase(zh: "日程之外的活动：", en: "Held beyond the calendar: ")

    /// - Parameter sections: what has no section, as nothing of it is on record.
    public static func nothingRecorded(_ sections: [Phrase]) -> Phrase {
        Phrase(zh: "没有记录的事项：", en: "Nothing is on record of: ") + joined(sections) + Phrase(zh: "。", en: ".")
    }

    public static func participants(_ count: Int64) -> Phrase { Phrase(zh: "\(count) 人", en: "\(count)") }

    /// Behind the title of a bar chart.
    public static func line(at least: Threshold) -> Phrase { Phrase(zh: "（竖线为\(spaced(least).zh)）", en: " (the line is \(threshold(least).en))") }

    /// What the signers thought of the answers.
    public static func satisfaction(ratingCount: Int, handling: Phrase, result: Phrase) -> Phrase {
        Phrase(zh: "评价 \(ratingCount) 份。办理：", en: "\(ratingCount) ratings. Of the handling: ") + handling
            + Phrase(zh: "；结果：", en: "; of the result: ") + result + Phrase(zh: "。", en: ".")
    }

    public static func computedBy(rules title: String) -> Phrase { Phrase(zh: "按《\(title)》计算。", en: "By '\(title)'. ") }

    /// In the place of a name that is nobody else's business.
    public static let notPublic = Phrase(zh: "（未公开）", en: "(not public)")
    public static let otherDonor = Phrase(zh: "其他捐助人", en: "other donor")
    public static let voided = Phrase(zh: "作废", en: "voided")
    public static let corrected = Phrase(zh: "更正", en: "corrected")

    public static func checkpointInReport(entryCount: Int64) -> Phrase {
        Phrase(
            zh: "下面是前 \(entryCount) 条记录的校验点：记录条数、由全部内容算出的根哈希，以及本簿的签名。"
                + "此后若有人增删改动其中任何一条，根哈希就对不上。可用 minutebook report verify 或 Tools/verify_log.py 核对。",
            en: "Below is the checkpoint of the first \(entryCount) entries: how many there are, the root hash "
                + "made of all their bytes, and the book's signature. Whoever adds, removes or alters one of them later "
                + "cannot arrive at that root again. Check it with 'minutebook report verify' or Tools/verify_log.py.")
    }

    public static let checkpointToScan = Phrase(zh: "校验点（扫码可得全文）", en: "The checkpoint, to be scanned")

    public static func replayed(upTo position: Position, recorded: Timestamp) -> Phrase {
        Phrase(
            zh: "本报告由履职簿第 1–\(position) 条记录重放得出，最后一条记于 \(recorded)。表中“依据”一栏是记录的序号，"
                + "可用 minutebook log show 序号 查看原文。",
            en: "Replayed from entries 1–\(position) of the book, the last recorded at \(recorded). "
                + "The column 'Entries' gives positions; 'minutebook log show POSITION' shows each.")
    }

    /// Behind the title of a column that is a part of a whole, for the column of the whole.
    public static let wholeOfShare = Phrase(zh: "（总数）", en: " (of)")
}
