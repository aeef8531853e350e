import Domain
import Testing
import Wording

@Suite("Figures in words")
struct FigureTests {
    @Test func everyEventTypeHasANameAndEveryNameAType() {
        #expect(Set(Phrase.eventTypes.keys) == Set(EventCatalogue.kinds.map(\.type.description)))
    }

    @Test func everyKindOfSubjectHasAName() {
        #expect(Set(Phrase.nouns.keys) == Set(EventCatalogue.subjectKinds + ["book"]))
    }

    @Test(arguments: [
        (0, "0"), (5, "0.05"), (652, "6.52"), (1_000, "10"), (-300, "−3"), (-5, "−0.05"),
    ] as [(Int64, String)])
    func pointsAreExact(hundredths: Int64, text: String) { #expect(Phrase.points(hundredths) == text) }

    @Test(arguments: [(1_100_000, "11,000"), (150_050, "1,500.50"), (5, "0.05"), (123_456_789_00, "123,456,789")] as [(Int64, String)])
    func moneyIsExact(fen: Int64, text: String) { #expect(Phrase.yuan(fen) == text) }

    @Test(arguments: [(19, 23, "82.6 %"), (18, 23, "78.3 %"), (1, 3, "33.3 %"), (2, 3, "66.7 %"), (0, 0, "–")] as [(Int64, Int64, String)])
    func sharesAreRoundedHalfUp(part: Int64, whole: Int64, text: String) { #expect(Phrase.percent(part, of: whole) == text) }
}
