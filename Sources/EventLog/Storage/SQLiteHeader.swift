#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The first 100 bytes of an SQLite file: what it is, before SQLite touches it.
package enum SQLiteHeader {
    /// The application id of logs.
    package static let ofLogs = FileFormat.applicationID

    private static let byteCount = 100

    /// The first bytes of a file; empty where no file is there, and for a folder, a pipe or a device; nil where it cannot be
    /// read.
    package static func read(fileAt path: String) -> [UInt8]? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
        return OpenDatabases.beginning(ofFileAt: path, byteCount: byteCount)
    }

    /// Whether a file that begins so is SQLite's.
    package static func isSQLite(_ header: [UInt8]) -> Bool { header.starts(with: "SQLite format 3\0".utf8) }

    /// Nil if the file is not SQLite's.
    package static func applicationID(_ header: [UInt8]) -> Int32? {
        guard header.count >= byteCount, isSQLite(header) else { return nil }
        return integer(header, at: 68)
    }

    /// Big-endian, as the header has its integers.
    static func integer(_ header: [UInt8], at offset: Int) -> Int32 {
        Int32(bitPattern: header[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    }
}
