import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Testing
import TransparencyTree
import Wording

/// Logs as they were exported when a version of some event type was new: see the tests.
enum GoldenLog: String, CaseIterable {
    /// Of the first format: every event type and every field of its first version.
    case v1
    /// How the same book goes on: every field of every second version, and corrections across versions.
    case v2
    /// How it goes on with the event types and fields that came later.
    case v3

    var lines: [[UInt8]] {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(rawValue).ndjson")
        let data = (try? Data(contentsOf: path)) ?? Data()
        return data.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    }

    static func forEach(in logs: [GoldenLog] = allCases, _ body: (EntryView) throws -> Void) throws {
        for line in logs.flatMap(\.lines) { try line.withUnsafeBytes { try body(EntryView($0)) } }
    }
}

/// Logs with every version of every event type and every field in them, kept as they were exported. Every later version
/// of the program reads them to the same state: if this test fails, books that people keep would no longer open.
@Suite("The golden log")
struct GoldenLogTests {
    fileprivate func folded(_ logs: [GoldenLog]) throws -> State {
        var state = State()
        try GoldenLog.forEach(in: logs) { try state.apply($0) }
        return state
    }

    @Test func everyVersionOfEveryTypeIsInIt() throws {
        var kinds: Set<String> = []
        try GoldenLog.forEach { kinds.insert(String(decoding: $0.type, as: UTF8.self) + " \($0.version)") }
        #expect(kinds == Set(EventCatalogue.kinds.map { "\($0.type) \($0.version)" }))
    }

