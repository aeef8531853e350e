import Foundation
import Testing

/// Texts that people read are in the catalogue and nowhere else, and a sentence is there once.
@Suite("The places of texts")
struct TextPlaceTests {
    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources")

    /// What reads dates, units and names as people write them; and the first lines of a key file, by which it is known.
    private static let readers: Set = [
        "Amount.swift", "AskedPart.swift",
        "DateSpelling.swift", "DateWords.swift", "DayReader.swift", "KindNames.swift", "PeriodParts.swift", "PlanScalars.swift",
        "SigningKeyFile.swift", "ZoneNames.swift",
    ]

    private static func files() throws -> [(name: String, isOfCatalogue: Bool, text: String)] {
        let urls = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return try urls.filter { $0.pathExtension == "swift" }.map { url in
            (url.lastPathComponent, url.path.contains("/Sources/Wording/"), try String(contentsOf: url, encoding: .utf8))
        }
    }

    @Test func noTextIsOutsideTheCatalogue() throws {
        let files = try Self.files().filter { !$0.isOfCatalogue && !Self.readers.contains($0.name) }
        #expect(files.count > 100)
        for file in files {
            for (index, line) in file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let code = line.range(of: "//").map { line[..<$0.lowerBound] } ?? line
                let isText = code.contains("Phrase(zh:") || code.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
                #expect(!isText, "\(file.name):\(index + 1)")
            }
        }
    }

    /// A word may be a column in one place and a noun in another; what is longer is said in one place.
    @Test func noSentenceIsThereTwice() throws {
        var places: [String: [String]] = [:]
        for file in try Self.files() where file.isOfCatalogue && !file.name.contains(".generated.") {
            for match in file.text.matches(of: /zh: ("(?:[^"\\]|\\.)*"),\s*en: ("(?:[^"\\]|\\.)*")(?!\s*\+)/)
            where match.1.count >= 7 && !match.0.contains("\\(") {
                places["\(match.1) \(match.2)", default: []].append(file.name)
            }
        }
        #expect(places.count > 300)
        for (text, names) in places { #expect(names.count == 1, "\(text): \(names)") }
    }
}
