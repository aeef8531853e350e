import Domain
import DomainTestSupport
import EventLog
import Testing

/// What had happened by the end of a day, whenever it was recorded.
@Suite("As of a day")
struct AsOfTests {
    private static let member = #"{"command":"member.join","member":"M1","name":"甲","from":"2019-06-01","occurred":"2019-06-01"}"#

    @Test(
        arguments: [
            ("2019-04-30", nil), ("2019-05-01", .filed), ("2019-05-09", .filed), ("2019-05-10", .accepted), ("2019-05-19", .accepted),
            ("2019-05-20", .handedOver), ("2019-12-31", .handedOver),
        ] as [(String, Proposal.Stage?)])
    func aProposalIsAsFarAsItWas(asOf: String, stage: Proposal.Stage?) throws {
        let given = try Given(
            #"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#,
            #"{"command":"proposal.file","proposal":"P1","title":"路灯","kind":"individual","signers":["M1"],"occurred":"2019-05-01"}"#,
            #"{"command":"proposal.accept","proposal":"P1","number":"1","occurred":"2019-05-10"}"#,
            #"{"command":"proposal.hand-over","proposal":"P1","lead":"局","occurred":"2019-05-20"}"#)
        let proposal = try #require(given.state.asOf(day(asOf)).proposals[id("P1")])
        #expect((proposal.filed == nil ? nil : proposal.stage) == stage)
        #expect((proposal.title == nil) == (stage == nil) && (proposal.number == nil) == (asOf < "2019-05-10"))
        #expect(proposal.rounds.count == (asOf < "2019-05-20" ? 0 : 1))
    }

    /// What took days had happened once they were over.
    @Test(arguments: [("2019-05-10", 0), ("2019-05-11", 1)]) func anIntervalIsOverOnItsLastDay(asOf: String, count: Int) throws {
        let given = try Given(#"{"command":"visit.record","occurred":"2019-05-09/2019-05-11"}"#)
        #expect(given.state.asOf(day(asOf)).visits.values.count { $0.made != nil } == count)
    }

    /// Plans and rules say themselves from when they are in force, and what was restricted is so for every day.
    @Test func whatHasDaysOfItsOwnStays() throws {
        let given = try Given(
            Self.member, #"{"command":"plan.adopt","plan":"P6","title":"x","year":2019,"text":"x","occurred":"2019-06-01"}"#,
            #"{"command":"rules.adopt","rules":"r","title":"x","occurred":"2019-06-01"}"#,
            #"{"command":"personal-data.restrict","owner":"member:M1","reason":"x","occurred":"2019-06-01"}"#)
        let state = given.state.asOf(day("2019-01-01"))
        #expect(state.plans[id("P6")]?.adopted != nil && state.rules?.fact.rules == id("r"))
        #expect(state.use(ofDataOf: subject("member:M1")) == .restricted)
    }

    /// Whenever it was written down: who comes into office later is not there yet, and who leaves later goes on.
    @Test(arguments: [
        ("2019-05-31", "2019-10-15", false), ("2019-06-01", "2019-06-01", true), ("2019-09-29", "2019-10-15", true),
        ("2019-09-30", "2019-10-15", false), ("2019-12-31", "2019-09-30", true),
    ])
    func termsAreThoseOfTheDay(asOf: String, on: String, isInOffice: Bool) throws {
        let given = try Given(
            #"{"command":"member.join","member":"M1","name":"甲","from":"2019-06-01","occurred":"2019-12-31"}"#,
            #"{"command":"member.leave","member":"M1","on":"2019-09-30","occurred":"2019-12-31"}"#)
        #expect(given.state.asOf(day(asOf)).membersInOffice(on: day(on)) == (isInOffice ? [id("M1")] : []))
    }

    @Test(arguments: [("2019-02-28", []), ("2019-03-01", [30_000]), ("2019-04-01", [20_000])]) func fundsAreWhatTheyWere(
        asOf: String, balances: [Int64]
    ) throws {
        let given = try Given(
            #"{"command":"donation.receive","kind":"money","amount":30000,"purpose":"慰问","occurred":"2019-03-01"}"#,
            #"{"command":"fund.spend","amount":10000,"purpose":"慰问","occurred":"2019-04-01"}"#)
        #expect(given.state.asOf(day(asOf)).funds(asOf: day("2019-12-31")).map(\.balance) == balances)
        #expect(given.state.funds(asOf: day(asOf)).map(\.balance) == balances)
    }

    /// Planned for 12 March, put off to the 20th; M1 said on the 5th that they would come, and came.
    private func session() throws -> Given {
        try Given(
            #"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12","occurred":"2019-02-01"}"#,
            #"{"command":"activity.reschedule","activity":"A1","on":"2019-03-20","reason":"x","occurred":"2019-03-01"}"#,
            #"{"command":"attendance.register","activity":"A1","member":"M1","occurred":"2019-03-05"}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M1","occurred":"2019-03-25"}"#)
    }

    @Test(
        arguments: [
            ("2019-01-31", nil, nil), ("2019-02-01", "2019-03-12", nil), ("2019-02-28", "2019-03-12", nil),
            ("2019-03-01", "2019-03-20", nil),
            ("2019-03-05", "2019-03-20", .registered), ("2019-03-19", "2019-03-20", .registered),
        ] as [(String, String?, AttendanceMark.Standing?)])
    func anActivityAheadIsAsFarAsItWasPlanned(asOf: String, on: String?, standing: AttendanceMark.Standing?) throws {
        let activity = try #require(try session().state.asOf(day(asOf)).activities[id("A1")])
        #expect(activity.date?.interval == on)
        #expect(activity.attendance.marks[id("M1")]?.standing == standing)
        #expect(!activity.isHeld)
    }

    /// A list is often typed in days later: who attended a session that is over is what is known now.
    @Test(arguments: ["2019-03-20", "2019-03-21", "2019-12-31"]) func anActivityThatIsOverIsAsItIsKnown(asOf: String) throws {
        let activity = try #require(try session().state.asOf(day(asOf)).activities[id("A1")])
        #expect(activity.attendance.marks[id("M1")]?.standing == .present && activity.isHeld)
    }

    /// When something happened and when it was known are two things: what was voided later did not happen before either.
    @Test func correctionsCount() throws {
        let given = try Given(
            #"{"command":"donation.receive","donation":"D1","kind":"money","amount":1,"occurred":"2019-05-01"}"#,
            #"{"command":"donation.receive","donation":"D2","kind":"money","amount":2,"occurred":"2019-05-01"}"#,
            #"{"command":"fact.void","corrects":2,"reason":"x","occurred":"2019-07-01"}"#,
            #"{"command":"fact.correct","corrects":3,"set":{},"when":"2019-06-01","reason":"x","occurred":"2019-07-01"}"#)
        let before = given.state.asOf(day("2019-05-31"))
        #expect(before.donations[id("D1")]?.received == nil && before.donations[id("D2")]?.received == nil)
        let after = given.state.asOf(day("2019-06-01"))
        #expect(after.donations[id("D1")]?.received == nil && after.donations[id("D2")]?.received?.fact.amount == 2)
    }

    /// A later day leaves nothing out, and the past of the past is the earlier past.
    @Test func cutsCompose() throws {
        let given = try session()
        let (early, late) = (day("2019-02-15"), day("2019-03-10"))
        func shown(_ state: State) -> [String?] {
            state.activities.values.flatMap { [$0.date?.interval, $0.attendance.marks[id("M1")].map { "\($0.standing)" }] }
        }
        #expect(shown(given.state.asOf(late).asOf(early)) == shown(given.state.asOf(early)))
        #expect(shown(given.state.asOf(.distantFuture)) == shown(given.state))
    }
}
