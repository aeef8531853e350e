internal import CanonicalJSON
public import Domain
public import Testing

/// What a command came to, to be compared with what it should have come to. A failure prints both.
public struct DecidedCommand: Sendable {
    public enum Outcome: Sendable {
        case events([Event])
        case refused(Rejection)
        /// It is no command: it was refused before it was decided.
        case unreadable(CommandError)
    }

    public let command: String
    public let outcome: Outcome

    public var isAccepted: Bool { if case .events = outcome { true } else { false } }

    /// Why it was refused; nil where it was not.
    public var rejection: Rejection? { if case .refused(let rejection) = outcome { rejection } else { nil } }

    /// These events are recorded, with just these payloads.
    ///
    /// - Parameter events: types and payloads, such as `visit.made {"members":["M1"],"visit":"V1"}`.
    public func then(_ events: String..., sourceLocation: SourceLocation = #_sourceLocation) {
        then(events, sourceLocation: sourceLocation)
    }

    public func then(_ events: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        compare(with: events.map(Self.canonical), sourceLocation)
    }

    /// It is refused, with just these arguments.
    public func then(_ rejection: Rejection, sourceLocation: SourceLocation = #_sourceLocation) {
        compare(with: [Self.line(rejection)], sourceLocation)
    }

    /// It is no command.
    public func then(_ error: CommandError, sourceLocation: SourceLocation = #_sourceLocation) {
        compare(with: [Self.line(error)], sourceLocation)
    }

    /// It is accepted, whatever it records.
    public func thenAccepted(sourceLocation: SourceLocation = #_sourceLocation) {
        if !isAccepted { fail(expected: ["accepted"], sourceLocation) }
    }

    /// Whom the only event concerns.
    ///
    /// - Parameter subjects: in the entry's order, such as `["activity:A1", "member:M1"]`.
    public func thenAbout(_ subjects: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        guard case .events(let events) = outcome, events.map({ $0.about.map(\.description) }) == [subjects] else {
            return fail(expected: ["about \(subjects)"], sourceLocation)
        }
    }

    // MARK: - Both sides, as lines

    private var lines: [String] {
        switch outcome {
        case .events(let events): events.map(Self.line)
        case .refused(let rejection): [Self.line(rejection)]
        case .unreadable(let error): [Self.line(error)]
        }
    }

    private func compare(with expected: [String], _ location: SourceLocation) {
        if lines != expected { fail(expected: expected, location) }
    }

    private func fail(expected: [String], _ location: SourceLocation) {
        func shown(_ lines: [String]) -> String { lines.map { "    \($0)\n" }.joined() }
        var about = ""
        if case .events(let events) = outcome { about = events.map { "    about \($0.about.map(\.description))\n" }.joined() }
        Issue.record("when \(command)\nexpected\n\(shown(expected))but was\n\(shown(lines))\(about)", sourceLocation: location)
    }

    private static func line(_ event: Event) -> String {
        "\(event.type) \(String(decoding: JSONValue.object(event.fields).canonicalBytes, as: UTF8.self))"
    }

    private static func line(_ rejection: Rejection) -> String { "refused \(rejection.code): \(rejection)" }

    private static func line(_ error: CommandError) -> String { "no command: \(error)" }

    /// The same line with the payload in canonical form; as it is where that is no JSON.
    private static func canonical(_ line: String) -> String {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let data = try? Array(parts[1].utf8).withUnsafeBytes({ try JSONParser.parse($0) }) else { return line }
        return "\(parts[0]) \(String(decoding: data.canonicalBytes, as: UTF8.self))"
    }
}
