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
        // A bulletin has the other plans that give points to members and have the quarter too, unless one is named.
        let beside = try Program.shell(
            """
            minutebook book open two.db --name x && minutebook member join --name y --from 2019-01-01 --book two.db
            for plan in A B C; do
              printf 'plan: %s\\ntitle: %s-points\\nyear: 2019\\ntargets: [{id: v, title: visits, for: %s, score: {each: 1}, acts: {visits: any}}]\\n' \
                $plan $plan $([ $plan = C ] && echo body || echo member) > $plan.yaml
              minutebook plan adopt $plan.yaml --occurred 2019-01-01 --book two.db
            done
            minutebook report bulletin --period 2019Q2 --book two.db -o both.md && minutebook report verify both.md --book two.db > /dev/null
            grep -q A-points both.md && grep -q B-points both.md && ! grep -q C-points both.md && echo beside
            minutebook report bulletin --period 2019Q2 --plan A --book two.db -o one.md
            grep -q A-points one.md && ! grep -q B-points one.md && echo alone
            """, in: place.path)
        #expect(beside.output.hasSuffix("beside\nalone\n"), "\(beside.output)")
        // A book without a plan has files and registers all the same.
        for view in ["member file M1", "attendance register", "explain M1", "report annual --year 2019"] {
            let result = try Program.shell("minutebook \(view) --book empty.db", in: place.path)
            #expect(result.status == 0, "\(view): \(result.output)")
        }
    }
}
