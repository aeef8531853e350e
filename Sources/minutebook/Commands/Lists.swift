internal import ArgumentParser
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

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.members, commandName: "list") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
}

struct ActivityList: ViewCommand {
    typealias Answer = ActivitiesView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.activities, commandName: "list") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
}

struct AttendanceRegisterCommand: ViewCommand {
    typealias Answer = RegisterView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.attendance, commandName: "register") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Option(help: ArgumentHelp(ViewHelp.plan)) var plan: String?
}
