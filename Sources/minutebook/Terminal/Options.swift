public import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Rendering
internal import Synchronization
internal import Views
public import Wording

extension Language: ExpressibleByArgument {
    private static let chosen = Mutex<Language?>(nil)

    /// The language of this run: `--lang`, or the locale's.
    static var current: Language { chosen.withLock { $0 } ?? ofLocale }

    static func choose(_ language: Language?) {
        if let language { chosen.withLock { $0 = language } }
    }

    private static var ofLocale: Language {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("zh") ?? false ? .chinese : .english
    }
}

extension ValidationError {
    /// In the language of the run.
    init(_ phrase: Phrase) { self.init(phrase[.current]) }
}

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp(CommonHelp.book, valueName: "file")) var book: String?
    @Flag(help: ArgumentHelp(CommonHelp.json)) var json = false
    @Option(help: ArgumentHelp(CommonHelp.language)) var lang: Language?

    mutating func validate() throws { Language.choose(lang) }

    var bookPath: String { book ?? Arguments.book ?? "minutebook.db" }

    func openBook(acceptsClockBehind: Bool = false) throws -> Book {
        try InputFile.requireBook(bookPath)
        let book = try Book(path: bookPath, clock: Clock.now, acceptsClockBehind: acceptsClockBehind)
        Self.opened.withLock { $0 = book }
        return book
    }

    private static let opened = Mutex<Book?>(nil)

    /// Says what the command could not put right on its way, beside what it printed.
    static func noteKeysOfErased() {
        let left = opened.withLock { $0?.keysOfErased ?? [] }
        if !left.isEmpty { Output.note(.keysOfErasedLeft(left)) }
    }

    /// Says why names are missing in what was printed, or were not found.
    static func noteNamesWithheld() {
        if let fault = opened.withLock({ $0?.namesWithheld }) { Output.note(.namesWithheld(fault)) }
    }

    /// Closes the book that was opened, however the command ended: one file is left, which may be copied as it is. What it
    /// did is durable already.
    static func closeBook() { try? opened.withLock { $0.take() }?.close() }

    /// Where a result goes: a file, which never is a book or what belongs to one; standard output for nil.
    func sink(_ output: String?) throws -> Sink {
        try output.map { .file(try OutputFile($0, reading: bookPath)) } ?? .standardOutput
    }

    /// Prints an answer: for people, or as the one JSON document.
    func show(_ document: @autoclosure () -> Document, json value: @autoclosure () -> JSONValue) {
        json ? Output.json(value()) : TextRenderer(.current).lines(document()).forEach { Output.line($0) }
    }

    /// Says what was done: as a sentence, or as the one JSON document.
    func say(_ lines: Phrase..., json document: JSONValue) { say(lines, json: document) }

    func say(_ lines: [Phrase], json document: JSONValue) {
        json ? Output.json(document) : lines.forEach { Output.line($0) }
    }

    /// This account reads personal data for a command.
    func purpose(_ command: String) -> ReadingPurpose { ReadingPurpose(by: Account.name, purpose: command) }
}

/// Who runs the program.
enum Account {
    /// The account's name, or its number where the machine knows no name.
    static let name: String = {
        let name = NSUserName()
        return name.contains { !$0.isWhitespace } ? name : "uid-\(getuid())"
    }()
}

/// The one place where the program reads the clock.
enum Clock {
    static let now: @Sendable () -> Timestamp = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microsecondsSince1970: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }
}
