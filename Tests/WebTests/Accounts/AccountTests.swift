#if Web
import Domain
import Testing
import Wording
@testable import Web

/// Making accounts, and ending them.
struct AccountTests {
    private let bench = AccountBench()

    @Test func accountsAreListedByName() throws {
        let store = try bench.open()
        _ = try store.createAccount("wang", role: .secretary)
        _ = try store.createAccount("m7", role: .member, member: id("M7"))
        _ = try store.createAccount(" Roads ", role: .unit, unit: "市公路局")
        #expect(
            try store.accounts() == [
                Account(name: "m7", role: .member, member: id("M7"), unit: nil, isEnded: false),
                Account(name: "roads", role: .unit, member: nil, unit: "市公路局", isEnded: false),
                Account(name: "wang", role: .secretary, member: nil, unit: nil, isEnded: false),
            ])
        #expect(try store.account(named: "WANG")?.role == .secretary)
        #expect(try store.account(named: "li") == nil)
    }

    @Test(arguments: ["a", "王秘书", "wang li", "-wang", "wang@office", String(repeating: "a", count: 33), "device-1", ""])
    func namesThatNoAccountHas(name: String) throws {
        let store = try bench.open()
        #expect(throws: AccountError.nameMalformed(name)) { try store.createAccount(name, role: .secretary) }
    }

    @Test func aNameIsGivenOnce() throws {
        let store = try bench.open()
        _ = try store.createAccount("wang", role: .secretary)
        try store.endAccount("wang")
        #expect(throws: AccountError.nameTaken("wang")) { try store.createAccount("Wang", role: .auditor) }
    }

    @Test(
        arguments: [
            (.member, nil, nil), (.member, "M7", "市公路局"), (.unit, nil, nil), (.unit, nil, " "), (.secretary, "M7", nil),
            (.administrator, nil, "市公路局"),
        ] as [(Role, String?, String?)])
    func aRoleHasWhatItNeedsAndNothingElse(role: Role, member: String?, unit: String?) throws {
        let store = try bench.open()
        #expect(throws: AccountError.scopeMismatch(role)) {
            try store.createAccount("wang", role: role, member: member.map { id($0) }, unit: unit)
        }
    }

    @Test func anotherRoleHoldsAtOnce() throws {
        let store = try bench.open()
        let token = try store.makeAccount("wang").token
        try store.setRole(of: "wang", to: .member, member: id("M7"))
        #expect(try store.session(token)?.account == Account(name: "wang", role: .member, member: id("M7"), unit: nil, isEnded: false))
        #expect(throws: AccountError.unknownAccount("li")) { try store.setRole(of: "li", to: .auditor) }
    }

    @Test func theLastAdministratorStays() throws {
        let store = try bench.open()
        _ = try store.createAccount("first", role: .administrator)
        _ = try store.createAccount("second", role: .administrator)
        try store.endAccount("first")
        #expect(throws: AccountError.lastAdministrator("second")) { try store.endAccount("second") }
        #expect(throws: AccountError.lastAdministrator("second")) { try store.setRole(of: "second", to: .secretary) }
        try store.setRole(of: "second", to: .administrator)
        #expect(try store.account(named: "second")?.isEnded == false)
    }

    @Test func anEndedAccountLosesEverything() throws {
        let store = try bench.open()
        let other = try store.makeAccount("li")
        let session = try store.makeAccount("wang")
        let (link, token, feed) = try (store.makeLink(for: "wang"), store.makeAPIToken(for: "wang", label: "统计").secret, store.renewFeed(of: "wang"))
        #expect(try store.account(apiToken: token)?.name == "wang" && store.account(feedSecret: feed)?.name == "wang")
        try store.endAccount("wang")
        #expect(try store.account(named: "wang")?.isEnded == true)
        #expect(try store.session(session.token) == nil)
        #expect(try store.account(apiToken: token) == nil)
        #expect(try store.apiTokens().isEmpty)
        #expect(try store.account(feedSecret: feed) == nil)
        #expect(try store.account(link: link) == nil)
        #expect(throws: AccountError.linkInvalid) { try store.useLink(link, password: "another horse") }
        #expect(try store.signIn("wang", password: "correct horse") == nil)
        for act in [{ _ = try store.makeLink(for: "wang") }, { try store.endAccount("wang") }, { _ = try store.renewFeed(of: "wang") }] {
            #expect(throws: AccountError.accountEnded("wang"), performing: act)
        }
        #expect(try store.session(other.token)?.account.name == "li")
    }

    @Test(
        arguments: [
            .nameMalformed("王"), .nameTaken("wang"), .unknownAccount("wang"), .accountEnded("wang"), .lastAdministrator("wang"),
            .scopeMismatch(.member), .scopeMismatch(.unit), .scopeMismatch(.auditor), .linkInvalid, .passwordTooShort(characterMin: 8),
            .passwordTooLong(characterMax: 256), .passwordLikeName, .otherBook(path: "b"), .notAccounts(path: "b"), .newerFormat(path: "b"),
            .exposed(path: "b"),
        ] as [AccountError])
    func anErrorIsSaidInBothLanguages(error: AccountError) {
        let phrase = error.phrase
        let isChinese = phrase.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        #expect(isChinese && phrase.zh.hasSuffix("。") || phrase.zh.hasSuffix("600）。"), "\(phrase.zh)")
        #expect(phrase.en.hasSuffix(".") && !phrase.en.isEmpty, "\(phrase.en)")
    }
}
#endif
