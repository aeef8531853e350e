import Testing
import Wording

@testable import Bookkeeping
@testable import Domain
@testable import EventLog

/// Sentences with arguments: what was handed in is said in both languages, and a Chinese sentence has no other Latin than that, what
/// is typed into a terminal, and names of formats.
@Suite("Sentences")
struct SentenceTests {
    struct Sentence: Sendable, CustomTestStringConvertible {
        let phrase: Phrase
        let arguments: [String]
        var testDescription: String { phrase.en }

        init(_ phrase: Phrase, _ arguments: String...) {
            self.phrase = phrase
            self.arguments = arguments
        }
    }

    private static let time = Timestamp(microsecondsSince1970: 1_552_354_200_000_000)

    private static let files: [Sentence] = [
        Sentence(.noSuchFile("甲.json"), "甲.json"), Sentence(.notAFile("甲.json", isFolder: true), "甲.json"),
        Sentence(.notAFile("甲.json", isFolder: false), "甲.json"), Sentence(.fileTooLong("甲.json", byteMax: 16 << 20), "甲.json", "16 MiB"),
        Sentence(.notUTF8("甲.json"), "甲.json"), Sentence(.cannotRead("甲.json", 13), "甲.json"),
        Sentence(.cannotRead("甲.json", 21), "甲.json"),
        Sentence(.cannotRead("甲.json", 999), "甲.json", "999"), Sentence(.cannotWrite("甲.json", 28), "甲.json"),
        Sentence(.cannotWrite("甲.json", 30), "甲.json"), Sentence(.cannotWrite("甲.json", 2), "甲.json"),
        Sentence(.cannotWrite("甲.json", 36), "甲.json"),
        Sentence(.notInEncoding(.argument(3), encoding: "GB18030"), "3", "GB18030"),
        Sentence(.notInEncoding(.variable("MINUTEBOOK_BOOK"), encoding: "UTF-8"), "MINUTEBOOK_BOOK"),
        Sentence(.tooFewDescriptors(needed: 12), "12"),
        Sentence(.inputClosed),
    ]

    private static let lookups: [Sentence] = [
        Sentence(.noPlan("P9"), "P9"), Sentence(.noPlan(nil)), Sentence(.noSuchTarget("12", in: "P6"), "12", "P6"),
        Sentence(.noSuchActivity("A9"), "A9"),
        Sentence(.noSuchMember("M9"), "M9"), Sentence(.nothingFound),
        Sentence(.nothingToGiveReceiptOf(Subject(kind: "member", id: "M9")), "M9"),
        Sentence(.parameterMissing("member"), "member"), Sentence(.parameterNotInRange("limit", "0", 1...1_000), "limit", "1000"),
        Sentence(.notADate("as-of", "gestern"), "as-of", "gestern"), Sentence(.doesNotExist("as-of", "2026-02-30", "2026-2-30"), "2026-02-30"), Sentence(.notATime("known-at", "x"), "known-at"),
        Sentence(.positionTooSmall("at", 0, least: 1), "at", "0", "1"), Sentence(.knowledgeCutTwice),
    ]

    private static let safekeeping: [Sentence] = [
        Sentence(.backupDamaged), Sentence(.keysBackedUp), Sentence(.restored("b.db", entryCount: 7), "b.db", "7"),
        Sentence(.restoredWithoutKeys),
        Sentence(.archived("out", size: 7), "out", "7"), Sentence(.noSchemas("src"), "src"), Sentence(.ambiguousAttachment("ab12"), "ab12"),
        Sentence(.backupHasNoCheckpoint(.backupDamaged)),
    ]

    private static let handouts: [Sentence] = [
        Sentence(.witnessUnknown), Sentence(.witnessTrusted("archive"), "archive"), Sentence(.notAKey("k.pub"), "k.pub"),
        Sentence(.provableFrom(to: 31), "0", "31"), Sentence(.onlyGrew(since: 31), "31"), Sentence(.olderCheckpointMissing),
        Sentence(.proofDoesNotHold),
    ]

