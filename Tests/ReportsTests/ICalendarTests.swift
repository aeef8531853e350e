import Assessment
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Reports
import Testing
import Views
import Wording

/// RFC 5545, read apart from the program: lines of at most 75 octets, folded, and texts with their signs escaped.
@Suite("iCalendar")
struct ICalendarTests {
    private struct Property: Equatable {
        let name: String
        let value: String
    }

    /// Nil where the text is not as the standard has it.
    private static func properties(_ text: String) -> [Property]? {
        var lines: [[UInt8]] = []
        var rest = Array(text.utf8)[...]
        while let end = rest.firstIndex(of: 13) {
            let line = rest[..<end]
            guard rest.dropFirst(line.count + 1).first == 10, line.count <= 75, !line.contains(where: { $0 < 32 || $0 == 127 }) else {
                return nil
            }
            if line.first == 32 { lines[lines.count - 1] += line.dropFirst() } else { lines.append(Array(line)) }
            rest = rest[(end + 2)...]
        }
        guard rest.isEmpty else { return nil }
        return lines.compactMap { line in
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            return Property(
                name: String(decoding: line[..<colon], as: UTF8.self), value: String(decoding: line[(colon + 1)...], as: UTF8.self))
        }
    }

    /// A value of type TEXT; nil where a sign that has to be escaped is not.
    private static func text(_ value: String) -> String? {
        var (text, isEscaped) = ("", false)
        for scalar in value.unicodeScalars {
            if isEscaped {
                guard "\\;,nN".unicodeScalars.contains(scalar) else { return nil }
                text.unicodeScalars.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                guard scalar != ";", scalar != "," else { return nil }
                text.unicodeScalars.append(scalar)
            }
        }
        return isEscaped ? nil : text
    }

    private func calendar(_ given: Given) throws -> [Property] {
        let plan = try Plan(yaml: "plan: T\ntitle: x\nyear: 2019\ntargets:\n  - {id: a, title: x, points: 10, score: by-hand}\n")
        let status = assess(plan, given.state, asOf: day("2019-06-30"))
        let calendar = CalendarView(status, given.state)
        let made = Timestamp(microsecondsSince1970: 1_552_354_200_000_000)
        let text = ICalendar(calendar, book: "b1", name: "某街道，2019; 年", made: made, language: .chinese).text
        return try #require(Self.properties(text))
    }

    /// As an entry of an earlier version may have it: commands refuse some of these.
    private func activity(_ title: String, on: String = "2019-03-12") throws -> Given {
        var given = try Given()
        let data: JSONValue = ["activity": "A1", "kind": "study", "on": .string(on), "place": .string(title), "title": .string(title)]
        try given.record("activity.scheduled", version: 1, about: ["activity:A1"], String(decoding: data.canonicalBytes, as: UTF8.self))
        return given
    }

    @Test(arguments: [
        "学习", "a;b", "a,b", "a\\b", "a\\nb", "a\nb", ";", "\\", "\"", ":", "BEGIN:VEVENT", "\nBEGIN:VEVENT\nEND:VCALENDAR", ";\u{301}",
        ",\u{338}x", "\\\u{301}",
        "\u{202E}x", String(repeating: "长", count: 60), String(repeating: "𠮷", count: 40), String(repeating: "a;", count: 80), "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "a\tb",
    ])
    func textsAreReadBack(title: String) throws {
        let properties = try calendar(activity(title))
        #expect(properties.filter { $0.name == "BEGIN" }.map(\.value) == ["VCALENDAR", "VEVENT"])
        #expect(properties.filter { $0.name == "END" }.map(\.value) == ["VEVENT", "VCALENDAR"])
        for name in ["SUMMARY", "LOCATION"] {
            let value = try #require(properties.first { $0.name == name }?.value)
            let shown = title.visibleLines.replacing("\t", with: " ")
            #expect(Self.text(value)?.utf8.elementsEqual(shown.utf8) == true, "\(value)")
        }
    }

    /// Whole days end before the day after the last; moments are in UTC.
    @Test(arguments: [
        ("2019-03-12", ["DTSTART;VALUE=DATE:20190312", "DTEND;VALUE=DATE:20190313"]),
        ("2019-02-28", ["DTSTART;VALUE=DATE:20190228", "DTEND;VALUE=DATE:20190301"]),
        ("2019-12-31", ["DTSTART;VALUE=DATE:20191231", "DTEND;VALUE=DATE:20200101"]),
        ("2019-03-30/2019-04-02", ["DTSTART;VALUE=DATE:20190330", "DTEND;VALUE=DATE:20190403"]),
        ("2019-03-12T07:30:00+08:00", ["DTSTART:20190311T233000Z"]),
        ("2019-03-12T09:30:00+08:00/2019-03-12T11:00:00+08:00", ["DTSTART:20190312T013000Z", "DTEND:20190312T030000Z"]),
    ])
    func times(on: String, lines: [String]) throws {
        let properties = try calendar(activity("学习", on: on))
        #expect(properties.filter { $0.name.hasPrefix("DTSTART") || $0.name.hasPrefix("DTEND") }.map { "\($0.name):\($0.value)" } == lines)
        #expect(properties.first { $0.name == "DTSTAMP" }?.value == "20190312T013000Z")
        #expect(properties.first { $0.name == "UID" }?.value == "activity-A1@b1")
        #expect(properties.first { $0.name == "X-WR-CALNAME" }.flatMap { Self.text($0.value) } == "某街道，2019; 年")
    }

    /// What is cancelled does not take place; what has no date of this year is in another's calendar.
    @Test func whatDoesNotTakePlaceIsLeftOut() throws {
        var given = try activity("学习")
        try given.record(#"{"command":"activity.schedule","kind":"study","title":"明年","on":"2020-01-01"}"#)
        try given.record(#"{"command":"activity.schedule","kind":"study","title":"跨年","on":"2019-12-31/2020-01-01"}"#)
        try given.record(#"{"command":"activity.cancel","activity":"A1","reason":"x"}"#)
        #expect(try calendar(given).filter { $0.name == "SUMMARY" }.map(\.value) == ["跨年"])
    }
}
