internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import TransparencyTree
internal import Views
internal import Wording

struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "日志本身 The log itself",
        subcommands: [
            Show.self, Tail.self, Export.self, Verify.self, CheckpointCommand.self, Prove.self, Check.self,
            Compare.self, Tiles.self, Key.self, RotateKey.self, TrustWitness.self, Reindex.self,
        ])

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "看某一条 Show one entry, as it is stored", discussion: "EXAMPLE: minutebook log show 17")

        @OptionGroup var common: CommonOptions
        @Argument(help: "第几条 The position.") var position: Int64

        mutating func validate() throws { try Positions.check("position", position, from: 1) }

        func run() throws {
            let book = try common.openBook()
            book.completeErasuresIfReadable(progress: .onTerminal)
            guard let entry = try book.entry(at: Position(position)) else {
                throw Problem(.notFound, code: "no-such-entry", .rejection(.noSuchEntry(Position(position))))
            }
            guard !common.json else { return Output.stored(entry.bytes) }
            let event = try book.reading(for: common.purpose("log show"), in: book.state()) { reader in
                try reader.opened(EventCatalogue.decode(entry))
            }
            EntryText.lines(entry, event).forEach { Output.line($0) }
        }
    }

    struct Tail: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "最近几条 The last entries", discussion: "EXAMPLE: minutebook log tail -n 20")

        @OptionGroup var common: CommonOptions
        @Option(name: .shortAndLong, help: "几条 How many.") var number: Int64 = 10

        func run() throws {
            let book = try common.openBook()
            book.completeErasuresIfReadable(progress: .onTerminal)
            let first = max(0, try book.lastPosition().value - max(0, number))
            var entries: [RecordedEvent] = []
            try book.forEachEntry(after: Position(first)) { view in
                entries.append(try view.recordedEvent())
                return true
            }
            guard !common.json else {
                return Output.stored([UInt8(ascii: "[")] + entries.map(\.bytes).joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")])
            }
            entries.forEach { Output.line(EntryText.headline($0)) }
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "按行导出原始字节 Export the stored bytes, one entry a line",
            discussion: """
                --hashes 改为导出每条的叶哈希。
                With --hashes, the leaf hash of each entry instead: position and hexadecimal.

                EXAMPLE: minutebook log export | python3 Tools/verify_log.py log -
                """)

        @OptionGroup var common: CommonOptions
        @Flag(help: "导出叶哈希 Leaf hashes instead of entries.") var hashes = false
        @Option(name: .shortAndLong, help: "输出文件 To a file.") var output: String?

        func run() throws {
            let book = try common.openBook()
            book.completeErasuresIfReadable(progress: .onTerminal)
            let sink = try common.sink(output)
            try book.forEachStored { position, bytes, hash in
                if hashes {
                    try sink.write(Array("\(position) \(hash.hexadecimal)\n".utf8))
                } else {
                    try sink.write(bytes, then: UInt8(ascii: "\n"))
                }
                return true
            }
            try sink.close()
        }
    }
}
