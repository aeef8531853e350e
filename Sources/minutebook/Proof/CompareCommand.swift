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
