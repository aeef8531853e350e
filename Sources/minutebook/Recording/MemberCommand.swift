internal import ArgumentParser
internal import CanonicalJSON
internal import Wording

struct MemberCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            MemberHelp.noun, commandName: "member",
            subcommands: [
                Join.self, Leave.self, BeginTerm.self, Assign.self, Release.self, Change.self, Merge.self, MemberList.self,
                MemberFileCommand.self,
            ])
    }

    struct Join: RecordingCommand {
        static let command = "member.join"
        static let help = MemberHelp.join

        @OptionGroup var recording: RecordingOptions
        @Option(help: Self.field("name")) var name: String
        @Option(help: Self.field("from")) var from: String
        @Option(help: Self.field("member")) var member: String?
        @Option(help: Self.field("until")) var until: String?
        @Option(help: Self.field("phone")) var phone: String?
        @Option(help: Self.field("birthday")) var birthday: String?
        @Option(help: Self.field("sector")) var sector: String?
        @Option(name: .customLong("group"), help: ArgumentHelp(MemberHelp.group)) var groups: [String] = []
        @Option(name: .customLong("role"), help: ArgumentHelp(MemberHelp.role)) var roles: [String] = []
    }

    struct Leave: RecordingCommand {
        static let command = "member.leave"
        static let help = MemberHelp.leave

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("member")) var member: String
        @Option(help: Self.field("on")) var on: String
        @Option(help: Self.field("why")) var why: String?
    }

    struct BeginTerm: RecordingCommand {
        static let command = "member.begin-term"
        static let help = MemberHelp.beginTerm

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("member")) var member: String
        @Option(help: Self.field("from")) var from: String
        @Option(help: Self.field("until")) var until: String?
    }

    struct Assign: RecordingCommand {
        static let command = "member.assign"
        static let help = MemberHelp.assign

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("member")) var member: String
        @Option(help: ArgumentHelp(MemberHelp.kind)) var kind: String
        @Option(help: ArgumentHelp(MemberHelp.name)) var name: String
        @Option(help: Self.field("from")) var from: String
        @Option(help: Self.field("until")) var until: String?

        var fields: JSONObject {
            get throws {
                var fields = try givenFields
                fields["to"] = ["kind": .string(kind), "name": .string(name)]
                return fields
            }
        }
    }

    struct Release: RecordingCommand {
        static let command = "member.release"
        static let help = MemberHelp.release

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("member")) var member: String
        @Option(help: ArgumentHelp(MemberHelp.kind)) var kind: String
        @Option(help: ArgumentHelp(MemberHelp.name)) var name: String
        @Option(help: Self.field("on")) var on: String

        var fields: JSONObject {
            get throws {
                var fields = try givenFields
                fields["of"] = ["kind": .string(kind), "name": .string(name)]
                return fields
            }
        }
    }

    struct Change: RecordingCommand {
        static let command = "member.change"
        static let help = MemberHelp.change

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("member")) var member: String
        @Option(help: Self.field("name")) var name: String?
        @Option(help: Self.field("phone")) var phone: String?
        @Option(help: Self.field("birthday")) var birthday: String?
    }

    struct Merge: RecordingCommand {
        static let command = "member.merge"
        static let help = MemberHelp.merge

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("member")) var member: String
        @Option(help: Self.field("into")) var into: String
    }
}
