#if Web
internal import HTTPTypes
internal import Synchronization

/// Counts of answers and their times, in the text format of Prometheus. Labels are patterns of routes: no names, no codes.
final class Metrics: Sendable {
    private struct Key: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private struct Counts {
        var answers: [Key: Int] = [:]
        /// By upper bound, as the format has it; the last is without one.
        var buckets = [Int](repeating: 0, count: Metrics.secondsOfBuckets.count + 1)
        var nanosecondsSum: Int64 = 0
        var streamCount = 0
    }

    private static let secondsOfBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    private let counts = Mutex(Counts())

    func count(_ route: Route, status: Int, _ duration: Duration) {
        let nanoseconds = duration.components.seconds * 1_000_000_000 + duration.components.attoseconds / 1_000_000_000
        let bucket = Self.secondsOfBuckets.firstIndex { Double(nanoseconds) <= $0 * 1e9 } ?? Self.secondsOfBuckets.count
        counts.withLock { counts in
            counts.answers[Key(method: route.method.rawValue, route: route.pattern, status: status), default: 0] += 1
            counts.buckets[bucket] += 1
            counts.nanosecondsSum += nanoseconds
        }
    }

    /// How many follow the events now.
    func streamsChanged(by difference: Int) { counts.withLock { $0.streamCount += difference } }

    /// - Parameter lastPositions: of each book, by the prefix of its pages.
    func text(lastPositions: [(site: String, position: Int64)]) -> String {
        let counts = counts.withLock { $0 }
        var lines = [
            "# HELP minutebook_http_answers_total Answers by route and status.", "# TYPE minutebook_http_answers_total counter",
        ]
        for (key, count) in counts.answers.sorted(by: { ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status) }) {
            lines.append("minutebook_http_answers_total{method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\"} \(count)")
        }
        lines += ["# HELP minutebook_http_answer_seconds How long answers took.", "# TYPE minutebook_http_answer_seconds histogram"]
        var sum = 0
        for (count, bound) in zip(counts.buckets, Self.secondsOfBuckets.map { "\($0)" } + ["+Inf"]) {
            sum += count
            lines.append("minutebook_http_answer_seconds_bucket{le=\"\(bound)\"} \(sum)")
        }
        lines += ["minutebook_http_answer_seconds_sum \(Double(counts.nanosecondsSum) / 1e9)", "minutebook_http_answer_seconds_count \(sum)"]
        lines += [
            "# HELP minutebook_event_streams Pages that follow the events now.", "# TYPE minutebook_event_streams gauge",
            "minutebook_event_streams \(counts.streamCount)", "# HELP minutebook_last_position The last entry of a book.",
            "# TYPE minutebook_last_position gauge",
        ]
        lines += lastPositions.map { "minutebook_last_position{book=\"\($0.site)\"} \($0.position)" }
        return lines.joined(separator: "\n") + "\n"
    }
}
#endif
