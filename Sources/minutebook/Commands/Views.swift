internal import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import Domain
internal import EventLog
internal import Foundation
internal import Views
internal import Wording

/// Which state of knowledge a view shows.
struct KnowledgeOptions: ParsableArguments {
    @Option(help: "只看到第几条为止 As it was known at a position.")
    var at: Int64?

    @Option(help: "只看到何时为止（UTC） As it was known at a time, such as 2020-01-01T00:00:00Z.")
    var knownAt: String?

    mutating func validate() throws {
        guard at == nil || knownAt == nil else { throw ValidationError(.knowledgeCutTwice) }
        try Positions.check("--at", at, from: 0)
        if let knownAt, cut == nil {
            throw ValidationError(.notATime("--known-at", knownAt))
        }
    }

    private var cut: KnowledgeCut? {
        at.map { .position(Position($0)) } ?? knownAt.flatMap { KnowledgeCut(knownAt: $0) }
    }

    func state(of book: Book) throws -> State {
        guard let cut else { return try book.state(progress: .onTerminal) }
        return try book.state(known: cut, progress: .onTerminal)
    }
}

/// Numbers of entries, as they are typed.
enum Positions {
    /// - Throws: `ValidationError` for a number below `least`.
    static func check(_ option: String, _ position: Int64?, from least: Int64) throws {
        guard let position, position < least else { return }
        throw ValidationError(.positionTooSmall(option, position, least: least))
    }
}

/// As of which day.
struct DayOption: ParsableArguments {
    @Option(help: "截至哪天 As of a day: what happened later is left out.")
    var asOf: String?

    mutating func validate() throws {
        if let asOf, CalendarDate(asOf) == nil { throw ValidationError(.notADate("--as-of", asOf)) }
    }

    /// Nil where none was given.
    var day: CalendarDate? { asOf.flatMap { CalendarDate($0) } }
}

/// Which plan, and as of which day.
struct PlanOptions: ParsableArguments {
    @Option(help: "哪个计划 Which plan, where there are several.")
    var plan: String?

    @OptionGroup var until: DayOption

    /// The plan that was named, or the latest, as it reads on the as-of day.
    func plan(in state: State) throws -> Plan {
        let standing = state.plans.values.filter { $0.adopted != nil }
        let adopted =
            plan.map { name in standing.first { $0.id.description == name } }
            ?? standing.max { ($0.adopted?.fact.year ?? 0) < ($1.adopted?.fact.year ?? 0) }
        guard let adopted, let period = adopted.period, let plan = try adopted.plan(on: day(for: period, in: state)) else {
            throw Problem(.notFound, code: Self.noPlan, .noPlan(plan))
        }
        return plan
    }

    /// The day that was given; else today, or the plan's last day once that is past.
    func day(for period: Period, in state: State) throws -> CalendarDate {
        try until.day ?? min(period.last, state.today(at: Clock.now()))
    }

    func status(of state: State) throws -> PlanStatus {
        let plan = try plan(in: state)
        return try assess(plan, state, asOf: day(for: plan.period, in: state))
    }

    /// Nil where the book has no plan and none was named; a name that does not fit is an error as ever.
    func statusIfPlanned(of state: State) throws -> PlanStatus? {
        plan == nil ? try Self.unlessUnplanned { try status(of: state) } : try status(of: state)
    }

    /// Nil where there is no such plan; other errors are errors.
    static func unlessUnplanned<Value>(_ body: () throws -> Value) throws -> Value? {
        do {
            return try body()
        } catch let failure as Problem where failure.code == noPlan {
            return nil
        }
    }

    private static let noPlan = "no-plan"
}
