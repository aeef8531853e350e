#if Web
internal import Bookkeeping
internal import Domain
internal import EventLog
internal import Views
internal import Wording

/// What waits for somebody who decides: leave that was asked for, and appeals.
enum Approvals {
    /// Of meetings that are not closed, the next first. Only the names of those who ask are read.
    static func rows(_ context: ViewContext, by role: Role) throws -> [TodayRoutes.Row] {
        guard CommandAccess.allows(role, "attendance.grant-leave") else { return [] }
        let state = context.state
        let meetings = state.activities.values.filter { !$0.isCancelled && $0.closing == nil && $0.schedule != nil }
            .sorted { ($0.date?.first ?? .distantFuture, $0.id) < ($1.date?.first ?? .distantFuture, $1.id) }
        let asking = meetings.flatMap { meeting in
            meeting.attendance.marks.filter { $0.value.standing == .leaveAsked }.keys.sorted().map { (meeting, $0) }
        }
        let names = try context.names(of: Set(asking.map(\.1)).sorted())
        let leaves = asking.map { meeting, member -> TodayRoutes.Row in
            let query = "activity=\(meeting.id.description.addressEncoded)&member=\(member.description.addressEncoded)"
            return TodayRoutes.Row(
                address: "/meetings/\(meeting.id.description.addressEncoded)/answers",
                text: .plain("\(member) ") + .name(names[member] ?? .unreadable) + TodayText.asksLeave,
                detail: .plain("\(meeting.title ?? "")  ") + (meeting.date.map { .when($0) } ?? .plain("")),
                acts: [
                    ("/record/attendance.grant-leave?\(query)", .eventType("attendance.leave-granted"), true),
                    ("/record/attendance.refuse-leave?\(query)", .eventType("attendance.leave-refused"), false),
                ])
        }
        let appeals = state.appeals.values.filter { $0.filed != nil && $0.stage == .open }.map { appeal in
            TodayRoutes.Row(
                address: "/appeals", text: TodayText.appeal(appeal.id.description), detail: .plain(appeal.filed?.fact.member.description ?? ""),
                acts: [("/record/appeal.answer?appeal=\(appeal.id.description.addressEncoded)", .eventType("appeal.answered"), true)])
        }
        return leaves + appeals
    }
}
#endif
