/// Help of `minutebook member`.
public enum MemberHelp {
    public static let noun = CommandHelp(zh: "委员", en: "Members")

    public static let join = CommandHelp(
        zh: "委员到任", en: "Record a new member",
        examples: .init("member join --name 张三 --from 2026-01-01", english: "member join --name Zhang --from 2026-01-01"))
    public static let leave = CommandHelp(
        zh: "委员离任", en: "Record that a member leaves office", examples: "member leave M23 --on 2026-09-30")
    public static let beginTerm = CommandHelp(
        zh: "开始新任期", en: "Begin a new term of a member", examples: "member begin-term M23 --from 2027-01-01")
    public static let assign = CommandHelp(
        zh: "任职、编组、定界别或驻点", en: "Give a member a role, group, sector or place",
        examples: "member assign M07 --kind role --name director --from 2026-01-01")
    public static let release = CommandHelp(
        zh: "免职、离组、调离界别或驻点", en: "End a member's role, group, sector or place",
        examples: "member release M07 --kind role --name director --on 2026-06-30")
    public static let change = CommandHelp(
        zh: "变更姓名、电话或生日", en: "Change a member's name, telephone number or birthday",
        examples: "member change M07 --phone 13900000007")
    public static let merge = CommandHelp(
        zh: "并号：同一人登记了两次", en: "Merge two ids of one person",
        examples: .init(
            "member merge M31 --into M07 --reason 同一人登记了两次", english: "member merge M31 --into M07 --reason same-person"))

    public static let kind = Phrase(zh: "类型：“sector”、“group”、“role”、“place”", en: "One of: sector, group, role, place.")
    public static let name = Phrase(zh: "界别、小组、职务或驻点的名称", en: "Name of the sector, group, role or place.")
    public static let group = Phrase(zh: "小组，可写多次", en: "A group the member belongs to; may be repeated.")
    public static let role = Phrase(zh: "职务，可写多次", en: "An office the member holds; may be repeated.")
}
