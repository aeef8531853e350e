#if Web
internal import EventLog

extension CommandID {
    /// For a form, so that it is recorded once, however often it is sent.
    static func random() -> CommandID {
        var generator = SystemRandomNumberGenerator()
        return CommandID(using: &generator)
    }
}
#endif
