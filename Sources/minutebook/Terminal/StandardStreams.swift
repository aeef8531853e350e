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
