/// The first 100 bytes of an SQLite file: what it is, before SQLite touches it.
package enum SQLiteHeader {
    /// The application id of logs.
    package static let ofLogs = FileFormat.applicationID

    /// Nil for what is no SQLite file.
    package static func applicationID(_ header: [UInt8]) -> Int32? {
        guard header.count >= 100, header.starts(with: Array("SQLite format 3\0".utf8)) else { return nil }
        return integer(header, at: 68)
    }

    /// Big-endian, as the header has its integers.
    static func integer(_ header: [UInt8], at offset: Int) -> Int32 {
        Int32(bitPattern: header[offset..<(offset + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
    }
}
