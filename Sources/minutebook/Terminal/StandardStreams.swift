internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Synchronization
internal import Views
internal import Wording

/// The three descriptors that every program is started with.
enum StandardStreams {
    /// Opens those that were closed, so that no file that is opened later gets their numbers, and what is printed. Input is
    /// opened for writing and output for reading: whoever uses them gets an error, as from what is closed.
    static func secure() {
        for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
        where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest number that is free is this one.
            _ = open("/dev/null", mode)
        }
        // A reader that goes away (`| head`) ends the program; it is no error of the book.
        signal(SIGPIPE, SIG_DFL)
        // A file that reaches its limit is an error of writing, and says so.
        signal(SIGXFSZ, SIG_IGN)
    }

    /// A book, its keys and its log of readings, with SQLite's files beside each, the output and a source of randomness;
    /// and some to spare. Where there are fewer, libraries below end the program half-way through.
    private static let descriptorCountMin = 32

    /// Before anything is opened.
    ///
    /// - Throws: `Problem` where so few files may be open that a command would fail on its way.
    static func requireDescriptors() throws {
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < limit.rlim_max {
            limit.rlim_cur = limit.rlim_max
            _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        }
        var opened: [Int32] = []
        defer { for descriptor in opened { close(descriptor) } }
        for _ in 0..<descriptorCountMin {
            let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else {
                throw Problem(.inputOutput, code: "too-few-descriptors", .tooFewDescriptors(needed: descriptorCountMin))
            }
            opened.append(descriptor)
        }
    }
}

/// Prints to standard output, what people read line by line: a stored text cannot begin a line of its own.
enum Output {
    /// What waits to be written, and how many commands this run has on record.
    private static let state = Mutex<(buffer: [UInt8], recorded: Int)>(([], 0))

    /// From now on, an error says that so many more commands are on record.
    static func hasRecorded(_ count: Int) { state.withLock { $0.recorded += count } }

    /// As it is: a document, or a text whose bytes matter.
    static func write(_ bytes: some Sequence<UInt8>, then last: UInt8? = nil) {
        let isFull = state.withLock { state in
            state.buffer.append(contentsOf: bytes)
            if let last { state.buffer.append(last) }
            return state.buffer.count > 1 << 16
        }
        if isFull { flush() }
    }

    static func write(_ text: String) { write(text.utf8) }

    /// - Note: Ends the program where standard output fails: whoever waits for the result does not get it.
    static func flush() {
        let (bytes, recorded) = state.withLock { state in
            defer { state.buffer = [] }
            return (state.buffer, state.recorded)
        }
        guard !bytes.isEmpty, !Descriptor.write(bytes, to: STDOUT_FILENO) else { return }
        Problem(.inputOutput, code: "cannot-print", .cannotPrint(errno, recorded: recorded)).exit()
    }

    /// One line, whatever is in the text.
    static func line(_ text: String = "") { write(text.visible + "\n") }
    static func line(_ phrase: Phrase) { line(phrase[.current]) }

    /// What has lines of its own, such as a note that is shown: those behind the first are set in, so that none passes for
    /// a line of the program's.
    static func lines(_ phrase: Phrase) {
        let lines = phrase[.current].split(separator: "\n", omittingEmptySubsequences: false)
        for (index, text) in lines.enumerated() { line(index == 0 || text.isEmpty ? String(text) : "    " + text) }
    }

    /// What whoever sits before it should know, beside the output itself.
    static func note(_ phrase: Phrase) { ErrorOutput.line(.note(phrase)) }

    /// JSON whose bytes matter; on a terminal, where they do not, without what is hidden.
    static func stored(_ bytes: some Sequence<UInt8>) {
        isTerminal ? write(String(decoding: Array(bytes), as: UTF8.self).escapingHidden + "\n") : write(bytes, then: UInt8(ascii: "\n"))
    }

    static func json(_ value: JSONValue) { write(value.printed + "\n") }

    static let isTerminal = isatty(STDOUT_FILENO) == 1
}

/// Prints to standard error; where that fails there is nobody to tell.
enum ErrorOutput {
    static func write(_ text: String) {
        Output.flush()
        _ = Descriptor.write(Array(text.utf8), to: STDERR_FILENO)
    }

    static func line(_ phrase: Phrase) { write(phrase[.current].visible + "\n") }

    static let isTerminal = isatty(STDERR_FILENO) == 1
}

extension JSONValue {
    /// For a terminal too: what is not seen there is written as an escape, which means the same.
    var printed: String {
        String(decoding: interoperable.canonicalBytes, as: UTF8.self).escapingHidden
    }
}

extension String {
    /// A JSON text that means the same.
    fileprivate var escapingHidden: String {
        unicodeScalars.reduce(into: "") { text, scalar in
            guard scalar.isHidden else { return text.unicodeScalars.append(scalar) }
            for unit in UTF16.encode(scalar) ?? .init() {
                let digits = String(unit, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
    }
}
