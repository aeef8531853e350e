/// Sums of what people typed: past the largest number they stay there, and never end the program.
extension Int64 {
    public func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? (other < 0 ? .min : .max) : sum
    }

    public func subtractingClamped(_ other: Int64) -> Int64 {
        let (difference, overflows) = subtractingReportingOverflow(other)
        return overflows ? (other < 0 ? .max : .min) : difference
    }

    public func multipliedClamped(by other: Int64) -> Int64 {
        let (product, overflows) = multipliedReportingOverflow(by: other)
        return overflows ? ((self < 0) == (other < 0) ? .max : .min) : product
    }
}

extension Int64 {
    /// This number × `factor` ÷ `divisor`, rounded half up; for what is not negative, and a divisor from 1 on.
    public func scaled(by factor: Int64, over divisor: Int64) -> Int64 {
        Int64(clamping: (Int128(self) * Int128(factor) * 2 + Int128(divisor)) / (Int128(divisor) * 2))
    }

    /// So many per cent of this number, rounded up.
    public func share(percent: Int) -> Int64 { Int64(clamping: (Int128(self) * Int128(percent) + 99) / 100) }
}

extension Sequence<Int64> {
    public var sumClamped: Int64 { reduce(0) { $0.addingClamped($1) } }
}
