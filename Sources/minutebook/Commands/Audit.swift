internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Views
internal import Wording

struct Audit: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "查一个对象的全部记录 Everything that concerns a subject: both times, who, why, corrections",
        discussion: """
            对象写作 种类:编号，如 member:M07、activity:A12、proposal:P3；也可只写编号。
            A subject is kind:id, such as member:M07; the bare id will do where it is unambiguous.

            EXAMPLE: minutebook audit member:M07
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "对象 The subject.") var subject: String

    func run() throws {
        let book = try common.openBook()
        let state = try book.state(progress: .onTerminal)
        let subject = try resolve(in: state)
        let entries = try book.entries(about: subject)
        guard !entries.isEmpty else { throw notFound }
        let corrected = try Self.corrections(in: entries)
        if common.json {
            Output.json([
                "subject": .string(subject.description),
                "entries": .array(try entries.map { try Self.json($0, correctedBy: corrected[$0.position] ?? []) }),
            ])
            return
        }
        let opened = try book.reading(for: common.purpose("audit"), in: state) { reader in
            try entries.map { ($0, try reader.opened(EventCatalogue.decode($0))) }
        }
        for (entry, event) in opened {
            for line in Phrase.lines(entry, event, correctedBy: corrected[entry.position] ?? []) { Output.line(line) }
            Output.line()
        }
    }

    private var notFound: Problem {
        Problem(
            .notFound, code: "no-such-subject",
            Phrase(
                zh: "没有关于“\(subject)”的记录。请写明种类，如 member:M07。",
                en: "Nothing is recorded about '\(subject)'. Name its kind, as in member:M07."))
    }

    private func resolve(in state: State) throws -> Subject {
        if let subject = Subject(subject) { return subject }
        let candidates = state.subjects(withID: subject)
        guard candidates.count <= 1 else {
            throw Problem(
                .usage, code: "ambiguous-subject",
                Phrase(
                    zh: "“\(subject)”可能是：\(candidates.map(\.description).joined(separator: "、"))。请写明种类。",
                    en: "'\(subject)' may be \(candidates.map(\.description).joined(separator: " or ")). Name its kind."))
        }
        guard let only = candidates.first else { throw notFound }
        return only
    }

    /// For each corrected entry, the positions of the corrections.
    private static func corrections(in entries: [RecordedEvent]) throws -> [Position: [Position]] {
        var corrections: [Position: [Position]] = [:]
        for entry in entries {
            guard let corrected = try EventCatalogue.decode(entry).corrects else { continue }
            corrections[corrected, default: []].append(entry.position)
        }
        return corrections
    }

    private static func json(_ entry: RecordedEvent, correctedBy: [Position]) throws -> JSONValue {
        var object = try entry.bytes.withUnsafeBytes { try JSONParser.parse($0) }.objectValue ?? JSONObject()
        if !correctedBy.isEmpty { object["correctedBy"] = .array(correctedBy.map { .integer($0.value) }) }
        return .object(object)
    }
}
