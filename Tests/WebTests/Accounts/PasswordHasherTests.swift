#if Web
import Dispatch
import Foundation
import Synchronization
import Testing
@testable import Web

struct PasswordHasherTests {
    /// RFC 7914, section 12; its last vector takes a gigabyte.
    @Test(
        arguments: [
            (
                "", "", PasswordCost(rounds: 16, blockSize: 1, parallelism: 1),
                "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
            ),
            (
                "password", "NaCl", PasswordCost(rounds: 1024, blockSize: 8, parallelism: 16),
                "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
            ),
            (
                "pleaseletmein", "SodiumChloride", PasswordCost(rounds: 16384, blockSize: 8, parallelism: 1),
                "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
            ),
        ])
    func vectorsOfTheStandard(password: String, salt: String, cost: PasswordCost, key: String) throws {
        let derived = try cost.key(from: Data(password.utf8), salt: Data(salt.utf8), byteCount: 64)
        #expect(derived.map { String(format: "%02x", $0) }.joined() == key)
    }

    @Test func theCostInProduction() {
        #expect(PasswordCost.production == PasswordCost(rounds: 131_072, blockSize: 8, parallelism: 1))
    }

    @Test func aPasswordIsCheckedAtTheCostItWasStoredAt() throws {
        let hash = try PasswordHasher(cost: .small).hash("correct horse")
        let dearer = PasswordHasher(cost: PasswordCost(rounds: 32, blockSize: 8, parallelism: 1))
        #expect(try dearer.isRight("correct horse", hash))
        #expect(try !dearer.isRight("correct house", hash))
        #expect(try dearer.hash("correct horse").salt != hash.salt)
    }

    /// One at a time, as the pool of threads may have two only.
    @Test func threadsWaitForEachOther() {
        let limit = ConcurrencyLimit(1)
        let running = Mutex((now: 0, most: 0))
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            limit.run {
                running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
                usleep(2_000)
                running.withLock { $0.now -= 1 }
            }
        }
        #expect(running.withLock { $0.now } == 0)
        #expect(running.withLock { $0.most } == 1)
    }
}
#endif
