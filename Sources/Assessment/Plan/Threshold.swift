internal import EventLog

/// A part of a whole that has to be reached: `80%`, `2/3`, or more than `1/2`. It is exact.
public struct Threshold: Equatable, Sendable {
    /// How the plan writes it.
    public enum Form: Equatable, Sendable {
        /// Hundredths of a per cent.
        case percent(Int64)
        case fraction(Int64, Int64)
    }

    public let form: Form
    /// Whether just as much is not enough.
    public let isExceeded: Bool

    public init(_ form: Form, isExceeded: Bool = false) {
        self.form = form
        self.isExceeded = isExceeded
    }

    public init(percent: Int) { self.init(.percent(Int64(percent) * 100)) }

    /// The part: 4/5 for 80 %.
    public var part: Ratio {
        switch form {
        case .percent(let hundredths): Ratio(hundredths, over: 10_000)
        case .fraction(let numerator, let denominator): Ratio(numerator, over: denominator)
        }
    }

    /// The whole number of per cent that is enough; nil for anything else.
    public var wholePercent: Int? {
        guard !isExceeded, case .percent(let hundredths) = form, hundredths % 100 == 0 else { return nil }
        return Int(hundredths / 100)
    }

    /// Whether more than the whole is asked for.
    var isBeyondAll: Bool { part > Ratio(1) || (isExceeded && part == Ratio(1)) }

    /// Whether a part is enough.
    func isReached(by part: Ratio) -> Bool { isExceeded ? part > self.part : part >= self.part }

    /// Whether so many of so many are enough; of none nothing is.
    public func isReached(by count: Int, of whole: Int) -> Bool {
        whole > 0 && isReached(by: Ratio(Int64(count), over: Int64(whole)))
    }

    /// How many of so many are enough.
    public func needed(of whole: Int64) -> Int64 {
        let exact = part * Ratio(whole)
        let below = part.wholePart(of: whole)
        return isExceeded || Ratio(below) < exact ? below.addingClamped(1) : below
    }

    /// What was reached of it: from 1 on it is enough. Where just as much is not, what is needed is the next whole number.
    func reached(by count: Int64, of whole: Int64) -> Ratio {
        guard whole > 0 else { return Ratio(0) }
        if isExceeded { return Ratio(count, over: max(1, needed(of: whole))) }
        return Ratio(count, over: whole) * part.inverse
    }

    /// The fraction that a decimal stands for and does not reach: 2/3 for 66.67 %; nil where there is none.
    var fractionMeant: Form? {
        guard case .percent(let hundredths) = form, hundredths % 100 != 0 else { return nil }
        for denominator in [3, 6, 7, 9] as [Int64] {
            for numerator in 1..<denominator {
                // As one or two decimals give it, rounded or cut.
                let exact = numerator * 100_000 / denominator
                let (ones, tens) = (exact / 10, exact / 100)
                let asWritten = [ones, (exact + 5) / 10, tens * 10, (exact + 50) / 100 * 10]
                if asWritten.contains(hundredths) { return .fraction(numerator, denominator) }
            }
        }
        return nil
    }
}
