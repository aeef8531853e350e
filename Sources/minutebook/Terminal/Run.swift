internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Synchronization
internal import Views
internal import Wording

/// A command that does something; those that only have subcommands print their help.
protocol RunnableCommand: ParsableCommand {
    var common: CommonOptions { get }
    func run(in run: Run) throws
}

/// One command on its way: what it was asked for, where it prints, and the book that it opened.
final class Run: Sendable {
    let console: Console
    /// The book's file.
    let bookPath: String
    /// Whether that file was named on the command line.
    let isBookNamed: Bool
    /// Whether the answer is one JSON document.
    let isJSON: Bool
    private let opened = Mutex<Book?>(nil)

    /// - Parameter ofEnvironment: the book where no option names one.
    init(_ options: CommonOptions, bookOfEnvironment ofEnvironment: String?, _ console: Console) {
        self.console = console
        bookPath = options.book ?? ofEnvironment ?? "minutebook.db"
        isBookNamed = options.book != nil
        isJSON = options.json
    }

    var language: Language { console.language }

    func openBook(acceptsClockBehind: Bool = false) throws -> Book {
        try InputFile.requireBook(bookPath)
        let book = try Book(path: bookPath, clock: Clock.now, acceptsClockBehind: acceptsClockBehind)
        opened.withLock { $0 = book }
        return book
    }

    /// The book that is asked, now.
    func context(_ request: ViewRequest, for purpose: ReadingPurpose) throws -> ViewContext {
        try ViewContext(request, of: openBook(), at: Clock.now(), for: purpose, progress: .onTerminal)
    }

    /// This account reads personal data for a command.
    func purpose(_ command: String) -> ReadingPurpose { ReadingPurpose(by: Account.name, purpose: command) }

    /// Where a result goes: a file, which never is a book or what belongs to one; standard output for nil.
    func sink(_ output: String?) throws -> Sink {
        try output.map { .file(try OutputFile($0, reading: bookPath)) } ?? .standardOutput(console)
    }

    /// Prints an answer: for people, or as the one JSON document.
    func show(_ document: @autoclosure () -> Document, json value: @autoclosure () -> JSONValue) {
        isJSON ? console.json(value()) : TextRenderer(language).lines(document()).forEach { console.line($0) }
    }

    /// Says what was done: as a sentence, or as the one JSON document.
    func say(_ lines: Phrase..., json document: JSONValue) { say(lines, json: document) }

    func say(_ lines: [Phrase], json document: JSONValue) {
        isJSON ? console.json(document) : lines.forEach { console.line($0) }
    }

    /// Says what the command could not put right on its way, and why names are missing in what it printed or were not found;
    /// and closes the book that was opened: one file is left, which may be copied as it is. What was recorded is durable
    /// already.
    ///
    /// - Parameter hasFailed: then what is left of erasures is not said beside the error.
    func end(hasFailed: Bool) {
        guard let book = opened.withLock({ $0.take() }) else { return }
        if !hasFailed, !book.keysOfErased.isEmpty { console.note(.keysOfErasedLeft(book.keysOfErased)) }
        if let fault = book.namesWithheld { console.note(.namesWithheld(fault)) }
        try? book.close()
    }
}
