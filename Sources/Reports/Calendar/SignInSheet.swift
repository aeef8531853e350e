public import Bookkeeping
public import Domain
internal import EventLog
internal import Rendering
public import Wording

/// The sheet that members sign at the door: printed, signed, and typed in later.
public struct SignInSheet: Sendable {
    /// One line to sign.
    struct Line: Sendable {
        let member: MemberID
        let name: Phrase
        /// Sector or group.
        let group: String
        /// What is known beforehand, such as leave.
        let remark: Phrase
    }

    private let activity: Activity
    private let title: String
    private let body: String
    private let lines: [Line]

    /// - Parameters:
    ///   - activity: one that is scheduled; of any other the sheet is nil.
    ///   - reader: opens the members' names.
    public init?(_ activity: Activity, _ state: State, reader: PersonalReader) throws {
        guard let schedule = activity.schedule, let day = activity.date?.first else { return nil }
        self.activity = activity
        title = schedule.title
        body = state.book.opened?.name ?? ""
        let members = state.members.values.filter { state.isInOffice($0, on: day) && activity.isInvited($0.id) }
        let sorted = members.sorted { $0.id < $1.id }
        let lines = try sorted.map { member in
            Line(
                member: member.id, name: .name(try reader.name(of: member.id)),
                group: (member.names(of: .group, on: day) + member.names(of: .sector, on: day)).first ?? "",
                remark: Self.remark(activity.attendance.marks[member.id]))
        }
        // Group by group, in the order in which the list of members has them.
        var groups: [String] = []
        for line in lines where !groups.contains(line.group) { groups.append(line.group) }
        self.lines = groups.flatMap { group in lines.filter { $0.group == group } }
    }

    private static func remark(_ mark: AttendanceMark?) -> Phrase {
        switch mark?.standing {
        case .leaveGranted?: Phrase(zh: "请假", en: "on leave")
        case .excused?: Phrase(zh: "公务", en: "excused")
        case .present?, .registered?, .leaveAsked?, .leaveRefused?, .markedAbsent?, nil: .plain("")
        }
    }

    /// Lines left for who comes without being on the list.
    private static let blankLineCount = 3

    /// One HTML file that loads nothing from elsewhere and prints on A4.
    public func html(_ language: Language) -> String {
        func text(_ zh: String, _ en: String) -> String { escape(Phrase(zh: zh, en: en)[language]) }
        let heads = [text("序号", "No."), text("姓名", "Name"), text("组别", "Group"), text("签名", "Signature"), text("备注", "Remark")]
        let when = activity.date.map { Phrase.when($0)[language] } ?? ""
        var rows = lines.enumerated().map { index, line in
            "<tr><td>\(index + 1)</td><td>\(escape(line.name[language]))<small>\(line.member)</small></td>"
                + "<td>\(escape(line.group))</td><td></td><td>\(escape(line.remark[language]))</td></tr>"
        }
        rows += Array(repeating: "<tr><td></td><td></td><td></td><td></td><td></td></tr>", count: Self.blankLineCount)
        let heading = text("\(title)签到表", "Sign-in sheet: \(title)")
        return """
            <!DOCTYPE html>
            <html lang="\(language == .chinese ? "zh-Hans" : "en")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(heading)</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <h1>\(heading)</h1>
            <p>\(escape(body))　\(text("时间：", "When: "))\(escape(when))　\(text("地点：", "Where: "))\(escape(activity.place ?? ""))</p>
            <table>
            <thead><tr>\(heads.map { "<th>\($0)</th>" }.joined())</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            <p class="foot"><span>\(text("应到", "Expected")) \(lines.count)</span><span>\(text("实到：", "Present: "))</span>\
            <span>\(text("核对人：", "Checked by: "))</span><span>\(text("活动编号", "Activity")) \(activity.id)</span></p>
            </body>
            </html>

            """
    }

    /// Official style: the title in 小标宋, the text in 仿宋, the margins of an official document.
    private static let style = """
        body { margin: 0 auto; max-width: 46rem; padding: 1.5rem; color: #000; background: #fff;
          font: 16pt/1.5 FangSong, "仿宋", "Noto Serif CJK SC", SimSun, serif; }
        h1 { text-align: center; font: 22pt/1.4 "方正小标宋简体", "Noto Serif CJK SC", SimSun, serif; margin: 0 0 .6rem; }
        p { font-size: 12pt; margin: .4rem 0; }
        table { border-collapse: collapse; width: 100%; font-size: 14pt; table-layout: fixed; }
        th, td { border: 1px solid #000; text-align: center; height: 10mm; padding: 0 2mm; }
        th { font-family: SimHei, "黑体", "Noto Sans CJK SC", sans-serif; font-weight: 400; }
        th:nth-child(1) { width: 12mm; } th:nth-child(2) { width: 34mm; } th:nth-child(3) { width: 34mm; }
        th:nth-child(5) { width: 24mm; }
        small { color: #777; font-size: 8pt; margin-left: 1mm; }
        .foot { display: flex; justify-content: space-between; margin-top: .8rem; padding-right: 8mm; }
        @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
        @media print { body { max-width: none; padding: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } }
        """
}
