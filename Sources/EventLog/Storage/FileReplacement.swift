internal import Foundation
#if canImport(Glibc)
package import Glibc
#else
package import Darwin
#endif

/// What the system said about a file.
package struct SystemError: Error, Equatable, Sendable {
    /// An `errno`.
    package let code: Int32

    package init(_ code: Int32 = errno) { self.code = code }
}

/// The one way in which a file is replaced: the new content is written aside and flushed, takes the file's name at once, and
/// the folder is flushed. Whatever fails on the way, or is killed, leaves what was there before.
package final class FileReplacement {
    private let path: String
    private let draft: String
    private let descriptor: Int32
    /// Whether something has the draft's name.
    private var isNamed: Bool
    private var isOpen = true

    /// - Parameters:
    ///   - path: the file, and not a link to it.
    ///   - draft: what the new file is called until it is whole, in the same folder. What a killed process left there is
    ///     removed.
    ///   - isUnnamed: whether it has no name while it is written, on file systems that can do so: a kill leaves nothing then.
    package init(of path: String, draft: String, permissions: mode_t, isUnnamed: Bool) throws(SystemError) {
        (self.path, self.draft) = (path, draft)
        // O_TMPFILE, which Swift does not import.
        let unnamed = isUnnamed
            ? open(FilePath.folder(of: path), O_WRONLY | O_CLOEXEC | 0o20_000_000 | O_DIRECTORY, permissions) : -1
        guard unnamed < 0 else {
            (descriptor, isNamed) = (unnamed, false)
            return
        }
        unlink(draft)
        let named = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, permissions)
        guard named >= 0 else { throw SystemError() }
        (descriptor, isNamed) = (named, true)
    }

    deinit { discard() }

    /// Gives it the permissions of the file that it replaces. Not being able to is no fault.
    package func keepPermissions(_ mode: mode_t) { _ = fchmod(descriptor, mode & 0o777) }

    package func write(_ bytes: [UInt8]) throws(SystemError) {
        guard Descriptor.write(bytes, to: descriptor) else { throw SystemError() }
    }

    /// Gives the file its name: durable when this returns.
    package func commit() throws(SystemError) {
        guard fsync(descriptor) == 0 else { throw SystemError() }
        if !isNamed {
            guard linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, draft, Int32(AT_SYMLINK_FOLLOW)) == 0 else { throw SystemError() }
            isNamed = true
        }
        try Self.rename(draft, path)
        isNamed = false
        discard()
    }

    private func discard() {
        guard isOpen else { return }
        isOpen = false
        _ = close(descriptor)
        if isNamed { unlink(draft) }
    }

    /// Gives a flushed file another name, and takes that from whatever has it: durable when this returns.
    package static func rename(_ draft: String, _ path: String) throws(SystemError) {
        guard Foundation.rename(draft, path) == 0 else { throw SystemError() }
        try syncFolder(of: path)
    }

    /// A new name is durable once its folder is.
    package static func syncFolder(of path: String) throws(SystemError) {
        let descriptor = open(FilePath.folder(of: path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            // A folder that may be written and not read cannot be flushed by itself.
            guard errno == EACCES else { throw SystemError() }
            return sync()
        }
        defer { _ = close(descriptor) }
        // Some file systems have no flush for folders (EINVAL): they keep names in another way.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw SystemError() }
    }
}