    private static let input: [Sentence] = [
        Sentence(.clockFault(.behind(clock: time, lastEntry: time)), "2019-03-12T01:30:00.000000Z"), Sentence(.clockFault(.outsideCalendar)),
        Sentence(
            .projectionError(ProjectionError(position: Position(7), fault: .unknownType("member.promoted", version: 3))), "7",
            "member.promoted", "3"),
        Sentence(.projectionError(ProjectionError(position: Position(7), fault: .unknownSubject("activity:A9"))), "7", "activity:A9"),
        Sentence(.entryTooLong(byteCount: 70_000, limit: 65_535), "70000", "65535"), Sentence(.entryUnreadable),
        Sentence(.notRecordedBesideRefusal),
        Sentence(.notAMonth("month", "13"), "month", "13"), Sentence(.notPoints("x"), "x"),
        Sentence(.notAnAmount("viel", .unknownForm), "viel", "1,500.50"), Sentence(.notAnAmount("-5", .negative), "-5"),
        Sentence(.notAnAmount("0.00", .zero), "0.00"), Sentence(.notAnAmount("1,50", .misplacedComma), "1,50", "1500.50"),
        Sentence(.notAChange("viel"), "viel", "amount=1500"), Sentence(.notANumber("halfDays", "x"), "halfDays", "x"),
        Sentence(.notAFlag("late", "x"), "late", "x"),
        Sentence(.notAnAmount("1.500", .tooManyDecimals), "1.500", "1,500"),
        Sentence(.notAnAmount("9e9", .tooLarge), "9e9", "1,000,000,000,000"),
        Sentence(.notATimeZone("CST"), "CST", "Asia/Shanghai", "America/Chicago"),
        Sentence(.bookStarted("b.db", clock: "Asia/Shanghai", offsetMinutes: 480), "b.db", "Asia/Shanghai", "UTC+08:00"),
        Sentence(.machineIsElsewhere("Europe/London"), "Europe/London"), Sentence(.outputNeedsICS), Sentence(.positionOrFrom),
        Sentence(.erasureNotConfirmed("M1"), "M1"),
    ]

    @Test(arguments: files + lookups + safekeeping + handouts + input) func says(sentence: Sentence) {
        let (zh, en) = (sentence.phrase.zh, sentence.phrase.en)
        for argument in sentence.arguments { #expect(zh.contains(argument) && en.contains(argument), "\(argument): \(zh) / \(en)") }
        #expect("。：".contains(zh.last ?? " "), "\(zh)")
        #expect(".:".contains(en.last ?? " "), "\(en)")
        var rest = zh
        for argument in sentence.arguments.sorted(by: { $0.count > $1.count }) { rest = rest.replacing(argument, with: "") }
        rest = rest.replacing(
            /“[^”]*”|minutebook( [a-z-]+)* ?-?|--?[a-z][a-z-]*|ulimit -n \d+|sha256sum --check SHA256SUMS|LANG(=zh_CN\.UTF-8)?/, with: ""
        )
        .replacing(/UTF-8|SHA256SUMS|\d{4}-\d\d-\d\dT[0-9:Z]+/, with: "")
        #expect(!rest.contains { $0.isASCII && $0.isLetter }, "\(rest)")
        #expect(
            !en.unicodeScalars.contains {
                (0x4E00...0x9FFF).contains($0.value) && !sentence.arguments.joined().unicodeScalars.contains($0)
            }, "\(en)")
    }

    @Test(
        arguments: [(5, "磁盘或设备出错"), (9, "输出没有打开"), (13, "没有权限"), (20, "不是目录"), (27, "ulimit -f"), (122, "磁盘已满"), (24, "ulimit -n")]
            as [(Int32, String)])
    func errorsOfTheSystem(code: Int32, zh: String) {
        let phrase = Phrase.cannotWrite("甲", code)
        #expect(phrase.zh.hasPrefix("无法写入 甲，没有改动它：") && phrase.zh.contains(zh), "\(phrase.zh)")
        #expect(!phrase.en.contains("system error"), "\(phrase.en)")
    }

    @Test(arguments: [.ofThisBook, .book, .personalKeys, .signingKey, .accounts, .unreadable, .besideBook] as [OutputRefused.Reason])
    func outputThatIsRefused(reason: OutputRefused.Reason) {
        let phrase = Phrase.outputRefused(OutputRefused(path: "甲.db", reason: reason))
        #expect(phrase.zh.hasPrefix("甲.db ") && phrase.zh.hasSuffix("请换一个文件名。"))
        #expect(phrase.en.hasPrefix("甲.db ") && phrase.en.hasSuffix("Choose another name."))
    }

    @Test(
        arguments: [
            (0, 1, 0, "b.db: 1 entry, 1 of them new; 0 new attachments; checked."),
            (30, 1, 1, "b.db: 31 entries, 1 of them new; 1 new attachment; checked."),
            (31, 0, 2, "b.db: 31 entries, 0 of them new; 2 new attachments; checked."),
        ] as [(Int64, Int64, Int64, String)])
    func backups(kept: Int64, added: Int64, attachments: Int64, en: String) {
        var copy = LogCopy()
        (copy.kept, copy.added, copy.attachmentsAdded) = (kept, added, attachments)
        let phrase = Phrase.backedUp("b.db", copy)
        #expect(phrase.en == en)
        #expect(phrase.zh == "b.db：共 \(kept + added) 条，新增 \(added) 条、附件 \(attachments) 件，已核对。")
    }
}
