/// The steps of the proposal P1, of M1 and M2, beside two others on file, P8 and P9.
enum Course {
    static let others = [
        #"{"command":"proposal.file","proposal":"P8","title":"另一","kind":"individual","signers":["M1"]}"#,
        #"{"command":"proposal.file","proposal":"P9","title":"又一","kind":"individual","signers":["M1"]}"#,
    ]
    static let draft = #"{"command":"proposal.draft","proposal":"P1","title":"稿","signers":["M1","M2"]}"#
    static let file = #"{"command":"proposal.file","proposal":"P1","title":"路灯","kind":"joint","signers":["M1","M2"]}"#
    static let accept = #"{"command":"proposal.accept","proposal":"P1"}"#
    static let handOver = #"{"command":"proposal.hand-over","proposal":"P1","lead":"局","joint":["站"]}"#
    static let answer = #"{"command":"proposal.answer","proposal":"P1","unit":"局"}"#
    static let close = #"{"command":"proposal.close","proposal":"P1"}"#
    static let decline = #"{"command":"proposal.decline","proposal":"P1","code":"other","reason":"x"}"#
    static let merge = #"{"command":"proposal.merge","proposal":"P1","into":"P8"}"#
    static let split = #"{"command":"proposal.split","proposal":"P1","into":["P8","P9"]}"#
    static let withdraw = #"{"command":"proposal.withdraw","proposal":"P1","reason":"x"}"#
}
