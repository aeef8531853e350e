public import Assessment
public import Bookkeeping
public import Domain
public import EventLog
internal import Wording

/// A member's performance file 履职档案: terms and offices, what a plan asks of them, and everything they did, under every id
/// by which they were recorded.
public struct MemberView: View {
    public static let name = "member"
    public static let parameters = ["member"]
    public static let isOfPlan = true

    /// A term, or a sector, group, role or place held for a time.
    public struct Office: Sendable {
        /// The id that it was recorded under.
        public let member: MemberID
        /// Nil for a term in office.
        public let affiliation: Affiliation?
        public let term: Term
        public let evidence: [Position]
    }

    public struct SignedProposal: Sendable {
        public let proposal: Proposal
        public let filed: Recorded<ProposalFiled>
        public let isFirstSigner: Bool
        /// Of answers and commitments, by the member.
        public let ratings: [ProposalRated]
    }

    /// Something that the member did or that was done for them, and the fact that put it on record.
    public struct OwnFact<Subject: Sendable, Fact: Sendable>: Sendable {
        public let subject: Subject
        public let fact: Recorded<Fact>
        public let evidence: [Position]
    }

    /// An election in which the member was on the paper.
    public struct Candidacy: Sendable {
        public let ballot: BallotsView.Row
        /// Votes for the member; nil until it is counted.
        public let votes: Int64?
        /// Nil until it is counted, and where it was void.
        let standing: BallotFinding.Standing?
    }

    /// An appraisal of the member, or of a report on duties that the member gave.
    public struct Appraisal: Sendable {
        public let ballot: BallotsView.Row
        /// Nil until it is counted, and where it was void.
        public let appraised: BallotOutcome.Appraised?
    }

    /// What the member said in a vote by name. Of any other nobody's vote is on record.
    public struct NamedVote: Sendable {
        public let ballot: BallotsView.Row
        public let vote: Recorded<BallotVoted>
    }

    public let member: MemberID
    public let name: PersonalReading
    public let book: String
    /// What the body's members are called.
    let noun: MemberNoun
    /// What the chosen plan says of the member, and behind it the other plans for the same days, where none was named; none
    /// where the book has no plan.
    public let sheets: [MemberSheet]
    /// What happened later is left out.
    public let asOf: CalendarDate
    /// The last entry that was known.
    public let position: Position
    public let offices: [Office]
    public let attendances: [MemberAttendance]
    public let proposals: [SignedProposal]
    public let suggestions: [OwnFact<Suggestion, SuggestionSubmitted>]
    public let works: [OwnFact<WorkID, WorkFiled>]
    /// Alone or with others.
    public let speeches: [OwnFact<SpeechID, SpeechGiven>]
    public let candidacies: [Candidacy]
    public let votes: [NamedVote]
    public let appraisals: [Appraisal]
    /// That the member gave.
    public let dutyReports: [OwnFact<DutyReport, DutyReportGiven>]
    /// How each of them was appraised by the ballot whose result was told.
    let reportAppraisals: [DutyReportID: BallotOutcome.Appraised]
    /// That the member received, alone or with others.
    public let petitions: [OwnFact<Petition, PetitionReceived>]
    /// Of the member by name.
    public let commendations: [OwnFact<CommendationID, CommendationGiven>]
    public let donations: [OwnFact<DonationID, DonationReceived>]
    public let visits: [OwnFact<VisitID, VisitMade>]
    /// Where the member was visited, by visit.
    public let places: [VisitID: PersonalReading]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let member = try context.member(arguments)
        let statuses = try context.statusIfPlanned().map { try [$0] + context.statusesBeside() } ?? []
        let asOf = statuses.first?.asOf ?? context.day
        let state = context.on(asOf).state
        let identities = state.identities(of: member)
        func isOwn(_ members: [MemberID]) -> Bool { members.contains(where: identities.contains) }

