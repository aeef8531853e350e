public import EventLog

/// A part of a plan's days, by which it is reported.
public enum PlanPart: String, CaseIterable, Sendable {
    case month, quarter
    case halfYear = "half-year"

    public var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .halfYear: 6
        }
    }
}

extension Period {
    /// The parts of these days, from the first on; the last may be shorter.
    public func parts(_ part: PlanPart) -> [Period] { parts(months: part.months) }

    /// The n-th such part, of those that begin in a year; nil where there is none. Of a plan that begins in July, the first quarter
    /// is July to September.
    ///
    /// - Parameter year: counted from the plan's first day.
    public func part(_ part: PlanPart, number: Int, ofYear year: Int) -> Period? {
        let (years, parts) = (year - first.year, parts(part))
        guard years >= 0, number >= 1, number <= 12 / part.months else { return nil }
        let index = years * (12 / part.months) + number - 1
        return parts.indices.contains(index) ? parts[index] : nil
    }
}
