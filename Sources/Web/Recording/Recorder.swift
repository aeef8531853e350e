#if Web
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Views

extension Asked {
    /// Records one command in the name of the account that asks, with those that come at the same time: one flush for all of them.
    ///
    /// - Parameters:
    ///   - object: the command; whatever it says of `by`, it is the account.
    ///   - isTyped: whether a person wrote it, with names of members in place of ids.
    ///   - author: who is on record as having recorded it; nil for the account.
    /// - Throws: `Refusal`, `CommandError`, `Problem`; the book's errors.
    func record(_ object: JSONObject, isTyped: Bool) async throws -> CommandResponse {
        let command = try await command(object, isTyped: isTyped)
        return try await site.submit(command)
    }

    /// A command out of an object, if the account may send it.
    func command(_ object: JSONObject, isTyped: Bool) async throws -> Command {
        let (account, purpose, now) = (try account(), try purpose(), site.clock())
        return try await site.perform { book in
            try Self.command(object, isTyped: isTyped, by: account, for: purpose, at: now, book, book.state())
        }
    }

    static func command(
        _ object: JSONObject, isTyped: Bool, by account: Account, for purpose: ReadingPurpose, at now: Timestamp, _ book: Book, _ state: State
    ) throws -> Command {
        var object = object
        let name = object["command"]?.stringValue
        guard let name, let kind = CommandCatalogue[name] else {
            guard name == nil else { throw CommandError.unknownCommand(name ?? "") }
            throw CommandError.field("command", .missing)
        }
        guard CommandAccess.allows(account, name) else { throw Refusal.notAllowed }
        object["by"] = .string(account.name)
        if isTyped {
            let members = MemberLookup(book, state, on: try state.today(at: now), for: purpose)
            object = try members.resolving(object, of: kind)
        }
        try CommandAccess.check(object, of: kind, by: account, in: state)
        return try Command(object, defaults: Command.Defaults(by: account.name, clock: state.clock, now: now))
    }
}

extension Site {
    func submit(_ command: Command) async throws -> CommandResponse {
        CommandResponse(try await shelf.use(at: path) { try await $0.submit(command) })
    }
}
#endif
