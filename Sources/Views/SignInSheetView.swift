public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
public import Wording

/// The sheet that members sign at the door 签到表: printed, signed, and typed in later.
public struct SignInSheetView: View {
    public static let name = "sign-in-sheet"
    public static let parameters = ["activity"]

    /// One line to sign.
    public struct Line: Sendable {
        public let member: MemberID
        public let name: PersonalReading
        /// The member's group, or else sector; nil for neither.
        public let group: String?
        /// What is known beforehand.
        public let remark: Remark?
    }

    /// The raw values are what scripts see.
    public enum Remark: String, CaseIterable, Sendable {
        case onLeave = "on-leave"
        case excused

        public var phrase: Phrase {
            switch self {
            case .onLeave: SignInSheetText.onLeave
            case .excused: SignInSheetText.excused
            }
        }
    }

    /// What the book calls its body.
    public let book: String
    public let activity: ActivityID
    public let title: String
    public let date: Occurrence?
    public let place: String?
    /// Group by group, in the order in which the list of members has them.
    public let lines: [Line]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let (activity, schedule) = try context.activity(arguments)
        book = context.bookName
        self.activity = activity.id
        title = schedule.title
        date = activity.date
        place = activity.place
        lines = try activity.date.map { try Self.lines(activity, on: $0.first, context) } ?? []
    }

    private static func lines(_ activity: Activity, on day: CalendarDate, _ context: ViewContext) throws -> [Line] {
        let state = context.state
        let members = state.membersInOffice(on: day).filter { state.identities(of: $0).contains(where: activity.isInvited) }
        let names = try context.names(of: members)
        let lines = members.map { id in
            let marks = state.identities(of: id).compactMap { activity.attendance.marks[$0]?.standing }
            let held = state.members[id].map { $0.names(of: .group, on: day) + $0.names(of: .sector, on: day) }
            return Line(
                member: id, name: names[id] ?? .unreadable, group: held?.first, remark: marks.lazy.compactMap { Remark($0) }.first)
        }
        var groups: [String?] = []
        for line in lines where !groups.contains(line.group) { groups.append(line.group) }
        return groups.flatMap { group in lines.filter { $0.group == group } }
    }

    public var json: JSONValue {
        [
            "activity": .text(activity), "title": .string(title), "date": .when(date), "place": .text(place),
            "lines": .array(
                lines.map { line in
                    var object = JSONObject([
                        "member": .text(line.member), "group": .text(line.group), "remark": .code(line.remark),
                    ])
                    object.setName(line.name)
                    return .object(object)
                }),
        ]
    }

    public var document: Document {
        var table = Table(
            "lines",
            [
                .init("number", SignInSheetText.number, .number), .init("name", SignInSheetText.name, .word),
                .init("member", ColumnTitle.id, .word), .init("group", SignInSheetText.group, .word),
                .init("remark", SignInSheetText.remark, .word),
            ])
        for (index, line) in lines.enumerated() {
            table.append([
                .number(index + 1), .name(line.name), .id(line.member), .text(line.group),
                line.remark.map { .code($0, $0.phrase) } ?? .empty,
            ])
        }
        return Document(
            title: SignInSheetText.title(title), subtitle: date.map { .when($0) } ?? .plain(""), sections: [.init([.table(table)])])
    }
}

extension SignInSheetView.Remark {
    fileprivate init?(_ standing: AttendanceMark.Standing) {
        switch standing {
        case .leaveGranted: self = .onLeave
        case .excused: self = .excused
        case .present, .registered, .leaveAsked, .leaveRefused, .markedAbsent: return nil
        }
    }
}
