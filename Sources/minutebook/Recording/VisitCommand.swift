internal import ArgumentParser
internal import Domain
internal import EventLog
internal import Views
internal import Wording

struct VisitCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(VisitHelp.noun, commandName: "visit", subcommands: [Record.self, Due.self])
    }

    struct Record: RecordingCommand {
        static let command = "visit.record"
        static let help = VisitHelp.record

        @OptionGroup var recording: RecordingOptions
        @Option(name: .customLong("member"), help: Self.field("members")) var members: [String] = []
        @Option(help: Self.field("to")) var to: String?
        @Option(help: Self.field("place")) var place: String?
        @Option(help: ArgumentHelp(VisitHelp.area)) var area: String?
        @Option(help: Self.field("note")) var note: String?
        @Option(help: Self.field("visit")) var visit: String?
    }

    struct Due: ParsableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(VisitHelp.due) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var knowledge: KnowledgeOptions
        @OptionGroup var until: DayOption
        @Option(help: ArgumentHelp(VisitHelp.months)) var months = 6

        mutating func validate() throws {
            guard (1...120).contains(months) else { throw ValidationError(.parameterNotInRange("--months", "\(months)", 1...120)) }
        }

        func run() throws {
            let book = try common.openBook()
            let state = try knowledge.state(of: book)
            let day = try until.day ?? state.today(at: Clock.now())
            var last: [MemberID: CalendarDate] = [:]
            for visit in state.visits.values {
                guard let made = visit.made, made.occurred.last <= day else { continue }
                for member in made.fact.members.map(state.canonical) {
                    last[member] = max(last[member] ?? made.occurred.last, made.occurred.last)
                }
            }
            let due = state.membersInOffice(on: day).filter { last[$0].map { $0.adding(months: months) <= day } ?? true }
            let names = try MemberList.names(of: due, for: common.purpose("visit due"), book, state)
            var list = Listing(columns: [
                .init("member", "编号", "id"), .init("name", "姓名", "name"), .init("last", "上次走访", "last visited"),
            ])
            list.rows = due.map { [$0.description, names[$0] ?? "–", last[$0]?.description ?? ""] }
            list.show(json: common.json)
        }
    }
}
