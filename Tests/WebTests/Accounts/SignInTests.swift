#if Web
import Dispatch
import EventLog
import Synchronization
import Testing
@testable import Web

/// Links, passwords and sessions.
struct SignInTests {
    private let bench = AccountBench()

    @Test func aLinkSetsThePasswordOnceAndSignsIn() throws {
        let store = try bench.open()
        _ = try store.createAccount("wang", role: .secretary)
        let link = try store.makeLink(for: "wang")
        #expect(try store.account(link: link)?.name == "wang")
        let session = try store.useLink(link, password: "correct horse")
        #expect(try store.session(session.token) == session.session)
        #expect(try store.account(link: link) == nil)
        #expect(throws: AccountError.linkInvalid) { try store.useLink(link, password: "another horse") }
        #expect(try store.signIn(" Wang ", password: "correct horse")?.session.account.name == "wang")
    }

    @Test func aNewerLinkTakesTheOldOnesPlace() throws {
        let store = try bench.open()
        let before = try store.makeAccount("wang")
        let (first, second) = try (store.makeLink(for: "wang"), store.makeLink(for: "wang"))
        #expect(throws: AccountError.linkInvalid) { try store.useLink(first, password: "another horse") }
        _ = try store.useLink(second, password: "another horse")
        #expect(try store.signIn("wang", password: "correct horse") == nil)
        #expect(try store.session(before.token) == nil)
    }

    @Test func aLinkIsGoodForThreeDays() throws {
        let store = try bench.open()
        _ = try store.createAccount("wang", role: .secretary)
        let link = try store.makeLink(for: "wang")
        bench.pass(hours: 72)
        #expect(try store.account(link: link) == nil)
        #expect(throws: AccountError.linkInvalid) { try store.useLink(link, password: "correct horse") }
        bench.pass(hours: 72, microseconds: -1)
        _ = try store.useLink(link, password: "correct horse")
    }

    @Test func oneOfTwoThreadsUsesALink() throws {
        let store = try bench.open()
        _ = try store.createAccount("wang", role: .secretary)
        let link = try store.makeLink(for: "wang")
        let outcomes = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            let outcome: String
            do {
                _ = try store.useLink(link, password: "horse number \(index)")
                outcome = "signed in"
            } catch {
                outcome = "\(error)"
            }
            outcomes.withLock { $0.append(outcome) }
        }
        #expect(outcomes.withLock { $0.sorted() } == ["linkInvalid", "signed in"])
    }

    @Test(
        arguments: [
            ("short 7", .passwordTooShort(characterMin: 8)), (String(repeating: "长", count: 257), .passwordTooLong(characterMax: 256)),
            ("Wangwang", .passwordLikeName), ("wang1234wang", nil), ("Wang123wang", .passwordLikeName), ("八个字的一句密码", nil),
        ] as [(String, AccountError?)])
    func passwordsThatAreTaken(password: String, error: AccountError?) throws {
        let store = try bench.open()
        _ = try store.createAccount("wang", role: .secretary)
        let link = try store.makeLink(for: "wang")
        if let error {
            #expect(throws: error) { try store.useLink(link, password: password) }
            #expect(try store.account(link: link) != nil, "the link stays")
        } else {
            _ = try store.useLink(link, password: password)
            #expect(try store.signIn("wang", password: password) != nil)
        }
    }

    @Test func aPasswordIsTheSameHoweverItIsComposed() throws {
        let store = try bench.open()
        _ = try store.makeAccount("wang", password: "caf\u{E9} au lait")
        #expect(try store.signIn("wang", password: "cafe\u{301} au lait") != nil)
    }

    /// Not the time is measured, but what takes it.
    @Test func everyWrongAnswerCostsOneDerivation() throws {
        let store = try bench.open()
        _ = try store.makeAccount("wang")
        _ = try store.createAccount("new", role: .auditor)
        _ = try store.makeAccount("gone", role: .auditor)
        try store.endAccount("gone")
        for name in ["wang", "new", "gone", "nobody", ""] {
            let before = store.hasher.derivationCount
            #expect(try store.signIn(name, password: "wrong horse") == nil, "\(name)")
            #expect(store.hasher.derivationCount == before + 1, "\(name)")
        }
    }

    @Test func aSessionLastsTwelveHours() throws {
        let store = try bench.open()
        let session = try store.makeAccount("wang")
        #expect(session.session.expires.description == "2027-03-01T13:00:00.000000Z")
        bench.pass(hours: 12, microseconds: -1)
        #expect(try store.session(session.token) == session.session)
        bench.pass(hours: 12)
        #expect(try store.session(session.token) == nil)
    }

    @Test func aSessionEndsAtSigningOut() throws {
        let store = try bench.open()
        let first = try store.makeAccount("wang")
        let second = try #require(try store.signIn("wang", password: "correct horse"))
        try store.endSession(first.token)
        #expect(try store.session(first.token) == nil)
        #expect(try store.session(second.token) != nil)
        try store.endSessions(of: "wang")
        #expect(try store.session(second.token) == nil)
    }

    @Test func formsAreOfTheirSessionOnly() throws {
        let store = try bench.open()
        let (first, second) = try (store.makeAccount("wang").session, store.makeAccount("li").session)
        #expect(first.accepts(csrfToken: first.csrfToken))
        #expect(!first.accepts(csrfToken: second.csrfToken) && !first.accepts(csrfToken: ""))
        #expect(first.csrfToken.utf8.count == 43)
    }

    @Test(arguments: ["", "abc", String(repeating: "A", count: 43), String(repeating: "!", count: 43)])
    func whatIsNoTokenNamesNobody(token: String) throws {
        let store = try bench.open()
        _ = try store.makeAccount("wang")
        #expect(try store.session(token) == nil && store.account(apiToken: token) == nil && store.device(key: token) == nil)
    }

    @Test func tokensOfProgramsAreWithdrawn() throws {
        let store = try bench.open()
        _ = try store.createAccount("wang", role: .secretary)
        let (first, second) = try (store.makeAPIToken(for: "wang", label: "统计"), store.makeAPIToken(for: "wang", label: "大屏"))
        #expect(try store.apiTokens() == [first.token, second.token])
        #expect(try store.account(apiToken: first.secret)?.name == "wang")
        #expect(try store.withdrawAPIToken(first.token.id))
        #expect(try !store.withdrawAPIToken(first.token.id))
        #expect(try store.account(apiToken: first.secret) == nil)
        #expect(try store.account(apiToken: second.secret)?.name == "wang")
    }

    @Test func aCalendarHasOneAddress() throws {
        let store = try bench.open()
        _ = try store.createAccount("wang", role: .secretary)
        let first = try store.renewFeed(of: "wang")
        #expect(try store.account(feedSecret: first)?.name == "wang")
        let second = try store.renewFeed(of: "wang")
        #expect(try store.account(feedSecret: first) == nil)
        #expect(try store.account(feedSecret: second)?.name == "wang" && store.hasFeed("wang"))
        try store.withdrawFeed(of: "wang")
        #expect(try store.account(feedSecret: second) == nil && !store.hasFeed("wang"))
    }
}
#endif
