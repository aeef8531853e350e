internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Wording

struct PersonalDataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "personal-data", abstract: "个人信息：查、取、封、删 Personal data: who read them, a copy, sealing, erasure",
        discussion: """
            对象写作 member:M07；捐助人、受助人、经手人是 donation:D3，收款人是 expense:E2，走访对象是 visit:V5。
            名称、用途、理由和记录人从不封存，删不掉；旧版本记的走访对象、住址、经手人、离任原因也是明文。
            A person is member:M07; whoever a donation, an expense or a visit names is donation:D3, expense:E2 or visit:V5.
            Titles, purposes, reasons and who recorded are never sealed and cannot be erased; whom and where of visits, \
            handlers and why a member left are in the open too where an older version recorded them.
            """,
        subcommands: [Erase.self, Restrict.self, Release.self, Copy.self, Readings.self])

    struct Erase: RecordingCommand {
        static let command = "personal-data.erase"
        static let configuration = CommandConfiguration(
            abstract: "删除，不能恢复 Erase for good: the person's key is destroyed; the entries and figures stay",
            discussion: """
                钥匙在原处覆写后销毁。固态硬盘、写时复制的文件系统和快照可能留有旧块，程序管不到；钥匙文件的旧备份请另行销毁。
                The key is overwritten where it was. An SSD, a file system that copies on write, or a snapshot may keep old blocks, \
                which no program reaches; destroy older copies of the key file yourself.

                EXAMPLE: minutebook personal-data erase member:M07 --reason 本人申请 --yes
                """)

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "何人，如 member:M07 The person.") var owner: String
        @Flag(help: "确认 Yes, for good.") var yes = false

        mutating func validate() throws {
            guard yes else {
                throw ValidationError(.erasureNotConfirmed(owner))
            }
        }

        var fields: JSONObject { JSONObject(["owner": .text(owner)]) }

        func check(_ book: Book) throws { try book.requireErasures() }
    }

    struct Restrict: RecordingCommand {
        static let command = "personal-data.restrict"
        static let configuration = describe(
            "封存：保留，但不再使用 Keep the data and use them for nothing", example: "personal-data restrict member:M07 --reason 本人异议")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "何人，如 member:M07 The person.") var owner: String

        var fields: JSONObject { JSONObject(["owner": .text(owner)]) }
    }

    struct Release: RecordingCommand {
        static let command = "personal-data.release"
        static let configuration = describe(
            "解除封存 End such a restriction", example: "personal-data release member:M07 --reason 异议已处理")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "何人，如 member:M07 The person.") var owner: String

        var fields: JSONObject { JSONObject(["owner": .text(owner)]) }
    }

    struct Copy: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "本人的一份：簿中有关此人的全部 A person's own copy of everything that is held on them, as JSON",
            discussion: "EXAMPLE: minutebook personal-data copy member:M07 -o M07.json")

        @OptionGroup var common: CommonOptions
        @Argument(help: "何人，如 member:M07 The person.") var owner: String
        @Option(name: .shortAndLong, help: "输出文件 To a file.") var output: String?

        func run() throws {
            let book = try common.openBook()
            let state = try book.state(progress: .onTerminal)
            guard let subject = Subject(owner) else { throw Rejection.unknown(Subject(kind: "member", id: owner)) }
            let copy = try book.personalCopy(of: subject, for: common.purpose("personal-data copy"), in: state)
            let sink = try common.sink(output)
            try sink.write(copy.canonicalBytes, then: UInt8(ascii: "\n"))
            try sink.close()
        }
    }

    struct Readings: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "谁查过个人信息 Who read personal data, when and what for",
            discussion: """
                EXAMPLE: minutebook personal-data readings member:M07
                EXAMPLE: minutebook personal-data readings
                """)

        @OptionGroup var common: CommonOptions
        @Argument(help: "何人；不写则全部 The person; all if left out.") var owner: String?

        func run() throws {
            let book = try common.openBook()
            var list = Listing(columns: [
                .init("recorded", "时间", "when"), .init("by", "何人查阅", "who read"), .init("purpose", "用途", "what for"),
                .init("about", "涉及", "whose"),
            ])
            try book.forEachReading(about: owner.flatMap { Subject($0) }) { entry, purpose in
                list.rows.append([entry.recorded.description, entry.event.by, purpose, whose(entry.event.about)])
            }
            list.show(json: common.json)
        }

        /// All of them for programs; for people a few, and how many.
        private func whose(_ subjects: [Subject]) -> String {
            Phrase.some(subjects.map { .plain($0) }, atMost: common.json ? .max : 3, zh: " ", en: " ")[.current]
        }
    }
}
