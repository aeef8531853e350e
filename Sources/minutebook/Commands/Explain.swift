internal import ArgumentParser
internal import Views

struct Explain: ViewCommand {
    typealias Answer = ExplainView

    static let configuration = CommandConfiguration(
        abstract: "这个数从哪来 From a number to the rule, the facts and the entries behind it",
        discussion: """
            给出计划的项目编号，说明得分；给出委员编号，说明各项要求和出勤；给出活动、提案等的编号，说明算在哪些项目里。
            A target of the plan: its score. A member: what is asked of them, and their attendance. An activity, a proposal or \
            another act: what it counts for.

            EXAMPLE: minutebook explain 1 --as-of 2019-06-30
            EXAMPLE: minutebook explain M10, minutebook explain S2
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Option(help: "哪个计划 Which plan, where there are several.") var plan: String?
    @Argument(help: "项目、委员或事项 A target, a member or an act.") var subject: String

    var arguments: ViewArguments { ["subject": subject] }
}
