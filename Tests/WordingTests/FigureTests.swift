import Assessment
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

    /// Nothing is all, or nothing, that is not.
    @Test(arguments: [(1_999, 2_000, "99.95 %"), (2_000, 2_000, "100.0 %"), (1, 3_000, "0.03 %"), (0, 3_000, "0.0 %"), (2_001, 2_000, "100.1 %")] as [(Int64, Int64, String)])
    func whatIsNotAllIsNotShownAsAll(part: Int64, whole: Int64, text: String) { #expect(Phrase.percent(part, of: whole) == text) }

    @Test(arguments: [
        (.share(numerator: 1_599, denominator: 2_000), Limit(Threshold(percent: 80)), "1599/2000 = 79.95 %"),
        (.share(numerator: 8, denominator: 24), Limit(Threshold(.fraction(1, 3))), "8/24 = 1/3"),
        (.share(numerator: 5_001, denominator: 10_000), Limit(Threshold(.fraction(1, 2), isExceeded: true)), "5001/10000 = 50.01 %"),
        (.fenSpent(99_999, of: 100_000), Limit(Threshold(percent: 100)), "999.99/1,000 元 = 99.999 %"),
        (.fenPerMember(total: 149_999, members: 3), Limit(Ratio(50_000)), "人均 499.997 元（1,499.99 元 ÷ 3 人）"),
    ] as [(Quantity, Limit, String)])
    func theDigitsThatDecideAreShown(quantity: Quantity, limit: Limit, zh: String) {
        #expect(Phrase.actual(quantity, beside: [limit]).zh == zh)
    }

    /// 83.33 and 83.333… are not the same place.
    @Test func meansOfOtherPlacesLookOtherwise() {
        let means = [Ratio(25_000, over: 3), Ratio(8_333), Ratio(8_000)]
        #expect(means.map { Phrase.points($0, beside: means) } == ["83.333", "83.33", "80"])
    }
}