    /// What is of a current version is written as it was read. (Sealed texts name their entry once they leave it.)
    @Test func entriesComeBackByteForByte() throws {
        for line in GoldenLog.allCases.flatMap(\.lines) { #expect(line.withUnsafeBytes { JSONValue.isCanonical($0) }) }
        var count = 0
        try GoldenLog.forEach { entry in
            let event = try EventCatalogue.decode(entry)
            guard entry.version == event.version, !event.isPersonal else { return }
            var writer = CanonicalWriter()
            event.writeData(to: &writer)
            #expect(writer.bytes.elementsEqual(entry.data), "entry \(entry.position)")
            count += 1
        }
        #expect(count > 80)
    }

    /// Whatever is in an entry of any version, people read no code of a closed list and nothing as it is stored.
    @Test func everyEntryIsReadInWords() throws {
        func words(_ form: CommandField.Form) -> [String] {
            switch form {
            case .words(let words): words
            case .list(let element, _): words(element)
            case .object(let fields): fields.flatMap { words($0.form) }
            default: []
            }
        }
        // Those of one letter are what they are called: the classes of answers.
        let codes = Set(CommandCatalogue.kinds.flatMap(\.fields).flatMap { words($0.form) }.filter { $0.utf8.count > 1 })
        try GoldenLog.forEach { view in
            let entry = try view.recordedEvent()
            for line in Phrase.lines(entry, try EventCatalogue.decode(entry)).dropFirst(2) {
                let parts = line.zh.split { "：，；、（） ".contains($0) }.map(String.init)
                #expect(!line.zh.contains("\":") && !line.zh.contains("[\"") && codes.isDisjoint(with: parts), "\(line.zh)")
            }
        }
    }

    /// Computed by Tools/verify_log.py, which shares no code with the product.
    @Test func leafHashesAreThoseOfAnotherProgram() throws {
        let first = try #require(GoldenLog.v1.lines.first).withUnsafeBytes { TreeHash.leaf(of: $0).hexadecimal }
        let last = try #require(GoldenLog.v1.lines.last).withUnsafeBytes { TreeHash.leaf(of: $0).hexadecimal }
        #expect(first == "3751ce9279ac8e1bebf2682fda41298b827ff8e8ea267b91c24c7e24a41c3876")
        #expect(last == "7d17fde5413d3177ee34ebc58072c4e985625605eab06a22e95678bc4114ddbf")
    }

    @Test func theStateIsWhatItsEntriesSay() throws {
        let state = try folded([.v1])
        #expect(state.position == Position(99))
        #expect(state.book.opened?.name == "金簿")
        let day = try #require(CalendarDate("2019-07-01"))
        #expect(state.membersInOffice(on: day).map(\.description) == ["M1", "M2"])
        #expect(state.members[id("M3")]?.terms.count == 2)
        let activity = try #require(state.activities[id("A1")])
        #expect(activity.date?.interval == "2019-03-20T09:00:00+08:00/2019-03-20T11:00:00+08:00")
        #expect(activity.attendance.marks[id("M1")]?.isLate == true)
        #expect(activity.attendance.marks[id("M2")]?.standing == .leaveGranted)
        #expect(state.activities[id("A3")]?.isCancelled == true)
        #expect(state.proposals[id("P1")]?.stage == .closed)
        #expect(state.proposals[id("P2")]?.declined?.fact.code == .duplicate)
        let donation = try #require(state.donations[id("D1")]?.received)
        #expect(donation.fact.amount == 160_000)
        #expect(donation.occurred.interval == "2019-03-02")
        #expect(state.donations[id("D2")]?.received == nil)
        #expect(state.awards[id("G2")]?.granted?.fact.signedPoints == -50)
        let plan = try #require(state.plans[id("G")])
        #expect(plan.versions.map(\.position) == [Position(10), Position(48)])
        #expect(plan.version(on: day)?.position == Position(48))
        #expect(plan.version(on: try #require(CalendarDate("2019-06-30")))?.position == Position(10))
        #expect(plan.marks.map(\.fact.met) == [true])
        #expect(state.suggestions[id("S1")]?.adoptions.map(\.fact.level) == [.city])
        #expect(state.proposals[id("P1")]?.marks.map(\.fact.mark) == [.key])
        let road = try #require(state.proposals[id("P3")])
        #expect(road.stage == .handedOver && road.number == "2019-002" && road.signers == [id("M1")])
        #expect(road.rounds.map { $0.units.map(\.name) } == [["局", "所"], ["局", "所"]])
        #expect(road.rounds[0].units[0].answer?.fact.answerClass == .b && road.rounds[1].sentBack?.position == Position(74))
        #expect(road.commitments.map(\.settled?.fact.kept) == [true] && road.commitments[0].ratings.count == 1)
        #expect(["P4", "P5", "P6", "P7"].map { state.proposals[id($0)]?.stage } == [.withdrawn, .merged, .split, .declined])
        #expect(state.suggestions[id("S9")]?.title == "小事一件" && state.suggestions[id("S9")]?.membersWithoutFeedback == [])
        let plenary = try #require(state.activities[id("A9")])
        #expect(plenary.attendance.marks[id("M1")]?.halfDays == 3)
        #expect(plenary.attendance.marks[id("M1")]?.details == [.registered, .leftEarly])
        #expect(plenary.attendance.marks[id("M2")]?.details == .back)
        #expect(state.expenses[id("E1")]?.spent?.fact.amount == 5_000)
        #expect(state.canonical(id("M3")) == id("M1") && state.identities(of: id("M1")) == [id("M1"), id("M3")])
        #expect(state.rules?.fact.limits.map(\.step) == [.refuse, .answer, .rate])
        #expect(state.awards[id("G3")]?.granted?.fact.member == id("M1"))
        let attached = state.attachments.values.flatMap(\.links).map(\.fact)
        #expect(attached.map(\.to.description) == ["activity:A1", "activity:A1"])
        #expect(attached.map { $0.owner?.description } == [nil, "member:M1"])
        #expect(attached.map(\.bytes) == [13, 6])
        #expect(state.use(ofDataOf: Subject(kind: "member", id: "M1")) == .allowed)
        #expect(state.erased.map(\.description) == ["donation:D1"])
    }

    @Test func aBookOfTheFirstVersionsGoesOn() throws {
        let state = try folded([.v1, .v2])
        #expect(state.position == Position(110))
        let old = try #require(state.visits[id("V1")]?.made?.fact)
        #expect(old.members == [id("M2")] && old.area == "西村" && old.place?.plain == nil && old.to != nil && old.note != nil)
        let new = try #require(state.visits[id("V2")]?.made?.fact)
        #expect(new.area == "西村" && new.members == [id("M2")] && new.to?.plain == nil)
        // Sealed in entry 100, carried over by the correction.
        guard case .sealed(let place)? = new.place else {
            Issue.record("the place is sealed")
            return
        }
        #expect(place.entry == Position(100))
        #expect(state.donations[id("D1")]?.received?.fact.handler == .plain("秘书处"))
        #expect(state.donations[id("D3")]?.received?.fact.handler?.plain == nil)
        #expect(state.erased.map(\.description) == ["donation:D1", "expense:E2"])
        #expect(state.members[id("M2")]?.terms.last?.until == CalendarDate("2019-12-31"))
    }
}

extension GoldenLogTests {
    @Test func whatCameLaterIsRead() throws {
        let state = try folded(GoldenLog.allCases)
        let proposal = try #require(state.proposals[id("P1")])
        #expect(proposal.instructions.map(\.fact.level) == [.city] && proposal.sentUp.map(\.fact.to) == ["省政协"])
        #expect(proposal.adoptions.map(\.fact.level) == [.prefecture] && proposal.stage == .closed)
        let suggestion = try #require(state.suggestions[id("S1")])
        #expect(suggestion.issues.last?.fact.level == .province && suggestion.instructions.last?.fact.level == .city)
        let commended = try #require(state.commendations[id("H1")]?.given?.fact)
        #expect(state.activities[id("A20")]?.schedule?.kind.description == "常委会")
        #expect(state.activities[id("A20")]?.closing?.quantities.map(\.amount) == [250, 1_200])
        #expect(state.activities[id("A20")]?.attendance.marks[id("M1")]?.quantities.map(\.amount) == [150])
        #expect(state.visits[id("V9")]?.made?.fact.quantities.map(\.of.description) == ["household"])
        #expect(state.works[id("W20")]?.filed?.fact.kind.description == "审议发言")
        #expect(state.agenda(of: id("A20")).map(\.id.description) == ["I2", "I1"] && state.agenda(of: id("A1")).map(\.id.description) == ["I1"])
        #expect(state.speeches[id("F1")]?.given?.fact.members == [id("M1"), id("M2")])
        let void = try #require(state.ballots[id("BA1")])
        #expect(state.outcome(of: void)?.open == .all && state.ballots[id("BA2")]?.called?.fact.follows == id("BA1"))
        // One of the two present is under two thirds.
        let byName = try #require(state.ballots[id("BA3")])
        #expect(state.outcome(of: byName)?.result == .decision(isCarried: false) && byName.answers.map(\.votes) == [1, 0, 0])
        #expect(state.decisions[id("DE1")]?.stage == .appraised && state.decisions[id("DE2")]?.made?.fact.ballot == id("BA5"))
        let petition = try #require(state.petitions[id("L1")])
        #expect(petition.stage == .answered && petition.rounds.map(\.handedOver.fact.way) == [.transfer] && petition.supervisions.count == 1)
        #expect(state.notices(of: id("A20")).map(\.issued?.fact.means) == [[.message, .phone]])
        #expect(state.dutyReports[id("J1")]?.stage == .told && state.dutyReports[id("J1")]?.questions.count == 1)
        #expect(state.minutes(of: id("A20")).flatMap(\.versions).map(\.approved?.fact.approvedBy) == ["主席"])
        #expect(state.commendations.values.map { $0.given?.fact.kind } == [nil, .model])
        let units = (22...25).map { state.awards[id("G\($0)")]?.granted?.fact.unit }
        #expect(units == [Affiliation("一组", of: .group), Affiliation("经济", of: .sector), Affiliation("一组", of: .group), Affiliation("经济", of: .sector)])
        #expect(commended.level == .city && commended.of == .member && commended.what?.description == "proposal:P1")
    }
}

/// Schemas, catalogue and golden log say the same: none knows a type or a field that the others do not.
@Suite("Schemas")
struct SchemaTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Schemas")

