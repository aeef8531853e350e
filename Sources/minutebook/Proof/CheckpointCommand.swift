internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import EventLog
internal import Foundation
internal import Rendering
internal import Reports
internal import TransparencyTree
internal import Views
internal import Wording

extension LogCommand {
    struct CheckpointCommand: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.checkpoint, commandName: "checkpoint") }

        @OptionGroup var common: CommonOptions
        @Option(help: ArgumentHelp(LogHelp.checkpointAt)) var at: Int64?
        @Flag(help: ArgumentHelp(LogHelp.listCheckpoints)) var list = false
        @Option(help: ArgumentHelp(LogHelp.addCosignature)) var add: String?
        @Flag(help: ArgumentHelp(LogHelp.qr)) var qr = false
        @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

        mutating func validate() throws { try Positions.check("--at", at, from: 0) }

        func run(in run: Run) throws {
            let book = try run.openBook()
            book.completeErasuresIfReadable(progress: .onTerminal)
            if list {
                let list = try CheckpointList(book.checkpoints(), trusting: book.trustedKeysAtHand())
                return run.show(list.document, json: list.json)
            }
            let checkpoint = try add.map { try cosigned($0, book) } ?? signed(book, run.console)
            let signers = try book.trustedKeys().verified(checkpoint)
            if run.isJSON {
                return run.console.json([
                    "note": .string(checkpoint.description), "root": .string(checkpoint.checkpoint.root.base64),
                    "signers": .signers(signers), "size": .integer(checkpoint.checkpoint.size),
                ])
            }
            let sink = try run.sink(output)
            try sink.write(checkpoint.description.utf8)
            try sink.close()
            // A code on the screen is read by machines.
            if output != nil, !qr { run.console.line(.checkpointSigned(size: checkpoint.checkpoint.size, signers)) }
            if qr, let code = QRCode(checkpoint.bare.description) { run.console.write(TerminalQRCode.text(code)) }
        }

        private func signed(_ book: Book, _ console: Console) throws -> SignedCheckpoint {
            let checkpoint = try book.takeCheckpoint(at: at.map { Position($0) })
            try ReadingsNote.sign(book, console)
            return checkpoint
        }

        private func cosigned(_ file: String, _ book: Book) throws -> SignedCheckpoint {
            let (checkpoint, witnesses) = try book.addCosignatures(InputFile.text(file), size: at)
            guard !witnesses.isEmpty else {
                throw Problem(.badData, code: "witness-unknown", .witnessUnknown)
            }
            return checkpoint
        }
    }

    struct Key: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.key) }

        @OptionGroup var common: CommonOptions

        func run(in run: Run) throws {
            let trusted = try run.openBook().trustedKeys()
            run.say(
                .plain(trusted.log.map(\.key.description).joined(separator: "\n")),
                json: [
                    "keys": .array(trusted.log.map { .string($0.key.description) }),
                    "retired": .array(
                        trusted.log.dropFirst().map { retired in
                            ["key": .string(retired.key.label), "upTo": retired.upTo.map { .integer($0) } ?? .null]
                        }),
                    "signer": trusted.log.first.map { .string($0.key.label) } ?? .null,
                    "witnesses": .array(trusted.witnesses.map { .string($0.label) }),
                ])
        }
    }

    struct RotateKey: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.rotateKey) }

        @OptionGroup var common: CommonOptions
        @Flag(help: ArgumentHelp(LogHelp.afterLoss)) var afterLoss = false

        func run(in run: Run) throws {
            let key = try run.openBook().rotateSigningKey(afterLoss: afterLoss).description
            run.say(.plain(key), json: ["key": .string(key)])
        }
    }

    struct TrustWitness: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.trustWitness) }

        @OptionGroup var common: CommonOptions
        @Argument(help: ArgumentHelp(LogHelp.witnessKey)) var key: String

        func run(in run: Run) throws {
            guard let key = VerifierKey(key), key.algorithm == .cosignature else {
                throw Problem(.badData, code: "not-a-witness-key", .notAWitnessKey)
            }
            try run.openBook().trust(witness: key)
            run.say(.witnessTrusted(key.name), json: ["witness": .string(key.name)])
        }
    }
}

/// A QR code drawn with half blocks, dark on light whatever the terminal's colours.
enum TerminalQRCode {
    static func text(_ code: QRCode) -> String {
        let margin = 2
        func isDark(_ row: Int, _ column: Int) -> Bool {
            (0..<code.size).contains(row) && (0..<code.size).contains(column) && code.isDark(row: row, column: column)
        }
        var text = ""
        for row in stride(from: -margin, to: code.size + margin, by: 2) {
            text += "\u{1B}[30;107m"
            for column in -margin..<(code.size + margin) {
                switch (isDark(row, column), isDark(row + 1, column)) {
                case (true, true): text += "█"
                case (true, false): text += "▀"
                case (false, true): text += "▄"
                case (false, false): text += " "
                }
            }
            text += "\u{1B}[0m\n"
        }
        return text
    }
}
