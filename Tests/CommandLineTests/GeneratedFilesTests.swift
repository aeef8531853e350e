import Testing

/// What is made from the event schemas is up to date: payloads, commands' schemas, and the names of fields.
@Suite("Generated files")
struct GeneratedFilesTests {
    @Test func theyAreWhatTheSchemasSay() throws {
        let result = try Program.shell("python3 Tools/generate_events.py --check", in: Program.repository)
        #expect(result.status == 0, "\(result.output)")
    }

    /// In a copy of the repository, what no longer fits is named; made again, it fits.
    @Test(arguments: [
        (
            #"sed -i 's/The higher duty/A higher duty/' "$event""#,
            ["AttendanceEvents.generated.swift", "attendance.excuse.schema.json", "CommandFields"]
        ),
        (#"sed -i 's/duty: String$/duty: String?/' "$swift""#, ["AttendanceEvents.generated.swift is out of date"]),
        (#"rm Schemas/commands/attendance.excuse.schema.json"#, ["attendance.excuse.schema.json is out of date"]),
        (#"cp "$swift" Sources/Domain/Book/Old.generated.swift"#, ["Old.generated.swift belongs to no event"]),
    ])
    func whatDoesNotFitIsNamed(change: String, named: [String]) throws {
        let place = try Workplace()
        let event = "event=Schemas/events/attendance.excused/v1.schema.json"
        let swift = "swift=Sources/Domain/Attendance/AttendanceEvents.generated.swift"
        let copy = "cp -r \(Self.path("Tools")) \(Self.path("Schemas")) . && mkdir Sources"
            + " && cp -r \(Self.path("Sources/Domain")) \(Self.path("Sources/Wording")) Sources"
        #expect(try Program.shell("\(copy) && \(event) \(swift) && \(change)", in: place.path).status == 0)
        let check = "python3 Tools/generate_events.py --check"
        let result = try Program.shell(check, in: place.path)
        #expect(result.status == 1)
        for name in named { #expect(result.output.contains(name), "\(result.output)") }
        #expect(try Program.shell("python3 Tools/generate_events.py && \(check)", in: place.path).status == 0)
    }

    private static func path(_ name: String) -> String { "'\(Program.repository)/\(name)'" }

    @Test func anAnnotationThatIsNotKnownIsNamed() throws {
        let place = try Workplace()
        let copy = "cp -r \(Self.path("Tools")) \(Self.path("Schemas")) ."
        let change = "sed -i 's/x-about/x-abuot/' Schemas/events/work.filed/v1.schema.json"
        let line = "\(copy) && \(change) && python3 Tools/generate_events.py --check"
        let result = try Program.shell(line, in: place.path)
        #expect(result.status == 1)
        #expect(result.output.contains("work.filed/v1.schema.json: unknown annotations x-abuot"), "\(result.output)")
    }
}
