public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
public import Wording

/// Who has answered the notice of an activity: who comes, who asks for leave, and who has not been heard of.
public struct NoticeAnswersView: View {
    public static let name = "notice-answers"
    public static let parameters = ["activity"]

    public struct Row: Sendable {
        public let member: MemberID
        public let name: PersonalReading
        public let answer: NoticeAnswer
    }

    public let activity: ActivityID
    public let title: String
    public let date: Occurrence?
    public let notices: [NoticeRow]
    /// Everybody in office on its first day who is invited, answer by answer, in the order of their ids.
    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let (activity, schedule) = try context.activity(arguments)
        let state = context.state
        self.activity = activity.id
        title = schedule.title
        date = activity.date
        notices = state.noticeRows(of: activity.id)
        guard let day = activity.date?.first else {
            rows = []
            return
        }
        let members = state.membersInOffice(on: day).filter { state.identities(of: $0).contains(where: activity.isInvited) }
        let names = try context.names(of: members)
        let answers = members.map { member in
            let marks = state.identities(of: member).compactMap { activity.attendance.marks[$0] }
            return Row(member: member, name: names[member] ?? .unreadable, answer: marks.map(NoticeAnswer.init).min() ?? .none)
        }
        rows = NoticeAnswer.allCases.flatMap { answer in answers.filter { $0.answer == answer } }
    }

    private func count(_ answer: NoticeAnswer) -> Int { rows.count { $0.answer == answer } }

    public var json: JSONValue {
        [
            "activity": .text(activity), "title": .string(title), "date": .when(date), "notices": .array(notices.map(\.json)),
            "members": .array(
                rows.map { row in
                    var object = JSONObject(["member": .text(row.member), "answer": .code(row.answer)])
                    object.setName(row.name)
                    return .object(object)
                }),
        ]
    }

    public var document: Document {
        var table = Table(
            "members",
            [
                .init("member", ColumnTitle.id, .word), .init("name", ColumnTitle.name, .word), .init("answer", NoticeText.answer, .word),
            ])
        for row in rows { table.append([.id(row.member), .name(row.name), .code(row.answer, .noticeAnswer(row.answer))]) }
        let headline = Phrase.plain("\(activity) \(title)  ") + (date.map { Phrase.when($0) } ?? .plain(""))
        let counts = NoticeAnswer.allCases.filter { count($0) > 0 }.map { NoticeText.count($0, count($0)) }
        let silent = rows.filter { $0.answer == .none }.map { NoticeText.name($0.member, $0.name) }
        let lines = [headline, .noticed(notices.map(\.date)), .joined(counts)] + (silent.isEmpty ? [] : [NoticeText.remind(silent)])
        return Document(sections: [.init(lines.map { .paragraph($0) })] + (rows.isEmpty ? [] : [.init([.table(table)])]))
    }
}

extension NoticeAnswer {
    /// Whoever was found there had come, whatever they had said.
    fileprivate init(_ mark: AttendanceMark) {
        switch mark.standing {
        case .registered, .present: self = .coming
        case .leaveAsked: self = .leaveAsked
        case .leaveGranted: self = .onLeave
        case .leaveRefused: self = .leaveRefused
        case .excused: self = .excused
        case .markedAbsent: self = mark.details.contains(.registered) ? .coming : .none
        }
    }
}
