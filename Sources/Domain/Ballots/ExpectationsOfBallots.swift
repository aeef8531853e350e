internal import CanonicalJSON

extension Expectation {
    static let noneForDecision = Expectation("none-for-decision")
    static let onlyForElection = Expectation("only-for-election")
    static let byNameOnlyForDecision = Expectation("by-name-only-for-decision")
    static let secretForAppraisal = Expectation("secret-for-appraisal")
    static let eachOnce = Expectation("each-once")
    static let memberNameOrRecord = Expectation("member-name-or-record")
    static let numberOrName = Expectation("number-or-name")
    static let voteShare = Expectation("vote-share")
    static let appraisalRule = Expectation("appraisal-rule")
    static let ruleOfKindOnce = Expectation("rule-of-kind-once")
}
