import Crypto
import Foundation
import Rendering
import Testing

/// Codes that another program read back, at sizes from the smallest to the largest, held to the module.
/// `Tools/test` has a printed checkpoint read by that program as well.
@Suite("QR codes")
struct QRCodeTests {
    @Test(arguments: [
        ("minutebook", 1, 1, "f9dd05288d5722c345fe756f19834f9ca3b6e34b5ce2d59eff71d7d9461e5848"),
        ("x", 14, 1, "ca4e5f8669011ed0429dc7e4cd16862f3ce8cc6b446acc97446b0bd6815d9c36"),
        ("x", 15, 2, "be1f4b93f39e9f2b2078c3ee1b75b380b920cf717fadc9593dca07aa7f0a32e0"),
        ("履职簿 ", 20, 10, "423089804c1f5d2485f84c2c2b76bf2342f7456234e0dc7d6e940967942d66ab"),
        ("y", 250, 11, "fbedcb03c4857e67ce669a43df643530054304a3301d71833b549017093e1d6b"),
        ("z", 700, 21, "f2d1f2176d29bb4e011da6fe5404cc6ee1602d82d8c989c56ed08bb4dbefda76"),
        ("w", 2_331, 40, "06c2b2b8bc276d5c7e18635b8e541870fac03bccdaa92da1692504f8243729be"),
    ])
    func isReadByOthers(piece: String, count: Int, version: Int, digest: String) throws {
        let code = try #require(QRCode(String(repeating: piece, count: count)))
        #expect(code.size == 17 + 4 * version)
        let rows = (0..<code.size).map { row in
            (0..<code.size).map { code.isDark(row: row, column: $0) ? "1" : "0" }.joined()
        }
        let hash = SHA256.hash(data: Data(rows.joined(separator: "\n").utf8))
        #expect(hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == digest)
    }

    @Test func whatIsTooLongHasNoCode() {
        #expect(QRCode(String(repeating: "w", count: 2_332)) == nil)
    }
}
