#if Web
internal import Foundation
internal import HTTPTypes
internal import NIOCore
internal import NIOFoundationEssentialsCompat

/// The parts of a form with files (RFC 7578), collected in memory up to a limit.
struct Multipart {
    let name: String
    let fileName: String?
    let bytes: [UInt8]

    /// - Throws: `Refusal.tooLong`, `Refusal.unsupportedType`.
    static func collect(_ asked: Asked, byteMax: Int) async throws -> [Multipart] {
        let type = asked.headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("multipart/form-data"), let boundary = parameter("boundary", of: type), !boundary.isEmpty, boundary.utf8.count <= 70
        else { throw Refusal.unsupportedType }
        return parts(Data(buffer: try await asked.collected(byteMax: byteMax)), boundary: boundary)
    }

    /// What is no part is left out: a body that was cut off has fewer.
    static func parts(_ body: Data, boundary: String) -> [Multipart] {
        let (delimiter, crlf) = (Data("--\(boundary)".utf8), Data("\r\n".utf8))
        var parts: [Multipart] = []
        guard var start = body.range(of: delimiter)?.upperBound else { return [] }
        while body[start...].starts(with: crlf), let end = body.range(of: crlf + delimiter, in: start..<body.endIndex) {
            if let part = part(body[(start + 2)..<end.lowerBound]) { parts.append(part) }
            start = end.upperBound
        }
        return parts
    }

    private static func part(_ data: Data) -> Multipart? {
        guard let blank = data.range(of: Data("\r\n\r\n".utf8)) else { return nil }
        let head = String(decoding: data[..<blank.lowerBound], as: UTF8.self)
        let disposition = head.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let disposition, let name = parameter("name", of: disposition) else { return nil }
        return Multipart(name: name, fileName: parameter("filename", of: disposition), bytes: Array(data[blank.upperBound...]))
    }

    /// `name="value"`, or without quotation marks.
    private static func parameter(_ name: String, of header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            return pair[1].hasPrefix("\"") && pair[1].hasSuffix("\"") && pair[1].count >= 2 ? String(pair[1].dropFirst().dropLast()) : pair[1]
        }
        return nil
    }
}
#endif
