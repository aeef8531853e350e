import Foundation
import Testing

/// A plan that is named and is not there is an error wherever a plan can be named.
@Suite("A mistyped plan")
struct PlanChoiceTests {
    @Test func isSaid() throws {
        let place = try Workplace()
        let made = try Program.shell(
            "minutebook demo . --only P6 --seeds $SEEDS && minutebook book open empty.db --name x && minutebook member join --name y --from 2019-01-01 --book empty.db",
            in: place.path)
        #expect(made.status == 0)
        for view in [
            "status", "member file M07", "attendance register", "explain M07", "explain 1", "calendar", "diff --from 1", "report annual --year 2019",
        ] {
            let wrong = try Program.shell("minutebook \(view) --plan P66 --book P6.db", in: place.path)
            #expect(wrong.status == 66 && wrong.output.hasPrefix("error: There is no plan 'P66' in this book."), "\(view): \(wrong.output)")
            let right = try Program.shell("minutebook \(view) --plan P6 --book P6.db", in: place.path)
            #expect(right.status == 0, "\(view): \(right.output)")
        }
        // A book without a plan has files and registers all the same.
        for view in ["member file M1", "attendance register", "explain M1", "report annual --year 2019"] {
            let result = try Program.shell("minutebook \(view) --book empty.db", in: place.path)
            #expect(result.status == 0, "\(view): \(result.output)")
        }
    }
}
