import Foundation
import Testing

/// What nobody sees can forge: it is refused where it comes in, and shown where an older book still has it.
@Suite("Hidden characters")
struct HiddenTextTests {
    /// A book whose entries have, in every kind of text, what earlier versions let through. The marks are put into the stored
    /// bytes, as no command records them any more: `QQ` ends a line and begins another, `ZZ` clears a terminal, `YY` turns
    /// the direction round, `XX` is not seen.
    private func oldBook() throws -> Workplace {
        let place = try Workplace()
        let commands = """
            {"command":"member.join","member":"M1","name":"甲","from":"2019-01-01","sector":"教育QQ#999ZZYYXX","roles":["主任QQ#999ZZYYXX"],"groups":["一组QQ#999ZZYYXX"]}
            {"command":"activity.schedule","activity":"A1","kind":"study","title":"学习QQ#999ZZYYXX","on":"2019-03-01","place":"大厅QQ#999ZZYYXX","occurred":"2019-02-01","by":"秘书QQ#999ZZYYXX"}
            {"command":"attendance.check-in","activity":"A1","member":"M1","occurred":"2019-03-01","reason":"补记QQ#999ZZYYXX"}
            {"command":"activity.close","activity":"A1","outcomes":[{"kind":"suggestion","text":"建议QQ#999ZZYYXX"}],"occurred":"2019-03-02"}
            {"command":"visit.record","visit":"V1","members":["M1"],"to":"老人QQ#999ZZYYXX","place":"村QQ#999ZZYYXX","occurred":"2019-03-03"}
            {"command":"proposal.file","proposal":"P1","title":"公交QQ#999ZZYYXX","kind":"individual","signers":["M1"],"occurred":"2019-03-04"}
            {"command":"proposal.accept","proposal":"P1","number":"1QQ#999ZZYYXX","occurred":"2019-03-05"}
            {"command":"proposal.hand-over","proposal":"P1","lead":"交通局QQ#999ZZYYXX","due":"2019-06-30","occurred":"2019-03-06"}
            {"command":"suggestion.submit","suggestion":"S1","kind":"social-opinion","title":"路灯QQ#999ZZYYXX","members":["M1"],"occurred":"2019-03-07"}
            {"command":"donation.receive","donation":"D1","kind":"money","amount":100,"member":"M1","purpose":"助学QQ#999ZZYYXX","occurred":"2019-03-08"}
            {"command":"work.file","work":"W1","kind":"report","title":"报告QQ#999ZZYYXX","authors":["M1"],"occurred":"2019-03-09"}

            """
        try commands.write(toFile: place.path + "/commands", atomically: true, encoding: .utf8)
        let script = #"""
            minutebook book open b.db --name '单位QQ#999ZZYYXX' >/dev/null && minutebook record commands --book b.db | grep -c '"ok":true'
            sqlite3 b.db "DROP TRIGGER entries_are_never_updated; UPDATE entries SET bytes = CAST(replace(replace(replace(replace(bytes,
              'QQ', '\n'), 'ZZ', char(155) || '2J'), 'YY', char(8238)), 'XX', char(8203)) AS BLOB)"
            """#
        let made = try Program.shell(script, in: place.path)
        #expect(made.output == "11\n", "\(made.output)")
        return place
    }

    private static let views = [
        "audit M1", "audit A1", "audit P1", "audit S1", "audit D1", "audit V1", "audit W1", "member list", "activity list", "activity show A1",
        "proposal list --as-of 2019-12-31", "proposal show P1", "due --all --as-of 2019-12-31", "fund list", "log tail", "log show 3", "log show 5",
        "report annual --year 2019", "report annual --year 2019 --format html", "member file M1", "member file M1 --format html", "activity sheet A1",
        "attendance register", "visit due", "audit A1 --json", "activity list --json", "member list --json", "fund list --json", "proposal show P1 --json",
        "log show 99 2>&1", "fund spend --purpose $'a\\nb' --amount 1 2>&1", "explain nothing 2>&1",
    ]

    @Test func olderTextsAreShownAsWhatTheyAre() throws {
        let place = try oldBook()
        var shown = 0
        for view in Self.views {
            for language in ["zh", "en"] {
                let result = try Program.shell("minutebook \(view) --book b.db --lang \(language)", in: place.path)
                #expect(result.status < 128)
                let hidden = result.output.unicodeScalars.filter { [0x9B, 0x202E, 0x200B].contains($0.value) }
                #expect(hidden.isEmpty, "\(view): \(result.output)")
                let forged = result.output.split(separator: "\n").filter { $0.hasPrefix("#999") && !view.contains("html") && !view.contains("sheet") }
                #expect(forged.isEmpty, "\(view): \(result.output)")
                if result.output.contains("⟨U+200B⟩") { shown += 1 }
            }
        }
        #expect(shown > 30)
        // For programs, the stored bytes are the stored bytes.
        let stored = try Program.shell(
            "minutebook log show 3 --json --book b.db > shown; minutebook log export --book b.db | sed -n 3p | cmp - shown && grep -c $'\\u200b' shown", in: place.path)
        #expect(stored.output == "1\n", "\(stored.output)")
    }

    /// What comes in with such a character is refused in each of these, and the log is as it was.
    @Test func newTextsHaveNone() throws {
        let place = try Workplace()
        let script = """
            minutebook book open b.db --name x >/dev/null; minutebook member join --name y --from 2019-01-01 --book b.db >/dev/null
            export MINUTEBOOK_BOOK=b.db
            for c in '\\n#999' '\\u009b' '\\u202e' '\\u200b' '\\u2028' '\\u0085' '\\u061c' '\\u2066' '\\ufeff'; do
              echo "{\\"command\\":\\"activity.schedule\\",\\"kind\\":\\"study\\",\\"title\\":\\"a${c}b\\",\\"on\\":\\"2019-01-01\\"}"
              echo "{\\"command\\":\\"member.change\\",\\"member\\":\\"M1\\",\\"name\\":\\"a${c}b\\"}"
              echo "{\\"command\\":\\"visit.record\\",\\"by\\":\\"a${c}b\\"}"
              echo "{\\"command\\":\\"fact.correct\\",\\"corrects\\":2,\\"reason\\":\\"x\\",\\"set\\":{\\"sector\\":\\"a${c}b\\"}}"
            done | minutebook record | grep -c '"code":"field-hidden-character"'
            minutebook book open $'a\\nb.db' --name $'a\\u200bb'; echo "[$?]"; minutebook visit record --by $'a\\u202eb'; echo "[$?]"
            echo '{"command":"visit.record"}' | minutebook record --by $'a\\u009bb' | grep -c field-hidden; minutebook log export | wc -l; ls | grep -c .db$
            """
        let result = try Program.shell(script, in: place.path)
        let lines = result.output.split(separator: "\n").filter { !$0.hasPrefix("error: ") }
        #expect(lines == ["36", "[65]", "[65]", "1", "2", "1"], "\(result.output)")
    }

    /// Names are found however their dots, letters and spaces were typed.
    @Test(arguments: ["买买提·吐尔逊", "买买提•吐尔逊", "买买提・吐尔逊", "买买提．吐尔逊", "买买提‧吐尔逊", "买买提∙吐尔逊", " 买买提·吐尔逊 ", "m1", "Ｍ1", "M1"])
    func membersAreFound(typed: String) throws {
        let place = try Workplace()
        let script = """
            minutebook book open b.db --name x >/dev/null; minutebook member join --member M1 --name '买买提·吐尔逊' --from 2019-01-01 --book b.db >/dev/null
            minutebook member join --member M2 --name '李 Ａ' --from 2019-01-01 --book b.db >/dev/null
            minutebook visit record --member '\(typed)' --book b.db && minutebook visit record --member '李 a' --book b.db
            """
        let result = try Program.shell(script, in: place.path)
        #expect(result.output.contains("visit:V1 member:M1") || result.output.contains("member:M1 visit:V1"), "\(result.output)")
        #expect(result.output.contains("member:M2"), "\(result.output)")
    }
}
