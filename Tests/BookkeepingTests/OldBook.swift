import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Foundation

extension Bench {
    /// The golden log of the first versions as a book that goes on; its personal texts stay sealed, their keys are long gone.
    func makeOldBook() throws -> Book {
        let identity: Identifier<BookKind> = id("526788c5-7a5a-4162-9a52-38f800159746")
        try Self.createBook(path: path, identity.description)
        try FileManager.default.removeItem(atPath: path)
        try EventLog.create(path: path)
        let log = try EventLog(path: path)
        try log.write { transaction in
            for line in GoldenLog.v1.lines {
                let entry = try line.withUnsafeBytes { try EntryView($0).recordedEvent() }
                var writer = CanonicalWriter()
                try line.withUnsafeBytes { try JSONParser.parse($0) }.write(to: &writer)
                try transaction.append(writer, at: entry.position)
            }
        }
        try log.close()
        return try Book(path: path) { Timestamp(microsecondsSince1970: 1_800_000_000_000_000) }
    }
}
