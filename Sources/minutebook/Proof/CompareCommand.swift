internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import EventLog
internal import TransparencyTree
internal import Views
internal import Wording

extension LogCommand {
    struct Compare: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(LogHelp.compare) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var trust: TrustOptions
        @Argument(help: ArgumentHelp(LogHelp.firstSide)) var first: String
        @Argument(help: ArgumentHelp(LogHelp.secondSide)) var second: String
        @Option(name: .shortAndLong, help: ArgumentHelp(LogHelp.evidence)) var output: String?

        func run(in run: Run) throws {
            // Refused before anything else, whatever the comparison gives.
            let evidence = try output.map { try run.sink($0) }
            let sides = try [first, second].map(Self.open)
            let arbiter = run.isBookNamed ? try run.openBook() : nil
            let comparison = try Comparison(sides[0], sides[1], in: arbiter)
            let text = ComparisonText(comparison, names: (first, second), try trusted(sides, arbiter))
            let signers = try text.signers()
            if let evidence, comparison.relation == .twoHistories {
                try evidence.write(comparison.evidence.joined(separator: "\n").utf8)
                try evidence.close()
            }
            run.isJSON ? run.console.json(text.json(signers)) : text.lines(signers, keptIn: output).forEach { run.console.lines($0) }
            switch comparison.relation {
            case .equal, .firstContinues, .secondContinues: return
            case .twoHistories, .differentBooks: throw ExitCode(ExitStatus.badData.rawValue)
            case .undecided: throw ExitCode(ExitStatus.noInput.rawValue)
            }
        }

        /// A book is an SQLite file; all else is read as a checkpoint.
        private static func open(_ path: String) throws -> ComparedLog {
            guard SQLiteHeader.isSQLite(SQLiteHeader.read(fileAt: path) ?? []) else {
                return .checkpoint(try SignedCheckpoint(InputFile.text(path)))
            }
            try InputFile.requireBook(path)
            return .book(try Book(path: path, clock: Clock.now))
        }

        /// The keys that were named, or those of the books' own key files; nil where there is no key to check by.
        private func trusted(_ sides: [ComparedLog], _ arbiter: Book?) throws -> TrustedKeys? {
            if let keys = try trust.keys() { return keys }
            var books = arbiter.map { [$0] } ?? []
            for case .book(let book) in sides { books.append(book) }
            let keys = try books.map { try $0.trustedKeysAtHand() }
            return keys.allSatisfy(\.all.isEmpty) ? nil : TrustedKeys(joining: keys)
        }
    }
}

/// What a comparison found, for people and programs.
struct ComparisonText {
    private let comparison: Comparison
    private let names: (String, String)
    private let trusted: TrustedKeys?

    init(_ comparison: Comparison, names: (String, String), _ trusted: TrustedKeys?) {
        self.comparison = comparison
        self.names = names
        self.trusted = trusted
    }

    /// Who signed each of the two, as far as it can be checked; nil for a side without a note, or where no key is at hand
    /// that signed it.
    ///
    /// - Throws: `Problem` where a note that was handed in is not to be believed.
    func signers() throws -> [[VerifiedSignature]?] {
        try zip([names.0, names.1], [comparison.first, comparison.second]).map { name, side in
            guard let trusted, let note = side.note else { return nil }
            do {
                // What a key signed after it was retired is evidence all the same.
                return try note.verified(by: trusted.all)
            } catch let error as NoteError {
                // Of a book's own note it is said below; a paper that anybody may have written compares with nothing.
                if error == .notSigned, side.isBook { return nil }
                throw Problem(.badData, code: "note-not-believed", .plain("\(name): ") + .noteError(error))
            }
        }
    }

    func lines(_ signers: [[VerifiedSignature]?], keptIn file: String?) -> [Phrase] {
        var lines = [Phrase.comparison(comparison, names.0, names.1)]
        for (name, (side, signers)) in zip([names.0, names.1], zip([comparison.first, comparison.second], signers)) {
            guard let note = side.note else { continue }
            lines.append(.noteOfSide(name, note, signers))
        }
        if comparison.relation == .twoHistories {
            if let key = Self.commonKey(signers) { lines.append(.signedBoth(key)) }
            lines.append(.keepEvidence(file, isMissing: [comparison.first, comparison.second].contains { $0.note == nil }))
            if file == nil { lines += comparison.evidence.map { .plain($0) } }
        }
        return lines
    }

    /// The log's key that signed both.
    private static func commonKey(_ signers: [[VerifiedSignature]?]) -> VerifierKey? {
        guard let first = signers[0], let second = signers[1] else { return nil }
        return first.map(\.key).first { key in key.algorithm == .ed25519 && second.contains { $0.key == key } }
    }

    func json(_ signers: [[VerifiedSignature]?]) -> JSONValue {
        func side(_ side: Comparison.Side, _ signers: [VerifiedSignature]?) -> JSONValue {
            [
                "note": side.note.map { .string($0.description) } ?? .null, "origin": .string(side.origin),
                "root": .string(side.root.base64), "signers": signers.map { .signers($0) } ?? .null, "size": .integer(side.size),
            ]
        }
        return [
            "commonUpTo": comparison.commonUpTo.map { .integer($0) } ?? .null,
            "evidence": .array(comparison.evidence.map { .string($0) }),
            "first": side(comparison.first, signers[0]), "relation": .string(comparison.relation.rawValue),
            "second": side(comparison.second, signers[1]),
            "signedBoth": Self.commonKey(signers).map { .string($0.label) } ?? .null,
        ]
    }
}
