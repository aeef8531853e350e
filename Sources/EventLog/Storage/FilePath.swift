#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Names of files, taken apart as the system does; Foundation ends the program over names of one character.
package enum FilePath {
    /// The folder a file is in; `.` for a name alone.
    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Where a path leads, without symbolic links; nil where nothing is there.
    package static func real(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// What the file is called in its folder.
    package static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}
