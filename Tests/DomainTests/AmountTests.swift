import Domain
import Foundation
import TestSupport
import Testing

/// Amounts of money as people type them.
@Suite("Amounts")
struct AmountTests {
    @Test(arguments: [
        ("1500", 150_000), ("1,500", 150_000), ("1，500", 150_000), ("1500.50", 150_050), ("1500.5", 150_050), ("500元", 50_000), ("500 元", 50_000),
        ("1.5万", 1_500_000), ("1.5万元", 1_500_000), ("1.5 万元", 1_500_000), ("￥1,500", 150_000), ("¥ 1,500.00", 150_000), ("１５００", 150_000),
        ("１，５００．５０元", 150_050), ("￥１５００", 150_000), ("人民币1500元整", 150_000), ("RMB 1500", 150_000), ("500 yuan", 50_000),
        ("1.23456万", 1_234_560), ("1.234567万", 1_234_567), ("3千元", 300_000), ("2百万元", 200_000_000), ("1,500万", 1_500_000_000), ("0.2亿", 2_000_000_000),
        ("0.01", 1), ("12,345,678.90", 1_234_567_890), ("007", 700), (" 1500\u{3000}", 150_000), ("1000000000000", 100_000_000_000_000),
        ("1万亿", nil), ("10000亿", 100_000_000_000_000),
    ] as [(String, Int64?)])
    func isRead(text: String, fen: Int64?) { #expect((try? Amount.read(text)) == fen, "\(text)") }

    @Test(arguments: [
        ("", .unknownForm), ("viel", .unknownForm), ("元", .unknownForm), ("万元", .unknownForm), (".5", .unknownForm), ("1500.", .unknownForm),
        ("1 500", .unknownForm), ("1.5.0", .unknownForm), ("1e3", .unknownForm), ("0x10", .unknownForm), ("+5", .unknownForm), ("¥¥5", .unknownForm),
        ("5元元", .unknownForm), ("1万5", .unknownForm), ("5元3角", .unknownForm), ("500 美元", .unknownForm), ("$500", .unknownForm), ("٣٠", .unknownForm),
        ("1,50", .misplacedComma), ("1.500,00", .misplacedComma), ("1,500,00", .misplacedComma), ("1,,500", .misplacedComma), ("1500,000", .misplacedComma),
        ("0,500", .misplacedComma), ("1,5万", .misplacedComma), ("1.500", .tooManyDecimals), ("1500.505", .tooManyDecimals),
        ("1.2345678万", .tooManyDecimals), ("-5", .negative), ("－５元", .negative), ("−5", .negative), ("¥-5", .negative), ("-¥5", .negative),
        ("负500元", .negative), ("0", .zero), ("0.00元", .zero), ("0万", .zero), ("1000000000000.01", .tooLarge), ("10001亿", .tooLarge),
        ("99999999999999999999999999", .tooLarge), ("9223372036854775807", .tooLarge), ("9223372036854775807亿", .tooLarge),
    ] as [(String, Amount.Fault)])
    func isRefused(text: String, fault: Amount.Fault) { #expect(throws: fault, "\(text)") { try Amount.read(text) } }

    /// Written in every form, by shifting the point in the text of the number, and read again.
    @Test(arguments: 1...20 as ClosedRange<UInt64>) func whatIsWrittenIsRead(seed: UInt64) throws {
        var generator = Generator(seed: seed)
        for _ in 0..<200 {
            let fen = Int64.random(in: 1...(Int64(10) << Int64.random(in: 0...40, using: &generator)), using: &generator)
            var power = [0, 3, 4, 8].randomElement(using: &generator) ?? 0
            let unit = [0: "", 3: "千", 4: "万", 8: "亿"][power] ?? ""
            power += 2
            let digits = String(repeating: "0", count: power) + "\(fen)"
            var whole = String(digits.dropLast(power).drop { $0 == "0" })
            if whole.isEmpty { whole = "0" }
            if Bool.random(using: &generator) { whole = Self.grouped(whole) }
            var decimals = String(digits.suffix(power))
            while decimals.hasSuffix("0") { decimals.removeLast() }
            var text = whole + (decimals.isEmpty ? "" : "." + decimals) + unit
            text = (["", "¥", "￥"].randomElement(using: &generator) ?? "") + text + (["", "元", " 元"].randomElement(using: &generator) ?? "")
            if Bool.random(using: &generator) { text = Self.fullWidth(text) }
            #expect(try Amount.read(text) == fen, "\(text)")
        }
    }

    private static func grouped(_ whole: String) -> String {
        var (rest, groups) = (whole[...], [Substring]())
        while !rest.isEmpty {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        return groups.joined(separator: ",")
    }

    private static func fullWidth(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { "0123456789,.".unicodeScalars.contains($0) ? Unicode.Scalar($0.value + 0xFEE0)! : $0 }))
    }

    /// Any row of such characters: what a pattern and decimal arithmetic make of it.
    @Test(arguments: 1...20 as ClosedRange<UInt64>) func agreesWithAPatternAndDecimals(seed: UInt64) throws {
        var generator = Generator(seed: seed)
        let alphabet = Array("00112345,,..，．５¥万元-  ")
        var readCount = 0
        for _ in 0..<3000 {
            let length = Int.random(in: 1...8, using: &generator)
            let text = String((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "1" })
            let found = try? Amount.read(text)
            let expected = Self.oracle(text)
            #expect(found == expected, "\(text)")
            if expected != nil { readCount += 1 }
        }
        #expect(readCount > 50)
    }

    private static func oracle(_ text: String) -> Int64? {
        let plain = text.replacing("，", with: ",").replacing("．", with: ".").replacing("５", with: "5").trimmingCharacters(in: .whitespaces)
        guard let match = plain.wholeMatch(of: /¥?\ *((?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)\ *(万?)\ *元?/),
            let number = Decimal(string: String(match.1).replacing(",", with: ""))
        else { return nil }
        let fen = number * (match.2.isEmpty ? 100 : 1_000_000)
        let decimals = match.1.split(separator: ".").dropFirst().first?.count ?? 0
        guard fen > 0, decimals <= (match.2.isEmpty ? 2 : 6) else { return nil }
        return Int64("\(fen)")
    }
}
