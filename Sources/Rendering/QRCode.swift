/// A QR code (ISO/IEC 18004), byte mode, error correction level M: how a printed report carries its checkpoint.
///
/// Written here, as a build needs no library but SQLite, and a report has to come out the same, byte for byte, wherever
/// it is made again.
public struct QRCode: Sendable {
    /// Modules on a side.
    public let size: Int
    private var modules: [[Bool]]
    /// Finders, timing, alignment, format and version: where no data go and no mask is laid.
    private var isFunction: [[Bool]]
    private let version: Int

    /// Whether a module is dark.
    public func isDark(row: Int, column: Int) -> Bool { modules[row][column] }

    /// Nil for a text that is too long for any code.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = (1...40).first(where: { Blocks(version: $0).dataByteCount >= Self.byteCount(bytes, $0) })
        else { return nil }
        self.version = version
        size = 17 + 4 * version
        modules = Array(repeating: Array(repeating: false, count: size), count: size)
        isFunction = modules
        drawFunctions()
        drawData(Blocks(version: version).interleaved(Self.encoded(bytes, version: version)))
        applyBestMask()
    }

    /// As an image for a page, with the four light modules around it that readers need.
    ///
    /// - Parameter label: what it is, escaped.
    public func svg(label: String) -> String {
        var path = ""
        for row in 0..<size {
            for column in 0..<size where isDark(row: row, column: column) {
                path += "M\(column + 4),\(row + 4)h1v1h-1z"
            }
        }
        let side = size + 8
        return """
            <svg viewBox="0 0 \(side) \(side)" role="img" aria-label="\(label)" shape-rendering="crispEdges">\
            <path d="\(path)"/></svg>
            """
    }

    /// Mode and length take 12 bits, or 20 from version 10 on.
    private static func byteCount(_ bytes: [UInt8], _ version: Int) -> Int { bytes.count + (version < 10 ? 2 : 3) }

    private static func encoded(_ bytes: [UInt8], version: Int) -> [UInt8] {
        var bits = Bits()
        bits.append(0b0100, count: 4)
        bits.append(bytes.count, count: version < 10 ? 8 : 16)
        for byte in bytes { bits.append(Int(byte), count: 8) }
        bits.append(0, count: 4)
        var data = bits.bytes
        let capacity = Blocks(version: version).dataByteCount
        data = Array(data.prefix(capacity))
        for pad in 0..<(capacity - data.count) { data.append(pad % 2 == 0 ? 0xEC : 0x11) }
        return data
    }

    // MARK: - Function patterns

    private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
        guard (0..<size).contains(row), (0..<size).contains(column) else { return }
        modules[row][column] = isDark
        isFunction[row][column] = true
    }

    private mutating func drawFunctions() {
        for index in 0..<size {
            set(6, index, index % 2 == 0)
            set(index, 6, index % 2 == 0)
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
        let centers = alignmentCenters
        for row in centers {
            for column in centers where !isFinder(row, column) { drawRings(row, column, reach: 2, light: [1]) }
        }
        drawFormat(mask: 0)
        drawVersion()
    }

    private mutating func drawFinder(_ row: Int, _ column: Int) { drawRings(row, column, reach: 4, light: [2, 4]) }

    /// Square rings around a center; those at the distances in `light` are light.
    private mutating func drawRings(_ row: Int, _ column: Int, reach: Int, light: Set<Int>) {
        for y in -reach...reach {
            for x in -reach...reach { set(row + y, column + x, !light.contains(max(abs(x), abs(y)))) }
        }
    }

    private func isFinder(_ row: Int, _ column: Int) -> Bool {
        (row, column) == (6, 6) || (row, column) == (6, size - 7) || (row, column) == (size - 7, 6)
    }

    private var alignmentCenters: [Int] {
        guard version > 1 else { return [] }
        let count = version / 7 + 2
        let step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
        return [6] + (0..<(count - 1)).map { size - 7 - $0 * step }.reversed()
    }

    private mutating func drawFormat(mask: Int) {
        // Level M is 00 in the two bits above the mask's.
        let bits = Self.withRemainder(mask, bitCount: 10, polynomial: 0x537) ^ 0x5412
        func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
        for index in 0...5 { set(index, 8, bit(index)) }
        set(7, 8, bit(6))
        set(8, 8, bit(7))
        set(8, 7, bit(8))
        for index in 9...14 { set(8, 14 - index, bit(index)) }
        for index in 0...7 { set(8, size - 1 - index, bit(index)) }
        for index in 8...14 { set(size - 15 + index, 8, bit(index)) }
        set(size - 8, 8, true)
    }

    private mutating func drawVersion() {
        guard version >= 7 else { return }
        let bits = Self.withRemainder(version, bitCount: 12, polynomial: 0x1F25)
        for index in 0..<18 {
            let isDark = bits >> index & 1 == 1
            set(size - 11 + index % 3, index / 3, isDark)
            set(index / 3, size - 11 + index % 3, isDark)
        }
    }

    /// A value followed by the remainder of its division by a polynomial over bits.
    private static func withRemainder(_ value: Int, bitCount: Int, polynomial: Int) -> Int {
        var remainder = value
        for _ in 0..<bitCount { remainder = remainder << 1 ^ (remainder >> (bitCount - 1)) * polynomial }
        return value << bitCount | remainder
    }

    // MARK: - Data and mask

    /// Up and down in columns of two, from the right, past the vertical timing pattern.
    private mutating func drawData(_ bytes: [UInt8]) {
        var index = 0
        var isUpward = true
        for right in [Int](stride(from: size - 1, to: 6, by: -2)) + [5, 3, 1] {
            for step in 0..<size {
                let row = isUpward ? size - 1 - step : step
                for column in [right, right - 1] where !isFunction[row][column] && index < bytes.count * 8 {
                    modules[row][column] = bytes[index / 8] >> (7 - index % 8) & 1 == 1
                    index += 1
                }
            }
            isUpward.toggle()
        }
    }

    private mutating func applyBestMask() {
        let masked = (0..<8).map { mask in
            var code = self
            code.drawFormat(mask: mask)
            code.apply(mask: mask)
            return code
        }
        if let best = masked.enumerated().min(by: { ($0.element.penalty, $0.offset) < ($1.element.penalty, $1.offset) }) {
            self = best.element
        }
    }

    private mutating func apply(mask: Int) {
        for y in 0..<size {
            for x in 0..<size where !isFunction[y][x] {
                let isFlipped =
                    switch mask {
                    case 0: (x + y) % 2 == 0
                    case 1: y % 2 == 0
                    case 2: x % 3 == 0
                    case 3: (x + y) % 3 == 0
                    case 4: (x / 3 + y / 2) % 2 == 0
                    case 5: x * y % 2 + x * y % 3 == 0
                    case 6: (x * y % 2 + x * y % 3) % 2 == 0
                    default: ((x + y) % 2 + x * y % 3) % 2 == 0
                    }
                if isFlipped { modules[y][x].toggle() }
            }
        }
    }

    /// How hard a reader would find it: the standard's four features, added up.
    private var penalty: Int {
        var penalty = 0
        let columns = (0..<size).map { column in modules.map { $0[column] } }
        for line in modules + columns { penalty += Self.penalty(ofLine: line) }
        for y in 1..<size {
            for x in 1..<size where Set([modules[y][x], modules[y][x - 1], modules[y - 1][x], modules[y - 1][x - 1]]).count == 1 {
                penalty += 3
            }
        }
        let dark = modules.joined().count { $0 }
        let total = size * size
        // Steps of 5 % away from the half.
        penalty += (abs(dark * 20 - total * 10) + total - 1) / total * 10 - (dark * 2 == total ? 0 : 10)
        return penalty
    }

    private static func penalty(ofLine line: [Bool]) -> Int {
        var penalty = 0
        var run = 1
        for index in 1...line.count {
            if index < line.count, line[index] == line[index - 1] {
                run += 1
            } else {
                if run >= 5 { penalty += run - 2 }
                run = 1
            }
        }
        // What looks like a finder: dark 1:1:3:1:1 with four light modules on a side.
        let finder = [true, false, true, true, true, false, true]
        let patterns = [finder + Array(repeating: false, count: 4), Array(repeating: false, count: 4) + finder]
        for start in 0...(line.count - 11) where patterns.contains(where: { line[start..<(start + 11)].elementsEqual($0) }) {
            penalty += 40
        }
        return penalty
    }
}

