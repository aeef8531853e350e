import Domain
import DomainTestSupport
import EventLog
import Testing

/// One line of a table of decisions: what was recorded before, a command, and what it comes to. The tables are typed by hand
/// from the rules: one for each concept, in the file of its name.
struct DecisionCase: Sendable, CustomTestStringConvertible {
    enum Expected: Sendable {
        case events([String], about: [String]?)
        case rejection(Rejection)
        case error(CommandError)
    }

    private(set) var given: [String] = []
    let command: String
    let expected: Expected
    let location: SourceLocation

    var testDescription: String { String(command.prefix(200)) }

    /// - Parameters:
    ///   - events: as `DecidedCommand.then` takes them.
    ///   - about: the subjects of the only event, in the entry's order, with spaces between them; nil where another line says so.
    static func gives(
        _ command: String, _ events: String..., about: String? = nil, at location: SourceLocation = #_sourceLocation
    ) -> DecisionCase {
        let subjects = about.map { $0.split(separator: " ").map(String.init) }
        return DecisionCase(command: command, expected: .events(events, about: subjects), location: location)
    }

    static func refuses(_ command: String, _ rejection: Rejection, at location: SourceLocation = #_sourceLocation) -> DecisionCase {
        DecisionCase(command: command, expected: .rejection(rejection), location: location)
    }

    /// The command is refused before it is decided.
    static func cannotRead(_ command: String, _ error: CommandError, at location: SourceLocation = #_sourceLocation) -> DecisionCase {
        DecisionCase(command: command, expected: .error(error), location: location)
    }

    /// Each line, with these commands before its own.
    static func after(_ given: String..., then cases: [DecisionCase]...) -> [DecisionCase] { after(given, cases) }

    /// The same, with `people` before the commands.
    static func afterJoining(_ given: String..., then cases: [DecisionCase]...) -> [DecisionCase] { after(people + given, cases) }

    static func after(_ given: [String], _ cases: [[DecisionCase]]) -> [DecisionCase] {
        cases.flatMap(\.self).map { line in
            var line = line
            line.given = given + line.given
            return line
        }
    }

    /// A table in several parts. The compiler takes long for a sum of them.
    static func all(_ parts: [DecisionCase]...) -> [DecisionCase] { parts.flatMap(\.self) }

    /// Whether a decision is the expected one.
    func check(_ decision: DecidedCommand) {
        switch expected {
        case .events(let events, let about):
            decision.then(events, sourceLocation: location)
            if let about { decision.thenAbout(about, sourceLocation: location) }
        case .rejection(let rejection): decision.then(rejection, sourceLocation: location)
        case .error(let error): decision.then(error, sourceLocation: location)
        }
    }

    var rejection: Rejection? { if case .rejection(let rejection) = expected { rejection } else { nil } }
}

extension DecisionCase {
    /// Four members; the term of the second has an end. Entries 2 to 5.
    static let people = [
        #"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#,
        #"{"command":"member.join","member":"M2","name":"乙","from":"2019-01-01","until":"2019-06-30"}"#,
        #"{"command":"member.join","member":"M3","name":"丙","from":"2019-01-01"}"#,
        #"{"command":"member.join","member":"M4","name":"丁","from":"2019-01-01"}"#,
    ]
}

@Suite("Decisions")
struct DecisionTests {
    private static let tables: [[DecisionCase]] = [
        DecisionCase.book, DecisionCase.members, DecisionCase.terms, DecisionCase.affiliations, DecisionCase.duplicates,
        DecisionCase.activities, DecisionCase.agendas, DecisionCase.speeches, DecisionCase.notices, DecisionCase.minutes,
        DecisionCase.attendance, DecisionCase.marks, DecisionCase.drafts, DecisionCase.filing, DecisionCase.examination,
        DecisionCase.handling,
        DecisionCase.answers, DecisionCase.outcomes, DecisionCase.suggestions, DecisionCase.donations, DecisionCase.funds,
        DecisionCase.works,
        DecisionCase.visits, DecisionCase.plans, DecisionCase.points, DecisionCase.appeals, DecisionCase.ballots, DecisionCase.resolutions, DecisionCase.petitions, DecisionCase.dutyReports, DecisionCase.rules, DecisionCase.workCalendars,
        DecisionCase.attachments,
        DecisionCase.daysOfActivities, DecisionCase.daysOfProposals, DecisionCase.daysOfOthers,
        DecisionCase.personalData, DecisionCase.corrections, DecisionCase.brokenByCorrections, DecisionCase.envelopes,
    ]
    static let all = tables.flatMap(\.self)

    @Test(arguments: all) func comesTo(line: DecisionCase) throws {
        line.check(try Given(line.given).when(line.command))
    }

    /// Where else than in a table a rejection is reached, and why.
    private static let elsewhere: [String: String] = [
        "book-not-opened": "a table's book is open; see nothingIsRecordedBeforeTheBookIsOpened",
        "lies-ahead": "the clock is the book's; see BookDecisionTests",
        "years-ahead": "the clock is the book's; see BookDecisionTests",
        "command-id-reused": "the log knows which ids were used; see BookDecisionTests",
        "command-no-longer-comparable": "the keys are the book's; see BookDecisionTests",
        "attachment-not-held": "the contents of attachments are the book's; see BookDecisionTests",
        "personal-data-restricted": "no command reads what is sealed; see BookDecisionTests",
    ]

    @Test func everyRejectionIsReached() {
        let reached = Set(Self.all.compactMap { $0.rejection?.code })
        #expect(Rejection.allCodes.filter { !reached.contains($0) }.sorted() == Self.elsewhere.keys.sorted())
    }

    /// Every command records something in a table, and it is said whom that concerns.
    @Test func everyCommandIsAccepted() {
        var accepted: Set<String> = []
        for line in Self.all {
            guard case .events(let events, .some) = line.expected, let event = events.first else { continue }
            if let type = event.split(separator: " ").first { accepted.insert(String(type)) }
        }
        #expect(CommandCatalogue.kinds.map(\.eventType).filter { !accepted.contains($0) } == ["book.opened"])
    }

    @Test func nothingIsRecordedBeforeTheBookIsOpened() {
        Given.unopened.when(#"{"command":"visit.record"}"#).then(.bookNotOpened)
        Given.unopened.when(#"{"command":"fact.void","corrects":1,"reason":"x"}"#).then(.bookNotOpened)
        let open = Given.unopened.when(
            #"{"command":"book.open","book":"b1","format":1,"name":"测试","kind":"街道","timeZone":"Asia/Shanghai"}"#)
        open.then(#"book.opened {"book":"b1","format":1,"kind":"街道","name":"测试","timeZone":"Asia/Shanghai"}"#)
        open.thenAbout(["book:b1"])
    }
}

extension CorrectionRejection.Dependent {
    /// An entry that a command would break, and why.
    static func entry(_ position: Int64, _ because: Rejection) -> CorrectionRejection.Dependent {
        CorrectionRejection.Dependent(Position(position), because: because)
    }
}
