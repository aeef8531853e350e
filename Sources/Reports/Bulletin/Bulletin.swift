internal import Assessment
internal import Bookkeeping
internal import Domain
internal import EventLog
internal import Rendering
internal import TransparencyTree
internal import Views
internal import Wording

/// The bulletin of a quarter, a half-year or a month 亮分: where every member stands on its last day, and what each earned in it.
struct Bulletin: Report {
    var ground: ReportGround
    let year: Int
    /// A part of the plan's days.
    let period: Period
    let ranked: RankedMembers
    let earnings: Earnings
    /// Where each stood in the plan before on the same day a year earlier; nil where there was no such plan.
    let sameDayBefore: [MemberID: Ranking.Place]?
    /// Who left during the plan's days by the last day, with their final figures; none in rendering 3.
    let left: [LeftMember]
    /// Which rendering it is made in: what came later is left out of earlier ones.
    let rendering: Int64
    /// The bulletins of the other plans that give points to members and have the same part; each alone.
    var beside: [Bulletin] = []

    /// - Parameters:
    ///   - state: the book as it was known.
    ///   - asOf: the last day of the part, or an earlier one while that runs.
    ///   - keepsEarned: whether what was earned before an amendment of the plan stays.
    /// - Throws: `Problem` (`members-not-scored`) for a plan that gives no points to members.
    init(
        _ state: State, year: Int, period: Period, asOf: CalendarDate, plan: AdoptedPlan, checkpoint: SignedCheckpoint?,
        reader: PersonalReader?, rendering: Int64 = ReportParameters.rendering, keepsEarned: Bool
    ) throws {
        func status(on day: CalendarDate, _ cut: State) throws -> PlanStatus? {
            try plan.plan(on: day, isWholeYear: !keepsEarned).map { assess($0, cut, asOf: day) }
        }
        let cut = state.asOf(asOf)
        guard let now = try status(on: asOf, cut), now.plan.scoresMembers else {
            throw Problem(.notFound, code: "members-not-scored", .membersNotScored(plan.id.description))
        }
        ground = try ReportGround(cut, asOf: asOf, checkpoint: checkpoint, reader: reader)
        self.year = year
        self.period = period
        self.rendering = rendering
        left = rendering > 3 ? now.plan.left(state, asOf: asOf) : []
        let planBefore = try state.planBefore(now.plan)
        ranked = RankedMembers(now, before: try planBefore.flatMap { try state.endStatus(of: $0, before: now.plan) }, cut)
        let dayBefore = period.first.adding(days: -1)
        let isFirst = period.first <= now.plan.period.first
        earnings = Earnings(now, since: isFirst ? nil : try status(on: dayBefore, state.asOf(dayBefore)))
        sameDayBefore = try planBefore.flatMap { try state.status(of: $0, on: asOf.adding(months: -12)) }.map { Ranking($0).byMember }
    }

    var status: PlanStatus { ranked.status }

    var document: Document {
        var document = Document(
            title: .bulletin(of: state.book.opened?.name ?? "", period, in: status.plan.period),
            subtitle: .localized(status.plan.title) + .plain(" · ") + .reportBasis(asOf: asOf, upTo: state.position))
        document.sections = (figures + [done] + shortfalls).compactMap(\.self)
        for other in beside {
            document.sections.append(.init(title: .heading(other.status), blocks: []))
            document.sections += (other.figures + other.shortfalls).compactMap { $0?.ofPlan(other.status.plan.id) }
        }
        document.sections += [objection, basis, proof].compactMap(\.self)
        return document
    }

    private var figures: [Document.Section?] { [overview, standings, whoLeft, earnedByTarget, sectors, groups, units, acts] }

    private var shortfalls: [Document.Section?] { [atRisk, appeals] }
}
