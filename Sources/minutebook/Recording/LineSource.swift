internal import Foundation

/// Lines of a file or a pipe, handed over as they come: a caller gets what is there and waits only when nothing is.
final class LineSource: @unchecked Sendable {
    struct Line: Sendable {
        /// From 1.
        let number: Int
        let bytes: [UInt8]
    }

    /// A longer line is cut off: no command is that long, and a hostile file has no line ends.
    static let byteMax = 1 << 20
    /// Lines waiting beyond this many make the reader wait.
    private static let waitingMax = 4_096

    // All below is guarded by `condition`; that is what makes it Sendable.
    private let condition = NSCondition()
    private var lines: [Line] = []
    private var isAtEnd = false
    private var failure: (any Error)?

    init(_ source: ByteSource) {
        Thread.detachNewThread { [self] in read(source) }
    }

    /// Up to `max` lines, at least one; nil at the end.
    ///
    /// - Throws: where reading fails, once the lines before that are handed over.
    func next(max: Int) throws -> [Line]? {
        condition.lock()
        defer { condition.unlock() }
        while lines.isEmpty && !isAtEnd { condition.wait() }
        guard !lines.isEmpty else {
            if let failure { throw failure }
            return nil
        }
        let taken = Array(lines.prefix(max))
        lines.removeFirst(taken.count)
        condition.broadcast()
        return taken
    }

    private func read(_ source: ByteSource) {
        var failure: (any Error)?
        do { try readLines(of: source) } catch { failure = error }
        condition.lock()
        self.failure = failure
        isAtEnd = true
        condition.broadcast()
        condition.unlock()
    }

    private func readLines(of source: ByteSource) throws {
        var number = 0
        var rest: [UInt8] = []
        while case let data = try source.read(upTo: 1 << 16), !data.isEmpty {
            var start = data.startIndex
            while let end = data[start...].firstIndex(of: UInt8(ascii: "\n")) {
                rest.append(contentsOf: data[start..<end])
                number += 1
                deliver(Line(number: number, bytes: rest))
                rest.removeAll(keepingCapacity: true)
                start = data.index(after: end)
            }
            let room = Swift.max(0, Self.byteMax - rest.count)
            rest.append(contentsOf: data[start...].prefix(room))
        }
        if !rest.isEmpty { deliver(Line(number: number + 1, bytes: rest)) }
    }

    private func deliver(_ line: Line) {
        var line = line
        // A byte order mark, as Windows editors put it, and CRLF line ends.
        if line.number == 1, line.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            line = Line(number: 1, bytes: Array(line.bytes.dropFirst(3)))
        }
        guard line.bytes.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { return }
        condition.lock()
        while lines.count >= Self.waitingMax { condition.wait() }
        lines.append(line)
        condition.broadcast()
        condition.unlock()
    }
}