/// Bits in the order in which they are written.
private struct Bits {
    private var bits: [Bool] = []

    mutating func append(_ value: Int, count: Int) {
        for index in (0..<count).reversed() { bits.append(value >> index & 1 == 1) }
    }

    /// Filled up with zeros.
    var bytes: [UInt8] {
        stride(from: 0, to: bits.count, by: 8).map { start in
            (0..<8).reduce(UInt8(0)) { $0 << 1 | (start + $1 < bits.count && bits[start + $1] ? 1 : 0) }
        }
    }
}

/// How the codewords of a version are divided into blocks, at level M (ISO/IEC 18004, table 9).
private struct Blocks {
    private let count: Int
    private let errorByteCount: Int
    private let byteCount: Int

    private static let counts = [
        1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33,
        35, 37, 38, 40, 43, 45, 47, 49,
    ]
    private static let errorByteCounts = [
        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26,
    ]

    init(version: Int) {
        count = Self.counts[version - 1]
        errorByteCount = version <= Self.errorByteCounts.count ? Self.errorByteCounts[version - 1] : 28
        var modules = (16 * version + 128) * version + 64
        if version >= 2 {
            let alignments = version / 7 + 2
            modules -= (25 * alignments - 10) * alignments - 55
            if version >= 7 { modules -= 36 }
        }
        byteCount = modules / 8
    }

