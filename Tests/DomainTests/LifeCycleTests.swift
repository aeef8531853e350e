import Domain
import DomainTestSupport
import EventLog
import Testing

private let members = [
    #"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#,
    #"{"command":"member.join","member":"M2","name":"乙","from":"2019-01-01","until":"2019-06-30"}"#,
]

@Suite("Life cycles")
struct LifeCycleTests {
    @Test func aProposalFromFilingToClosing() throws {
        var given = try Given(members[0], members[1])
        try given.record(#"{"command":"proposal.file","title":"路灯","kind":"joint","signers":["M1","M2"],"occurred":"2019-02-01"}"#)
        #expect(given.when(#"{"command":"proposal.hand-over","proposal":"P1","lead":"局"}"#).rejection?.code == "wrong-stage")
        try given.record(#"{"command":"proposal.accept","proposal":"P1","number":"2019-1"}"#)
        #expect(given.when(#"{"command":"proposal.answer","proposal":"P1","unit":"局"}"#).rejection?.code == "wrong-stage")
        try given.record(#"{"command":"proposal.hand-over","proposal":"P1","lead":"局","joint":["站"]}"#)
        #expect(given.when(#"{"command":"proposal.answer","proposal":"P1","unit":"外"}"#).rejection?.code == "not-handed-to")
        try given.record(#"{"command":"proposal.answer","proposal":"P1","unit":"站","class":"B"}"#)
        // A joint unit tells the lead unit what it thinks; the members have their answer once the lead unit gives it.
        #expect(given.state.proposals[id("P1")]?.stage == .handedOver)
        try given.record(#"{"command":"proposal.answer","proposal":"P1","unit":"局","class":"A"}"#)
        let rate = #"{"command":"proposal.rate","proposal":"P1","member":"M2","handling":"satisfied","result":"not-satisfied"}"#
        try given.record(rate)
        #expect(given.when(rate).rejection?.code == "already-rated")
        try given.record(#"{"command":"proposal.close","proposal":"P1"}"#)
        #expect(given.state.proposals[id("P1")]?.stage == .closed)
    }

    @Test(arguments: [
        (#"{"command":"proposal.file","title":"x","kind":"individual","signers":["M1","M2"]}"#, "signers-do-not-fit"),
        (#"{"command":"proposal.file","title":"x","kind":"joint","signers":["M1"]}"#, "signers-do-not-fit"),
        (#"{"command":"proposal.file","title":"x","kind":"collective","signers":[]}"#, "signers-do-not-fit"),
        (#"{"command":"proposal.file","title":"x","kind":"individual","signers":["M2"],"occurred":"2019-07-01"}"#, "not-in-office"),
        (#"{"command":"suggestion.submit","title":"x","kind":"suggestion","members":["M2"],"occurred":"2019-07-01"}"#, "not-in-office"),
        (#"{"command":"suggestion.submit","title":"x","kind":"suggestion","activity":"A9"}"#, "unknown-subject"),
        (#"{"command":"donation.receive","kind":"money"}"#, "donation-incomplete"),
        (#"{"command":"donation.receive","kind":"goods","amount":1}"#, "donation-incomplete"),
        (#"{"command":"member.join","member":"M1","name":"丙","from":"2019-01-01"}"#, "id-taken"),
        (#"{"command":"member.join","name":"丙","from":"2019-02-01","until":"2019-01-01"}"#, "ends-before-it-begins"),
        (#"{"command":"member.begin-term","member":"M1","from":"2020-01-01"}"#, "term-overlaps"),
        (#"{"command":"member.leave","member":"M2","on":"2019-07-01"}"#, "not-in-office"),
        (#"{"command":"member.release","member":"M1","of":{"kind":"role","name":"主任"},"on":"2019-03-01"}"#, "not-assigned"),
        (#"{"command":"points.award","plan":"P6","target":"1","points":1,"reason":"x"}"#, "unknown-subject"),
    ])
    func whatIsRefused(command: String, expected: String) throws {
        let given = try Given(members[0], members[1])
        #expect(given.when(command).rejection?.code == expected)
    }

    @Test func nothingIsRecordedBeforeTheBookIsOpened() throws {
        Given.unopened.when(#"{"command":"visit.record"}"#).then(.bookNotOpened)
    }

    @Test func numbersGoOnWhereTheyStopped() throws {
        var given = try Given(#"{"command":"visit.record","visit":"V2"}"#)
        #expect(try given.record(#"{"command":"visit.record"}"#).first?.subject.description == "visit:V3")
    }
}
