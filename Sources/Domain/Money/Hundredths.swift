/// Numbers with at most two decimals, in hundredths.
public enum Hundredths {
    private static let max: Int64 = 100_000_000_000_000

    /// Nil for what is negative or no number, has more than two decimals, or is more than a trillion.
    public static func read(_ text: String) -> Int64? {
        try? WrittenNumber(typed: text).units(ofPower: 2, max: max)
    }
}
