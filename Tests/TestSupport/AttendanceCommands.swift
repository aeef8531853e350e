extension CommandGenerator {
    /// Commands about ten activities of 2019 and who came to them: sheets with nobody present, with absences alone, with what was
    /// said beforehand alone; cancelled, put off and closed ones; terms that end and begin; members recorded twice; corrections.
    ///
    /// Nothing corrects the first two entries, such as the opening of the book and a plan.
    ///
    /// - Parameter last: the last position there is.
    public mutating func nextOfAttendance(last: Int64) -> String {
        let found = number(0...2) == 0 ? day() : "2019-12-30"
        let (body, occurred) =
            switch number(0...15) {
            case 0: (movement(), day())
            case 1, 2: (correctionOfAttendance(last), day())
            case 3, 4: (scheduling(), day())
            case 5: (course(), found)
            default: (mark(), found)
            }
        return #"{"command":\#(body),"occurred":"\#(occurred)","reason":"试"}"#
    }

    private mutating func anyMember() -> String { "M\(number(1...9))" }

    private mutating func movement() -> String {
        switch number(0...9) {
        case 0, 1, 2: #""member.leave","member":"\#(anyMember())","on":"\#(day())""#
        case 3, 4, 5: #""member.begin-term","member":"\#(anyMember())","from":"\#(day())""#
        case 6, 7, 8: #""member.join","member":"\#(anyMember())","name":"新委员","from":"\#(day())""#
        default: #""member.merge","member":"\#(anyMember())","into":"\#(anyMember())""#
        }
    }

    private mutating func correctionOfAttendance(_ last: Int64) -> String {
        let position = number(3...Int(max(3, last)))
        return switch number(0...5) {
        case 0: #""fact.correct","corrects":\#(position),"when":"\#(day())""#
        case 1: #""fact.correct","corrects":\#(position),"set":{"member":"\#(anyMember())"}"#
        case 2: #""fact.correct","corrects":\#(position),"set":{"late":true}"#
        default: #""fact.void","corrects":\#(position)"#
        }
    }

    private mutating func scheduling() -> String {
        let first = day()
        // The days end with the 28th.
        let last = first.hasSuffix("28") || number(0...2) > 0 ? "" : "/" + first.prefix(8) + "28"
        let invited = number(0...4) == 0 ? #","invited":["M1","M2","M3","M7"]"# : ""
        return #""activity.schedule","activity":"A\#(number(1...10))","kind":"study","title":"学习\#(number(1...99))","on":"\#(first)\#(last)"\#(invited)"#
    }

    private mutating func course() -> String {
        let activity = #""activity":"A\#(number(1...10))""#
        return switch number(0...6) {
        case 0: #""activity.reschedule",\#(activity),"on":"\#(day())""#
        case 1, 2: #""activity.cancel",\#(activity)"#
        case 3: #""activity.open",\#(activity)"#
        default: #""activity.close",\#(activity)"#
        }
    }

    private mutating func mark() -> String {
        let activity = number(1...10)
        let who = #""activity":"A\#(activity)","member":"\#(anyMember())""#
        let step =
            switch activity {
            case 1, 2: one(of: "register", "ask-leave", "grant-leave", "refuse-leave", "excuse")
            case 3, 4: one(of: "mark-absent", "mark-absent", "grant-leave", "ask-leave", "register")
            default:
                one(
                    of: "check-in", "check-in", "check-in", "mark-absent", "grant-leave", "refuse-leave", "ask-leave", "register", "excuse",
                    "leave-early", "end-leave")
            }
        let more = step == "excuse" ? #","duty":"开会""# : step == "check-in" && number(0...4) == 0 ? #","late":true"# : ""
        return #""attendance.\#(step)",\#(who)\#(more)"#
    }
}