    private func names(in folder: String) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: Self.folder.appendingPathComponent(folder).path))
    }

    private func properties(of file: String) throws -> Set<String> {
        let data = try Data(contentsOf: Self.folder.appendingPathComponent(file))
        let schema = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return Set(try #require(schema?["properties"] as? [String: Any]).keys)
    }

    private func required(by file: String) throws -> Set<String> {
        let data = try Data(contentsOf: Self.folder.appendingPathComponent(file))
        let schema = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return Set(try #require(schema?["required"] as? [String]))
    }

    @Test func everyVersionOfATypeHasASchemaAndEverySchemaAVersion() throws {
        let versions = Dictionary(grouping: EventCatalogue.kinds, by: \.type.description)
        #expect(try names(in: "events") == Set(versions.keys))
        for (type, kinds) in versions {
            #expect(try names(in: "events/\(type)") == Set(kinds.map { "v\($0.version).schema.json" }))
        }
    }

    /// Versions are counted from 1 without gaps, and the last is the one that is recorded.
    @Test func theNewestVersionIsRecorded() {
        for (type, kinds) in Dictionary(grouping: EventCatalogue.kinds, by: \.type.description) {
            let sorted = kinds.sorted { $0.version < $1.version }
            #expect(sorted.map(\.version) == (1...Int64(kinds.count)).map { $0 }, "\(type)")
            #expect(sorted.map(\.isCurrent) == sorted.map { $0.version == kinds.count }, "\(type)")
        }
    }

    @Test func everyCommandHasASchemaAndEverySchemaACommand() throws {
        #expect(try names(in: "commands") == Set(CommandCatalogue.kinds.map { $0.name + ".schema.json" }))
    }

    /// The golden log uses every field: what the code writes is what the schema names, and nothing else.
    @Test func everyFieldIsInBoth() throws {
        var used: [String: Set<String>] = [:]
        try GoldenLog.forEach { entry in
            let data = try JSONParser.parse(entry.data).objectValue
            let version = String(decoding: entry.type, as: UTF8.self) + "/v\(entry.version)"
            used[version, default: []].formUnion(data?.members.map(\.key) ?? [])
        }
        for kind in EventCatalogue.kinds {
            let version = "\(kind.type)/v\(kind.version)"
            #expect(try properties(of: "events/\(version).schema.json") == used[version], "\(version)")
        }
    }

    /// A command's own fields are its event's; the envelope's are common to all.
    @Test func commandsHaveTheFieldsOfTheirEvents() throws {
        for kind in CommandCatalogue.kinds where !kind.name.hasPrefix("fact.correct") {
            let fields = try properties(of: "commands/\(kind.name).schema.json").subtracting(["members"])
            let event = try properties(of: "events/\(kind.eventType)/v\(kind.eventVersion).schema.json").subtracting(["members"])
            #expect(fields == event.union(["command"]), "\(kind.name)")
        }
    }

    /// What the program knows of a command's fields is what its schema says, and each field has a title.
    @Test func theFieldsOfCommandsAreThoseOfTheirSchemas() throws {
        for kind in CommandCatalogue.kinds {
            let file = "commands/\(kind.name).schema.json"
            #expect(try properties(of: file) == Set(kind.fields.map(\.name) + ["command"]), "\(kind.name)")
            let reason = kind.needsReason ? ["reason"] : []
            #expect(try required(by: file) == Set(kind.fields.filter(\.isRequired).map(\.name) + ["command"] + reason), "\(kind.name)")
            for field in kind.fields + CommandKind.envelope {
                #expect(CommandFieldText.of(field.name, in: kind.name) != nil, "\(kind.name) \(field.name)")
            }
        }
    }
}
