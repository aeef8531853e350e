import CanonicalJSON
import EventLog
import Testing

@Suite("What an entry is made of")
struct EntryTests {
    /// é in one code point and as e with an accent are equal in Swift; they are stored, indexed and hashed as they are.
    @Test func subjectsAreTheirBytes() throws {
        let (one, two) = (Subject(kind: "member", id: "\u{E9}"), Subject(kind: "member", id: "e\u{301}"))
        try #require(one.description == two.description)
        #expect(one != two && two < one)
        #expect(Set([one, two, one]).count == 2)
        #expect(one == Subject(kind: "member", id: "\u{E9}"))
    }

    @Test func theColonIsAByteToo() throws {
        let subject = try #require(Subject("member:\u{301}x:y"))
        #expect(subject.kind == "member")
        #expect(subject.id.utf8.elementsEqual("\u{301}x:y".utf8))
        for text in ["", ":", "member", "member:", ":M1"] { #expect(Subject(text) == nil) }
    }

    @Test func wordsAreTheirBytes() throws {
        let (first, last) = (CalendarDate(daysSince1970: 18_000), CalendarDate(daysSince1970: 18_009))
        let said = [nil, "caf\u{E9}", "cafe\u{301}"].map { Occurrence(from: first, to: last, words: $0) }
        #expect(Set(said).count == 3)
    }
}
