/// An exact fraction: points are rounded once, at the end, never on the way.
public struct Ratio: Comparable, Hashable, Sendable {
    public private(set) var numerator: Int128
    /// Positive, and in lowest terms with the numerator.
    public private(set) var denominator: Int128

    public init(_ numerator: Int64, over denominator: Int64 = 1) {
        precondition(denominator > 0)
        self.init(reducing: Int128(numerator), Int128(denominator))
    }

    private init(reducing numerator: Int128, _ denominator: Int128) {
        var (a, b) = (numerator.magnitude, denominator.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = Int128(a == 0 ? 1 : a)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    public static func < (left: Ratio, right: Ratio) -> Bool {
        let (this, other) = (
            left.numerator.multipliedFullWidth(by: right.denominator), right.numerator.multipliedFullWidth(by: left.denominator)
        )
        return (this.high, this.low) < (other.high, other.low)
    }

    public static func + (left: Ratio, right: Ratio) -> Ratio {
        let sum = Ratio(
            reducing: clamped(clamped(left.numerator, right.denominator), plus: clamped(right.numerator, left.denominator)),
            clamped(left.denominator, right.denominator))
        // Hundreds of shares among ever other numbers of signers would outgrow any integer. Far behind the hundredth that
        // is shown, they are cut; no plan of a living body comes near.
        guard sum.denominator > denominatorMax else { return sum }
        return Ratio(reducing: sum.numerator / (sum.denominator / denominatorMax), denominatorMax)
    }

    private static let denominatorMax: Int128 = 1_000_000_000_000

    public static prefix func - (ratio: Ratio) -> Ratio { Ratio(reducing: -ratio.numerator, ratio.denominator) }

    public static func * (left: Ratio, right: Ratio) -> Ratio {
        // What the one has in common with the other is taken out first: products of whole numbers stay small.
        let (first, second) = (Ratio(reducing: left.numerator, right.denominator), Ratio(reducing: right.numerator, left.denominator))
        return Ratio(
            reducing: clamped(first.numerator, second.numerator), clamped(first.denominator, second.denominator))
    }

    /// One over this, which is positive.
    var inverse: Ratio {
        precondition(numerator > 0)
        return Ratio(reducing: denominator, numerator)
    }

    /// Products and sums beyond any integer stay at its end: what they come to is limited to the points there are.
    private static func clamped(_ left: Int128, _ right: Int128) -> Int128 {
        let (product, overflows) = left.multipliedReportingOverflow(by: right)
        return overflows ? ((left < 0) == (right < 0) ? .max : -.max) : product
    }

    private static func clamped(_ left: Int128, plus right: Int128) -> Int128 {
        let (sum, overflows) = left.addingReportingOverflow(right)
        return overflows ? (right < 0 ? -.max : .max) : sum
    }

    /// The nearest whole number, half up.
    public var rounded: Int64 {
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        let (part, rest) = (remainder.magnitude, denominator.magnitude - remainder.magnitude)
        return Int64(clamping: quotient + (remainder > 0 && part >= rest ? 1 : remainder < 0 && part > rest ? -1 : 0))
    }

    /// This fraction of a whole number, rounded half up.
    func share(of whole: Int64) -> Int64 { (self * Ratio(whole)).rounded }

    /// This fraction of a whole number, rounded down; for fractions from 0 on.
    func wholePart(of whole: Int64) -> Int64 { Int64(clamping: Self.clamped(numerator, Int128(whole)) / denominator) }
}

extension Sequence<Ratio> {
    var sum: Ratio { reduce(Ratio(0), +) }
}
