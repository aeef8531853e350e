import Domain
import Testing
import Wording

@Suite("Names of event types")
struct EventTypeTests {
    @Test(arguments: EventCatalogue.kinds.map(\.type.description)) func hasANameInEachLanguage(type: String) {
        let name = Phrase.eventType(type)
        #expect(!name.zh.isEmpty && name.zh.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) || $0 == "、" }, "\(name.zh)")
        #expect(!name.en.isEmpty && name.en.unicodeScalars.allSatisfy { $0.isASCII && !$0.properties.isUppercase }, "\(name.en)")
    }

    /// In a list of entries, the name is all that tells two types apart.
    @Test func noTwoTypesHaveOneName() {
        let names = Phrase.eventTypes.values
        #expect(Set(names.map(\.zh)).count == names.count)
        #expect(Set(names.map(\.en)).count == names.count)
    }

    /// The users' own words, from their rules.
    @Test(arguments: [
        ("attendance.checked-in", "签到"), ("attendance.leave-asked", "请假"), ("attendance.leave-granted", "准假"),
        ("attendance.leave-ended", "销假"),
        ("attendance.left-early", "早退"), ("attendance.marked-absent", "无故缺席"), ("proposal.accepted", "立案"), ("proposal.declined", "不予立案"),
        ("proposal.merged", "并案"), ("proposal.withdrawn", "撤案"), ("proposal.handed-over", "交办"), ("proposal.signed-for", "签收"),
        ("proposal.returned", "退回"), ("proposal.reassigned", "改派"), ("proposal.answered", "答复"), ("proposal.sent-back", "二次办理"),
        ("proposal.closed", "办结"), ("donation.received", "爱心捐助"), ("visit.made", "走访"), ("suggestion.instructed", "领导批示"),
    ])
    func isCalledAsInTheRules(type: String, zh: String) { #expect(Phrase.eventType(type).zh == zh) }

    /// What a later version recorded is named by its type.
    @Test func anUnknownTypeIsShownAsItIs() { #expect(Phrase.eventType("member.promoted") == .plain("member.promoted")) }
}
