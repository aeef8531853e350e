import Bookkeeping
import Domain
import EventLog
import Foundation
import TestSupport
import Testing
import TransparencyTree

/// A book that was signed is changed behind its back, thousands of times: every change is found, and where it is.
@Suite("Mutations")
struct MutationTests {
    private let bench = Bench()

    /// Runs, printed with the seed. `MINUTEBOOK_LONG` asks for more.
    private static let runs = ProcessInfo.processInfo.environment["MINUTEBOOK_LONG"] == nil ? 2_000 : 50_000

    /// A book with everything in it, signed at 20 entries and at its end.
    private func makeSignedBook() throws -> (path: String, size: Int64) {
        let book = try bench.makeBook()
        for number in 1...8 {
            try bench.execute(
                #"{"command":"member.join","member":"M\#(number)","name":"委员\#(number)","from":"2019-01-01"}"#, in: book)
        }
        try bench.execute(
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-01"}"#, in: book)
        for number in 1...8 {
            try bench.execute(
                #"{"command":"attendance.check-in","activity":"A1","member":"M\#(number)","occurred":"2019-03-01"}"#, in: book)
        }
        bench.record(2, in: book)
        _ = try book.takeCheckpoint()
        bench.record(23, in: book)
        try book.rebuildIndex()
        _ = try book.takeCheckpoint()
        let size = try book.lastPosition().value
        try book.close()
        return (bench.path, size)
    }

    @Test func everyChangeIsFound() throws {
        let (path, size) = try makeSignedBook()
        #expect(try bench.openBook().verify().isSound)
        let seed = UInt64.random(in: 0 ... .max)
        print("mutations: \(Self.runs), seed: \(seed)")
        var random = Generator(seed: seed)
        let original = try Data(contentsOf: URL(fileURLWithPath: path))
        for run in 0..<Self.runs {
            try original.write(to: URL(fileURLWithPath: path))
            let mutation = Mutation.random(size: size, using: &random)
            try mutation.apply(to: path)
            let report = try bench.openBook().verify()
            let isNamed = report.firstFault.map { mutation.mayBeNamed($0) } ?? false
            #expect(!report.isSound && isNamed, "run \(run) of seed \(seed): \(mutation) gave \(report.findings)")
            if report.isSound || !isNamed { return }
        }
    }

    /// Any bit of the file itself: found, or it changes nothing of what the book says.
    @Test func everyFlippedBitOfTheFile() throws {
        let (path, size) = try makeSignedBook()
        let original = try Data(contentsOf: URL(fileURLWithPath: path))
        let entries = try Self.entries(of: bench.openBook())
        let seed = UInt64.random(in: 0 ... .max)
        let runs = Self.runs / 2
        print("flipped bits of the file: \(runs), seed: \(seed)")
        var random = Generator(seed: seed)
        for run in 0..<runs {
            var flipped = original
            let bit = Int.random(in: 0..<(original.count * 8), using: &random)
            flipped[bit / 8] ^= 1 << (bit % 8)
            try? FileManager.default.removeItem(atPath: path + "-wal")
            try? FileManager.default.removeItem(atPath: path + "-shm")
            try flipped.write(to: URL(fileURLWithPath: path))
            guard let book = try? bench.openBook(), let report = try? book.verify(), report.isSound else { continue }
            let read = try Self.entries(of: book)
            #expect(read == entries && report.provedUpTo == size, "run \(run) of seed \(seed): bit \(bit)")
        }
    }

    private static func entries(of book: Book) throws -> [[UInt8]] {
        var entries: [[UInt8]] = []
        try book.forEachStored { _, bytes, _ in
            entries.append(Array(bytes))
            return true
        }
        return entries
    }
}

/// One change of somebody who can write the file and knows how it is made.
private enum Mutation: CustomStringConvertible {
    case flipEntry(position: Int64, bit: Int)
    case flipHashes(position: Int64, bit: Int)
    /// The entry and its own leaf hash, made to fit each other.
    case rewriteEntry(position: Int64)
    case remove(position: Int64)
    case swap(position: Int64)
    case insert(position: Int64)
    case truncate(to: Int64)

    static func random(size: Int64, using random: inout Generator) -> Mutation {
        let position = Int64.random(in: 1...size, using: &random)
        let bit = Int.random(in: 0..<4_000, using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0...3: return .flipEntry(position: position, bit: bit)
        case 4: return .flipHashes(position: position, bit: bit)
        case 5: return .rewriteEntry(position: position)
        case 6: return .remove(position: position)
        case 7: return .swap(position: min(position, size - 1))
        case 8: return .insert(position: position)
        default: return .truncate(to: position - 1)
        }
    }

    var description: String {
        switch self {
        case .flipEntry(let position, let bit): "bit \(bit) of entry \(position)"
        case .flipHashes(let position, let bit): "bit \(bit) of the hashes of \(position)"
        case .rewriteEntry(let position): "entry \(position) written anew"
        case .remove(let position): "entry \(position) removed"
        case .swap(let position): "entries \(position) and the next swapped"
        case .insert(let position): "an entry inserted at \(position)"
        case .truncate(let size): "cut off after \(size)"
        }
    }

    /// Whether a finding is where the change is: at the entry itself; of an entry whose own hash was made to fit, where
    /// the tree next shows it, which is at the next even position, or since the checkpoint before it.
    func mayBeNamed(_ found: Position) -> Bool {
        switch self {
        case .flipEntry(let position, _), .flipHashes(let position, _), .swap(let position): found.value == position
        case .remove(let position), .insert(let position): found.value == position || found.value == position + 1
        case .rewriteEntry(let position): found.value <= position + 1
        case .truncate(let size): found.value == size + 1
        }
    }

    /// Drops the guards, changes the rows, and puts the guards back as they were: whoever can write the file can.
    func apply(to path: String) throws {
        let log = try EventLog(path: path)
        var rows: [(bytes: [UInt8], hashes: [UInt8])] = []
        try log.forEachStored { _, bytes, hashes in
            rows.append((Array(bytes), Array(hashes)))
            return true
        }
        try log.executeUnchecked(Guards.drop + sql(rows) + Guards.create)
        try log.close()
    }

    private func sql(_ rows: [(bytes: [UInt8], hashes: [UInt8])]) -> String {
        func row(_ position: Int64) -> (bytes: [UInt8], hashes: [UInt8]) { rows[Int(position) - 1] }
        func set(_ column: String, _ bytes: [UInt8], _ position: Int64) -> String {
            "UPDATE entries SET \(column) = \(Self.blob(bytes)) WHERE position = \(position);"
        }
        switch self {
        case .flipEntry(let position, let bit): return set("bytes", Self.flip(row(position).bytes, bit), position)
        case .flipHashes(let position, let bit): return set("hashes", Self.flip(row(position).hashes, bit), position)
        case .rewriteEntry(let position):
            var entry = row(position).bytes
            // A digit of the time of recording: everything else in it stays right.
            guard let recorded = String(decoding: entry, as: UTF8.self).range(of: #""recorded":"2099"#) else { return "" }
            entry[String(decoding: entry, as: UTF8.self).utf8.distance(from: "".startIndex, to: recorded.upperBound) - 1] ^= 1
            let leaf = entry.withUnsafeBytes { TreeHash.leaf(of: $0).bytes }
            return set("bytes", entry, position) + set("hashes", leaf + row(position).hashes.dropFirst(32), position)
        case .remove(let position):
            return """
                DELETE FROM entries WHERE position = \(position);
                UPDATE entries SET position = -position WHERE position > \(position);
                UPDATE entries SET position = -position - 1 WHERE position < 0;
                """
        case .swap(let position):
            return set("bytes", row(position + 1).bytes, position) + set("bytes", row(position).bytes, position + 1)
        case .insert(let position):
            return """
                UPDATE entries SET position = -position WHERE position >= \(position);
                UPDATE entries SET position = -position + 1 WHERE position < 0;
                INSERT INTO entries (position, hashes, bytes)
                    VALUES (\(position), \(Self.blob(row(position).hashes)), \(Self.blob(row(position).bytes)));
                """
        case .truncate(let size): return "DELETE FROM entries WHERE position > \(size);"
        }
    }

    private static func blob(_ bytes: [UInt8]) -> String {
        "x'" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'"
    }

    private static func flip(_ bytes: [UInt8], _ bit: Int) -> [UInt8] {
        var bytes = bytes
        let bit = bit % (bytes.count * 8)
        bytes[bit / 8] ^= 1 << (bit % 8)
        return bytes
    }
}

/// The triggers of the file format, word for word.
private enum Guards {
    static let drop = """
        DROP TRIGGER entries_are_never_updated; DROP TRIGGER entries_are_never_deleted; DROP TRIGGER entries_are_only_appended;

        """

    static let create = """

        CREATE TRIGGER entries_are_never_updated BEFORE UPDATE ON entries BEGIN
            SELECT RAISE(ABORT, 'entries are never updated');
        END;
        CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries BEGIN
            SELECT RAISE(ABORT, 'entries are never deleted');
        END;
        CREATE TRIGGER entries_are_only_appended BEFORE INSERT ON entries
            WHEN NEW.position <> (SELECT ifnull(max(position), 0) + 1 FROM entries) BEGIN
            SELECT RAISE(ABORT, 'entries are only appended, without gaps');
        END;
        """
}
