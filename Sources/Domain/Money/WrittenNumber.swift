/// A decimal number that is not negative, as people type it: `1500`, `1,500`, `1500.50`. Exact: `digits` without its point is
/// an integer, and `scale` of these digits were behind the point.
///
/// A comma is between thousands and nowhere else, a point is before decimals and nowhere else; what another country writes with
/// the two the other way round is refused, as nobody knows what was meant.
public struct WrittenNumber: Equatable, Sendable {
    public enum Fault: Error, Equatable, Sendable {
        /// It is written as no number is.
        case unknownForm
        case negative
        case zero
        /// A comma stands where no thousands end: `1,50`, `0,500`, `1.500,00`.
        case misplacedComma
        /// More decimals than are known here.
        case tooManyDecimals
        case tooLarge
    }

    let digits: Int64
    let scale: Int

    /// - Parameter text: in ASCII, as `narrowed` has it.
    init(_ text: Substring) throws(Fault) {
        guard let first = text.utf8.first else { throw .unknownForm }
        if first == UInt8(ascii: "-"), text.utf8.dropFirst().first?.isDigit ?? false { throw .negative }
        guard first.isDigit, text.utf8.last?.isDigit ?? false, text.utf8.allSatisfy({ $0.isDigit || Self.signs.contains($0) })
        else { throw .unknownForm }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        let hasThousands =
            groups.count == 1 || groups[0].utf8.count <= 3 && !groups[0].hasPrefix("0") && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        guard hasThousands, parts.dropFirst().allSatisfy({ !$0.contains(",") }) else { throw .misplacedComma }
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { throw .unknownForm }
        let decimals = parts.count == 2 ? parts[1] : ""
        scale = decimals.utf8.count
        guard let digits = Int64(groups.joined() + decimals) else { throw .tooLarge }
        self.digits = digits
    }

    /// From what was typed, full-width characters included.
    public init(typed text: String) throws(Fault) { try self.init(Self.narrowed(text)[...]) }

    private static let signs = [UInt8(ascii: ","), UInt8(ascii: ".")]

    /// With ASCII digits and signs for those of Chinese keyboards, in small letters, without space around it.
    static func narrowed(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar {
            case "\u{A0}": " "
            case "−", "–", "—": "-"
            case "￥": "¥"
            default: scalar.halfWidth
            }
        }
        let start = scalars.drop { $0 == " " }
        let end = start.lastIndex { $0 != " " }.map { $0 + 1 } ?? start.startIndex
        return String(String.UnicodeScalarView(start[start.startIndex..<end])).lowercased()
    }

    /// The number in units of which a power of ten makes one: 2 for hundredths.
    ///
    /// - Parameter max: the largest that is allowed, in those units.
    public func units(ofPower power: Int, max: Int64) throws(Fault) -> Int64 {
        guard scale <= power else { throw .tooManyDecimals }
        var value = digits
        for _ in 0..<(power - scale) {
            let (product, overflows) = value.multipliedReportingOverflow(by: 10)
            if overflows { throw .tooLarge }
            value = product
        }
        guard value <= max else { throw .tooLarge }
        return value
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