        self.member = member
        self.asOf = asOf
        book = context.bookName
        noun = context.memberNoun
        position = context.position
        offices = identities.compactMap { state.members[$0] }.flatMap(\.offices)
        attendances = state.attendances(of: member, in: .ever, asOf: asOf)
        proposals = state.proposals.values.compactMap { proposal in
            guard let filed = proposal.filed, isOwn(proposal.signers) else { return nil }
            return SignedProposal(
                proposal: proposal, filed: filed, isFirstSigner: proposal.signers.first.map(identities.contains) ?? false,
                ratings: proposal.ratings.map(\.fact).filter { identities.contains($0.member) })
        }
        suggestions = state.suggestions.values.compactMap { suggestion in
            suggestion.submitted.flatMap { isOwn($0.fact.members) ? OwnFact(subject: suggestion, fact: $0, evidence: suggestion.evidence) : nil }
        }
        works = state.works.values.compactMap { work in
            work.filed.flatMap { isOwn($0.fact.authors) ? OwnFact(subject: work.id, fact: $0, evidence: work.evidence) : nil }
        }
        speeches = state.speeches.values.compactMap { speech in
            speech.given.flatMap { isOwn($0.fact.members) ? OwnFact(subject: speech.id, fact: $0, evidence: speech.evidence) : nil }
        }
        let ballots = state.ballots.values.compactMap { ballot in BallotsView.Row(ballot, in: state).map { (ballot, $0) } }
        candidacies = ballots.compactMap { Candidacy($0, $1, of: identities) }
        votes = ballots.flatMap { ballot, row in
            identities.compactMap { ballot.votes[$0] }.map { NamedVote(ballot: row, vote: $0) }
        }
        let dutyReports = state.dutyReports.values.compactMap { report in
            report.given.flatMap { isOwn([$0.fact.member]) ? OwnFact(subject: report, fact: $0, evidence: report.evidence) : nil }
        }
        self.dutyReports = dutyReports
        reportAppraisals = dutyReports.reduce(into: [:]) { $0[$1.subject.id] = state.appraisal(of: $1.subject) }
        let papers = Set(dutyReports.map(\.subject.id.subject))
        appraisals = ballots.flatMap { _, row -> [Appraisal] in
            let called = row.called.fact
            guard called.kind == .appraisal else { return [] }
            return called.options.enumerated().compactMap { index, option in
                guard option.member.map({ isOwn([$0]) }) ?? option.what.map(papers.contains) ?? false else { return nil }
                return Appraisal(ballot: row, appraised: row.outcome?.appraised(index))
            }
        }
        petitions = state.petitions.values.compactMap { petition in
            petition.received.flatMap { isOwn($0.fact.members) ? OwnFact(subject: petition, fact: $0, evidence: petition.evidence) : nil }
        }
        commendations = state.commendations.values.compactMap { commendation in
            commendation.given.flatMap {
                isOwn($0.fact.members) ? OwnFact(subject: commendation.id, fact: $0, evidence: commendation.evidence) : nil
            }
        }
        donations = state.donations.values.compactMap { donation in
            donation.received.flatMap { received in
                let isOwn = received.fact.member.map(identities.contains) ?? false
                return isOwn ? OwnFact(subject: donation.id, fact: received, evidence: donation.evidence) : nil
            }
        }
        let visits = state.visits.values.compactMap { visit in
            visit.made.flatMap { isOwn($0.fact.members) ? OwnFact(subject: visit.id, fact: $0, evidence: visit.evidence) : nil }
        }
        self.visits = visits
        let appeals: [[AppealsView.Row]]
        (name, places, appeals) = try context.reading { reader in
            let places = try visits.map { ($0.subject, try reader.place(of: $0.fact.fact)) }
            let appeals = try statuses.map { status in
                try state.appeals(by: reader) { identities.contains($0.member) && $0.plan.description == status.plan.id }
            }
            return (try reader.name(of: member), places.reduce(into: [:]) { $0[$1.0] = $1.1 }, appeals)
        }
        sheets = zip(statuses, appeals).map { MemberSheet(member, $0, $1, context) }
    }

    /// The chosen plan's.
    var sheet: MemberSheet? { sheets.first }
}

extension MemberView.Candidacy {
    /// Nil where the member was not on the paper of an election.
    fileprivate init?(_ ballot: Ballot, _ row: BallotsView.Row, of identities: [MemberID]) {
        let called = row.called.fact
        let index = called.options.firstIndex { $0.member.map(identities.contains) ?? false }
        guard called.kind == .election, let index else { return nil }
        self.ballot = row
        votes = ballot.counted == nil ? nil : ballot.votes(for: .option(index))
        standing = row.outcome?.standing(of: .option(index))
    }
}

extension Member {
    /// Terms first.
    fileprivate var offices: [MemberView.Office] {
        terms.map { .init(member: id, affiliation: nil, term: $0, evidence: evidence) }
            + affiliations.map { .init(member: id, affiliation: $0.affiliation, term: $0.term, evidence: evidence) }
    }
}
