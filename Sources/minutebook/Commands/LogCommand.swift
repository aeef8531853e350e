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

    struct Show: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.show) }

        @OptionGroup var common: CommonOptions
        @Argument(help: ArgumentHelp(LogHelp.position)) var position: Int64

        mutating func validate() throws { try Positions.check("position", position, from: 1) }

        func run(in run: Run) throws {
            let book = try run.openBook()
            book.completeErasuresIfReadable(progress: .onTerminal)
            guard let entry = try book.entry(at: Position(position)) else {
                throw Problem(.notFound, code: "no-such-entry", .rejection(.noSuchEntry(Position(position))))
            }
            guard !run.isJSON else { return run.console.stored(entry.bytes) }
            let event = try book.reading(for: run.purpose("log show"), in: book.state()) { reader in
                try reader.opened(EventCatalogue.decode(entry))
            }
            Phrase.lines(entry, event).forEach { run.console.line($0) }
        }
    }

    struct Tail: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.tail) }

        @OptionGroup var common: CommonOptions
        @Option(name: .shortAndLong, help: ArgumentHelp(LogHelp.number)) var number: Int64 = 10

        func run(in run: Run) throws {
            let book = try run.openBook()
            book.completeErasuresIfReadable(progress: .onTerminal)
            let first = max(0, try book.lastPosition().value - max(0, number))
            var entries: [RecordedEvent] = []
            try book.forEachEntry(after: Position(first)) { view in
                entries.append(try view.recordedEvent())
                return true
            }
            guard !run.isJSON else {
                return run.console.stored([UInt8(ascii: "[")] + entries.map(\.bytes).joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")])
            }
            entries.forEach { run.console.line(.headline($0)) }
        }
    }

    struct Export: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.export) }

        @OptionGroup var common: CommonOptions
        @Flag(help: ArgumentHelp(LogHelp.hashes)) var hashes = false
        @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

        func run(in run: Run) throws {
            let book = try run.openBook()
            book.completeErasuresIfReadable(progress: .onTerminal)
            let sink = try run.sink(output)
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
