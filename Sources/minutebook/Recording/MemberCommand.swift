internal import ArgumentParser
internal import CanonicalJSON

struct MemberCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "member", abstract: "委员 Members",
        subcommands: [Join.self, Leave.self, BeginTerm.self, Assign.self, Release.self, Change.self, Merge.self, MemberList.self, MemberFileCommand.self])

    struct Join: RecordingCommand {
        static let command = "member.join"
        static let configuration = describe(
            "委员到任 A new member",
            example: "member join --name 张三 --from 2026-01-01")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Option(help: "姓名 Name.") var name: String
        @Option(help: "任期起 First day in office.") var from: String
        @Option(help: "编号 Id; numbered if left out.") var member: String?
        @Option(help: "任期止 Last day in office.") var until: String?
        @Option(help: "电话 Telephone.") var phone: String?
        @Option(help: "生日 MM-DD Birthday, month and day.") var birthday: String?
        @Option(help: "界别 Sector.") var sector: String?
        @Option(name: .customLong("group"), help: "编组 A group; may be repeated.") var groups: [String] = []
        @Option(name: .customLong("role"), help: "职务 A role; may be repeated.") var roles: [String] = []

        var fields: JSONObject {
            JSONObject([
                "name": .text(name), "from": .text(from), "member": .text(member), "until": .text(until),
                "phone": .text(phone), "birthday": .text(birthday), "sector": .text(sector),
                "groups": .texts(groups), "roles": .texts(roles),
            ])
        }
    }

    struct Leave: RecordingCommand {
        static let command = "member.leave"
        static let configuration = describe(
            "委员离任 A member leaves",
            example: "member leave M23 --on 2026-09-30")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "委员 The member.") var member: String
        @Option(help: "任期最后一天 Last day in office.") var on: String
        @Option(help: "原因，封存 Why; sealed.") var why: String?

        var fields: JSONObject {
            JSONObject([
                "member": .text(member), "on": .text(on), "why": .text(why),
            ])
        }
    }

    struct BeginTerm: RecordingCommand {
        static let command = "member.begin-term"
        static let configuration = describe(
            "新任期 A new term begins",
            example: "member begin-term M23 --from 2027-01-01")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "委员 The member.") var member: String
        @Option(help: "任期起 First day.") var from: String
        @Option(help: "任期止 Last day.") var until: String?

        var fields: JSONObject {
            JSONObject([
                "member": .text(member), "from": .text(from), "until": .text(until),
            ])
        }
    }

    struct Assign: RecordingCommand {
        static let command = "member.assign"
        static let configuration = describe(
            "任职、编组、驻点 Give a role, group, sector or place",
            example: "member assign M07 --kind role --name director --from 2026-01-01")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "委员 The member.") var member: String
        @Option(help: "sector、group、role、place") var kind: String
        @Option(help: "名称 Its name.") var name: String
        @Option(help: "自何日 From which day.") var from: String
        @Option(help: "至何日 Until which day.") var until: String?

        var fields: JSONObject {
            JSONObject([
                "member": .text(member), "from": .text(from), "until": .text(until),
                "to": .object(JSONObject(["kind": .text(kind), "name": .text(name)])),
            ])
        }
    }

    struct Release: RecordingCommand {
        static let command = "member.release"
        static let configuration = describe(
            "免职、离组 End a role, group, sector or place",
            example: "member release M07 --kind role --name director --on 2026-06-30")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "委员 The member.") var member: String
        @Option(help: "sector、group、role、place") var kind: String
        @Option(help: "名称 Its name.") var name: String
        @Option(help: "最后一天 Its last day.") var on: String

        var fields: JSONObject {
            JSONObject([
                "member": .text(member), "on": .text(on),
                "of": .object(JSONObject(["kind": .text(kind), "name": .text(name)])),
            ])
        }
    }

    struct Change: RecordingCommand {
        static let command = "member.change"
        static let configuration = describe(
            "资料变更 Change name, telephone or birthday",
            example: "member change M07 --phone 13900000007")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "委员 The member.") var member: String
        @Option(help: "姓名 Name.") var name: String?
        @Option(help: "电话 Telephone.") var phone: String?
        @Option(help: "生日 MM-DD Birthday.") var birthday: String?

        var fields: JSONObject {
            JSONObject([
                "member": .text(member), "name": .text(name), "phone": .text(phone),
                "birthday": .text(birthday),
            ])
        }
    }

    struct Merge: RecordingCommand {
        static let command = "member.merge"
        static let configuration = describe(
            "并号：同一人登记了两次 Merge a duplicate",
            example: "member merge M31 --into M07 --reason 同一人登记了两次")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "重复的编号 The id that was given twice.") var member: String
        @Option(help: "保留的编号 The id that goes on.") var into: String

        var fields: JSONObject { JSONObject(["member": .text(member), "into": .text(into)]) }
    }
}
