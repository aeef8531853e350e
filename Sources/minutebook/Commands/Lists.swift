internal import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Reports
internal import Views
internal import Wording

/// A list for people, or the same rows as JSON.
struct Listing {
    struct Column {
        let key: String
        let title: Phrase
        let alignment: TextTable.Alignment

        init(_ key: String, _ zh: String, _ en: String, _ alignment: TextTable.Alignment = .left) {
            self.key = key
            title = Phrase(zh: zh, en: en)
            self.alignment = alignment
        }
    }

    let columns: [Column]
    var rows: [[String]] = []

    func show(json: Bool) {
        guard !json else {
            return Output.json(
                .array(
                    rows.map { row in
                        var object = JSONObject()
                        for (column, cell) in zip(columns, row) { object[column.key] = .string(cell) }
                        return .object(object)
                    }))
        }
        var table = TextTable(columns.map { $0.title[.current] }, alignments: columns.map(\.alignment))
        rows.forEach { table.add($0) }
        table.lines.forEach { Output.line($0) }
    }
}

struct MemberList: ViewCommand {
    typealias Answer = MembersView

    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "委员名单 The members", discussion: "EXAMPLE: minutebook member list")

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions

    /// Names as they may be shown.
    static func names(
        of members: [MemberID], for purpose: ReadingPurpose, _ book: Book, _ state: State
    ) throws -> [MemberID: String] {
        try book.reading(for: purpose, in: state) { reader in
            try members.reduce(into: [:]) { $0[$1] = Phrase.name(try reader.name(of: $1))[.current] }
        }
    }
}

struct ActivityList: ViewCommand {
    typealias Answer = ActivitiesView

    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "活动一览 The activities", discussion: "EXAMPLE: minutebook activity list")

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
}

struct AttendanceRegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "考勤簿 The attendance register",
        discussion: "EXAMPLE: minutebook attendance register --as-of 2019-06-30")

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func run() throws {
        let book = try common.openBook()
        let state = try knowledge.state(of: book)
        let period = try options.statusIfPlanned(of: state)?.plan.period ?? .ever
        let register = try AttendanceRegister(state, period: period, asOf: options.day(for: period, in: state))
        var list = Listing(columns: [
            .init("member", "编号", "id"), .init("name", "姓名", "name"), .init("countable", "应到", "countable", .right),
            .init("present", "实到", "present", .right), .init("late", "迟到", "late", .right),
            .init("leave", "请假", "leave", .right), .init("absent", "缺席", "absent", .right),
            .init("excused", "公务免计", "excused", .right), .init("share", "出勤率", "share", .right),
        ])
        let tallies = register.tallies.sorted { $0.key < $1.key }
        let names = try MemberList.names(of: tallies.map(\.key), for: common.purpose("attendance register"), book, state)
        for (member, tally) in tallies {
            list.rows.append(
                [member.description, names[member] ?? "–"]
                    + [tally.countable, tally.present, tally.late, tally.onLeave, tally.absent, tally.excused].map(String.init)
                    + [Phrase.percent(Int64(tally.present), of: Int64(tally.countable))])
        }
        list.show(json: common.json)
    }
}
