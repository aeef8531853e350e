#if Web
import Bookkeeping
import Domain
import Foundation
import GRDB
import Testing
@testable import Web

/// The file of accounts itself.
struct AccountFileTests {
    private let bench = AccountBench()

    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func onlyItsOwnerReadsIt() throws {
        var store = try bench.open()
        _ = try store.createAccount("wang", role: .secretary)
        for file in [bench.path, bench.path + "-journal"] { #expect(try permissions(file) == 0o600, "\(file)") }
        try store.close()
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: bench.path)
        store = try bench.open()
        #expect(try permissions(bench.path) == 0o600)
        #expect(try store.accounts().map(\.name) == ["wang"])
    }

    @Test func anotherBooksFileIsRefused() throws {
        try bench.open().close()
        #expect(throws: AccountError.otherBook(path: bench.path)) {
            try bench.open(book: id("22222222-2222-4222-8222-222222222222"))
        }
    }

    @Test func whatIsNoFileOfAccountsIsRefused() throws {
        let text = Data("甲：密码".utf8)
        FileManager.default.createFile(atPath: bench.path, contents: text)
        #expect(throws: AccountError.notAccounts(path: bench.path)) { try bench.open() }
        #expect(try Data(contentsOf: URL(fileURLWithPath: bench.path)) == text)
    }

    @Test func aNewerFileIsRefused() throws {
        try bench.open().close()
        let queue = try DatabaseQueue(path: bench.path)
        try queue.write { try $0.execute(sql: "PRAGMA user_version = 2") }
        try queue.close()
        #expect(throws: AccountError.newerFormat(path: bench.path)) { try bench.open() }
    }

    @Test func secretsAreNotInTheFile() throws {
        let store = try bench.open()
        let session = try store.makeAccount("wang", password: "correct horse")
        let code = try #require(store.issueCodes(for: [id("M7")])[id("M7")])
        let secrets = try [
            session.token, "correct horse", store.makeLink(for: "wang"), store.makeAPIToken(for: "wang", label: "统计").secret,
            store.renewFeed(of: "wang"), store.registerDevice(for: id("M7"), label: "手机").key, code, code.replacingOccurrences(of: " ", with: ""),
        ]
        try store.close()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: bench.path))
        #expect(bytes.range(of: Data("wang".utf8)) != nil)
        for secret in secrets {
            #expect(bytes.range(of: Data(secret.utf8)) == nil)
            if let raw = Data(base64URL: secret), raw.count == 32 { #expect(bytes.range(of: raw) == nil) }
        }
    }

    @Test func noOutputReplacesIt() throws {
        try bench.open().close()
        let copy = bench.path + ".copy"
        try FileManager.default.copyItem(atPath: bench.path, toPath: copy)
        let book = String(bench.path.dropLast(".accounts".count))
        #expect(BookFiles.accounts(ofBookAt: book) == bench.path && BookFiles.all(ofBookAt: book).contains(bench.path))
        for (path, reading, reason) in [
            (copy, nil, .accounts), (bench.path, book, .ofThisBook), (bench.path + "-journal", nil, .besideBook),
        ] as [(String, String?, OutputRefused.Reason)] {
            let error = #expect(throws: OutputRefused.self) { try ProtectedFiles.requireReplaceable(path, reading: reading) }
            #expect(error?.reason == reason, "\(path)")
        }
    }
}
#endif
