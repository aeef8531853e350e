import CanonicalJSON
import Domain
import Foundation
import Testing

/// Every way in which a rule refuses a command, once: what leads to it, and what is said. `Schemas/rejections.md` is made of
/// it, with `MINUTEBOOK_WRITE=1 swift test --filter Gallery`.
@Suite("Gallery of rejections")
struct GalleryTests {
    private struct Piece {
        let code: String
        /// Commands before it, and the one that is refused.
        let before: [String]
        let command: String?
        /// Shell lines instead, where files are needed.
        let shell: [String]
        let run: String?
    }

    private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Gallery/rejections.ndjson")

    private static func object(_ line: some StringProtocol) throws -> JSONObject {
        try #require(try Array(line.utf8).withUnsafeBytes { try JSONParser.parse($0) }.objectValue)
    }

    private static func texts(_ value: JSONValue?) -> [String] {
        (value?.arrayValue ?? []).map { $0.stringValue ?? String(decoding: $0.canonicalBytes, as: UTF8.self) }
    }

    private func pieces() throws -> (setup: [String], pieces: [Piece]) {
        let objects = try String(contentsOf: Self.path, encoding: .utf8).split(separator: "\n").map { try Self.object($0) }
        return (
            Self.texts(objects.first?["setup"]),
            try objects.dropFirst().map { object in
                Piece(
                    code: try #require(object["code"]?.stringValue), before: Self.texts(object["before"]),
                    command: object["command"].map { String(decoding: $0.canonicalBytes, as: UTF8.self) },
                    shell: Self.texts(object["shell"]), run: object["run"]?.stringValue)
            }
        )
    }

    /// What is said, in both languages; the code is checked on the way, and that nothing is recorded.
    private func messages(_ piece: Piece, after setup: [String]) throws -> (zh: String, en: String) {
        let place = try Workplace()
        let before = setup + piece.before
        try (before.joined(separator: "\n") + "\n").write(toFile: place.path + "/before", atomically: true, encoding: .utf8)
        let prepared = try Program.shell(
            "minutebook book open b.db --name 试 --lang en >/dev/null && minutebook record before --book b.db", in: place.path)
        #expect(prepared.status == 0, "\(piece.code): \(prepared.output)")
        for line in piece.shell { #expect(try Program.shell(line, in: place.path).status == 0, "\(piece.code): \(line)") }
        let position = try Program.shell("minutebook log export --book b.db | wc -l", in: place.path).output
        func message(_ language: String) throws -> String {
            if let run = piece.run {
                let result = try Program.shell(run + " --lang \(language)", in: place.path)
                #expect(result.status == 1)
                return String(result.output.drop { $0 != " " && $0 != "：" }.dropFirst()).trimmingCharacters(in: .newlines)
            }
            let command = try #require(piece.command)
            try (command + "\n").write(toFile: place.path + "/command", atomically: true, encoding: .utf8)
            let result = try Program.shell("minutebook record command --book b.db --lang \(language)", in: place.path)
            let answer = try Self.object(result.output)
            #expect(answer["ok"] == false && answer["code"]?.stringValue == piece.code, "\(piece.code): \(result.output)")
            return answer["message"]?.stringValue ?? ""
        }
        let messages = (zh: try message("zh"), en: try message("en"))
        #expect(try Program.shell("minutebook log export --book b.db | wc -l", in: place.path).output == position)
        return messages
    }

    @Test func everyRejectionIsInItOnce() throws {
        let codes = Rejection.allCodes
        #expect(Set(codes).count == codes.count)
        // Every book is made with its opening, so the program cannot meet one without; Tests/DomainTests has it.
        #expect(try pieces().pieces.map(\.code).sorted() == codes.filter { $0 != "book-not-opened" }.sorted())
    }

    @Test func theDocumentSaysWhatTheProgramSays() throws {
        let (setup, pieces) = try pieces()
        var text = """
            # Rejections

            Every way in which a rule refuses a command, with what leads to it and what is said. Nothing is recorded then. Before
            each, a book was opened and these commands recorded:

            ```json
            \(setup.joined(separator: "\n"))
            ```


            """
        for piece in pieces.sorted(by: { $0.code < $1.code }) {
            let said = try messages(piece, after: setup)
            #expect(!said.zh.isEmpty && !said.en.isEmpty && said.zh != said.en, "\(piece.code)")
            let steps = piece.before + piece.shell
            let refused = piece.command ?? piece.run ?? ""
            text += "## \(piece.code)\n\n- \(said.zh)\n- \(said.en)\n\n```json\n" + (steps + [refused]).joined(separator: "\n") + "\n```\n\n"
        }
        text = String(text.dropLast())
        let document = Program.repository + "/Schemas/rejections.md"
        if ProcessInfo.processInfo.environment["MINUTEBOOK_WRITE"] != nil {
            try text.write(toFile: document, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOfFile: document, encoding: .utf8) == text, "Make it anew: MINUTEBOOK_WRITE=1 swift test --filter Gallery")
    }
}
