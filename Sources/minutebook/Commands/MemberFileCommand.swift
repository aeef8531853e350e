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

struct MemberFileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file", abstract: "履职档案 One member's performance file: everything they did",
        discussion: "EXAMPLE: minutebook member file M07 --format html -o M07.html")

    enum Format: String, ExpressibleByArgument, CaseIterable { case md, html }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @Argument(help: "委员 The member.") var member: String
    @Option(help: "格式 Format.") var format = Format.md
    @Option(name: .shortAndLong, help: "输出文件 To a file.") var output: String?

    func run() throws {
        let book = try common.openBook()
        let state = try knowledge.state(of: book)
        guard let member = MemberID(member).flatMap({ state.members[state.canonical($0)] }) else {
            throw Problem(.notFound, code: "no-such-member", .noSuchMember(self.member))
        }
        // A book without a plan has files too.
        let status = try options.statusIfPlanned(of: state)
        let file = try book.reading(for: common.purpose("member file"), in: state) { reader in
            try MemberFile(member, state, asOf: status?.asOf ?? options.day(for: .ever, in: state), status: status, reader: reader)
        }
        if common.json { return Output.json(JSONRenderer(.current).render(file.document)) }
        let sink = try common.sink(output)
        let text =
            switch format {
            case .md: MarkdownRenderer(.current).render(file.document)
            case .html: HTMLRenderer(.current).render(file.document)
            }
        try sink.write(text.utf8)
        try sink.close()
    }
}
