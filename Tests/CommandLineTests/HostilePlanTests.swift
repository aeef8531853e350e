import Foundation
import Testing

/// Files that would cost more than any plan, or are none: each is refused with its place, in a process that may not take
/// more than so much address space, and leaves the book as it was.
@Suite("Hostile plan files")
struct HostilePlanTests {
    /// Kibibytes; a plain `plan check` of a good plan fits.
    private static let addressSpaceMax = 400_000
    private static let head = "plan: T\ntitle: 试\nyear: 2019\n"

    /// What is wrong with the file, the file, and what is said of it.
    private static let cases: [(name: String, text: String, error: String)] = [
        ("ten megabytes of keys", String(repeating: "a: b\n", count: 2_000_000), "line 1, column 1: A plan file has at most 60000 bytes."),
        ("ten megabytes of brackets", String(repeating: "[", count: 10_000_000), "line 1, column 1: A plan file has at most 60000 bytes."),
        ("deep brackets", head + "targets: " + String(repeating: "[", count: 20_000), "line 4, column 1: Nested too deeply."),
        ("deep brackets behind closed ones", head + "# " + String(repeating: "]", count: 500) + "\ntargets: " + String(repeating: "[", count: 400),
            "line 5, column 1: Nested too deeply."),
        ("deep indentation", head + (0..<220).map { String(repeating: " ", count: $0) + "a:\n" }.joined(), "line 164, column 1: Nested too deeply."),
        ("deep lists", head + "targets:\n" + String(repeating: "- ", count: 200) + "a", "line 5, column 1: Nested too deeply."),
        ("a billion laughs", "a: &a [x, x, x, x]\n" + (1...12).map { "a\($0): &a\($0) [*a, *a, *a, *a]\n" }.joined(), "line 1, column 4: "),
        ("a key that is not known", head + "colour: red\n", "line 4, column 1: There is no key 'colour'"),
        ("one id twice", head + "targets:\n  - {id: a, title: 甲}\n  - {id: a, title: 乙}\n", "line 6, column 10: The id 'a' is used twice."),
        ("one key twice", head + "year: 2020\n", "line 3, column 1: 'year' is given twice."),
        ("no YAML", head + "targets: {id: a\n", "line 5, column 1: "),
        ("nothing", "", "line 1, column 1: "),
        ("a zero byte", head + "\u{0}", "line 4, column 1: This is not YAML: control character"),
    ]

    // By name: a test prints its arguments.
    @Test(arguments: cases.map(\.name))
    func isRefused(name: String) throws {
        let (_, text, error) = try #require(Self.cases.first { $0.name == name })
        let place = try Workplace()
        try Data(text.utf8).write(to: URL(fileURLWithPath: place.path + "/plan.yaml"))
        for command in ["plan check plan.yaml", "plan adopt plan.yaml"] {
            let opened = try Program.shell("rm -f b.db*; minutebook book open b.db --name 试", in: place.path)
            #expect(opened.status == 0)
            let limited = "ulimit -v \(Self.addressSpaceMax); minutebook \(command) --book b.db --lang en"
            let result = try Program.shell(limited, in: place.path)
            #expect(result.status == 65, "\(name): \(result.output)")
            #expect(result.output.contains(error), "\(name): \(result.output)")
            let log = try Program.shell("minutebook log export --book b.db | wc -l", in: place.path)
            #expect(log.output == "1\n")
        }
    }

    @Test(arguments: [("/dev/zero", 66), ("/", 66), ("missing.yaml", 66)] as [(String, Int32)])
    func whatIsNoFileIsRefused(path: String, status: Int32) throws {
        let place = try Workplace()
        let result = try Program.shell("ulimit -v \(Self.addressSpaceMax); minutebook plan check \(path)", in: place.path)
        #expect(result.status == status, "\(result.output)")
        #expect(result.output.hasPrefix("error: "))
    }

    /// The bound on memory is one that a good plan keeps.
    @Test func aGoodPlanFits() throws {
        let place = try Workplace()
        let result = try Program.shell("ulimit -v \(Self.addressSpaceMax); minutebook plan check \"$SEEDS\"/plans/P6.yaml", in: place.path)
        #expect(result.status == 0, "\(result.output)")
    }
}
