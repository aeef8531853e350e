internal import Assessment
public import Bookkeeping
public import Domain
public import EventLog
public import TransparencyTree
public import Views
public import Wording

extension ReportParameters {
    /// What a year-end report is made of, from what was asked. A book without a plan for the year is reported without one.
    ///
    /// - Throws: `Problem` for what is no year, or a plan that is not there; the book's errors.
    public static func annual(
        of year: Int, _ context: ViewContext, format: Format, _ language: Language, hasNames: Bool
    ) throws -> ReportParameters {
        guard (1...9999).contains(year) else {
            throw Problem(.usage, code: "parameter-invalid", .parameterNotInRange("year", "\(year)", 1...9999))
        }
        let plan = try context.adoptedPlan(of: year)
        let beside = try context.plansBeside(of: year)
        let period = plan?.period.flatMap { $0.first.year == year ? $0 : nil } ?? Period(year: year)
        return ReportParameters(
            year: year, asOf: context.day(in: period), position: context.position, plan: plan?.id.description, format: format,
            language: language, hasNames: hasNames, keepsEarned: ([plan].compactMap(\.self) + beside).contains { $0.versions.count > 1 },
            beside: beside.map(\.id.description))
    }
}

extension Book {
    /// A checkpoint for a report, where one can be signed.
    ///
    /// - Returns: nil for an empty book; and beside nil what stands in the way, such as a missing key or a disk that is full.
    public func checkpointAtHand(at position: Position) throws -> (checkpoint: SignedCheckpoint?, lack: Problem?) {
        guard position > .start else { return (nil, nil) }
        do {
            return (try checkpoint(at: position), nil)
        } catch let error as LogError where error.isOfMedium {
            return (nil, Problem(error))
        } catch let error as KeyFileError {
            return (nil, Problem(error))
        }
    }
}
