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
        left.numerator * right.denominator < right.numerator * left.denominator
    }

    public static func + (left: Ratio, right: Ratio) -> Ratio {
        let sum = Ratio(
            reducing: left.numerator * right.denominator + right.numerator * left.denominator,
            left.denominator * right.denominator)
        // Hundreds of shares among ever other numbers of signers would outgrow any integer. Far behind the hundredth that
        // is shown, they are cut; no plan of a living body comes near.
        guard sum.denominator > denominatorMax else { return sum }
        return Ratio(reducing: sum.numerator / (sum.denominator / denominatorMax), denominatorMax)
    }

    private static let denominatorMax: Int128 = 1_000_000_000_000

    public static prefix func - (ratio: Ratio) -> Ratio { Ratio(reducing: -ratio.numerator, ratio.denominator) }

    public static func * (left: Ratio, right: Ratio) -> Ratio {
        Ratio(reducing: left.numerator * right.numerator, left.denominator * right.denominator)
    }

    /// The nearest whole number, half up.
    public var rounded: Int64 {
        let doubled = numerator * 2 + denominator
        let (quotient, remainder) = doubled.quotientAndRemainder(dividingBy: denominator * 2)
        return Int64(remainder < 0 ? quotient - 1 : quotient)
    }

    /// This fraction of a whole number, rounded half up.
    func share(of whole: Int64) -> Int64 { (self * Ratio(whole)).rounded }

    /// This fraction of a whole number, rounded down; for fractions from 0 on.
    func wholePart(of whole: Int64) -> Int64 { Int64(numerator * Int128(whole) / denominator) }
}

extension Sequence<Ratio> {
    var sum: Ratio { reduce(Ratio(0), +) }
}
