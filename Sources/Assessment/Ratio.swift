/// An exact fraction: points are rounded once, at the end, never on the way.
struct Ratio: Comparable {
    private(set) var numerator: Int128
    /// Positive.
    private(set) var denominator: Int128

    init(_ numerator: Int64, over denominator: Int64 = 1) {
        precondition(denominator > 0)
        self.numerator = Int128(numerator)
        self.denominator = Int128(denominator)
    }

    static func == (left: Ratio, right: Ratio) -> Bool {
        left.numerator * right.denominator == right.numerator * left.denominator
    }

    static func < (left: Ratio, right: Ratio) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }

    /// This fraction of a whole number, rounded half up.
    func share(of whole: Int64) -> Int64 {
        let doubled = numerator * Int128(whole) * 2 + denominator
        let (quotient, remainder) = doubled.quotientAndRemainder(dividingBy: denominator * 2)
        return Int64(remainder < 0 ? quotient - 1 : quotient)
    }
}

extension Ratio {
    /// This fraction of a whole number, rounded down; for fractions from 0 on.
    func wholePart(of whole: Int64) -> Int64 { Int64(numerator * Int128(whole) / denominator) }
}
