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
        case .leaveGranted?: SignInSheetText.onLeave
        case .excused?: SignInSheetText.excused
        case .present?, .registered?, .leaveAsked?, .leaveRefused?, .markedAbsent?, nil: .plain("")
        }
    }

    /// Lines left for who comes without being on the list.
    private static let blankLineCount = 3

    /// One HTML file that loads nothing from elsewhere and prints on A4.
    public func html(_ language: Language) -> String {
        func text(_ phrase: Phrase) -> String { phrase[language] }
        let rows = lines.enumerated().map { index, line in
            [
                "number": "\(index + 1)", "name": line.name[language], "member": line.member.description, "group": line.group,
                "remark": line.remark[language],
            ]
        }
        return Template.signInSheet.render([
            "language": language.htmlCode, "title": text(SignInSheetText.title(title)), "body": body,
            "when": text(SignInSheetText.when) + (activity.date.map { Phrase.when($0)[language] } ?? ""),
            "where": text(SignInSheetText.place) + (activity.place ?? ""),
            "heads": [
                text(SignInSheetText.number), text(SignInSheetText.name), text(SignInSheetText.group), text(SignInSheetText.signature),
                text(SignInSheetText.remark),
            ], "lines": rows, "blankLines": Array(repeating: "", count: Self.blankLineCount),
            "expected": text(SignInSheetText.expected(lines.count)), "present": text(SignInSheetText.present),
            "checkedBy": text(SignInSheetText.checkedBy), "activity": text(SignInSheetText.activity(activity.id)),
        ])
    }
}
