#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Lets one connection at a time, in any process, write or checkpoint a log.
///
/// SQLite's own write lock does not keep a checkpoint of one connection from running beside a write of another, and
/// before 3.51.3 that can corrupt the write-ahead log. The lock is a file of its own: closing any descriptor of the
/// database itself would drop SQLite's locks on it.
final class WriterLock: Sendable {
    private let descriptor: Int32
    private let path: String

    static let waitMillisecondsMax = 30_000

    init(logPath: String) throws(LogError) {
        path = logPath
        descriptor = open(logPath + "-lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw errno == EROFS || errno == EACCES
                ? .readOnly(path: logPath)
                : errno == ENOSPC
                    ? .diskFull(path: logPath)
                    : .inputOutput(path: logPath + "-lock", message: String(cString: strerror(errno)))
        }
    }

    deinit { close(descriptor) }

    func hold<Value>(_ body: () throws -> Value) throws -> Value {
        try acquire()
        defer { flock(descriptor, LOCK_UN) }
        return try body()
    }

    /// Waits in short sleeps, so that a hanging process gives an error in the end and not silence.
    private func acquire() throws(LogError) {
        var waited = 0
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw .inputOutput(path: path, message: String(cString: strerror(errno)))
            }
            guard waited < Self.waitMillisecondsMax else { throw .busy(path: path) }
            usleep(1_000)
            waited += 1
        }
    }
}
