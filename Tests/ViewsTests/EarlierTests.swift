import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Rendering
import Testing
import Views
import Wording

/// Every view of a book with corrections, as of a day and as it was known at a position, says what it says of a book that
/// ends there.
@Suite("Every view of earlier days and of earlier states of knowledge")
struct EarlierTests {
    struct Question {
        let view: String
        let arguments: ViewArguments
        /// The earlier position to compare with.
        let since: Position?

        init(_ view: String, _ arguments: ViewArguments = [:], since: Position? = nil) {
            self.view = view
            self.arguments = arguments
            self.since = since
        }
    }

    private static let questions = [
        Question("members"), Question("activities"), Question("status"), Question("status", ["members": "true"]),
        Question("activity", ["activity": "A1"]), Question("activity", ["activity": "A2"]), Question("agenda"), Question("speeches"),
        Question("notice", ["activity": "A2"]), Question("notice-answers", ["activity": "A2"]), Question("minutes", ["activity": "A2"]),
        Question("minutes-draft", ["activity": "A2"]),
        Question("explain", ["subject": "1"]), Question("explain", ["subject": "4"]), Question("explain", ["subject": "M2"]),
        Question("explain", ["subject": "M4"]), Question("explain", ["subject": "P2"]),
        Question("member", ["member": "M2"]), Question("member", ["member": "M4"]), Question("register"), Question("ranking"), Question("risk"), Question("appeals"),
        Question("rules"), Question("plan", ["plan": "T"]), Question("attachments"),
        Question("search", ["text": "修"]), Question("search", ["text": "zl"]),
        Question("sign-in-sheet", ["activity": "A2"]), Question("live", ["activity": "A2"]),
        Question("proposals"), Question("proposal", ["proposal": "P1"]), Question("proposal", ["proposal": "P2"]),
        Question("suggestions"), Question("donations"), Question("funds"), Question("visits"), Question("works"), Question("visits-due", ["months": "2"]),
        Question("commendations"), Question("ballots"), Question("ballot", ["ballot": "B1"]), Question("ballot-rules"), Question("decisions"), Question("petitions"), Question("duty-roster"), Question("duty-reports"),
        Question("due"), Question("due", ["all": "true"]),
        Question("audit", ["subject": "activity:A1"]), Question("audit", ["subject": "P1"]),
        Question("calendar"), Question("calendar", ["month": "3"]), Question("diff", since: Position(20)),
    ]

    @Test func everyViewIsAsked() {
        // The log of readings is not the book: each question adds to it.
        let ofTheBook = ViewCatalogue.views.map { $0.name }.filter { $0 != "readings" }
        #expect(Set(Self.questions.map(\.view)) == Set(ofTheBook))
    }

    @Test func asItWasKnown() throws {
        let whole = try ViewBench()
        let year = YearRecorder(whole)
        let ends = try CorrectedYear.steps.map { try year.record($0) }
        let cut = try ViewBench()
        let known = YearRecorder(cut)
        var answers = Array(repeating: Set<Answer>(), count: Self.questions.count)
        for (step, end) in zip(CorrectedYear.steps, ends) {
            try known.record(step)
            for (index, question) in Self.questions.enumerated() {
                let answer = try Answer(question, whole, ViewRequest(cut: .position(Position(end))))
                #expect(try answer == Answer(question, cut), "\(question) at \(end)")
                answers[index].insert(answer)
            }
        }
        for (question, answers) in zip(Self.questions, answers) {
            #expect(answers.count > 1, "\(question) has the same answer at every position")
        }
    }

    @Test(arguments: [
        "2019-01-15", "2019-03-01", "2019-03-04", "2019-03-15", "2019-05-22", "2019-06-12", "2019-06-18", "2019-07-03",
    ])
    func asOfADay(last: String) throws {
        let whole = try ViewBench()
        let year = YearRecorder(whole)
        let cut = try ViewBench()
        let happened = YearRecorder(cut)
        for step in CorrectedYear.steps {
            let end = try year.record(step)
            if step.happened <= last { try happened.record(step) } else { try happened.leaveOut(step, upTo: end) }
        }
        for question in Self.questions {
            let answer = try Answer(question, whole, ViewRequest(asOf: day(last)), on: "2019-12-31")
            #expect(try answer == Answer(question, cut, on: last), "\(question) as of \(last)")
        }
    }
}

/// What a question is answered with: JSON and the text in both languages, or a problem.
private struct Answer: Hashable, CustomStringConvertible {
    let description: String

    init(
        _ question: EarlierTests.Question, _ bench: ViewBench, _ request: ViewRequest = ViewRequest(), on today: String = "2019-07-01"
    ) throws {
        var request = request
        request.since = question.since.map { .position($0) }
        let context = try bench.context(request, on: today)
        let type = try #require(ViewCatalogue[question.view])
        do {
            let view = try type.init(context, question.arguments)
            let texts = [Language.chinese, .english].map { TextRenderer($0).render(view.document) }
            description = ([String(decoding: view.json.canonicalBytes, as: UTF8.self)] + texts).joined(separator: "\n")
        } catch let problem as Problem {
            description = "\(problem.code): \(problem.phrase.zh) \(problem.phrase.en)"
        }
    }
}
