import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// The plan is entry 6. What a plan says is checked by the book, which can read it.
extension DecisionCase {
    private static let adopt = #"{"command":"plan.adopt","plan":"P6","title":"计划","year":2019,"text":"plan: P6"}"#
    private static func longest(_ count: Int) -> String { String(repeating: "x", count: count) }

    static let plans: [DecisionCase] = all(
        afterJoining(
            adopt,
            then: [
                .gives(
                    #"{"command":"plan.adopt","plan":"P7","title":"计划","year":2020,"text":"\#(longest(60_000))"}"#,
                    #"plan.adopted {"plan":"P7","text":"\#(longest(60_000))","title":"计划","year":2020}"#, about: "plan:P7"),
                .cannotRead(
                    #"{"command":"plan.adopt","plan":"P7","title":"计划","year":2020,"text":"\#(longest(60_001))"}"#,
                    .field("text", .invalid(expected: .init("bytes-max", ["60000"])))),
                .refuses(adopt, .idTaken(subject("plan:P6"))),
                .gives(
                    #"{"command":"plan.amend","plan":"P6","from":"2019-07-01","text":"plan: P6 ","reason":"年中调整"}"#,
                    #"plan.amended {"from":"2019-07-01","plan":"P6","text":"plan: P6 "}"#, about: "plan:P6"),
                .refuses(#"{"command":"plan.amend","plan":"P6","from":"2019-07-01","text":"x"}"#, .reasonMissing),
                .refuses(
                    #"{"command":"plan.amend","plan":"P9","from":"2019-07-01","text":"x","reason":"x"}"#, .unknown(subject("plan:P9"))),
                .gives(
                    #"{"command":"target.mark","plan":"P6","target":"10","met":true,"reason":"有创新"}"#,
                    #"plan.target-marked {"met":true,"plan":"P6","target":"10"}"#, about: "plan:P6"),
                .refuses(#"{"command":"target.mark","plan":"P6","target":"10","met":true}"#, .reasonMissing),
                .refuses(#"{"command":"target.mark","plan":"P9","target":"10","met":true,"reason":"x"}"#, .unknown(subject("plan:P9"))),
            ]),
        afterJoining(
            adopt, #"{"command":"fact.void","corrects":6,"reason":"x"}"#,
            then: [.refuses(#"{"command":"target.mark","plan":"P6","target":"10","met":true,"reason":"x"}"#, .unknown(subject("plan:P6")))])
    )

    /// In hundredths of a point. Awards and deductions are numbered together.
    static let points: [DecisionCase] = afterJoining(
        adopt, #"{"command":"points.award","award":"G1","plan":"P6","target":"10","points":300,"reason":"创新"}"#,
        then: [
            .gives(
                #"{"command":"points.award","plan":"P6","target":"10","points":1,"member":"M1","reason":"x"}"#,
                #"points.awarded {"award":"G2","member":"M1","plan":"P6","points":1,"target":"10"}"#, about: "award:G2 member:M1 plan:P6"),
            .gives(
                #"{"command":"points.deduct","plan":"P6","target":"10","points":250,"reason":"x"}"#,
                #"points.deducted {"award":"G2","plan":"P6","points":250,"target":"10"}"#, about: "award:G2 plan:P6"),
            .refuses(
                #"{"command":"points.deduct","award":"G1","plan":"P6","target":"10","points":1,"reason":"x"}"#,
                .idTaken(subject("award:G1"))),
            .refuses(#"{"command":"points.award","plan":"P6","target":"10","points":1}"#, .reasonMissing),
            .refuses(#"{"command":"points.award","plan":"P9","target":"10","points":1,"reason":"x"}"#, .unknown(subject("plan:P9"))),
            .refuses(
                #"{"command":"points.award","plan":"P6","target":"10","points":1,"member":"M9","reason":"x"}"#,
                .unknown(subject("member:M9"))),
            .cannotRead(
                #"{"command":"points.award","plan":"P6","target":"10","points":0,"reason":"x"}"#,
                .field("points", .invalid(expected: .wholeNumber(from: 1)))),
            .gives(
                #"{"command":"points.award","plan":"P6","target":"10","points":1,"group":"一组","reason":"x"}"#,
                #"points.awarded {"award":"G2","group":"一组","plan":"P6","points":1,"target":"10"}"#, about: "award:G2 plan:P6"),
            .gives(
                #"{"command":"points.deduct","plan":"P6","target":"10","points":1,"sector":"经济","reason":"x"}"#,
                #"points.deducted {"award":"G2","plan":"P6","points":1,"sector":"经济","target":"10"}"#),
            // Whose they are is said once.
            .cannotRead(
                #"{"command":"points.award","plan":"P6","target":"10","points":1,"member":"M1","group":"一组","reason":"x"}"#,
                .field("group", .invalid(expected: Expectation("one-recipient")))),
            .cannotRead(
                #"{"command":"points.award","plan":"P6","target":"10","points":1,"member":"M1","sector":"经济","reason":"x"}"#,
                .field("sector", .invalid(expected: Expectation("one-recipient")))),
            .cannotRead(
                #"{"command":"points.deduct","plan":"P6","target":"10","points":1,"group":"一组","sector":"经济","reason":"x"}"#,
                .field("group", .invalid(expected: Expectation("one-recipient")))),
            // What was awarded needs its plan.
            .refuses(
                #"{"command":"fact.void","corrects":6,"reason":"x"}"#,
                .correction(.wouldBreak([.entry(7, .unknown(subject("plan:P6")))]))),
        ])

    private static func adoptRules(_ more: String) -> String { #"{"command":"rules.adopt","rules":"r","title":"规则"\#(more)}"# }

    static let rules: [DecisionCase] = after(
        adoptRules(#","motionSigners":5"#),
        then: [
            .gives(
                #"{"command":"rules.adopt","rules":"s","title":"四川","source":"2024","numbering":"{year}-{serial:3}","presentPercent":66,"limits":[{"step":"answer","months":3,"article":"第十条"},{"step":"return","workingDays":10}],"classes":[{"class":"A","meaning":"已解决"}]}"#,
                #"rules.adopted {"classes":[{"class":"A","meaning":"已解决"}],"limits":[{"article":"第十条","months":3,"step":"answer"},{"step":"return","workingDays":10}],"numbering":"{year}-{serial:3}","presentPercent":66,"rules":"s","source":"2024","title":"四川"}"#,
                about: "rules:s"),
            .refuses(adoptRules(#","motionSigners":5"#), .sameAsAdopted(subject("rules:r"), at: Position(2))),
            .gives(adoptRules(#","motionSigners":10"#), #"rules.adopted {"motionSigners":10,"rules":"r","title":"规则"}"#),
            .gives(adoptRules(#","presentPercent":100"#), #"rules.adopted {"presentPercent":100,"rules":"r","title":"规则"}"#),
            .cannotRead(
                adoptRules(#","presentPercent":101"#),
                .field("presentPercent", .invalid(expected: .init("whole-number-between", ["1", "100"])))),
            .cannotRead(adoptRules(#","numbering":"{year}""#), .field("numbering", .invalid(expected: .init("numbering")))),
            .cannotRead(adoptRules(#","numbering":"{serial:0}""#), .field("numbering", .invalid(expected: .init("numbering")))),
            .gives(
                adoptRules(#","limits":[{"step":"answer","days":1000}]"#),
                #"rules.adopted {"limits":[{"days":1000,"step":"answer"}],"rules":"r","title":"规则"}"#),
            .cannotRead(
                adoptRules(#","limits":[{"step":"answer","days":1001}]"#),
                .field("days", .invalid(expected: .init("whole-number-between", ["1", "1000"])))),
            .cannotRead(
                adoptRules(#","limits":[{"step":"answer","days":1,"months":1}]"#),
                .field("limits", .invalid(expected: .init("time-limit", ["1000"])))),
            .cannotRead(adoptRules(#","limits":[{"step":"answer"}]"#), .field("limits", .invalid(expected: .init("time-limit", ["1000"])))),
            // Until when a promise is kept, it says itself.
            .cannotRead(
                adoptRules(#","limits":[{"step":"commitment","days":1}]"#),
                .field("limits", .invalid(expected: .init("time-limit", ["1000"])))),
            .cannotRead(adoptRules(#","limits":[]"#), .field("limits", .invalid(expected: .init("filled-list")))),
        ])

    private static func adoptCalendar(_ year: String, _ more: String) -> String {
        #"{"command":"work-calendar.adopt","year":"\#(year)"\#(more)}"#
    }

    static let workCalendars: [DecisionCase] = after(
        adoptCalendar("2026", #","holidays":["2026-10-01"]"#),
        then: [
            .gives(
                adoptCalendar("2027", #","holidays":["2027-01-01","2027-12-31"],"workdays":["2027-01-03"],"source":"国办""#),
                #"work-calendar.adopted {"holidays":["2027-01-01","2027-12-31"],"source":"国办","workdays":["2027-01-03"],"year":"2027"}"#,
                about: "work-calendar:2027"),
            .refuses(
                adoptCalendar("2026", #","holidays":["2026-10-01"]"#), .sameAsAdopted(subject("work-calendar:2026"), at: Position(2))),
            .gives(
                adoptCalendar("2026", #","holidays":["2026-10-02"]"#), #"work-calendar.adopted {"holidays":["2026-10-02"],"year":"2026"}"#),
            .cannotRead(
                adoptCalendar("2027", #","holidays":["2026-12-31"]"#), .field("holidays", .invalid(expected: .init("days-of-year")))),
            .cannotRead(
                adoptCalendar("2027", #","workdays":["2028-01-01"]"#), .field("holidays", .invalid(expected: .init("days-of-year")))),
            .gives(adoptCalendar("1900", ""), #"work-calendar.adopted {"year":"1900"}"#),
            .cannotRead(adoptCalendar("1899", ""), .field("year", .invalid(expected: .init("year-in-quotes")))),
            .cannotRead(adoptCalendar("26", ""), .field("year", .invalid(expected: .init("year-in-quotes")))),
        ])
}
