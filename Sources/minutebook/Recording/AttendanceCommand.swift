internal import ArgumentParser
internal import CanonicalJSON

struct AttendanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attendance", abstract: "考勤 Attendance",
        subcommands: [
            SignUp.self, CheckIn.self, LeaveEarly.self, AskLeave.self, GrantLeave.self, RefuseLeave.self, EndLeave.self,
            Excuse.self, MarkAbsent.self,
            AttendanceRegisterCommand.self, AttendanceReceipt.self,
        ])

    struct CheckIn: RecordingCommand {
        static let command = "attendance.check-in"
        static let configuration = describe(
            "签到 Check in",
            example: "attendance check-in A3 M01 M02 M03")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "活动 The activity.") var activity: String
        @Argument(help: "委员 Members.") var members: [String]
        @Option(help: "scan、roll-call、bulk、paper、late-entry") var method: String?
        @Flag(help: "迟到 They came late.") var late = false
        @Option(name: .customLong("half-days"), help: "到了几个半天 How many half-days they were there.") var halfDays: Int64?
        @Option(help: "补签批准人 Who approved a late entry.") var approvedBy: String?

        var fields: JSONObject {
            JSONObject([
                "activity": .text(activity), "members": .texts(members), "method": .text(method),
                "late": .flag(late), "halfDays": .integer(halfDays), "approvedBy": .text(approvedBy),
            ])
        }
    }

    struct AskLeave: RecordingCommand {
        static let command = "attendance.ask-leave"
        static let configuration = describe(
            "请假 Ask for leave",
            example: "attendance ask-leave A3 M04 --why 出差")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "活动 The activity.") var activity: String
        @Argument(help: "委员 Members.") var members: [String]
        @Option(help: "事由，封存 Why; sealed.") var why: String?

        var fields: JSONObject {
            JSONObject([
                "activity": .text(activity), "members": .texts(members), "why": .text(why),
            ])
        }
    }

    struct GrantLeave: RecordingCommand {
        static let command = "attendance.grant-leave"
        static let configuration = describe(
            "准假 Grant leave",
            example: "attendance grant-leave A3 M04")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "活动 The activity.") var activity: String
        @Argument(help: "委员 Members.") var members: [String]
        @Option(help: "批准人 Who approved.") var approvedBy: String?

        var fields: JSONObject {
            JSONObject([
                "activity": .text(activity), "members": .texts(members), "approvedBy": .text(approvedBy),
            ])
        }
    }

    struct RefuseLeave: RecordingCommand {
        static let command = "attendance.refuse-leave"
        static let configuration = describe(
            "不准假 Refuse leave",
            example: "attendance refuse-leave A3 M04")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "活动 The activity.") var activity: String
        @Argument(help: "委员 Members.") var members: [String]
        @Option(help: "批准人 Who decided.") var approvedBy: String?

        var fields: JSONObject {
            JSONObject([
                "activity": .text(activity), "members": .texts(members), "approvedBy": .text(approvedBy),
            ])
        }
    }

    struct Excuse: RecordingCommand {
        static let command = "attendance.excuse"
        static let configuration = describe(
            "公务免计 Excused by a higher duty: not counted at all",
            example: "attendance excuse A3 M05 --duty 参加市里会议")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "活动 The activity.") var activity: String
        @Argument(help: "委员 Members.") var members: [String]
        @Option(help: "公务 The higher duty.") var duty: String

        var fields: JSONObject {
            JSONObject([
                "activity": .text(activity), "members": .texts(members), "duty": .text(duty),
            ])
        }
    }

    struct MarkAbsent: RecordingCommand {
        static let command = "attendance.mark-absent"
        static let configuration = describe(
            "无故缺席 Absent without cause",
            example: "attendance mark-absent A3 M06")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "活动 The activity.") var activity: String
        @Argument(help: "委员 Members.") var members: [String]

        var fields: JSONObject {
            JSONObject([
                "activity": .text(activity), "members": .texts(members),
            ])
        }
    }

    struct SignUp: RecordingCommand {
        static let command = "attendance.register"
        static let configuration = describe(
            "报名 They say that they will come",
            example: "attendance sign-up A3 M01 M02")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "活动 The activity.") var activity: String
        @Argument(help: "委员 Members.") var members: [String]

        var fields: JSONObject { JSONObject(["activity": .text(activity), "members": .texts(members)]) }
    }

    struct LeaveEarly: RecordingCommand {
        static let command = "attendance.leave-early"
        static let configuration = describe("早退 They left before the end", example: "attendance leave-early A3 M02")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "活动 The activity.") var activity: String
        @Argument(help: "委员 Members.") var members: [String]

        var fields: JSONObject { JSONObject(["activity": .text(activity), "members": .texts(members)]) }
    }

    struct EndLeave: RecordingCommand {
        static let command = "attendance.end-leave"
        static let configuration = describe("销假 They are back from leave", example: "attendance end-leave A3 M04")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "活动 The activity.") var activity: String
        @Argument(help: "委员 Members.") var members: [String]

        var fields: JSONObject { JSONObject(["activity": .text(activity), "members": .texts(members)]) }
    }
}
