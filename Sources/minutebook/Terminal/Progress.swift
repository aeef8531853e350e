internal import Bookkeeping

/// Progress of long work on standard error, where a person sits before it.
enum Progress {
    static func show(_ done: Int64, of total: Int64) { show(done, of: total, step: 1) }

    /// - Parameter step: from one report to the next: with the last one the line is cleared.
    fileprivate static func show(_ done: Int64, of total: Int64, step: Int64) {
        guard ErrorOutput.isTerminal else { return }
        ErrorOutput.write(done <= total - step ? "\r\(done) / \(total)" : "\r\u{1B}[K")
    }
}

extension FoldProgress {
    /// Of reading a book; nil where nobody sits before it.
    static var onTerminal: FoldProgress? {
        ErrorOutput.isTerminal ? FoldProgress { Progress.show($0, of: $1, step: 20_000) } : nil
    }
}