    var dataByteCount: Int { byteCount - count * errorByteCount }

    /// The data in blocks, each with its error correction, then byte by byte from all blocks in turn.
    func interleaved(_ data: [UInt8]) -> [UInt8] {
        let shortCount = count - dataByteCount % count
        let divisor = ReedSolomon.divisor(degree: errorByteCount)
        var blocks: [[UInt8]] = []
        var start = 0
        for index in 0..<count {
            let length = dataByteCount / count + (index < shortCount ? 0 : 1)
            blocks.append(Array(data[start..<(start + length)]))
            start += length
        }
        let corrections = blocks.map { ReedSolomon.remainder(of: $0, by: divisor) }
        var bytes: [UInt8] = []
        for index in 0...(dataByteCount / count) {
            for block in blocks where index < block.count { bytes.append(block[index]) }
        }
        for index in 0..<errorByteCount { bytes += corrections.map { $0[index] } }
        return bytes
    }
}

/// Reed-Solomon codes over GF(2^8) modulo x^8 + x^4 + x^3 + x^2 + 1.
private enum ReedSolomon {
    static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var product = 0
        for bit in (0..<8).reversed() {
            product = product << 1 ^ (product >> 7) * 0x11D
            if right >> bit & 1 == 1 { product ^= Int(left) }
        }
        return UInt8(product)
    }

    /// The product of (x − 2^i) for i below the degree, without its leading 1.
    static func divisor(degree: Int) -> [UInt8] {
        var divisor = Array(repeating: UInt8(0), count: degree - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<degree {
            for index in 0..<degree {
                divisor[index] = multiply(divisor[index], root) ^ (index + 1 < degree ? divisor[index + 1] : 0)
            }
            root = multiply(root, 2)
        }
        return divisor
    }

    static func remainder(of data: [UInt8], by divisor: [UInt8]) -> [UInt8] {
        var remainder = Array(repeating: UInt8(0), count: divisor.count)
        for byte in data {
            let factor = byte ^ remainder.removeFirst()
            remainder.append(0)
            for index in remainder.indices { remainder[index] ^= multiply(divisor[index], factor) }
        }
        return remainder
    }
}
