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
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            LogHelp.noun, commandName: "log",
            subcommands: [
                Show.self, Tail.self, Export.self, Verify.self, CheckpointCommand.self, Prove.self, Check.self,
                Compare.self, Tiles.self, Key.self, RotateKey.self, TrustWitness.self, Reindex.self,
            ])
    }

    struct Show: ParsableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.show) }

        @OptionGroup var common: CommonOptions
        @Argument(help: ArgumentHelp(LogHelp.position)) var position: Int64

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
            Phrase.lines(entry, event).forEach { Output.line($0) }
        }
    }

    struct Tail: ParsableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.tail) }

        @OptionGroup var common: CommonOptions
        @Option(name: .shortAndLong, help: ArgumentHelp(LogHelp.number)) var number: Int64 = 10

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
            entries.forEach { Output.line(.headline($0)) }
        }
    }

    struct Export: ParsableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.export) }

        @OptionGroup var common: CommonOptions
        @Flag(help: ArgumentHelp(LogHelp.hashes)) var hashes = false
        @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

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
