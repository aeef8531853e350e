import Foundation
import Testing
import Views

/// Every view has a schema, and every schema a view: `Tools/check_views.py` asks those that have one.
@Suite("Schemas of views")
struct SchemaTests {
    @Test func everyViewHasOne() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Schemas/views").path
        let suffix = ".schema.json"
        let schemas = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(suffix) }
        let names = ViewCatalogue.views.map { $0.name }
        #expect(schemas.map { String($0.dropLast(suffix.count)) }.sorted() == names.sorted())
        #expect(Set(names).count == names.count)
    }
}
