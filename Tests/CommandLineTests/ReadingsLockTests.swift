import Foundation
import Testing

/// Whoever can read the folder can hold the lock of the log of readings. That stops nobody but those who read names, and
/// they are told.
@Suite("A stranger holds the readings' lock")
struct ReadingsLockTests {
    @Test func namesAreWithheldAndTheRestGoesOn() throws {
        let workplace = try Workplace()
        let script = """
            minutebook demo . --only P6 --seeds $SEEDS >/dev/null; minutebook member list --book P6.db | grep -o 'M01 *[^ ]*' > before
            held() { flock P6.db.readings-lock "$@"; echo "status $?"; }
            held minutebook member list --book P6.db | grep -e M01 -e status
            held minutebook log checkpoint -o c --book P6.db; test -s c && echo signed
            minutebook member list --book P6.db | grep -o 'M01 *[^ ]*' > after; cmp before after && echo same
            """
        let output = try Program.shell(script, in: workplace.path).output
        let held = "P6.db.readings is in use by another program. Try again later."
        #expect(output.contains("note: Reading names has to be recorded, and cannot be now, so they are withheld: \(held)\n"), "\(output)")
        #expect(output.contains("note: The log of readings was not signed: \(held)\n"), "\(output)")
        #expect(output.split(separator: "\n").count { $0 == "status 0" } == 2 && output.hasSuffix("signed\nsame\n"), "\(output)")
    }
}
