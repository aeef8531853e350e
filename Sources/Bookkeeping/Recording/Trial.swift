public import Domain
public import EventLog

extension Book {
    /// The state as it would be after a command, which is decided as ever and not recorded: what it would change can be shown before
    /// it is done.
    ///
    /// - Returns: the state before and after.
    /// - Throws: `Rejection`, where it would be refused by what the state alone says; the book's errors.
    public func trial(of command: Command) throws -> (before: State, after: State) {
        let before = try state()
        var after = before
        for event in try before.decide(command) {
            let position = after.position.next
            try after.apply(event, at: position, occurred: command.occurred, recorded: clock().following(after.recorded))
        }
        return (before, after)
    }
}
