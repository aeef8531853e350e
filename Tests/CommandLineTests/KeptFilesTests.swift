import Foundation
import Testing

/// Everything that earlier versions handed out is good in this one: see Tests/ReportsTests/Kept.
@Suite("What earlier versions handed out")
struct KeptFilesTests {
    private static let kept = Program.repository + "/Tests/ReportsTests/Kept"
    private let place: Workplace

    /// On a copy, as opening a book makes files beside it; git keeps no modes.
    init() throws {
        place = try Workplace()
        let copied = try Program.shell("cp '\(Self.kept)'/* . && chmod 600 *.keys *.signing-key", in: place.path)
        try #require(copied.status == 0, "\(copied.output)")
    }

    private func run(_ line: String) throws -> Program.Result { try Program.shell(line, in: place.path) }

    @Test(arguments: ["P6", "P7"])
    func booksAreSoundHereAndToTheIndependentProgram(book: String) throws {
        let verified = try run("minutebook log verify --book \(book).db")
        #expect(verified.status == 0, "\(verified.output)")
        #expect(try run("minutebook log key --book \(book).db | cmp - \(book).key.txt").status == 0)
        // Names are read with the key file, and signing goes on with the signing key.
        let names = try run("minutebook member list --book \(book).db --json")
        #expect(names.status == 0 && (book == "P7" || names.output.contains("\"name\":\"")), "\(names.output)")
        #expect(try run("minutebook member join --name 新人 --from 2020-01-01 --book \(book).db").status == 0)
        #expect(try run("minutebook log checkpoint --book \(book).db -o new.checkpoint").status == 0)
        let exported = try run(
            "minutebook log export --book \(book).db -o e.ndjson && python3 '\(Program.repository)/Tools/verify_log.py' log e.ndjson")
        #expect(exported.status == 0, "\(exported.output)")
    }

    @Test(arguments: [
        "P6.checkpoint", "P6-200.checkpoint", "P7.checkpoint", "P6-S1.tlog-proof", "P7-7.tlog-proof",
        "P6-200-415.proof --old P6-200.checkpoint",
    ])
    func whatIsSignedIsBelieved(file: String) throws {
        let checked = try run("minutebook log check \(file) --key \(file.prefix(2)).key.txt")
        #expect(checked.status == 0, "\(checked.output)")
    }

    static let reports = try! FileManager.default.contentsOfDirectory(atPath: kept)
        .filter { $0.contains("names.") }.sorted()

    /// Of JSON of rendering 1, the plan's status is in a form of its own, which is said, as are words that are others today.
    @Test(arguments: reports)
    func reportsAreVerified(report: String) throws {
        let verified = try run("minutebook report verify \(report) --book \(report.prefix(2)).db")
        #expect([0, 3].contains(verified.status), "\(verified.output)")
        let form = verified.status == 0 ? "Byte by byte the same" : "Every number, date and position is as entries"
        #expect(verified.output.hasPrefix(form), "\(verified.output)")
        // A figure that is another is refused, whatever the words are.
        let forged = try run("sed 's/2019-03-12/2019-03-13/; s/2012-03-07/2012-03-08/; s/2012-01-17/2012-01-18/' \(report) > forged")
        #expect(forged.status == 0)
        #expect(try run("cmp -s forged \(report)").status == 1)
        #expect(try run("minutebook report verify forged --book \(report.prefix(2)).db").status == 65)
    }

    /// Who is erased afterwards is not named again, and the report stays good.
    @Test(arguments: ["md", "html", "json"])
    func erasureAfterwardsIsTold(format: String) throws {
        let erased = try run("minutebook personal-data erase member:M01 --reason 本人申请 --yes --book P6.db")
        #expect(erased.status == 0, "\(erased.output)")
        let verified = try run("minutebook report verify P6-zh-names.\(format) --book P6.db --json")
        #expect([0, 3].contains(verified.status), "\(verified.output)")
        #expect(verified.output.contains("\"withheld\":[\"M01\"]"), "\(verified.output)")
    }
}
