internal import ArgumentParser
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Views
internal import Wording

struct VisitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "visit", abstract: "联系走访 Contact visits",
        subcommands: [Record.self, Due.self])

    struct Record: RecordingCommand {
        static let command = "visit.record"
        static let configuration = describe(
            "登记走访 Record a visit",
            example: "visit record --area 东河村 --to 张大爷 --place 东河村3组12号 --occurred 2026-02-18")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Option(name: .customLong("member"), help: "走访的委员 A member visited.") var members: [String] = []
        @Option(help: "走访对象，封存 Whom; sealed.") var to: String?
        @Option(help: "住址，封存 The address; sealed.") var place: String?
        @Option(help: "村、社区、驻点等，计入计划；不封存，勿写姓名门牌 Village or station, counted by plans; never sealed.")
        var area: String?
        @Option(help: "内容，封存 What was heard; sealed.") var note: String?
        @Option(help: "编号 Id.") var visit: String?

        var fields: JSONObject {
            JSONObject([
                "area": .text(area), "members": .texts(members), "to": .text(to), "place": .text(place),
                "note": .text(note), "visit": .text(visit),
            ])
        }
    }

    struct Due: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "该走访的委员 Members who have not been visited for so long",
            discussion: "EXAMPLE: minutebook visit due --months 6")

        @OptionGroup var common: CommonOptions
        @OptionGroup var knowledge: KnowledgeOptions
        @OptionGroup var until: DayOption
        @Option(help: "多少个月 Months.") var months = 6

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
