import Bookkeeping
import CanonicalJSON
import Domain
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

        init(_ view: String, _ arguments: ViewArguments = [:]) {
            self.view = view
            self.arguments = arguments
        }
    }

    private static let questions = [
        Question("members"), Question("activities"), Question("status"), Question("status", ["members": "true"]),
        Question("activity", ["activity": "A1"]), Question("activity", ["activity": "A2"]),
        Question("explain", ["subject": "1"]), Question("explain", ["subject": "4"]), Question("explain", ["subject": "M2"]),
        Question("explain", ["subject": "M4"]), Question("explain", ["subject": "P2"]),
        Question("member", ["member": "M2"]), Question("member", ["member": "M4"]), Question("register"),
        Question("rules"), Question("attachments"), Question("search", ["text": "修"]), Question("search", ["text": "zl"]),
        Question("sign-in-sheet", ["activity": "A2"]),
        Question("proposals"), Question("proposal", ["proposal": "P1"]), Question("proposal", ["proposal": "P2"]),
        Question("suggestions"), Question("donations"), Question("funds"), Question("visits"), Question("visits-due", ["months": "2"]),
        Question("due"), Question("due", ["all": "true"]),
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
            let then = try whole.context(ViewRequest(cut: .position(Position(end))))
            let now = try cut.context()
            for (index, question) in Self.questions.enumerated() {
                let answer = try Answer(question, then)
                #expect(try answer == Answer(question, now), "\(question) at \(end)")
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
        let then = try whole.context(ViewRequest(asOf: day(last)), on: "2019-12-31")
        let now = try cut.context(on: last)
        for question in Self.questions {
            #expect(try Answer(question, then) == Answer(question, now), "\(question) as of \(last)")
        }
    }
}

/// What a question is answered with: JSON and the text in both languages, or a problem.
private struct Answer: Hashable, CustomStringConvertible {
    let description: String

    init(_ question: EarlierTests.Question, _ context: ViewContext) throws {
        let type = try #require(ViewCatalogue[question.view])
        do {
            let view = try type.init(context, question.arguments)
            description = ([String(decoding: view.json.canonicalBytes, as: UTF8.self)] + [.chinese, .english].map { TextRenderer($0).render(view.document) })
                .joined(separator: "\n")
        } catch let problem as Problem {
            description = "\(problem.code): \(problem.phrase.zh) \(problem.phrase.en)"
        }
    }
}
