/// Help of `minutebook ballot`.
public enum BallotHelp {
    public static let noun = CommandHelp(zh: "选举、表决和测评", en: "Elections, votes on decisions, appraisals")

    public static let adoptRules = CommandHelp(
        zh: "采用投票规则", en: "Adopt rules on ballots",
        remarks: Phrase(
            zh: "规则写明到多少人才能投票、得多少票当选或通过、测评怎样算满意率，各注明条款。“seeds/ballots”里有现成的。",
            en: "The rules say how many have to be present, how many votes it takes, and how an appraisal is rated, each with its article. "
                + "There are some in seeds/ballots."),
        examples: "ballot adopt-rules seeds/ballots/township-congress.yaml")
    public static let rulesFile = Phrase(zh: "规则文件（YAML）", en: "The rules, in YAML.")
    public static let call = CommandHelp(
        zh: "在会上提出选举、表决或测评", en: "Put an election, a decision or an appraisal to a meeting",
        remarks: Phrase(
            zh: "候选人和评议对象按选票上的顺序写：本簿的委员写“member:编号”或“member:姓名”，簿中别的记录写种类加编号，如“work:W3”，其余写名称。",
            en: "Candidates and what is appraised come in the order of the paper: a member as member:ID or member:NAME, something else on record "
                + "as kind:ID, anybody and anything else by name."),
        examples: .init(
            "ballot call A7 --kind election --method secret --title 选举副镇长 --seats 3 --option 王强 --option 李芳 --option 赵敏 --option 孙力",
            english: "ballot call A7 --kind election --method secret --title 'Deputy heads' --seats 3 --option 'Wang Qiang' --option 'Li Fang'"))
    public static let vote = CommandHelp(
        zh: "记名表决中委员表态", en: "Vote in a vote by name", examples: "ballot vote B3 M07 --answer for")
    public static let count = CommandHelp(
        zh: "登记计票", en: "Record the count of a ballot",
        remarks: Phrase(
            zh: "票数的写法：“1=40/2/1”是第 1 名候选人赞成 40、反对 2、弃权 1，后两个可省；“40/2/1”用于表决；“1:满意=30”用于测评；“姓名=3”是另选人。"
                + "无记名投票只记票数，谁投了谁，簿里没有。",
            en: "Votes are written so: '1=40/2/1' is 40 for the first candidate, 2 against and 1 abstained, of which the last two may be left out; "
                + "'40/2/1' is for a decision; '1:satisfied=30' for an appraisal; 'NAME=3' for a name that was added by hand. Of a secret ballot only "
                + "the count is recorded: nobody's vote is in the book."),
        examples: "ballot count B1 --present 44 --issued 44 --returned 44 --invalid 1 --votes 1=40/2/1")
    public static let votes = Phrase(
        zh: "票数，如 1=40/2/1、40/2/1、1:满意=30、姓名=3；可写多次", en: "Votes, such as 1=40/2/1, 40/2/1, 1:satisfied=30 or NAME=3; may be given several times.")
    public static let option = Phrase(
        zh: "候选人或评议对象，按选票上的顺序；可写多次", en: "A candidate or what is appraised, in the order of the paper; may be given several times.")
    public static let list = CommandHelp(zh: "投票一览", en: "List the ballots", examples: "ballot list")
    public static let show = CommandHelp(
        zh: "一次投票的计票、依据和结果", en: "Show a ballot: its count, its rule and what follows", examples: "ballot show B1")
    public static let rules = CommandHelp(zh: "投票规则", en: "Show the rules on ballots", examples: "ballot rules")
    public static let ballot = Phrase(zh: "投票编号", en: "Id of the ballot.")
}
