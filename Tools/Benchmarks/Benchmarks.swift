import Bookkeeping
import CanonicalJSON
import Domain
import EventLog
import Foundation

/// What Tools/benchmark times of the product. Everything that is not to be timed is made beforehand.
///
/// usage: benchmarks entries FILE COUNT | append DATABASE COUNT BATCH | replay DATABASE       prints seconds
@main
enum Benchmarks {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let count = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 0
        switch arguments.first {
        case "entries"?: try writeEntries(count, to: arguments.dropFirst().first ?? "")
        case "append"?:
            let batch = arguments.dropFirst(3).first.flatMap { Int($0) } ?? 1
            try append(count, to: arguments.dropFirst().first ?? "", batch: batch)
        case "replay"?: try replay(arguments.dropFirst().first ?? "")
        default: exit(64)
        }
    }

    private static let occurred = Occurrence(CalendarDate(daysSince1970: 18_000))

    /// A book's worth of events: an opening, 760 members, and sessions that all of them check in to.
    private static func events(_ count: Int) throws -> [Event] {
        var state = State()
        var events: [Event] = []
        func record(_ json: String) throws {
            var json = json
            let command = try json.withUTF8 { bytes in
                try Command(
                    json: UnsafeRawBufferPointer(bytes),
                    defaults: .init(id: CommandID(high: 0, low: 0), by: "秘书处", occurred: occurred, clock: BookClock(offsetMinutes: 480)))
            }
            for event in try state.decide(command) where events.count < count {
                let position = state.position.next
                let sealed = event.mappingPersonalTexts { text, _ in
                    text = .sealed(SealedText(box: String(repeating: "A", count: 56), entry: nil))
                }
                try state.apply(
                    sealed, at: position, occurred: occurred, recorded: Timestamp(microsecondsSince1970: position.value))
                events.append(sealed)
            }
        }
        try record(#"{"command":"book.open","book":"b1","format":1,"name":"全会","timeZone":"Asia/Shanghai"}"#)
        for number in 1...760 {
            try record(#"{"command":"member.join","member":"M\#(number)","name":"x","from":"2019-01-01"}"#)
        }
        let members = (1...760).map { "\"M\($0)\"" }.joined(separator: ",")
        var session = 0
        while events.count < count {
            session += 1
            try record(
                #"{"command":"activity.schedule","activity":"A\#(session)","kind":"plenary","title":"第\#(session)次会议","on":"2019-04-15"}"#)
            try record(
                #"{"command":"attendance.check-in","activity":"A\#(session)","members":[\#(members)],"method":"scan"}"#)
        }
        return events
    }

    private static func encode(_ event: Event, at position: Int64, to writer: inout CanonicalWriter) {
        writer.reset()
        NewEvent(
            type: event.type.description, version: event.version, occurred: occurred, by: "秘书处",
            command: CommandID(high: UInt64(position) &* 0x9E37_79B9_7F4A_7C15, low: UInt64(position)), about: event.about
        ).write(
            position: Position(position), recorded: Timestamp(microsecondsSince1970: 1_552_352_400_000_000 + position),
            to: &writer
        ) { event.writeData(to: &$0) }
    }

    private static func writeEntries(_ count: Int, to path: String) throws {
        var out = Data()
        var writer = CanonicalWriter()
        for (index, event) in try events(count).enumerated() {
            encode(event, at: Int64(index + 1), to: &writer)
            withUnsafeBytes(of: UInt32(writer.bytes.count).littleEndian) { out.append(contentsOf: $0) }
            out.append(contentsOf: writer.bytes)
        }
        try out.write(to: URL(fileURLWithPath: path))
    }

    /// Encoding, hashing, appending and committing; no index, as the index follows later.
    private static func append(_ count: Int, to path: String, batch: Int) throws {
        let events = try events(count)
        try EventLog.create(path: path)
        let log = try EventLog(path: path)
        var writer = CanonicalWriter()
        let seconds = try ContinuousClock().measure {
            for start in stride(from: 0, to: events.count, by: batch) {
                try log.write { transaction in
                    for index in start..<min(start + batch, events.count) {
                        encode(events[index], at: Int64(index + 1), to: &writer)
                        try transaction.append(writer, at: Position(Int64(index + 1)))
                    }
                }
            }
        }
        print(seconds / .seconds(1))
        try log.close()
    }

    /// Reading every entry, decoding it and folding it into the state.
    private static func replay(_ path: String) throws {
        let log = try EventLog(path: path)
        var state = State()
        let seconds = try ContinuousClock().measure {
            try log.forEach { entry in
                try state.apply(entry)
                return true
            }
        }
        print(seconds / .seconds(1))
        FileHandle.standardError.write(Data("\(state.position)\n".utf8))
    }
}
