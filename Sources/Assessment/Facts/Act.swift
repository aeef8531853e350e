internal import Domain
internal import EventLog

/// Something that was done in the year and matches a selector, whether it counts or not.
struct Act {
    let subject: Subject
    let date: Occurrence
    let outcome: ScoreLine.Outcome
    /// Where attendance matters.
    let attendance: AttendanceCount?
    /// Who did it; the first of a proposal's signers first.
    let actors: [MemberID]
    let place: String?
    /// What was given, in fen.
    let fen: Int64
    /// The highest level of each honour it came to; nil where no level is recorded.
    let honours: [Selector.Honour: SuggestionAdopted.Level?]
    var evidence: [Position]
    /// Of an activity, the entries that say who was there.
    let marks: [MemberID: AttendanceMark]

    /// The entries that say that it was done, and that this member did it.
    func evidence(of actor: MemberID) -> [Position] {
        marks[actor].map { (evidence + [$0.position] + $0.corrections).sortedUnique } ?? evidence
    }

    var counts: Bool { outcome == .counts }

    /// Whether the member's part is that of a first signer or a sole author.
    func isLed(by member: MemberID) -> Bool { actors.first == member }

    func line(points: Ratio = Ratio(0), outcome: ScoreLine.Outcome? = nil) -> ScoreLine {
        ScoreLine(
            subject: subject, date: date, points: points, attendance: attendance, outcome: outcome ?? self.outcome,
            evidence: evidence)
    }
}
