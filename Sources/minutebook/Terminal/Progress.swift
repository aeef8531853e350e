internal import Bookkeeping
internal import EventLog
internal import Foundation

/// Progress of long work on standard error, where a person sits before it.
enum Progress {
    fileprivate static let isTerminal = isatty(STDERR_FILENO) == 1

    static func show(_ done: Int64, of total: Int64) { show(done, of: total, step: 1) }

    /// - Parameter step: from one report to the next: with the last one the line is cleared.
    fileprivate static func show(_ done: Int64, of total: Int64, step: Int64) {
        guard isTerminal else { return }
        let text = done <= total - step ? "\r\(done) / \(total)" : "\r\u{1B}[K"
        _ = Descriptor.write(Array(text.utf8), to: STDERR_FILENO)
    }
}

extension FoldProgress {
    /// Of reading a book; nil where nobody sits before it.
    static var onTerminal: FoldProgress? {
        Progress.isTerminal ? FoldProgress { Progress.show($0, of: $1, step: 20_000) } : nil
    }
}
