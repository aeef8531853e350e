import Foundation
import Testing

/// Words of the command line are bytes in the locale's encoding: what is recorded is what was typed, or nothing is.
@Suite("Encodings of the command line")
struct EncodingTests {
    /// 张三, and 一, whose two bytes would be a letter of UTF-8 as well.
    @Test(arguments: [("GB18030", #"\xd5\xc5\xc8\xfd"#, "张三"), ("GB18030", #"\xd2\xbb"#, "一"), ("GBK", #"\xd2\xbb"#, "一"), ("Big5", #"\xb1\x69"#, "張")])
    func namesAreReadInTheLocale(encoding: String, bytes: String, name: String) throws {
        let place = try Workplace()
        let script = """
            minutebook book open b.db --name x >/dev/null
            LC_ALL=zh_CN.\(encoding) minutebook member join --name $'\(bytes)' --from 2026-01-01 --book b.db; minutebook member list --book b.db
            """
        let result = try Program.shell(script, in: place.path)
        #expect(result.status == 0 && result.output.contains("M1  \(name) "), "\(result.output)")
    }

    @Test(arguments: [
        (#"LC_ALL=en_US.UTF-8 minutebook visit record --to $'\xd5\xc5' --book b.db"#, "Argument 4 is not text in UTF-8"),
        (#"LC_ALL=C minutebook visit record --to $'\xd5\xc5' --book b.db"#, "Argument 4 is not text in UTF-8"),
        (#"LC_ALL=zh_CN.GB18030 minutebook visit record --to $'\xff\xff' --lang en --book b.db"#, "GB18030"),
        (#"LC_ALL=zh_CN.no-such-thing minutebook visit record --to $'\xd5\xc5' --lang en --book b.db"#, "no-such-thing"),
        (#"LC_ALL=en_US.UTF-8 MINUTEBOOK_BOOK=$'\xd5\xc5' minutebook visit record --to x"#, "The environment variable MINUTEBOOK_BOOK is not text in UTF-8"),
    ])
    func whatIsNoTextIsRefused(line: String, said: String) throws {
        let place = try Workplace()
        let script = "minutebook book open b.db --name x >/dev/null; \(line); echo \"[$?]\"; minutebook log export --book b.db | wc -l"
        let result = try Program.shell(script, in: place.path)
        #expect(result.output.contains(said) && result.output.hasSuffix("[64]\n1\n"), "\(result.output)")
    }

    @Test func theBookOfTheEnvironmentIsReadInTheLocale() throws {
        let place = try Workplace()
        let script = """
            minutebook book open 张.db --name x >/dev/null
            LC_ALL=zh_CN.GB18030 MINUTEBOOK_BOOK=$'\\xd5\\xc5.db' minutebook member list --json
            """
        let result = try Program.shell(script, in: place.path)
        #expect(result.output == "[]\n", "\(result.output)")
    }
}
