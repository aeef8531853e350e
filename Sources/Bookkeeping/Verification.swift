internal import CanonicalJSON
public import Domain
public import EventLog
internal import TransparencyTree

/// What a check of a whole book found.
public struct VerificationReport: Sendable {
    public enum Fault: Equatable, Sendable {
        /// SQLite's view of the file, or a missing guard.
        case structure(String)
        case positionOutOfOrder(expected: Position, found: Position)
        case notCanonical
        case unreadable(String)
        case wrongLeafHash
        case notLaterThanTheOneBefore
        case aboutNotSorted
        case notApplicable(ProjectionError)
    }

    public struct Finding: Equatable, Sendable {
        /// Nil where the fault is of the file as a whole.
        public let position: Position?
        public let fault: Fault
    }

    public internal(set) var entryCount: Int64 = 0
    public internal(set) var findings: [Finding] = []

    public var isSound: Bool { findings.isEmpty }

    /// Findings beyond this many say nothing new.
    static let findingMax = 100

    mutating func add(_ fault: Fault, at position: Position?) {
        if findings.count < Self.findingMax { findings.append(Finding(position: position, fault: fault)) }
    }
}

extension Book {
    /// Reads every entry again: order, gaps, canonical form, hashes, schemas by decoding, and the fold itself.
    public func verify(progress: FoldProgress? = nil) throws -> VerificationReport {
        var report = VerificationReport()
        for fault in try log.structuralFaults() { report.add(.structure(fault), at: nil) }
        var check = EntryCheck()
        let last = try log.lastPosition()
        try log.forEachStored { position, bytes, hash in
            report.entryCount += 1
            check.check(position, bytes, hash, &report)
            progress?.report(position, of: last)
            return true
        }
        return report
    }
}

/// The check of one entry after the other.
private struct EntryCheck {
    private var expected = Position(1)
    private var recorded: Timestamp?
    /// Nil after the first entry that could not be taken in: what follows would only repeat it.
    private var state: State? = State()

    mutating func check(
        _ position: Position, _ bytes: UnsafeRawBufferPointer, _ hash: UnsafeRawBufferPointer,
        _ report: inout VerificationReport
    ) {
        if position != expected { report.add(.positionOutOfOrder(expected: expected, found: position), at: position) }
        expected = position.next
        if !TreeHash.leaf(of: bytes).bytes.elementsEqual(hash) { report.add(.wrongLeafHash, at: position) }
        if !JSONValue.isCanonical(bytes) { report.add(.notCanonical, at: position) }
        do {
            try check(EntryView(bytes), at: position, &report)
        } catch {
            report.add(.unreadable("\(error)"), at: position)
            state = nil
        }
    }

    private mutating func check(
        _ entry: EntryView, at position: Position, _ report: inout VerificationReport
    ) throws(JSONError) {
        if entry.position != position {
            report.add(.positionOutOfOrder(expected: position, found: entry.position), at: position)
            state = nil
        }
        if let recorded, entry.recorded <= recorded { report.add(.notLaterThanTheOneBefore, at: position) }
        recorded = entry.recorded
        let about = try entry.about()
        if zip(about, about.dropFirst()).contains(where: { $0 >= $1 }) { report.add(.aboutNotSorted, at: position) }
        _ = (try entry.command(), try entry.by(), try entry.reason())
        apply(entry, &report)
    }

    private mutating func apply(_ entry: EntryView, _ report: inout VerificationReport) {
        guard var folded = state.take(), folded.position.next == entry.position else { return }
        do {
            try folded.apply(entry)
            state = folded
        } catch {
            report.add(.notApplicable(error), at: entry.position)
        }
    }
}
