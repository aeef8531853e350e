#if Web
import Domain
import EventLog
import Foundation
import HTTPTypes
import Testing

@testable import Web

/// What somebody stumbled over who used the pages for the first time.
@Suite("First use of the pages")
struct FirstUseTests {
    /// The rows of outcomes that the form offers are empty until somebody fills them in.
    @Test func aMeetingThatIsClosedByItsFormHasNoOutcomeThatNobodyChose() async throws {
        let bench = try WebBench(#"{"command":"activity.open","activity":"A1","occurred":"2026-07-01"}"#)
        try await bench.serve { client in
            let form = try await client.get("/record/activity.close?activity=A1", as: .secretary)
            let select = try #require(form.text.range(of: "name=\"outcomes.0.kind\""))
            #expect(form.text[select.upperBound...].firstMatch(of: /<option value="([^"]*)" selected>/)?.1 == "")
        }
    }

    @Test func theNextOfSeveralMembersHasTheSameFirstDay() async throws {
        let bench = try WebBench()
        try await bench.serve { client in
            let answer = try await client.post("/record/member.join", ["name": "赵六", "from": "2026-01-01"], as: .secretary)
            #expect(answer.text.contains("href=\"/record/member.join?from=2026-01-01\"") && !answer.text.contains("?name="))
        }
    }

    @Test func aMemberFilesTheirDraft() async throws {
        let bench = try WebBench(
            #"{"command":"proposal.draft","proposal":"P1","title":"增设公交站","kind":"individual","signers":["M1"],"occurred":"2026-06-20"}"#,
            #"{"command":"proposal.draft","proposal":"P2","title":"修路","kind":"joint","signers":["M2","M1"],"occurred":"2026-06-20"}"#)
        try await bench.serve { client in
            let own = try await client.get("/me/proposals/P1", as: .member)
            #expect(own.text.contains("/record/proposal.file?proposal=P1") && !own.text.contains("proposal.co-sign"))
            let form = try await client.get("/record/proposal.file?proposal=P1", as: .member)
            #expect(form.text.contains("value=\"增设公交站\"") && form.text.contains("name=\"proposal\" value=\"P1\""))
            try await client.post(
                "/record/proposal.file", ["proposal": "P1", "title": "增设公交站", "kind": "individual", "signers": "M1"], as: .member)
            #expect(try bench.state().proposals["P1"]?.filed != nil)
            // Somebody else's is theirs to write.
            let other = try await client.get("/me/proposals/P2", as: .member)
            #expect(other.text.contains("proposal.co-sign") && !other.text.contains("/record/proposal.file"))
            #expect(try await !client.get("/record/proposal.file?proposal=P2", as: .member).text.contains("修路"))
        }
    }

    @Test func aUnitSeesWhatHasNoTimeLimit() async throws {
        let bench = try WebBench(
            #"{"command":"proposal.file","proposal":"P1","title":"增设公交站","kind":"individual","signers":["M1"],"occurred":"2026-06-20"}"#,
            #"{"command":"proposal.accept","proposal":"P1","occurred":"2026-06-21"}"#,
            #"{"command":"proposal.hand-over","proposal":"P1","lead":"城管局","occurred":"2026-06-22"}"#)
        try await bench.serve { client in
            #expect(try await client.get("/", as: .unit).text.contains("增设公交站"))
            try bench.record(#"{"command":"proposal.answer","proposal":"P1","unit":"城管局","class":"A","occurred":"2026-06-23"}"#)
            #expect(try await !client.get("/", as: .unit).text.contains("增设公交站"))
        }
    }
}
#endif
