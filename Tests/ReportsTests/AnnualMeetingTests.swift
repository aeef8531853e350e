import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Rendering
import Testing
import Wording

@testable import Reports

/// What meetings did and what was received, in the year-end report: figures by hand, each with its entries.
@Suite("Meetings in the year-end report")
struct AnnualMeetingTests {
    /// After the bench's own entries, 1 to 8: both members were at A1 on 1 March. Two may vote, so that both have to be for it.
    private static let year = [
        #"{"command":"speech.record","speech":"F1","activity":"A1","members":["M1"],"form":"oral","title":"修路","occurred":"2019-03-01"}"#,
        #"{"command":"speech.record","speech":"F2","activity":"A1","members":["M1","M2"],"form":"written","title":"路灯","occurred":"2019-03-01"}"#,
        #"{"command":"ballot-rules.adopt","rules":"b","title":"办法","items":[{"kind":"election","pass":{"moreThan":"1/2","of":"all"}},{"kind":"decision","pass":{"moreThan":"1/2","of":"all"}},{"kind":"appraisal","rate":"expressed","grades":[{"grade":"满意","is":"satisfied"},{"grade":"不满意","is":"not-satisfied"}]}],"occurred":"2019-01-01"}"#,
        #"{"command":"ballot.call","ballot":"B1","activity":"A1","kind":"election","method":"secret","title":"选举","seats":1,"options":[{"name":"落选的人"},{"member":"M2"}],"occurred":"2019-03-01"}"#,
        #"{"command":"ballot.count","ballot":"B1","present":2,"issued":2,"returned":2,"votes":[{"of":1,"answer":"for","votes":0},{"of":2,"answer":"for","votes":2}],"occurred":"2019-03-05"}"#,
        #"{"command":"ballot.call","ballot":"B2","activity":"A1","kind":"decision","method":"hands","title":"办法的决议","occurred":"2019-03-01"}"#,
        #"{"command":"ballot.count","ballot":"B2","present":2,"votes":[{"answer":"for","votes":2}],"occurred":"2019-03-01"}"#,
        #"{"command":"decision.record","decision":"R1","kind":"resolution","title":"办法的决议","number":"1 号","activity":"A1","ballot":"B2","occurred":"2019-03-01"}"#,
        #"{"command":"decision.hand-over","decision":"R1","to":"民政办","due":"2019-04-01","occurred":"2019-03-02"}"#,
        #"{"command":"decision.answer","decision":"R1","unit":"民政办","text":"照办","occurred":"2019-03-28"}"#,
        #"{"command":"duty-report.record","report":"J1","member":"M2","activity":"A1","form":"oral","title":"履职","occurred":"2019-03-01"}"#,
        #"{"command":"duty-report.question","report":"J1","asker":"M1","question":"几次","answer":"四次","occurred":"2019-03-01"}"#,
        #"{"command":"ballot.call","ballot":"B3","activity":"A1","kind":"appraisal","method":"secret","title":"评议","options":[{"member":"M2"}],"occurred":"2019-03-01"}"#,
        #"{"command":"ballot.count","ballot":"B3","present":2,"issued":2,"returned":2,"invalid":1,"votes":[{"of":1,"answer":"满意","votes":1}],"occurred":"2019-03-01"}"#,
        #"{"command":"duty-report.tell","report":"J1","ballot":"B3","occurred":"2019-03-03"}"#,
        #"{"command":"activity.schedule","activity":"A2","kind":"duty","title":"接待日","on":"2019-04-02","invited":["M1"],"occurred":"2019-03-20"}"#,
        #"{"command":"attendance.check-in","activity":"A2","members":["M1"],"occurred":"2019-04-02"}"#,
        #"{"command":"petition.receive","petition":"L1","kind":"visit","title":"路灯不亮","from":"来访的人","matter":"秘密的事","activity":"A2","members":["M1"],"occurred":"2019-04-02"}"#,
        #"{"command":"petition.hand-over","petition":"L1","to":"供电所","way":"handle","due":"2019-04-20","occurred":"2019-04-03"}"#,
        #"{"command":"petition.answer","petition":"L1","unit":"供电所","text":"已修","occurred":"2019-04-10"}"#,
        #"{"command":"activity.schedule","activity":"A3","kind":"study","title":"来年","on":"2020-01-10","occurred":"2019-12-01"}"#,
        #"{"command":"speech.record","speech":"F3","activity":"A3","members":["M1"],"form":"written","title":"早交的","occurred":"2019-12-20"}"#,
    ]

    private func report(asOf: String = "2019-12-31", rendering: Int64 = ReportParameters.rendering, hasNames: Bool = false) throws -> Document {
        let bench = try ReportBench()
        for line in Self.year { try bench.record(line) }
        func annual(_ reader: PersonalReader?) throws -> Document {
            try AnnualReport(
                bench.book, state: bench.book.state(), year: 2019, asOf: day(asOf), plan: nil, checkpoint: nil, reader: reader, rendering: rendering
            ).document
        }
        return hasNames ? try bench.book.reading(for: ReportBench.purpose, in: bench.book.state()) { try annual($0) } : try annual(nil)
    }

    private func tables(_ document: Document) -> [String: Table] {
        document.sections.flatMap(\.blocks).reduce(into: [:]) { if case .table(let table) = $1 { $0[table.key] = table } }
    }

