import Domain
import DomainTestSupport
import EventLog
import Testing

private let members = [
    #"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#,
    #"{"command":"member.join","member":"M2","name":"乙","from":"2019-01-01"}"#,
]
private let activity = #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12"}"#

/// What depends on a subject is looked at when the subject changes: all of it, and only for what it depends on.
@Suite("Dependents")
struct DependentsTests {
    /// The entries that a command would break; none where it is accepted.
    private func broken(by json: String, _ given: Given) throws -> [Int64] {
        let decision = given.when(json)
        if decision.isAccepted { return [] }
        guard case .correction(.wouldBreak(let dependents))? = decision.rejection else {
            decision.thenAccepted()
            return []
        }
        return dependents.map(\.position.value)
    }

    /// Entries: 1 opening, 2 and 3 members, 4 the activity.
    @Test func everythingThatDependsOnAnActivityIsNamed() throws {
        let given = try Given(
            members + [
                activity, #"{"command":"attendance.check-in","activity":"A1","members":["M1","M2"]}"#,
                #"{"command":"suggestion.submit","title":"路灯","kind":"suggestion","members":["M1"],"activity":"A1"}"#,
                #"{"command":"fund.spend","amount":100,"purpose":"茶水","activity":"A1","overdraws":true}"#,
                #"{"command":"work.file","kind":"minutes","title":"纪要","authors":["M1"],"activity":"A1"}"#,
                #"{"command":"work.file","kind":"minutes","title":"别的","authors":["M1"]}"#,
            ])
        #expect(try broken(by: #"{"command":"fact.void","corrects":4,"reason":"x"}"#, given) == [5, 6, 7, 8, 9])
    }

    @Test func everythingThatAMemberDidAfterTheyLeftIsNamed() throws {
        let given = try Given(
            members + [
                activity, #"{"command":"attendance.check-in","activity":"A1","members":["M1","M2"]}"#,
                #"{"command":"proposal.draft","proposal":"P1","title":"路灯","signers":["M1","M2"]}"#,
                #"{"command":"proposal.co-sign","proposal":"P1","member":"M1","occurred":"2019-04-01"}"#,
                #"{"command":"proposal.co-sign","proposal":"P1","member":"M2","occurred":"2019-04-01"}"#,
                #"{"command":"suggestion.submit","title":"路灯","kind":"suggestion","members":["M1"],"occurred":"2019-05-01"}"#,
            ])
        #expect(try broken(by: #"{"command":"member.leave","member":"M1","on":"2019-03-01"}"#, given) == [5, 8, 10])
        #expect(try broken(by: #"{"command":"member.leave","member":"M1","on":"2019-04-15"}"#, given) == [10])
        #expect(try broken(by: #"{"command":"member.leave","member":"M1","on":"2019-05-01"}"#, given) == [])
    }

    /// That a proposal was merged depends on what it was merged into, and not on its signers.
    @Test func aSignerLeavesAfterTheirProposalWasMergedIntoOneThatIsAnswered() throws {
        func file(_ id: String) -> String {
            #"{"command":"proposal.file","proposal":"\#(id)","title":"路灯","kind":"individual","signers":["M1"]}"#
        }
        var given = try Given(
            members + [
                file("P1"), file("P2"), #"{"command":"proposal.merge","proposal":"P1","into":"P2"}"#,
                #"{"command":"proposal.accept","proposal":"P2"}"#,
                #"{"command":"proposal.hand-over","proposal":"P2","lead":"城管"}"#,
                #"{"command":"proposal.answer","proposal":"P2","unit":"城管","class":"A"}"#,
            ])
        try given.record(#"{"command":"member.leave","member":"M1","on":"2019-06-01"}"#)
    }

    /// An expense depends on its activity having been scheduled. What others overdrew since is no reason to refuse.
    @Test func anActivityIsCorrectedAfterItsPurposeWasOverdrawn() throws {
        let given = try Given([
            activity, #"{"command":"donation.receive","kind":"money","amount":100,"purpose":"茶水"}"#,
            #"{"command":"fund.spend","amount":100,"purpose":"茶水","activity":"A1"}"#,
            #"{"command":"fund.spend","amount":50,"purpose":"茶水","overdraws":true}"#,
        ])
        let correction = #"{"command":"fact.correct","corrects":2,"set":{"title":"学习会"},"reason":"x"}"#
        #expect(try broken(by: correction, given) == [])
    }

    /// Merging is taken back by voiding it, and put back by voiding that.
    @Test func duplicatesAreKnownByTheirMember() throws {
        var given = try Given(
            members + [
                #"{"command":"member.join","member":"M3","name":"丙","from":"2019-01-01"}"#,
                #"{"command":"member.merge","member":"M3","into":"M1","reason":"x"}"#,
                #"{"command":"member.merge","member":"M2","into":"M1","reason":"x"}"#,
            ])
        #expect(given.state.aliases == [id("M1"): [id("M2"), id("M3")]])
        try given.record(#"{"command":"fact.void","corrects":5,"reason":"x"}"#)
        #expect(given.state.aliases == [id("M1"): [id("M2")]])
        try given.record(#"{"command":"fact.void","corrects":6,"reason":"x"}"#)
        #expect(given.state.aliases == [:])
        try given.record(#"{"command":"fact.void","corrects":7,"reason":"x"}"#)
        #expect(given.state.aliases == [id("M1"): [id("M3")]])
    }

    @Test func aSubjectHasItsTitle() throws {
        let given = try Given([activity, #"{"command":"donation.receive","kind":"money","amount":100}"#])
        #expect(given.state.title(of: Subject(kind: "activity", id: "A1")) == "学习")
        #expect(given.state.title(of: Subject(kind: "activity", id: "A9")) == nil)
        #expect(given.state.title(of: Subject(kind: "donation", id: "D1")) == nil)
        #expect(given.state.subjects(withID: "A1") == [Subject(kind: "activity", id: "A1")])
    }
}
