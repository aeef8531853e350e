internal import Synchronization
#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The files that SQLite has open in this process.
///
/// Its locks are POSIX locks, which belong to a process and a file: closing any descriptor of the file drops them all, those
/// of other connections included. So a descriptor of such a file that is not SQLite's own stays open until SQLite has closed
/// the file.
package enum OpenDatabases {
    /// A file, under whatever name.
    private struct File: Hashable {
        private let device: dev_t
        private let inode: ino_t

        init?(path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            (device, inode) = (status.st_dev, status.st_ino)
        }

        init?(descriptor: Int32) {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { return nil }
            (device, inode) = (status.st_dev, status.st_ino)
        }
    }

    private struct Registry {
        /// The databases, with how many times each is open.
        var open: [File: (path: String, count: Int)] = [:]
        var kept: [(file: File, descriptor: Int32)] = []

        /// The index of a write-ahead log has locks too. It comes and goes while the database is open.
        func has(_ file: File) -> Bool { open[file] != nil || open.values.contains { File(path: $0.path + "-shm") == file } }

        mutating func close(_ descriptor: Int32) {
            if let file = File(descriptor: descriptor), has(file) {
                kept.append((file, descriptor))
            } else {
                _ = closeDescriptor(descriptor)
            }
        }

        mutating func end(_ file: File) {
            guard let (path, count) = open[file] else { return }
            open[file] = count > 1 ? (path, count - 1) : nil
            let (left, done) = (kept.filter { has($0.file) }, kept.filter { !has($0.file) })
            kept = left
            for (_, descriptor) in done { _ = closeDescriptor(descriptor) }
        }
    }

    private static let registry = Mutex(Registry())

    /// That a database is open, from before SQLite opens it until SQLite has closed it.
    package final class Registration: Sendable {
        private let file: File?
        private let hasEnded = Atomic(false)

        package init(path: String) {
            let file = File(path: path)
            self.file = file
            guard let file else { return }
            registry.withLock { $0.open[file] = (path, ($0.open[file]?.count ?? 0) + 1) }
        }

        deinit { end() }

        package func end() {
            guard let file, !hasEnded.exchange(true, ordering: .sequentiallyConsistent) else { return }
            registry.withLock { $0.end(file) }
        }
    }

    /// Closes a descriptor of a file that may be a database which is open: then later.
    package static func close(_ descriptor: Int32) { registry.withLock { $0.close(descriptor) } }

    /// The first bytes of a file; nil where it cannot be read. No database is opened meanwhile.
    static func beginning(ofFileAt path: String, byteCount: Int) -> [UInt8]? {
        registry.withLock { registry in
            let file = File(path: path)
            let kept = registry.kept.first { $0.file == file }?.descriptor
            let descriptor = kept ?? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0 else { return nil }
            defer { if kept == nil { registry.close(descriptor) } }
            var bytes = [UInt8](repeating: 0, count: byteCount)
            let count = pread(descriptor, &bytes, byteCount, 0)
            return count < 0 ? nil : Array(bytes.prefix(count))
        }
    }
}

/// `close` by a name that no method has.
private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }
