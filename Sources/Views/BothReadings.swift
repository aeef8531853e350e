package import Assessment
internal import EventLog
package import Rendering
package import Wording

extension PlanStatus {
    /// Where what was earned before an amendment stays: that it does, and every figure that would be another one if the
    /// amendment were for the whole year. Nil where the plan was not amended, or for the whole year.
    package var bothReadings: (Phrase, Table)? {
        guard let earlier = plan.earlier.first, let other = wholeYear.first else { return nil }
        var table = Table(
            "whole-year",
            [
                .init("figure", ColumnTitle.figure), .init("from", ColumnTitle.earnedStays), .init("whole", ColumnTitle.ifWholeYear),
            ])
        for change in changes(to: other) { table.append(change.cells) }
        return (.amended(from: earlier.until.adding(days: 1), isSame: table.rows.isEmpty), table)
    }
}
