internal import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import Domain
internal import EventLog
internal import Rendering
internal import Reports
internal import Views
internal import Wording

struct ActivityShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "一次活动：谁来了、谁没来、成果 One activity: who came, who did not, what came of it",
        discussion: "EXAMPLE: minutebook activity show A3")

    @OptionGroup var common: CommonOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @Argument(help: "活动 The activity.") var activity: String

    func run() throws {
        let book = try common.openBook()
        let state = try knowledge.state(of: book)
        guard let activity = ActivityID(activity).flatMap({ state.activities[$0] }), let schedule = activity.schedule else {
            throw Problem(
                .notFound, code: "no-such-activity",
                Phrase(zh: "簿中没有活动“\(self.activity)”。", en: "There is no activity '\(self.activity)' in this book."))
        }
        let count = AttendanceCount(activity, in: state)
        var list = Listing(columns: [
            .init("member", "编号", "id"), .init("name", "姓名", "name"), .init("standing", "考勤", "standing"),
            .init("remark", "备注", "remark"), .init("entries", "依据", "entries"),
        ])
        let members = (count.present + count.onLeave + count.excused + count.absent)
        let names = try MemberList.names(of: members, for: common.purpose("activity show"), book, state)
        // Who had not said that they would come, where others had.
        let hasRegistrations = activity.attendance.marks.values.contains { $0.details.contains(.registered) }
        for member in members {
            let mark = activity.attendance.marks[member]
            list.rows.append([
                member.description, names[member] ?? "–", (Phrase.standing(of: member, in: count) ?? .plain(""))[.current],
                remark(mark, schedule, isWalkIn: hasRegistrations && mark.map { $0.standing == .present && !$0.details.contains(.registered) } ?? false)[.current],
                mark.map { ([$0.position] + $0.corrections).ranges } ?? "",
            ])
        }
        guard !common.json else { return list.show(json: true) }
        let date = activity.date.map { Phrase.when($0) } ?? .plain("")
        Output.line(.plain("\(activity.id) \(schedule.title)  ") + date + .plain(activity.place.map { "  \($0)" } ?? ""))
        for outcome in activity.closing?.outcomes ?? [] { Output.line(.plain("  ") + .outcomeKind(outcome)) }
        if count.countable > 0 {
            Output.line(
                Phrase(zh: "  应到 \(count.countable)，实到 \(count.present.count)，", en: "  \(count.present.count) of \(count.countable) present, ")
                    + .plain(Phrase.percent(Int64(count.present.count), of: Int64(count.countable))))
        } else if let participants = activity.closing?.participants {
            Output.line(Phrase(zh: "  \(participants) 人参加", en: "  \(participants) took part"))
        }
        guard !list.rows.isEmpty else { return }
        Output.line()
        list.show(json: false)
    }

    private func remark(_ mark: AttendanceMark?, _ schedule: ActivityScheduled, isWalkIn: Bool) -> Phrase {
        guard let mark else { return .plain("") }
        var remarks: [Phrase] = []
        if mark.details.contains(.leftEarly) { remarks.append(Phrase(zh: "早退", en: "left early")) }
        if let there = mark.halfDays, let all = schedule.halfDays {
            remarks.append(Phrase(zh: "到 \(there)/\(all) 个半天", en: "\(there) of \(all) half-days"))
        }
        if isWalkIn { remarks.append(Phrase(zh: "未报名", en: "not registered")) }
        if mark.standing == .registered { remarks.append(Phrase(zh: "已报名", en: "registered")) }
        if mark.standing == .leaveAsked { remarks.append(Phrase(zh: "请假未批", en: "leave not granted yet")) }
        if mark.standing == .leaveRefused { remarks.append(Phrase(zh: "不准假", en: "leave refused")) }
        if mark.details.contains(.back) { remarks.append(Phrase(zh: "已销假", en: "back from leave")) }
        return .joined(remarks)
    }
}
