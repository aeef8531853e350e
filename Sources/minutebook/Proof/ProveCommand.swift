internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Rendering
internal import TransparencyTree
internal import Views
internal import Wording

extension LogCommand {
    struct Prove: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.prove) }

        @OptionGroup var common: CommonOptions
        @Argument(help: ArgumentHelp(LogHelp.position)) var position: Int64?
        @Option(help: ArgumentHelp(LogHelp.provedFrom)) var from: Int64?
        @Option(help: ArgumentHelp(LogHelp.provedTo)) var to: Int64?
        @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

        mutating func validate() throws {
            guard (position == nil) != (from == nil) else {
                throw ValidationError(.positionOrFrom)
            }
            try Positions.check("position", position, from: 1)
            try Positions.check("--from", from, from: 0)
            try Positions.check("--to", to, from: 0)
        }

        func run(in run: Run) throws {
            let book = try run.openBook()
            let checkpoint = try to.map { try book.takeCheckpoint(at: Position($0)) }
            if let position {
                return try Receipt.write(of: Position(position), in: book, checkpoint, to: output, run)
            }
            let last = try checkpoint ?? book.takeCheckpoint()
            guard let from, let proof = try book.consistencyProof(from: from, to: last) else {
                throw Problem(.usage, code: "not-later", .provableFrom(to: last.checkpoint.size))
            }
            try Receipt.write(proof.description, to: output, run)
        }
    }

    struct Tiles: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.tiles) }

        @OptionGroup var common: CommonOptions
        @Argument(help: ArgumentHelp(LogHelp.folder)) var directory: String

        func run(in run: Run) throws {
            let book = try run.openBook()
            let folder = try OutputFolder(path: directory, book: run.bookPath)
            let checkpoint = try book.takeCheckpoint()
            try book.exportTiles(upTo: checkpoint) { path, bytes in try folder.write(bytes, to: path) }
            let size = checkpoint.checkpoint.size
            run.say(
                .exported(size: size, to: directory),
                json: ["directory": .string(directory), "entries": .integer(size)])
        }
    }

    struct Check: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.check) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var trust: TrustOptions
        @Argument(help: ArgumentHelp(LogHelp.checkedFile)) var file: String
        @Option(help: ArgumentHelp(LogHelp.old)) var old: String?

        func run(in run: Run) throws {
            let keys = try trust.keys() ?? TrustedKeys(named: [])
            switch try ProofDocument(InputFile.text(file)) {
            case .inclusion(let proof): try check(proof, keys, run)
            case .consistency(let proof): try check(proof, keys, run)
            case .checkpoint(let checkpoint): try show(checkpoint, keys, run)
            }
        }

        private func check(_ proof: InclusionProofFile, _ keys: TrustedKeys, _ run: Run) throws {
            guard let entry = proof.extra, entry.withUnsafeBytes({ proof.proves($0) }) else { throw Self.provesNothing }
            let text = String(decoding: entry, as: UTF8.self)
            try show(
                proof.checkpoint, keys, run,
                [.entryIsIncluded(proof.index + 1), .plain(text)],
                JSONObject(["entry": .string(text), "position": .integer(proof.index + 1)]))
        }

        private func check(_ proof: ConsistencyProofFile, _ keys: TrustedKeys, _ run: Run) throws {
            guard let old else {
                throw Problem(.usage, code: "old-missing", .olderCheckpointMissing)
            }
            let earlier = try SignedCheckpoint(InputFile.text(old))
            _ = try keys.verified(earlier)
            guard proof.proves(earlier.checkpoint) else { throw Self.provesNothing }
            try show(
                proof.checkpoint, keys, run, [.onlyGrew(since: proof.oldSize)], JSONObject(["old": .integer(proof.oldSize)]))
        }

        /// What a checkpoint says, who signed it, and what besides was shown.
        private func show(
            _ checkpoint: SignedCheckpoint, _ keys: TrustedKeys, _ run: Run, _ shown: [Phrase] = [], _ fields: JSONObject = JSONObject()
        ) throws {
            let signers = try keys.verified(checkpoint)
            var document = fields
            document["ok"] = true
            document["origin"] = .string(checkpoint.checkpoint.origin)
            document["root"] = .string(checkpoint.checkpoint.root.base64)
            document["signers"] = .signers(signers)
            document["size"] = .integer(checkpoint.checkpoint.size)
            run.say([.checkpointHolds(checkpoint.checkpoint, signers)] + shown, json: .object(document))
        }

        private static var provesNothing: Problem {
            Problem(.badData, code: "proof-wrong", .proofDoesNotHold)
        }
    }
}

/// A receipt of one entry.
enum Receipt {
    static func write(
        of position: Position, in book: Book, _ checkpoint: SignedCheckpoint? = nil, to output: String?, _ run: Run
    ) throws {
        guard let proof = try book.receipt(for: position, in: checkpoint) else {
            throw Problem(.notFound, code: "no-such-entry", .rejection(.noSuchEntry(position)))
        }
        try write(proof.description, to: output, run)
    }

    static func write(_ text: String, to output: String?, _ run: Run) throws {
        guard !run.isJSON else { return run.console.json(["proof": .string(text)]) }
        let sink = try run.sink(output)
        try sink.write(text.utf8)
        try sink.close()
    }
}

/// Whose signatures are believed.
struct TrustOptions: ParsableArguments {
    @Option(name: .customLong("key"), help: ArgumentHelp(LogHelp.trustedKey))
    var texts: [String] = []

    /// The keys that were named; nil where none was, and those of the book's key file count.
    func keys() throws -> TrustedKeys? { texts.isEmpty ? nil : TrustedKeys(named: try named()) }

    private func named() throws -> [VerifierKey] {
        try texts.flatMap { text -> [VerifierKey] in
            if let key = VerifierKey(text) { return [key] }
            let lines = try InputFile.text(text).split(separator: "\n")
            return try lines.map { line in
                guard let key = VerifierKey(line) else {
                    throw Problem(.badData, code: "not-a-key", .notAKey(text))
                }
                return key
            }
        }
    }
}
