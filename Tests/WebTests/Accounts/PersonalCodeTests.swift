#if Web
import Dispatch
import Domain
import EventLog
import Synchronization
import Testing
@testable import Web

/// Members' codes and the phones that they register with them.
struct PersonalCodeTests {
    private let bench = AccountBench()
    private let member: MemberID = id("M7")

    /// Eight digits that are not the code.
    private func wrong(_ code: String) -> String { (code.first == "0" ? "1" : "0") + code.dropFirst() }

    @Test func aCodeIsEightDigitsInTwoGroups() throws {
        let store = try bench.open()
        let members: [MemberID] = (1...40).map { id("M\($0)") }
        let codes = try store.issueCodes(for: members)
        #expect(codes.count == 40 && Set(codes.values).count > 30)
        for (member, code) in codes {
            #expect(code.wholeMatch(of: /[0-9]{4} [0-9]{4}/) != nil)
            #expect(try store.checkCode(code, of: member) == .right)
        }
        #expect(try store.issuedCodes().map(\.member) == members)
    }

    @Test func aCodeIsReadAsItIsTyped() throws {
        let store = try bench.open()
        let code = try #require(store.issueCodes(for: [member])[member])
        let wide = String(String.UnicodeScalarView(code.unicodeScalars.compactMap { $0 == " " ? $0 : Unicode.Scalar($0.value + 0xFEE0) }))
        for typed in [code.filter { $0 != " " }, " \(code)\n", code.replacing(" ", with: "-"), wide] {
            #expect(try store.checkCode(typed, of: member) == .right, "\(typed)")
        }
        #expect(try store.checkCode(String(code.dropLast()), of: member) == .wrong)
        #expect(try store.checkCode(code + "0", of: member) == .wrong)
        #expect(try store.checkCode(code, of: id("M8")) == .wrong)
    }

    @Test func aMemberHasOneCode() throws {
        let store = try bench.open()
        let first = try #require(store.issueCodes(for: [member])[member])
        var second = try #require(store.issueCodes(for: [member])[member])
        while second == first { second = try #require(store.issueCodes(for: [member])[member]) }
        #expect(try store.checkCode(first, of: member) == .wrong)
        #expect(try store.checkCode(second, of: member) == .right)
        try store.withdrawCode(of: member)
        #expect(try store.checkCode(second, of: member) == .wrong)
        #expect(try store.issuedCodes().isEmpty)
    }

    @Test func tenWrongCodesInADayBlockTheMember() throws {
        let store = try bench.open()
        let code = try #require(store.issueCodes(for: [member])[member])
        for _ in 1...9 { #expect(try store.checkCode(wrong(code), of: member) == .wrong) }
        #expect(try store.checkCode(code, of: member) == .right)
        #expect(try store.issuedCodes().map(\.isBlocked) == [false])
        #expect(try store.checkCode(wrong(code), of: member) == .wrong)
        #expect(try store.issuedCodes().map(\.isBlocked) == [true])
        bench.pass(hours: 48)
        #expect(try store.checkCode(code, of: member) == .blocked)
        let next = try #require(store.issueCodes(for: [member])[member])
        #expect(try store.checkCode(next, of: member) == .right)
    }

    @Test func wrongCodesOfAnotherDayDoNotCount() throws {
        let store = try bench.open()
        let code = try #require(store.issueCodes(for: [member])[member])
        for _ in 1...9 { _ = try store.checkCode(wrong(code), of: member) }
        bench.pass(hours: 24)
        for _ in 1...9 { #expect(try store.checkCode(wrong(code), of: member) == .wrong) }
        #expect(try store.checkCode(code, of: member) == .right)
    }

    @Test func theLastMicrosecondOfTheDayCounts() throws {
        let store = try bench.open()
        let code = try #require(store.issueCodes(for: [member])[member])
        for _ in 1...9 { _ = try store.checkCode(wrong(code), of: member) }
        bench.pass(hours: 24, microseconds: -1)
        #expect(try store.checkCode(wrong(code), of: member) == .wrong)
        #expect(try store.checkCode(code, of: member) == .blocked)
    }

    @Test func thoseWhoTryAtOnceAreAllCounted() throws {
        let store = try bench.open()
        let code = try #require(store.issueCodes(for: [member])[member])
        let wrong = wrong(code)
        let checks = Mutex<[CodeCheck]>([])
        DispatchQueue.concurrentPerform(iterations: 24) { _ in
            if let check = try? store.checkCode(wrong, of: member) { checks.withLock { $0.append(check) } }
        }
        #expect(checks.withLock { $0.count { $0 == .wrong } } == 10)
        #expect(checks.withLock { $0.count { $0 == .blocked } } == 14)
    }

    @Test func aPhoneChecksInThoseWhoRegisteredOnIt() throws {
        let store = try bench.open()
        let (key, device) = try store.registerDevice(for: id("M10"), label: String(repeating: "机", count: 100))
        #expect(device.members == [id("M10")] && device.label.count == 80 && device.name == "device-\(device.id)")
        #expect(try store.device(key: key) == device)
        #expect(try store.addMember(id("M2"), toDevice: key)?.members == [id("M2"), id("M10")])
        #expect(try store.addMember(id("M2"), toDevice: key)?.members == [id("M2"), id("M10")])
        let other = try store.registerDevice(for: id("M2"), label: "平板")
        #expect(other.device.id != device.id && other.key != key)
        #expect(try store.devices().map(\.id) == [device.id, other.device.id])
        #expect(try store.endDevice(device.id) && !store.endDevice(device.id))
        #expect(try store.device(key: key) == nil && store.addMember(id("M3"), toDevice: key) == nil)
        #expect(try store.devices() == [other.device])
    }

    @Test func aPhoneIsRegisteredForFourHundredDays() throws {
        let store = try bench.open()
        let (key, device) = try store.registerDevice(for: member, label: "手机")
        #expect(device.expires.description == "2028-04-04T01:00:00.000000Z")
        bench.pass(hours: 9600, microseconds: -1)
        #expect(try store.device(key: key) == device && store.devices() == [device])
        bench.pass(hours: 9600)
        #expect(try store.device(key: key) == nil && store.devices().isEmpty)
    }
}
#endif
