#if Web
internal import Crypto
package import Domain
package import EventLog
internal import Foundation
internal import GRDB

/// What came of trying a personal code.
package enum CodeCheck: Equatable, Sendable {
    case right
    /// Or the member has none.
    case wrong
    /// Tried wrong too often: right or wrong, it is not looked at until the office gives a new one.
    case blocked
}

/// That a member has a personal code. The code itself is shown when it is issued, and never again.
package struct IssuedCode: Equatable, Sendable {
    package let member: MemberID
    package let issued: Timestamp
    package let isBlocked: Bool
}

/// Codes of eight digits by which members prove who they are, once on each phone. The office gives them out.
///
/// So few digits are found by trying, however slow the derivation: with the file alone, 10^8 of scrypt's derivations take a year,
/// and would take 40 of them, 13 seconds, to issue a body's codes. So a code is stored as its HMAC under a random pepper of the same
/// file, which only its owner may read; what protects it is that few wrong codes are taken.
extension AccountStore {
    static let wrongCodesMax = 10
    private static let countingSeconds: Int64 = 24 * 3600

    /// Issues codes. A code that a member had is good for nothing any more; their phones stay registered.
    ///
    /// - Returns: `1234 5678` for each member, which no file has.
    package func issueCodes(for members: [MemberID]) throws -> [MemberID: String] {
        var generator = SystemRandomNumberGenerator()
        let numbers = members.map { ($0, UInt32.random(in: 0..<100_000_000, using: &generator)) }
        let codes = Dictionary(numbers, uniquingKeysWith: { first, _ in first }).mapValues(Self.digits)
        let now = clock().microsecondsSince1970
        try write { db in
            let pepper = try Self.pepper(db)
            for (member, code) in codes {
                try db.execute(
                    sql: "INSERT OR REPLACE INTO personal_codes (member, code, issued, counted_since) VALUES (?, ?, ?, ?)",
                    arguments: [member.description, Self.stored(code, member, pepper), now, now])
            }
        }
        return codes.mapValues { "\($0.prefix(4)) \($0.suffix(4))" }
    }

    /// Takes a member's code back.
    package func withdrawCode(of member: MemberID) throws {
        try write { try $0.execute(sql: "DELETE FROM personal_codes WHERE member = ?", arguments: [member.description]) }
    }

    /// Who has a code.
    package func issuedCodes() throws -> [IssuedCode] {
        let rows = try read { try Row.fetchAll($0, sql: "SELECT * FROM personal_codes") }
        return rows.compactMap { row in
            MemberID(row["member"] as String).map {
                IssuedCode(
                    member: $0, issued: Timestamp(microsecondsSince1970: row["issued"]), isBlocked: row["wrong_count"] >= Self.wrongCodesMax)
            }
        }.sorted { $0.member < $1.member }
    }

    /// Tries a code, with or without spaces, and in digits of whatever width. Those who try at once are counted one after another.
    package func checkCode(_ text: String, of member: MemberID) throws -> CodeCheck {
        let digits = text.compactMap(\.wholeNumberValue).filter { $0 < 10 }.map(String.init).joined()
        let now = clock()
        return try write { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM personal_codes WHERE member = ?", arguments: [member.description])
            else { return .wrong }
            let count: Int = row["wrong_count"]
            guard count < Self.wrongCodesMax else { return .blocked }
            if isEqualInConstantTime(Self.stored(digits, member, try Self.pepper(db)), row["code"] as Data) { return .right }
            let since = Timestamp(microsecondsSince1970: row["counted_since"])
            let isNewDay = now >= since.adding(seconds: Self.countingSeconds)
            try db.execute(
                sql: "UPDATE personal_codes SET wrong_count = ?, counted_since = ? WHERE member = ?",
                arguments: [isNewDay ? 1 : count + 1, (isNewDay ? now : since).microsecondsSince1970, member.description])
            return .wrong
        }
    }

    private static func digits(_ number: UInt32) -> String {
        let text = String(number)
        return String(repeating: "0", count: 8 - text.count) + text
    }

    private static func pepper(_ db: Database) throws -> SymmetricKey {
        guard let key = try Data.fetchOne(db, sql: "SELECT key FROM pepper") else { throw LogError.damaged(position: nil, .valueMissing) }
        return SymmetricKey(data: key)
    }

    private static func stored(_ digits: String, _ member: MemberID, _ pepper: SymmetricKey) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data("\(member)\0\(digits)".utf8), using: pepper))
    }
}
#endif
