import Assessment
import Testing
import Wording

/// What plans count is a list; each of it has its words in the catalogue.
@Suite("Words for what plans count")
struct SourceTests {
    @Test func everySourceHasItsWords() {
        #expect(!ActSource.all.isEmpty)
        #expect(Phrase.sourcesWithoutWords == [])
    }

    @Test func noTwoSourcesHaveOneName() {
        #expect(Set(ActSource.all.map(\.key)).count == ActSource.all.count)
    }
}
