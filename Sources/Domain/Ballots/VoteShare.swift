internal import CanonicalJSON

extension VoteShare {
    /// Of whom a share is.
    public enum Base: String, StoredWord {
        /// All who may vote, present or not.
        case all
        case present
        /// The papers that were returned; of a vote by hand, those present.
        case returned
        /// The papers that are valid; of a vote by hand, everybody who raised a hand.
        case valid
    }

    /// The part, as numerator and denominator.
    public var part: (of: Int64, whole: Int64)? { (atLeast ?? moreThan).flatMap(Self.fraction) }

    /// Whether the part itself is enough.
    public var isReachedExactly: Bool { atLeast != nil }

    var fault: JSONError.Kind? {
        guard (atLeast == nil) != (moreThan == nil), let part, part.of <= part.whole else {
            return .invalidValue(field: base.rawValue, expected: .voteShare)
        }
        return nil
    }

    /// The fewest of `count` that reach the share.
    public func fewest(of count: Int64) -> Int64 {
        guard let part else { return 0 }
        // Neither a count nor a part has so many digits that this overflows.
        let (quotient, remainder) = (Int128(count) * Int128(part.of)).quotientAndRemainder(dividingBy: Int128(part.whole))
        let isExact = remainder == 0
        return Int64(clamping: isReachedExactly && isExact ? quotient : quotient + 1)
    }

    /// `2/3`, with at most four digits each. The published schema of rules says so; plans read their parts more freely (`80%`,
    /// `2.5%`, more than the whole), so that they have a reader of their own.
    private static func fraction(_ text: String) -> (of: Int64, whole: Int64)? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let part = number(parts[0]), let whole = number(parts[1]) else { return nil }
        return (part, whole)
    }

    private static func number(_ digits: Substring) -> Int64? {
        guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            digits.utf8.first != UInt8(ascii: "0")
        else { return nil }
        return Int64(digits)
    }
}