    /// What is handed in before a meeting of the next year is of that year.
    @Test func speeches() throws {
        let tables = try tables(report())
        try check(
            tables["speeches"], [(#"{"date":"2019-03-01","meeting":"activity:A1","speeches":2,"oral":1,"written":1,"speakers":2}"#, [9, 10])])
        try check(
            tables["speakers"],
            [
                (#"{"member":"M1","speeches":2,"oral":1,"written":1,"meetings":1}"#, [9, 10]),
                (#"{"member":"M2","speeches":1,"oral":0,"written":1,"meetings":1}"#, [10]),
            ])
    }

    /// A count that is recorded on a later day is shown on the meeting's. One paper of two is invalid: the other expresses a grade.
    @Test func ballotsAndWhatWasAppraised() throws {
        let tables = try tables(report())
        try check(
            tables["ballots"],
            [
                (
                    #"{"ballot":"B1 选举","date":"2019-03-01","kind":"election","method":"secret","present":{"value":2,"of":2},"returned":{"value":2,"of":2},"invalid":0,"result":"elected","votes":[{"elected":"M2","votes":2}]}"#,
                    [12, 13]
                ),
                (
                    #"{"ballot":"B2 办法的决议","date":"2019-03-01","kind":"decision","method":"hands","present":{"value":2,"of":2},"result":"carried","votes":[{"answer":"for","votes":2}]}"#,
                    [14, 15]
                ),
                (
                    #"{"ballot":"B3 评议","date":"2019-03-01","kind":"appraisal","method":"secret","present":{"value":2,"of":2},"returned":{"value":2,"of":2},"invalid":1,"result":"appraised","votes":[]}"#,
                    [21, 22]
                ),
            ])
        try check(tables["appraised"], [(#"{"ballot":"B3","appraised":"M2","expressed":[1,1],"returned":[1,2],"rank":1}"#, [21, 22])])
        try check(
            tables["duty-reports"],
            [
                (
                    #"{"report":"J1 履职","member":"M2","date":"2019-03-01","meeting":"activity:A1","questions":1,"told":"2019-03-03","expressed":[1,1],"returned":[1,2]}"#,
                    [19, 20, 21, 22, 23]
                )
            ])
    }

    @Test func decisionsAndPetitions() throws {
        let tables = try tables(report())
        try check(
            tables["decisions"],
            [
                (
                    #"{"decision":"R1 办法的决议 1 号","kind":"resolution","date":"2019-03-01","vote":"B2","to":"民政办","due":"2019-04-01","answered":"2019-03-28","stage":"answered"}"#,
                    [16, 17, 18]
                )
            ])
        try check(
            tables["petitions"],
            [
                (
                    #"{"petition":"L1 路灯不亮","kind":"visit","date":"2019-04-02","by":["M1"],"to":"供电所","due":"2019-04-20","answered":"2019-04-10","stage":"answered"}"#,
                    [26, 27, 28]
                )
            ])
        try check(
            tables["duty-roster"],
            [
                (
                    #"{"date":"2019-04-02","activity":"activity:A2","onDuty":["M1"],"present":["M1"],"petitions":1}"#, [24, 25, 26, 27, 28]
                )
            ])
    }

    /// Neither what is sealed nor who was not elected, named or not.
    @Test(arguments: [true, false])
    func isFitToBePosted(hasNames: Bool) throws {
        let text = MarkdownRenderer(.chinese).render(try report(hasNames: hasNames))
        #expect(text.contains("会议发言") && text.contains("M2 留下的人 2 票") == hasNames)
        for secret in ["来访的人", "秘密的事", "落选的人"] { #expect(!text.contains(secret), "\(secret)") }
    }

    @Test func nothingLaterIsInIt() throws {
        let before = try tables(report(asOf: "2019-03-10"))
        #expect(before["petitions"] == nil && before["duty-roster"] == nil && before["speakers"]?.rows.count == 2)
        let decision = before["decisions"]?.json.arrayValue?.first?.objectValue
        #expect(decision?["stage"] == "handed-over" && decision?["answered"] == nil)
        let none = try tables(report(asOf: "2019-02-01"))
        for key in ["speeches", "speakers", "ballots", "appraised", "decisions", "duty-reports"] { #expect(none[key] == nil, "\(key)") }
    }

    /// Reports that were handed out in an earlier rendering are made as they were.
    @Test func earlierRenderingsDoNotHaveIt() throws {
        let tables = try tables(report(rendering: 3))
        for key in ["speeches", "speakers", "ballots", "appraised", "decisions", "duty-reports", "petitions", "duty-roster"] {
            #expect(tables[key] == nil, "\(key)")
        }
        #expect(tables["overview"]?.rows.contains { $0.cells.first == .code("speeches", ReportSection.speeches) } == false)
    }

    @Test func atAGlance() throws {
        let rows = try tables(report())["overview"]?.json.arrayValue?.compactMap(\.objectValue) ?? []
        let figures = rows.reduce(into: [String: Int64]()) { $0[$1["item"]?.stringValue ?? ""] = $1["figure"]?.integerValue }
        #expect(figures["speeches"] == 2 && figures["ballots"] == 3 && figures["decisions"] == 1)
        #expect(figures["duty-reports"] == 1 && figures["petitions"] == 1)
    }
}
