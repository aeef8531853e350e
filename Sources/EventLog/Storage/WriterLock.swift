internal import Dispatch
#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Lets one thread at a time, of any process, write or checkpoint a log.
///
/// SQLite's own write lock does not keep a checkpoint of one connection from running beside a write of another, and
/// before 3.51.3 that can corrupt the write-ahead log. The lock is a file of its own: closing any descriptor of the
/// database itself would drop SQLite's locks on it. Readers never need it.
final class WriterLock: Sendable {
    private let descriptor: Int32
    private let path: String
    /// `flock` locks an open file and not a thread: the second thread would get it too, and the first one's unlocking
    /// would free both. So threads wait here, and one of them asks for the file.
    private let turn = DispatchSemaphore(value: 1)

    static let waitMillisecondsMax = 30_000

    init(logPath: String) throws(LogError) {
        path = logPath
        let lockPath = logPath + "-lock"
        let mode = Self.mode(ofLogAt: logPath)
        descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else {
            throw errno == EROFS || errno == EACCES
                ? .readOnly(path: logPath)
                : errno == ENOSPC
                    ? .diskFull(path: logPath)
                    : .inputOutput(path: lockPath, .system(errno))
        }
        // An earlier version let everybody open it, and so hold it. Not being its owner is no fault.
        _ = fchmod(descriptor, mode)
    }

    deinit { close(descriptor) }

    /// Whoever may write the log may hold its lock, and nobody else.
    private static func mode(ofLogAt path: String) -> mode_t {
        var status = stat()
        guard stat(path, &status) == 0 else { return 0o600 }
        let writers = status.st_mode & 0o222
        return 0o600 | writers | writers << 1
    }

    /// Waits for the lock, and then runs `body`.
    ///
    /// - Throws: `LogError.busy` after `waitMillisecondsMax`, with `body` not begun; what `body` throws.
    func hold<Value>(waitMillisecondsMax: Int = waitMillisecondsMax, _ body: () throws -> Value) throws -> Value {
        let end = DispatchTime.now() + .milliseconds(waitMillisecondsMax)
        guard turn.wait(timeout: end) == .success else { throw LogError.busy(path: path) }
        defer { turn.signal() }
        // In short sleeps, so that a hanging process gives an error in the end and not silence.
        while try !isAcquired() {
            guard DispatchTime.now() < end else { throw LogError.busy(path: path) }
            usleep(1_000)
        }
        defer { flock(descriptor, LOCK_UN) }
        return try body()
    }

    /// Runs `body` if nobody has the lock now; nil if somebody has.
    func holdIfFree<Value>(_ body: () throws -> Value) throws -> Value? {
        guard turn.wait(timeout: .now()) == .success else { return nil }
        defer { turn.signal() }
        guard try isAcquired() else { return nil }
        defer { flock(descriptor, LOCK_UN) }
        return try body()
    }

    private func isAcquired() throws(LogError) -> Bool {
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
        guard errno == EWOULDBLOCK || errno == EINTR else {
            throw .inputOutput(path: path, .system(errno))
        }
        return false
    }
}
