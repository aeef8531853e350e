import Bookkeeping
import CanonicalJSON
import Domain
import EventLog
import Foundation
import Testing

/// A command id that comes again with any other kind of command is refused; nobody's neighbours suffer.
@Suite("Command ids that are used again")
struct ReusedCommandTests {
    private let bench = Bench()

    /// A command of each kind, with the fields of the golden log's entries.
    private static func commands() throws -> [Command] {
        var commands: [String: Command] = [:]
        for line in GoldenLog.v1.lines {
            let object = try #require(try line.withUnsafeBytes { try JSONParser.parse($0) }.objectValue)
            let type = object["type"]?.stringValue
            for kind in CommandCatalogue.kinds where kind.eventType == type && commands[kind.name] == nil {
                var fields = JSONObject()
                for member in object["data"]?.objectValue?.members ?? [] {
                    fields[member.key] = member.value.objectValue?["sealed"] == nil ? member.value : "x"
                }
                fields["command"] = .string(kind.name)
                fields["id"] = "00000000-0000-4000-8000-000000000009"
                commands[kind.name] = try? Command(fields, defaults: Bench().defaults())
            }
        }
        return commands.keys.sorted().compactMap { commands[$0] }
    }

    @Test func everyPairOfKinds() throws {
        let commands = try Self.commands()
        #expect(commands.count > 50)
        for line in GoldenLog.v1.lines {
            let (recorded, event) = try line.withUnsafeBytes { bytes in
                let entry = try EntryView(bytes)
                return (try entry.recordedEvent(), try EventCatalogue.decode(entry))
            }
            for command in commands where command.kind.eventType != recorded.event.type {
                #expect(!State().isSameContent(command, as: [recorded], opened: [event]), "\(command.kind.name) as \(recorded.event.type)")
            }
        }
    }

    @Test func theNeighboursAreRecorded() throws {
        let book = try bench.makeBook()
        let id = "00000000-0000-4000-8000-000000000009"
        _ = try bench.positions(of: #"{"command":"visit.record","id":"\#(id)","to":"x"}"#, in: book)
        let group = try [
            #"{"command":"visit.record","to":"甲"}"#,
            #"{"command":"activity.schedule","id":"\#(id)","kind":"study","title":"x","on":"2019-03-01"}"#,
            #"{"command":"visit.record","to":"乙"}"#,
        ].map(bench.command)
        let results = try book.execute(group)
        #expect(results.map(\.isDone) == [true, false, true])
        guard case .refused(.commandIDReused(_, _)) = results[1] else {
            Issue.record("\(results[1])")
            return
        }
        #expect(try book.lastPosition() == Position(4))
    }
}
