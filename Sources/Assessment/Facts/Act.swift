internal import Domain
internal import EventLog

/// Something that was done in the year and matches a selector, whether it counts or not.
struct Act {
    let subject: Subject
    let date: Occurrence
    var outcome: ScoreLine.Outcome
    /// Where attendance matters.
    let attendance: AttendanceCount?
    /// The part of those who may be counted that is asked for.
    var attendanceAsked: Threshold? = nil
    /// Who did it; the first of a proposal's signers first.
    var actors: [MemberID]
    let place: String?
    /// What was given, in fen.
    let fen: Int64
    /// The highest level of each honour it came to; nil where no level is recorded.
    let honours: [Selector.Honour: SuggestionAdopted.Level?]
    /// How much of what, in hundredths: recorded with the act itself.
    let quantities: [OpenWord: Int64]
    /// Whose part is that of a first signer or a sole author; nobody's at an activity, or where only what was merged into it is signed.
    var lead: MemberID? = nil
    /// The body under whose name a collective proposal was filed, and those whose proposals were merged into it.
    var filedBy: String? = nil
    var joinedBy: [String] = []
    var evidence: [Position]
    /// Of an activity, the entries that say who was there.
    let marks: [MemberID: AttendanceMark]

    /// The entries that say that it was done, and that this member did it.
    func evidence(of actor: MemberID) -> [Position] {
        marks[actor].map { (evidence + [$0.position] + $0.corrections).sortedUnique } ?? evidence
    }

    /// Hundredths of a unit: the act's own; where it has none, what those who were there did together.
    func amount(of unit: OpenWord) -> Int64 {
        quantities[unit] ?? marks.values.compactMap { $0.standing == .present ? $0.quantities.amount(of: unit) : nil }.sumClamped
    }

    /// Hundredths of a unit: what is recorded of the member, or else the act's own.
    func amount(of unit: OpenWord, by member: MemberID) -> Int64 {
        marks[member]?.quantities.amount(of: unit) ?? quantities[unit] ?? 0
    }

    var counts: Bool { outcome.isCounted }

    /// Whether the member's part is that of a first signer or a sole author.
    func isLed(by member: MemberID) -> Bool { lead == member }

    func line(points: Ratio = Ratio(0), outcome: ScoreLine.Outcome? = nil) -> ScoreLine {
        ScoreLine(
            subject: subject, date: date, points: points, attendance: attendance, attendanceAsked: attendanceAsked, outcome: outcome ?? self.outcome,
            evidence: evidence)
    }
}

extension [ActQuantity] {
    /// Hundredths of one unit; nil where nothing of it is recorded.
    func amount(of unit: OpenWord) -> Int64? {
        let amounts = filter { $0.of == unit }.map(\.amount)
        return amounts.isEmpty ? nil : amounts.sumClamped
    }

    /// Hundredths by unit.
    var byUnit: [OpenWord: Int64] { reduce(into: [:]) { $0[$1.of] = ($0[$1.of] ?? 0).addingClamped($1.amount) } }
}
