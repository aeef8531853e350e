internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Rendering
internal import Views
internal import Wording

struct AttachmentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attachment", abstract: "附件：纪要、扫描件、报告 Attachments: minutes, scans, reports",
        subcommands: [Add.self, List.self, Save.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "存入附件 Take a file into the book and say what it belongs to",
            discussion: """
                只关一个人的（如病假条），用 --owner 封在其本人的钥匙下：删除此人时一并消失。
                What concerns one person, such as a doctor's note, is sealed under that person's key with --owner: it goes \
                when the person is erased.

                EXAMPLE: minutebook attachment add minutes.pdf --to activity:S1
                EXAMPLE: minutebook attachment add note.jpg --to activity:S1 --owner member:M07
                """)

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "文件 The file.") var file: String
        @Option(help: "附于何处，如 activity:S1 What it belongs to.") var to: String
        @Option(help: "名称 What it is called; the file's name if left out.") var name: String?
        @Option(help: "类型 Its media type, such as application/pdf.") var mediaType: String?
        @Option(help: "封在谁的钥匙下 The person it is about.") var owner: String?

        func run() throws {
            let source = try InputFile.open(file)
            let book = try common.openBook(acceptsClockBehind: recording.clock.isAccepted)
            let zone = try book.state(progress: .onTerminal).timeZone
            let (hash, result) = try book.attach(fields, defaults: try Command.Defaults(by: Account.name, zone: zone, now: Clock.now())) {
                let piece = try source.read(upTo: 1 << 18)
                return piece.isEmpty ? nil : piece
            }
            if let failure = Problem(result) { throw failure }
            Output.hasRecorded(1)
            guard common.json else { return Output.line(hash.description) }
            guard case .recorded(let positions) = result else { return }
            Output.json([
                "attachment": .string(hash.description), "ok": true,
                "positions": .array(positions.map { .integer($0.value) }),
            ])
        }

        private var fields: JSONObject {
            var fields = JSONObject([
                "name": .text(name ?? FilePath.name(of: file)), "mediaType": .text(mediaType),
                "owner": .text(owner), "to": .text(to),
            ])
            recording.add(to: &fields)
            return fields
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "附件一览 The attachments",
            discussion: "EXAMPLE: minutebook attachment list")

        @OptionGroup var common: CommonOptions

        func run() throws {
            let book = try common.openBook()
            let state = try book.state(progress: .onTerminal)
            var list = Listing(columns: [
                .init("attachment", "哈希", "hash"), .init("bytes", "字节", "bytes", .right), .init("to", "附于", "belongs to"),
                .init("owner", "封于", "sealed for"), .init("name", "名称", "name"), .init("entry", "依据", "entry", .right),
            ])
            try book.reading(for: common.purpose("attachment list"), in: state) { reader in
                for link in state.attachments.values.flatMap(\.links) {
                    guard let added = try reader.opened(Event(link.fact)).payload as? AttachmentAdded else { continue }
                    list.rows.append([
                        added.attachment.description, String(added.bytes), added.to.description,
                        added.owner?.description ?? "", EntryText.text(added.name), link.position.description,
                    ])
                }
            }
            list.show(json: common.json)
        }
    }

    struct Save: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "取出附件 Write an attachment to a file, checked against its hash",
            discussion: "EXAMPLE: minutebook attachment save 9f86d081… -o minutes.pdf")

        @OptionGroup var common: CommonOptions
        @Argument(help: "哈希，或其开头几位 The hash, or its beginning.") var hash: String
        @Option(name: .shortAndLong, help: "输出文件 To a file.") var output: String

        func run() throws {
            let book = try common.openBook()
            let state = try book.state(progress: .onTerminal)
            let matches = state.attachments.values.filter { !$0.links.isEmpty && $0.id.description.hasPrefix(hash) }
            guard matches.count == 1, let link = matches.first?.links.first?.fact else {
                throw matches.isEmpty
                    ? Problem(.notFound, code: "no-such-attachment", .noSuchAttachment(hash))
                    : Problem(.notFound, code: "ambiguous-attachment", .ambiguousAttachment(hash))
            }
            // It gets its name once it is whole and checked.
            let sink = try common.sink(output)
            try book.readAttachment(link, for: common.purpose("attachment save"), in: state) { try sink.write($0) }
            try sink.close()
        }
    }
}
