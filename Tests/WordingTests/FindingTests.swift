import CanonicalJSON
import Domain
import EventLog
import Testing
import TransparencyTree
import Wording

@testable import Bookkeeping

@Suite("What a check found, in words")
struct FindingTests {
    private typealias Fault = VerificationReport.Fault

    private static func says(_ fault: VerificationReport.Fault, at position: Int64? = nil) -> Phrase {
        Phrase.finding(VerificationReport.Finding(position: position.map { Position($0) }, fault: fault))
    }

    private static let hash = ContentHash(hexadecimal: String(repeating: "ab", count: 32)).unsafelyUnwrapped

    @Test(
        arguments: [
            (
                .positionOutOfOrder(expected: Position(4), found: Position(6)), "应为第 4 条，实为第 6 条。",
                "entry 4 was expected, but entry 6 was found."
            ),
            (.notCanonical, "不是规范写法。", "it is not in canonical form."),
            (.unreadable(nil), "无法读取。", "it cannot be read."),
            (.unreadable(JSONError(.unexpectedEnd, offset: 9)), "无法读取：内容没有写完。", "it cannot be read: The text ends too early."),
            (.wrongLeafHash, "内容与哈希不符，被改动过。", "its bytes do not match its hash: it was altered."),
            (.wrongNodeHash(level: 2), "哈希树第 2 层与各条内容不符。", "a hash of level 2 of the tree does not match the entries."),
            (.notLaterThanTheOneBefore, "记录时间不晚于前一条。", "it was not recorded later than the entry before it."),
            (.notWhatWasSigned(size: 9, soundUpTo: 0), "前 9 条与当时签名的不一样。", "the first 9 entries differ from those that were signed."),
            (
                .notWhatWasSigned(size: 9, soundUpTo: 5), "前 9 条与当时签名的不一样；前 5 条没有问题，改动在其后。",
                "the first 9 entries differ from those that were signed. The first 5 agree, so the change is after them."
            ),
            (.nothingSignedByNamedKeys, "没有由你指定的钥匙签名的校验点。", "no checkpoint is signed by a key that you named."),
            (
                .entriesMissing(signed: 1, held: 0), "签名时有 1 条，现在只有 0 条：末尾被截掉了。",
                "1 entry was signed, but only 0 are present: the end was cut off."
            ),
            (
                .entriesMissing(signed: 9, held: 7), "签名时有 9 条，现在只有 7 条：末尾被截掉了。",
                "9 entries were signed, but only 7 are present: the end was cut off."
            ),
            (.checkpointOfAnotherBook(origin: "x/y"), "校验点属于另一本簿（x/y）。", "a checkpoint belongs to another book (x/y)."),
            (.attachmentMissing(hash), "它的附件 \(hash) 不在簿中。", "its attachment \(hash) is not in the book."),
            (.attachmentDamaged(hash), "附件 \(hash) 的内容与其哈希不符。", "attachment \(hash) does not match its hash."),
            (
                .fileUnreadable(.busy(path: "b.db")), "文件后面的内容无法读取：b.db 正被另一个程序占用。请稍后再试。",
                "the rest of the file is unreadable: b.db is in use by another program. Try again later."
            ),
            (
                .keysMissing([Subject(kind: "member", id: "M1")]), "没有删除的人缺少钥匙，其封存的内容无法读取：委员 M1。",
                "keys of persons who were not erased are missing, so their sealed content cannot be read: member:M1."
            ),
        ] as [(VerificationReport.Fault, String, String)])
    func faults(fault: VerificationReport.Fault, zh: String, en: String) {
        #expect(Self.says(fault) == Phrase(zh: zh, en: en))
        // Where it is known, the place comes first; what is wrong with the log of readings has its place in that.
        #expect(Self.says(fault, at: 7) == Phrase(zh: "第 7 条：" + zh, en: "entry 7: " + en))
        let inReadings = Fault.inReadings(VerificationReport.Finding(position: Position(2), fault: fault))
        #expect(Self.says(inReadings) == Phrase(zh: "查阅记录：第 2 条：" + zh, en: "the log of readings: entry 2: " + en))
    }

    /// Five persons are named, and how many there are.
    @Test func longListsAreCut() {
        let persons = (1...7).map { Subject(kind: "member", id: "M\($0)") }
        let phrase = Self.says(.keysOfErased(persons))
        #expect(phrase.zh.hasSuffix("：委员 M1、委员 M2、委员 M3、委员 M4、委员 M5 等 7 人。"))
        #expect(phrase.en.hasSuffix(": member:M1, member:M2, member:M3, member:M4, member:M5 and 2 more."))
        #expect(Self.says(.keysOfErased(Array(persons.prefix(5)))).zh.hasSuffix("委员 M4、委员 M5。"))
        #expect(Phrase.some([], atMost: 3) == .plain(""))
        #expect(Phrase.some([.plain("a"), .plain("b")], atMost: 1, zh: "；", en: "; ") == Phrase(zh: "a 等 2 人", en: "a and 1 more"))
    }

    private func report(_ faults: [VerificationReport.Fault], count: Int64 = 12) -> VerificationReport {
        var report = VerificationReport()
        report.entryCount = count
        for (index, fault) in faults.enumerated() { report.add(fault, at: Position(Int64(index) + 1)) }
        return report
    }

    @Test(
        arguments: [
            ([], 1, "1 条全部核验无误。", "The only entry is sound."), ([], 12, "12 条全部核验无误。", "All 12 entries are sound."),
            ([.notCanonical], 1, "核验了 1 条，发现 1 处问题。", "1 fault in 1 entry."),
            ([.notCanonical, .wrongLeafHash], 12, "核验了 12 条，发现 2 处问题。", "2 faults in 12 entries."),
        ] as [([VerificationReport.Fault], Int64, String, String)])
    func summaries(faults: [VerificationReport.Fault], count: Int64, zh: String, en: String) {
        #expect(Phrase.verified(report(faults, count: count)) == Phrase(zh: zh, en: en))
    }

    /// Each remedy once, the gravest first. Where two histories stand against each other, no backup decides between them.
    @Test(
        arguments: [
            ([], []), ([.wrongLeafHash, .notCanonical], ["restore a backup"]), ([.keysOfErased([])], ["it destroys the keys"]),
            ([.keysMissing([]), .wrongLeafHash], ["restore a backup", "Restore the correct key file"]),
            (
                [.wrongLeafHash, .signedByRetiredKey(size: 3, key: key, upTo: 2)],
                ["keep the book, its key files and the checkpoints unchanged"]
            ),
            ([.nothingSignedByNamedKeys], ["Ask the body that is responsible"]),
            ([.inReadings(.init(position: nil, fault: .wrongLeafHash))], ["The log of readings is not trustworthy"]),
            ([.checkpointOfAnotherBook(origin: "x"), .notCanonical], ["restore a backup", "Check the key files"]),
        ] as [([VerificationReport.Fault], [String])])
    func advice(faults: [VerificationReport.Fault], remedies: [String]) {
        let advice = Phrase.advice(report(faults))
        #expect(advice.count == remedies.count, "\(advice.map(\.en))")
        for (phrase, remedy) in zip(advice, remedies) {
            #expect(phrase.en.contains(remedy), "\(phrase.en)")
            #expect(!phrase.zh.isEmpty && phrase.zh != phrase.en)
        }
    }

    private static let key = VerifierKey("office+be7b82c2+AQcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH").unsafelyUnwrapped
}
