#if Web
internal import Bookkeeping
internal import EventLog
internal import Foundation
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import NIOFoundationEssentialsCompat

/// A part of a form with files (RFC 7578).
struct Multipart {
    let name: String
    /// What the browser calls the file; nil for a field.
    let fileName: String?
    let content: Data

    /// The parts of what was sent. It goes through a file that nobody else can read and that has no name any more by the time it is
    /// read: whatever its size, it does not fill the memory, and nothing is held up while it comes in.
    ///
    /// - Throws: `Refusal.tooLong`, `Refusal.unsupportedType`; `LogError` where the disk takes no more.
    static func collect(_ asked: Asked, byteMax: Int) async throws -> [Multipart] {
        let type = asked.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("multipart/form-data"), let boundary = parameter("boundary", of: type), !boundary.isEmpty, boundary.utf8.count <= 70
        else { throw Refusal.unsupportedType }
        let spool = try Spool()
        defer { spool.remove() }
        for try await buffer in asked.body {
            let piece = Data(buffer: buffer)
            try await BlockingWork.run { try spool.write(piece, byteMax: byteMax) }
        }
        return parts(try spool.content(), boundary: boundary)
    }

    /// What is no part is left out: a body that was cut off has fewer.
    static func parts(_ body: Data, boundary: String) -> [Multipart] {
        let (delimiter, crlf) = (Data("--\(boundary)".utf8), Data("\r\n".utf8))
        var parts: [Multipart] = []
        guard var start = body.range(of: delimiter)?.upperBound else { return [] }
        while body[start...].starts(with: crlf), let end = body.range(of: crlf + delimiter, in: start..<body.endIndex) {
            if let part = part(body[(start + 2)..<max(start + 2, end.lowerBound)]) { parts.append(part) }
            start = end.upperBound
        }
        return parts
    }

    private static func part(_ data: Data) -> Multipart? {
        guard let blank = data.range(of: Data("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: data[data.startIndex..<blank.lowerBound], as: UTF8.self)
        let disposition = head.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let disposition, let name = parameter("name", of: disposition) else { return nil }
        return Multipart(name: name, fileName: parameter("filename", of: disposition), content: data[blank.upperBound...])
    }

    /// `name="value"`, or without quotation marks. A semicolon in quotation marks parts nothing.
    private static func parameter(_ name: String, of header: String) -> String? {
        var parts: [String] = [""]
        var isQuoted = false
        for character in header {
            if character == "\"" { isQuoted.toggle() }
            if character == ";", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            return pair[1].hasPrefix("\"") && pair[1].hasSuffix("\"") && pair[1].count >= 2 ? String(pair[1].dropFirst().dropLast()) : pair[1]
        }
        return nil
    }
}

extension [Multipart] {
    /// What was typed into a field.
    subscript(field name: String) -> String? {
        let text = first { $0.name == name && $0.fileName == nil }.map { String(decoding: $0.content, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) }
        return text.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The file that was chosen.
    var file: Multipart? { first { $0.fileName.map { !$0.isEmpty } ?? false } }
}

/// What is coming in, in a file of its owner's.
private final class Spool: Sendable {
    private let path: String
    private let handle: FileHandle

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("minutebook-upload-\(UUID().uuidString)").path
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forUpdatingAtPath: path)
        else { throw LogError.failed(path: path) }
        self.handle = handle
    }

    func write(_ piece: Data, byteMax: Int) throws {
        guard try handle.offset() + UInt64(piece.count) <= UInt64(byteMax) else { throw Refusal.tooLong(byteMax: byteMax) }
        do {
            try handle.write(contentsOf: piece)
        } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
            throw LogError.diskFull(path: path)
        }
    }

    func content() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) }

    func remove() {
        try? handle.close()
        try? FileManager.default.removeItem(atPath: path)
    }
}
#endif
