import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Foundation
import GRDB
import Testing

@Suite("Personal data: reading, sealing, erasure")
struct PersonalDataTests {
    private let bench = Bench()

    /// Every text that is a person's own, and none that could stand there by chance.
    private static let plaintexts = ["欧阳独一", "13912345678", "11-29", "腰椎间盘突出", "慈善家某某", "受助学生某某", "独居老人困难", "病假条.jpg"]
    private static let scan = Array("这是一张病假条的扫描件，只此一份。".utf8)

    /// A year of somebody who asks to be erased later, among others who stay.
    private func makeBook() throws -> Book {
        let book = try bench.makeBook()
        for line in [
            #"{"command":"member.join","member":"M1","name":"欧阳独一","phone":"13912345678","birthday":"11-29","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"留下的人","phone":"13800000002","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-01"}"#,
            #"{"command":"attendance.ask-leave","activity":"A1","member":"M1","why":"腰椎间盘突出"}"#,
            #"{"command":"attendance.grant-leave","activity":"A1","member":"M1"}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M2","occurred":"2019-03-01"}"#,
            #"{"command":"donation.receive","donation":"D1","kind":"money","amount":100,"donor":"慈善家某某","beneficiary":"受助学生某某"}"#,
            #"{"command":"visit.record","visit":"V1","note":"独居老人困难"}"#,
            #"{"command":"fact.correct","corrects":2,"set":{"phone":"13912345678","birthday":"11-29"},"reason":"核对","id":"00000000-0000-4000-8000-0000000000aa"}"#,
            #"{"command":"member.change","member":"M1","name":"欧阳独一"}"#,
        ] { if !bench.isRecorded(line, in: book) { #expect(line.contains("fact.correct")) } }
        var pieces = [Self.scan][...]
        let fields = JSONObject(["name": "病假条.jpg", "to": "activity:A1", "owner": "member:M1"])
        _ = try book.attach(fields, defaults: bench.defaults()) { pieces.popFirst() }
        return book
    }

    /// The bytes of every file that begins with the book's name.
    private func files(except suffixes: [String] = []) throws -> [(name: String, bytes: Data)] {
        let folder = URL(fileURLWithPath: bench.path).deletingLastPathComponent()
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { name in
            !suffixes.contains { name.hasSuffix($0) }
        }.map { ($0, try Data(contentsOf: folder.appendingPathComponent($0))) }
    }

    private func erase(_ owner: String, in book: Book) -> Bool {
        bench.isRecorded(#"{"command":"personal-data.erase","owner":"\#(owner)","reason":"本人申请"}"#, in: book)
    }

    // MARK: - Nothing is plain on disk

    @Test func noPlaintextIsEverWritten() throws {
        let book = try makeBook()
        _ = try bench.name(of: id("M1"), in: book)
        try book.rebuildIndex()
        for _ in 0..<2 {
            for (name, bytes) in try files() {
                for text in Self.plaintexts {
                    #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text) stands in \(name)")
                }
                #expect(bytes.range(of: Data(Self.scan)) == nil)
            }
            try book.close()
        }
    }

    // MARK: - Erasure

    /// After erasure nothing opens, in any file, with any key that is left: neither the key's bytes nor a text remain.
    @Test func erasureLeavesNothing() throws {
        let book = try makeBook()
        let keys = try Self.keys(in: BookFiles.keys(ofBookAt: bench.path))
        #expect(Set(keys.keys) == ["member:M1", "member:M2", "donation:D1", "visit:V1"])
        for owner in ["member:M1", "donation:D1", "visit:V1"] { #expect(erase(owner, in: book)) }
        for isClosed in [false, true] {
            if isClosed { try book.close() }
            for (name, bytes) in try files() {
                for text in Self.plaintexts {
                    #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text) stands in \(name)")
                }
                for (owner, key) in keys where owner != "member:M2" {
                    #expect(bytes.range(of: key) == nil, "the key of \(owner) stands in \(name)")
                }
            }
        }
        let again = try bench.openBook()
        #expect(try bench.name(of: id("M1"), in: again) == .erased)
        #expect(try bench.name(of: id("M2"), in: again) == .text("留下的人"))
        let report = try again.verify()
        #expect(report.isSound, "\(report.findings)")
        // What was counted stays counted.
        #expect(try again.state().activities[id("A1")]?.attendance.marks[id("M1")]?.standing == .leaveGranted)
    }

    /// Of many keys in a file of many pages, those that were destroyed are gone to the last byte.
    @Test func destroyedKeysAreGoneFromEveryPage() throws {
        let book = try bench.makeBook()
        let commands = try (1...400).map { number in
            try bench.command(#"{"command":"member.join","member":"M\#(number)","name":"名\#(number)","from":"2019-01-01"}"#)
        }
        #expect(try book.execute(commands).allSatisfy(\.isDone))
        let path = BookFiles.keys(ofBookAt: bench.path)
        let before = try Self.keys(in: path)
        #expect(before.count == 400)
        let erased = (1...400).filter { $0 % 3 == 0 }.map { "member:M\($0)" }
        for owner in erased { #expect(erase(owner, in: book)) }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        for (owner, key) in before {
            #expect((bytes.range(of: key) == nil) == erased.contains(owner), "\(owner)")
        }
        #expect(try Self.keys(in: path).count == 400 - erased.count)
    }

    /// A backup from before, with the keys as they are now, does not bring the person back; nor do old keys beside a
    /// book that knows of the erasure.
    @Test func nobodyComesBack() throws {
        let book = try makeBook()
        let (backup, oldKeys) = (bench.path("backup.db"), bench.path("old"))
        _ = try book.backUp(to: backup)
        _ = try book.backUpKeys(to: oldKeys)
        #expect(erase("member:M1", in: book))
        let sealedScan = try #require(try book.state().attachments.values.first?.links.first?.fact)
        try book.close()

        // The book is lost; its keys are there.
        try FileManager.default.removeItem(atPath: bench.path)
        #expect(try Book.restore(from: backup, to: bench.path, keys: oldKeys, clock: Bench.clock).report.isSound)
        let restored = try bench.openBook()
        #expect(try bench.name(of: id("M1"), in: restored) == .unreadable)
        #expect(try bench.name(of: id("M2"), in: restored) == .text("留下的人"))
        #expect(throws: (any Error).self) {
            try restored.readAttachment(sealedScan, for: Bench.purpose, in: restored.state()) { _ in }
        }
        #expect(erase("member:M1", in: restored))
        try restored.close()

        // Somebody puts the old keys back: the book knows better.
        let keys = BookFiles.keys(ofBookAt: bench.path)
        try FileManager.default.removeItem(atPath: keys)
        try FileManager.default.copyItem(atPath: oldKeys + ".keys", toPath: keys)
        #expect(try Self.keys(in: keys)["member:M1"] != nil)
        let again = try bench.openBook()
        #expect(try bench.name(of: id("M1"), in: again) == .erased)
        #expect(try Self.keys(in: keys)["member:M1"] == nil)
    }

    @Test func nothingNewIsSealedForWhoWasErased() throws {
        let book = try makeBook()
        #expect(erase("member:M1", in: book))
        for line in [
            #"{"command":"member.change","member":"M1","phone":"1"}"#,
            #"{"command":"fact.correct","corrects":2,"set":{"phone":"1"},"reason":"x"}"#,
            #"{"command":"personal-data.erase","owner":"member:M1","reason":"x"}"#,
            #"{"command":"personal-data.restrict","owner":"member:M1","reason":"x"}"#,
        ] { #expect(try bench.rejection(of: line, in: book) == "personal-data-erased", "\(line)") }
        // What is not personal is still recorded.
        #expect(bench.isRecorded(#"{"command":"member.leave","member":"M1","on":"2019-12-31"}"#, in: book))
        // And an erasure is no mistake to be corrected.
        let position = try #require(try book.entries(about: Subject(kind: "member", id: "M1")).first { $0.event.type == "personal-data.erased" })
        #expect(
            try bench.rejection(of: #"{"command":"fact.void","corrects":\#(position.position),"reason":"x"}"#, in: book)
                == "cannot-be-corrected")
    }

    @Test(arguments: [
        (#"{"command":"personal-data.erase","owner":"member:M1"}"#, "reason-missing"),
        (#"{"command":"personal-data.erase","owner":"member:M9","reason":"x"}"#, "unknown-subject"),
        (#"{"command":"personal-data.release","owner":"member:M1","reason":"x"}"#, "not-restricted"),
    ])
    func whatCannotBeErased(line: String, code: String) throws {
        let book = try makeBook()
        #expect(try bench.rejection(of: line, in: book) == code)
    }

    /// Killed between the entry and the key: whoever opens the book next finishes it.
    @Test func anErasureIsFinishedByWhoeverComesNext() throws {
        let book = try makeBook()
        try book.close()
        let keys = BookFiles.keys(ofBookAt: bench.path)
        let before = try Data(contentsOf: URL(fileURLWithPath: keys))
        let second = try bench.openBook()
        #expect(erase("member:M1", in: second))
        try second.close()
        try before.write(to: URL(fileURLWithPath: keys))
        let third = try bench.openBook()
        _ = try third.state()
        #expect(try Self.keys(in: keys)["member:M1"] == nil)
    }

    /// Keys are written with the group that needs them, and only with it.
    @Test func aGroupThatIsRefusedLeavesNoKey() throws {
        let book = try makeBook()
        let keys = BookFiles.keys(ofBookAt: bench.path)
        let group = try [
            #"{"command":"visit.record","visit":"V7","to":"一"}"#, #"{"command":"activity.open","activity":"A9"}"#,
        ].map { try bench.command($0) }
        #expect(try book.execute(group, isAtomic: true).allSatisfy { !$0.isDone })
        #expect(try Self.keys(in: keys)["visit:V7"] == nil)
        #expect(try book.execute([group[0]])[0].isDone)
        #expect(try Self.keys(in: keys)["visit:V7"] != nil)
    }

    /// Killed while the key was being destroyed: its row is blank, and the journal may have it still.
    @Test func aKeyThatWasBeingDestroyedIsDestroyed() throws {
        let book = try makeBook()
        let keys = BookFiles.keys(ofBookAt: bench.path)
        try book.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: keys))
        let second = try bench.openBook()
        #expect(erase("member:M1", in: second))
        try second.close()
        try before.write(to: URL(fileURLWithPath: keys))
        let key = try #require(try Self.keys(in: keys)["member:M1"])
        let journal = URL(fileURLWithPath: keys + "-journal")
        try (Data(count: 28) + key + Data(count: 40)).write(to: journal)
        try DatabaseQueue(path: keys).write { try $0.execute(sql: "UPDATE keys SET key = zeroblob(32) WHERE subject = 'member:M1'") }
        try (Data(count: 28) + key + Data(count: 40)).write(to: journal)
        let third = try bench.openBook()
        #expect(try bench.name(of: id("M1"), in: third) == .erased)
        #expect(try Self.keys(in: keys)["member:M1"] == nil)
        #expect(try Data(contentsOf: journal).range(of: key) == nil)
    }

    /// Another book may have a member of the same id: this one's erasure is nothing to that one's keys.
    @Test func theKeysOfAnotherBookAreNotDestroyed() throws {
        let book = try makeBook()
        #expect(erase("member:M1", in: book))
        try book.close()
        let other = Bench()
        let stranger = try other.makeBook("22222222-2222-4222-8222-222222222222")
        #expect(other.isRecorded(#"{"command":"member.join","member":"M1","name":"别人","from":"2019-01-01"}"#, in: stranger))
        try stranger.close()
        let keys = BookFiles.keys(ofBookAt: bench.path)
        try FileManager.default.removeItem(atPath: keys)
        try FileManager.default.copyItem(atPath: BookFiles.keys(ofBookAt: other.path), toPath: keys)
        let wrong = try bench.openBook()
        _ = try wrong.state()
        #expect(bench.isRecorded(#"{"command":"visit.record"}"#, in: wrong))
        #expect(try Self.keys(in: keys)["member:M1"] != nil)
    }

    // MARK: - Restriction

    @Test func whatIsRestrictedIsKeptAndNotUsed() throws {
        let book = try makeBook()
        let before = try book.lastPosition()
        let restrict = #"{"command":"personal-data.restrict","owner":"member:M1","reason":"本人异议"}"#
        #expect(bench.isRecorded(restrict, in: book))
        #expect(try bench.rejection(of: restrict, in: book) == "already-restricted")
        #expect(try bench.name(of: id("M1"), in: book) == .restricted)
        // Not in a view of the past either.
        let past = try book.state(known: .position(before))
        #expect(try book.reading(for: Bench.purpose, in: past) { try $0.name(of: id("M1")) } == .restricted)
        #expect(bench.isRecorded(#"{"command":"personal-data.release","owner":"member:M1","reason":"已处理"}"#, in: book))
        #expect(try bench.name(of: id("M1"), in: book) == .text("欧阳独一"))
    }

    // MARK: - Who read what

    @Test func everyReadingIsOnRecord() throws {
        let book = try makeBook()
        let state = try book.state()
        _ = try book.reading(for: ReadingPurpose(by: "王", purpose: "名册"), in: state) { reader in
            (try reader.name(of: id("M2")), try reader.name(of: id("M1")))
        }
        _ = try book.reading(for: ReadingPurpose(by: "李", purpose: "无"), in: state) { _ in }
        _ = try book.reading(for: ReadingPurpose(by: "李", purpose: "统计"), in: state) { try $0.name(of: id("M2")) }
        var found: [String] = []
        try book.forEachReading(about: nil) { entry, purpose in
            found.append("\(entry.event.by) \(purpose) \(entry.event.about.map(\.description))")
        }
        #expect(found == [#"王 名册 ["member:M1", "member:M2"]"#, #"李 统计 ["member:M2"]"#])
        var one: [String] = []
        try book.forEachReading(about: Subject(kind: "member", id: "M1")) { _, purpose in one.append(purpose) }
        #expect(one == ["名册"])
        // The record is a log of its own, with the same guards.
        let log = try EventLog(path: BookFiles.readings(ofBookAt: bench.path))
        #expect(try log.structuralFaults() == [])
        #expect(throws: (any Error).self) { try log.executeUnchecked("DELETE FROM entries") }
    }

    /// What cannot be put on record is not read.
    @Test func withoutARecordNothingIsRead() throws {
        let book = try makeBook()
        try FileManager.default.createDirectory(atPath: BookFiles.readings(ofBookAt: bench.path), withIntermediateDirectories: false)
        #expect(throws: LogError.notALog(path: BookFiles.readings(ofBookAt: bench.path))) {
            try bench.name(of: id("M2"), in: book)
        }
    }

    @Test func aPersonsOwnCopyIsComplete() throws {
        let book = try makeBook()
        let owner = Subject(kind: "member", id: "M1")
        let copy = String(
            decoding: try book.personalCopy(of: owner, for: Bench.purpose, in: book.state()).canonicalBytes, as: UTF8.self)
        for text in ["欧阳独一", "13912345678", "11-29", "腰椎间盘突出", "病假条.jpg"] { #expect(copy.contains(text), "\(text)") }
        // Others' are not in it, and that it was made is on record.
        #expect(!copy.contains("留下的人"))
        #expect(try book.entries(about: owner).count == 6)
        var purposes: [String] = []
        try book.forEachReading(about: owner) { _, purpose in purposes.append(purpose) }
        #expect(purposes == ["test"])
        #expect(erase("member:M1", in: book))
        let after = String(
            decoding: try book.personalCopy(of: owner, for: Bench.purpose, in: book.state()).canonicalBytes, as: UTF8.self)
        #expect(!after.contains("欧阳独一"))
        #expect(throws: Rejection.unknown(Subject(kind: "member", id: "M9"))) {
            try book.personalCopy(of: Subject(kind: "member", id: "M9"), for: Bench.purpose, in: book.state())
        }
    }

    // MARK: - Key files

    @Test func theKeysOfAnotherBookAreRefused() throws {
        let book = try makeBook()
        try book.close()
        let other = Bench()
        let stranger = try other.makeBook("22222222-2222-4222-8222-222222222222")
        try stranger.close()
        let keys = BookFiles.keys(ofBookAt: bench.path)
        try FileManager.default.removeItem(atPath: keys)
        try FileManager.default.copyItem(atPath: BookFiles.keys(ofBookAt: other.path), toPath: keys)
        let wrong = try bench.openBook()
        #expect(throws: KeyFileError.otherBook(path: keys)) { try bench.name(of: id("M1"), in: wrong) }
        #expect(throws: KeyFileError.otherBook(path: keys)) {
            try bench.execute(#"{"command":"member.join","name":"乙","from":"2019-01-01"}"#, in: wrong)
        }
        #expect(try wrong.verify().findings.map(\.fault) == [.keyFile(.otherBook(path: keys))])
        // What needs no key goes on.
        #expect(bench.isRecorded(#"{"command":"visit.record"}"#, in: wrong))
    }

    /// A key that was tampered with is found, with the entry it does not open.
    @Test func aKeyThatWasChangedIsNoticed() throws {
        let book = try makeBook()
        try book.close()
        let keys = BookFiles.keys(ofBookAt: bench.path)
        let key = try #require(try Self.keys(in: keys)["member:M2"])
        var bytes = try Data(contentsOf: URL(fileURLWithPath: keys))
        let place = try #require(bytes.range(of: key))
        bytes[place.lowerBound] ^= 1
        try bytes.write(to: URL(fileURLWithPath: keys))
        let report = try bench.openBook().verify()
        #expect(report.findings.map(\.fault) == [.doesNotOpen])
        #expect(report.firstFault == Position(3))
    }

    /// The keys in a key file, read by SQLite's own shell.
    private static func keys(in path: String) throws -> [String: Data] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        process.arguments = [path, "SELECT subject, hex(key) FROM keys"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        var keys: [String: Data] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "|")
            let digits = Array(parts[1])
            keys[String(parts[0])] = Data(
                stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) })
        }
        return keys
    }
}
