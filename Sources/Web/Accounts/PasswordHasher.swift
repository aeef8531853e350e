#if Web
internal import Crypto
internal import CryptoExtras
internal import Dispatch
internal import Foundation
internal import Synchronization

/// What scrypt (RFC 7914) costs: memory and time grow with `rounds` (N) and `blockSize` (r).
package struct PasswordCost: Equatable, Sendable {
    package let rounds: Int
    package let blockSize: Int
    package let parallelism: Int

    package init(rounds: Int, blockSize: Int, parallelism: Int) {
        (self.rounds, self.blockSize, self.parallelism) = (rounds, blockSize, parallelism)
    }

    /// 128 MiB, and about a third of a second.
    package static let production = PasswordCost(rounds: 1 << 17, blockSize: 8, parallelism: 1)
    /// For tests, which sign in often.
    package static let small = PasswordCost(rounds: 1 << 4, blockSize: 8, parallelism: 1)

    /// The key that scrypt derives.
    func key(from password: Data, salt: Data, byteCount: Int) throws -> Data {
        try KDF.Scrypt.deriveKey(
            from: password, salt: salt, outputByteCount: byteCount, rounds: rounds, blockSize: blockSize, parallelism: parallelism
        ).withUnsafeBytes { Data($0) }
    }
}

/// A password as it is stored: with the cost it was derived at, so that the cost may rise.
struct PasswordHash: Equatable {
    let cost: PasswordCost
    let salt: Data
    let key: Data
}

/// Derives keys from passwords: few at once, as each takes so much memory. Whoever comes meanwhile waits, thread and all.
final class PasswordHasher: Sendable {
    private let cost: PasswordCost
    private let limit: ConcurrencyLimit
    private let count = Atomic(0)
    private let dummySalt = SecretToken().digest

    init(cost: PasswordCost, concurrencyMax: Int = 2) {
        self.cost = cost
        limit = ConcurrencyLimit(concurrencyMax)
    }

    /// How many keys were derived so far: whether an answer cost one shows in its time.
    var derivationCount: Int { count.load(ordering: .relaxed) }

    /// A hash with a salt of its own.
    func hash(_ password: String) throws -> PasswordHash {
        let salt = SecretToken().digest.prefix(16)
        return PasswordHash(cost: cost, salt: Data(salt), key: try derive(password, cost, Data(salt)))
    }

    /// Whether a password is right. Where there is no password the answer takes as long, and is no.
    func isRight(_ password: String, _ hash: PasswordHash?) throws -> Bool {
        let key = try derive(password, hash?.cost ?? cost, hash?.salt ?? Data(dummySalt.prefix(16)))
        guard let hash else { return false }
        return isEqualInConstantTime(key, hash.key)
    }

    /// The same letters are the same password, however a keyboard composes them.
    private func derive(_ password: String, _ cost: PasswordCost, _ salt: Data) throws -> Data {
        count.add(1, ordering: .relaxed)
        let bytes = Data(password.precomposedStringWithCanonicalMapping.utf8)
        return try limit.run { try cost.key(from: bytes, salt: salt, byteCount: 32) }
    }
}

/// Lets so many threads in at once; the others wait.
struct ConcurrencyLimit: Sendable {
    private let semaphore: DispatchSemaphore

    init(_ count: Int) { semaphore = DispatchSemaphore(value: count) }

    func run<Value>(_ body: () throws -> Value) rethrows -> Value {
        semaphore.wait()
        defer { semaphore.signal() }
        return try body()
    }
}
#endif
