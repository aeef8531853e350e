internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Synchronization

/// Who read whose personal data: an append-only log of its own beside the book, with checkpoints of its own, which the
/// book's key signs (`Book.signReadings`) and `Book.verify` checks. Readings since the last of them prove nothing yet.
final class ReadingLog: Sendable {
    private let path: String
    private let log = Mutex<EventLog?>(nil)

    /// Subjects in one entry: as many as surely fit.
    private static let subjectsPerEntry = 500

    init(path: String) { self.path = path }

    /// What its checkpoints are named after.
    static func origin(ofBook origin: String) -> String { origin + "/readings" }

    /// A reading is recorded in a moment. Whoever has the lock for longer is no other reader of names.
    static let waitMillisecondsMax = 1_000

    /// Why names were withheld, the last time since the book was opened: their reading could not be put on record.
    let withheldBecause = Mutex<LogError?>(nil)

    /// Why no reading can be put on record here; nil where it can.
    func writingFault() throws -> LogError? {
        try Self.faultOfWriting { if let fault = try log.withLock({ try opened(&$0, making: true)?.writingFault }) { throw fault } }
    }

    /// A medium that cannot be written, a disk that is full, or another program that has the log: names are withheld for it.
    /// Any other failure is thrown.
    static func faultOfWriting(_ body: () throws -> Void) throws -> LogError? {
        do {
            try body()
            return nil
        } catch let fault as LogError where fault.isOfMedium || fault.isBusy {
            return fault
        }
    }

    /// Nil if nothing was read yet.
    func open() throws -> EventLog? { try log.withLock { try opened(&$0, making: false) } }

    func close() throws {
        try log.withLock { log in
            try log?.close()
            log = nil
        }
    }

    private func opened(_ log: inout EventLog?, making isMade: Bool) throws -> EventLog? {
        if let log { return log }
        if !FileManager.default.fileExists(atPath: path) {
            guard isMade else { return nil }
            try Draft.publish(at: path) { try EventLog.create(path: $0) }
        }
        log = try EventLog(path: path)
        return log
    }

    /// Durable when this returns.
    ///
    /// - Throws: `LogError`, where it cannot be written now; `ClockFault`.
    func record(_ subjects: Set<Subject>, _ purpose: ReadingPurpose, at time: Timestamp) throws {
        guard let log = try log.withLock({ try opened(&$0, making: true) }) else { return }
        let sorted = subjects.sorted()
        try log.write(waitMillisecondsMax: Self.waitMillisecondsMax) { transaction in
            var position = try transaction.lastPosition()
            var recorded = try transaction.entry(at: position)?.recorded ?? Timestamp(microsecondsSince1970: .min)
            var generator = SystemRandomNumberGenerator()
            let command = CommandID(using: &generator)
            for start in stride(from: 0, to: sorted.count, by: Self.subjectsPerEntry) {
                position = position.next
                recorded = time.following(recorded)
                guard let occurred = Occurrence(instant: recorded) else { throw ClockFault.outsideCalendar }
                var writer = CanonicalWriter()
                NewEvent(
                    type: "personal-data.read", version: 1, occurred: occurred, by: purpose.by,
                    command: command, about: Array(sorted[start..<min(start + Self.subjectsPerEntry, sorted.count)])
                ).write(position: position, recorded: recorded, to: &writer) { data in
                    data.beginObject()
                    data.field("purpose", purpose.purpose)
                    data.endObject()
                }
                try transaction.append(writer, at: position)
            }
        }
    }
}
