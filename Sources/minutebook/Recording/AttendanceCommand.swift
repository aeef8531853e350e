internal import ArgumentParser
internal import Wording

struct AttendanceCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            AttendanceHelp.noun, commandName: "attendance",
            subcommands: [
                SignUp.self, CheckIn.self, LeaveEarly.self, AskLeave.self, GrantLeave.self, RefuseLeave.self, EndLeave.self,
                Excuse.self, MarkAbsent.self, LiveMeetingCommand.self,
                AttendanceRegisterCommand.self, AttendanceReceipt.self,
            ])
    }

    struct CheckIn: RecordingCommand {
        static let command = "attendance.check-in"
        static let help = AttendanceHelp.checkIn

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Argument(help: Self.field("members")) var members: [String]
        @Option(help: Self.field("method")) var method: String?
        @Flag(help: Self.field("late")) var late = false
        @Option(help: Self.field("halfDays")) var halfDays: Int64?
        @Option(name: .customLong("quantity"), help: ArgumentHelp(CommonHelp.quantity)) var quantities: [QuantityText] = []
        @Option(help: Self.field("approvedBy")) var approvedBy: String?
    }

    struct AskLeave: RecordingCommand {
        static let command = "attendance.ask-leave"
        static let help = AttendanceHelp.askLeave

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Argument(help: Self.field("members")) var members: [String]
        @Option(help: Self.field("why")) var why: String?
    }

    struct GrantLeave: RecordingCommand {
        static let command = "attendance.grant-leave"
        static let help = AttendanceHelp.grantLeave

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Argument(help: Self.field("members")) var members: [String]
        @Option(help: Self.field("approvedBy")) var approvedBy: String?
    }

    struct RefuseLeave: RecordingCommand {
        static let command = "attendance.refuse-leave"
        static let help = AttendanceHelp.refuseLeave

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Argument(help: Self.field("members")) var members: [String]
        @Option(help: Self.field("approvedBy")) var approvedBy: String?
    }

    struct Excuse: RecordingCommand {
        static let command = "attendance.excuse"
        static let help = AttendanceHelp.excuse

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Argument(help: Self.field("members")) var members: [String]
        @Option(help: Self.field("duty")) var duty: String
    }

    struct MarkAbsent: RecordingCommand {
        static let command = "attendance.mark-absent"
        static let help = AttendanceHelp.markAbsent

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Argument(help: Self.field("members")) var members: [String]
    }

    struct SignUp: RecordingCommand {
        static let command = "attendance.register"
        static let help = AttendanceHelp.signUp

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Argument(help: Self.field("members")) var members: [String]
    }

    struct LeaveEarly: RecordingCommand {
        static let command = "attendance.leave-early"
        static let help = AttendanceHelp.leaveEarly

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Argument(help: Self.field("members")) var members: [String]
    }

    struct EndLeave: RecordingCommand {
        static let command = "attendance.end-leave"
        static let help = AttendanceHelp.endLeave

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Argument(help: Self.field("members")) var members: [String]
    }
}
