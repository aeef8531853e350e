import Testing

/// What is made from the event schemas is up to date: payloads, commands' schemas, and the names of fields.
@Suite("Generated files")
struct GeneratedFilesTests {
    @Test func theyAreWhatTheSchemasSay() throws {
        let result = try Program.shell("python3 Tools/generate_events.py --check", in: Program.repository)
        #expect(result.status == 0, "\(result.output)")
    }
}
