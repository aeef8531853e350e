public import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Synchronization
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

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("履职簿文件 The book.", valueName: "file"))
    var book: String?

    @Flag(name: .long, help: "输出一个 JSON 文档 Print one JSON document and nothing else.")
    var json = false

    @Option(name: .long, help: "zh 或 or en；默认随系统 by default the locale's.")
    var lang: Language?

    mutating func validate() throws { Language.choose(lang) }

    var bookPath: String {
        book ?? ProcessInfo.processInfo.environment["MINUTEBOOK_BOOK"] ?? "minutebook.db"
    }

    func openBook(acceptsClockBehind: Bool = false) throws -> Book {
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

    /// Says what was done: as a sentence, or as the one JSON document.
    func say(_ phrase: Phrase, json document: JSONValue) {
        json ? Output.json(document) : Output.line(phrase)
    }

    /// This account reads personal data for a command.
    func purpose(_ command: String) -> ReadingPurpose { ReadingPurpose(by: NSUserName(), purpose: command) }
}

/// The one place where the program reads the clock.
enum Clock {
    static let now: @Sendable () -> Timestamp = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microsecondsSince1970: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }

    /// Today in a time zone.
    static func today(in zone: TimeZone) -> CalendarDate { moment(in: zone).first }

    /// Now, as the clocks of a time zone show it, to the second.
    static func moment(in zone: TimeZone) -> Occurrence {
        let seconds = now().microsecondsSince1970 / 1_000_000
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
        let local = seconds + Int64(offset)
        let day = CalendarDate(daysSince1970: Int32(local / 86_400))
        guard let time = ClockTime(secondOfDay: Int(local % 86_400), offsetMinutes: offset / 60) else {
            preconditionFailure("the remainder of a day is a time of day")
        }
        return Occurrence(day, at: time)
    }
}

extension State {
    /// The zone whose clock the body lives by.
    var timeZone: TimeZone {
        book.opened.flatMap { TimeZone(identifier: $0.timeZone) } ?? TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
    }
}

extension Command.Defaults {
    /// What a command of this run gets where it leaves something out: now, and this account.
    init(by: String, zone: TimeZone) {
        var generator = SystemRandomNumberGenerator()
        let now = Clock.moment(in: zone)
        self.init(
            id: CommandID(using: &generator), by: by, occurred: now,
            offsetMinutes: Int(now.start?.offsetMinutes ?? 0))
    }
}

/// Prints to standard output.
enum Output {
    static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
    static func line(_ text: String = "") { write(text + "\n") }
    static func line(_ phrase: Phrase) { line(phrase[.current]) }
    /// What whoever sits before it should know, beside the output itself.
    static func note(_ phrase: Phrase) {
        FileHandle.standardError.write(Data((Phrase(zh: "注意：", en: "note: ") + phrase)[.current].utf8) + Data("\n".utf8))
    }

    static func json(_ value: JSONValue) { line(String(decoding: value.canonicalBytes, as: UTF8.self)) }

    static let isTerminal = isatty(STDOUT_FILENO) == 1
}

extension FoldProgress {
    /// Progress on standard error, where a person sits before it and the work is long.
    static var onTerminal: FoldProgress? {
        guard isatty(STDERR_FILENO) == 1 else { return nil }
        return FoldProgress { done, total in
            FileHandle.standardError.write(Data("\r\(done) / \(total)".utf8))
            if done + 20_000 > total { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
        }
    }
}
