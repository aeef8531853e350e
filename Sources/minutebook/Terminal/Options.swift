public import ArgumentParser
internal import EventLog
internal import Foundation
public import Wording

extension Language: ExpressibleByArgument {
    /// What the locale asks for.
    static var ofLocale: Language {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("zh") ?? false ? .chinese : .english
    }
}

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp(CommonHelp.book, valueName: "file")) var book: String?
    @Flag(help: ArgumentHelp(CommonHelp.json)) var json = false
    @Option(help: ArgumentHelp(CommonHelp.language)) var lang: Language?
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
