import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

extension DecisionCase {
    private static func schedule(_ day: String, _ more: String = "") -> String {
        #"{"command":"activity.schedule","activity":"A1","kind":"plenary","title":"全会","on":"\#(day)"\#(more)}"#
    }

    private static func step(_ name: Substring) -> String {
        let duty = name == "excuse" ? #","duty":"出差""# : ""
        return #"{"command":"attendance.\#(name)","activity":"A1","member":"M1"\#(duty)}"#
    }

    private static func checkIn(_ day: String, _ more: String = "") -> String {
        #"{"command":"attendance.check-in","activity":"A1","member":"M1","occurred":"\#(day)"\#(more)}"#
    }

    private static let unclear = Rejection.attendance(
        .dayOfCheckInUnclear(id("M1"), id("A1"), of: day("2019-03-25")...day("2019-03-27"), at: Position(7)))

    /// What each command records, and who may be on the list. The activity is entry 6.
    static let attendance: [DecisionCase] = all(
        afterJoining(
            schedule("2019-03-26/2019-03-27", #","halfDays":4"#),
            then: [
                .gives(
                    #"{"command":"attendance.register","activity":"A1","member":"M1"}"#,
                    #"attendance.registered {"activity":"A1","member":"M1"}"#,
                    about: "activity:A1 member:M1"),
                .gives(
                    #"{"command":"attendance.check-in","activity":"A1","member":"M1","method":"scan","late":true,"halfDays":4}"#,
                    #"attendance.checked-in {"activity":"A1","halfDays":4,"late":true,"member":"M1","method":"scan"}"#,
                    about: "activity:A1 member:M1"),
                .gives(
                    #"{"command":"attendance.check-in","activity":"A1","members":["M3","M1"],"method":"late-entry","approvedBy":"主任","reason":"漏签"}"#,
                    #"attendance.checked-in {"activity":"A1","approvedBy":"主任","member":"M3","method":"late-entry"}"#,
                    #"attendance.checked-in {"activity":"A1","approvedBy":"主任","member":"M1","method":"late-entry"}"#),
                .gives(
                    #"{"command":"attendance.ask-leave","activity":"A1","member":"M1","why":"出差"}"#,
                    #"attendance.leave-asked {"activity":"A1","member":"M1","why":"出差"}"#, about: "activity:A1 member:M1"),
                .gives(
                    #"{"command":"attendance.grant-leave","activity":"A1","member":"M1","approvedBy":"主任"}"#,
                    #"attendance.leave-granted {"activity":"A1","approvedBy":"主任","member":"M1"}"#, about: "activity:A1 member:M1"),
                .gives(
                    #"{"command":"attendance.excuse","activity":"A1","member":"M1","duty":"抗洪"}"#,
                    #"attendance.excused {"activity":"A1","duty":"抗洪","member":"M1"}"#, about: "activity:A1 member:M1"),
                .gives(
                    #"{"command":"attendance.mark-absent","activity":"A1","members":["M1"]}"#,
                    #"attendance.marked-absent {"activity":"A1","member":"M1"}"#,
                    about: "activity:A1 member:M1"),

                .refuses(#"{"command":"attendance.check-in","activity":"A9","member":"M1"}"#, .unknown(subject("activity:A9"))),
                .refuses(#"{"command":"attendance.check-in","activity":"A1","member":"M9"}"#, .unknown(subject("member:M9"))),
                // One list, all or nothing: every obstacle is named.
                .refuses(
                    #"{"command":"attendance.check-in","activity":"A1","members":["M8","M1","M9"]}"#,
                    .unknown([subject("member:M8"), subject("member:M9")])),
                .refuses(
                    #"{"command":"attendance.check-in","activity":"A1","members":["M1","M3","M1","M3","M1"]}"#,
                    .namedTwice([id("M1"), id("M3")])),
                .refuses(
                    #"{"command":"attendance.check-in","activity":"A1","member":"M1","halfDays":5}"#,
                    .attendance(.halfDaysDoNotFit(id("A1"), of: 4))),
                .cannotRead(#"{"command":"attendance.check-in","activity":"A1"}"#, .field("member", .missing)),
                .cannotRead(
                    #"{"command":"attendance.check-in","activity":"A1","member":"M1","members":["M3"]}"#,
                    .field("members", .excludes("member"))),
                .cannotRead(
                    #"{"command":"attendance.check-in","activity":"A1","members":[]}"#,
                    .field("members", .invalid(expected: .init("filled-list")))),
                .cannotRead(
                    #"{"command":"attendance.check-in","activity":"A1","members":["M 1"]}"#,
                    .field("members", .invalid(expected: .init("member-ids")))),
                .cannotRead(#"{"command":"attendance.excuse","activity":"A1","member":"M1"}"#, .field("duty", .missing)),
            ]),
        // Each day of several may have its own check-in. The first one is entry 7.
        afterJoining(
            schedule("2019-03-25/2019-03-27"), checkIn("2019-03-25"),
            then: [
                .gives(checkIn("2019-03-26"), #"attendance.checked-in {"activity":"A1","member":"M1"}"#),
                .gives(checkIn("2019-03-27T09:00:00+08:00"), #"attendance.checked-in {"activity":"A1","member":"M1"}"#),
                .refuses(checkIn("2019-03-25T14:00:00+08:00"), .attendance(.alreadyCheckedIn(id("M1"), id("A1"), at: Position(7)))),
                // Who arrives the day before is checked in for the first one.
                .refuses(checkIn("2019-03-24"), .attendance(.alreadyCheckedIn(id("M1"), id("A1"), at: Position(7)))),
                .refuses(checkIn("2019-03-28"), unclear), .refuses(checkIn("2019-03-26/2019-03-27"), unclear),
                .refuses(checkIn("2019年3月下旬"), unclear),
            ]),
        // Typed in later, a check-in is for the whole of it; days that are not exact are one activity.
        afterJoining(
            schedule("2019-03-25/2019-03-27"), checkIn("2019-03-29"),
            then: [.refuses(checkIn("2019-03-26"), .attendance(.alreadyCheckedIn(id("M1"), id("A1"), at: Position(7))))]),
        afterJoining(
            schedule("2019年3月下旬"), checkIn("2019-03-25"),
            then: [.refuses(checkIn("2019-03-26"), .attendance(.alreadyCheckedIn(id("M1"), id("A1"), at: Position(7))))]),
        // Half-days are said of each day, and are no more than there are.
        afterJoining(
            schedule("2019-03-25/2019-03-27", #","halfDays":5"#), checkIn("2019-03-25", #","halfDays":2"#), checkIn("2019-03-26", #","halfDays":2"#),
            then: [
                .gives(checkIn("2019-03-27", #","halfDays":1"#), #"attendance.checked-in {"activity":"A1","halfDays":1,"member":"M1"}"#),
                .refuses(checkIn("2019-03-27", #","halfDays":2"#), .attendance(.halfDaysDoNotFit(id("A1"), of: 5))),
                .refuses(checkIn("2019-03-27"), .attendance(.halfDaysOfDayMissing(id("A1"), of: 5, at: nil))),
            ]),
        afterJoining(
            schedule("2019-03-25/2019-03-27", #","halfDays":5"#), checkIn("2019-03-25"),
            then: [
                .refuses(checkIn("2019-03-27", #","halfDays":1"#), .attendance(.halfDaysOfDayMissing(id("A1"), of: 5, at: Position(7)))),
            ]),
        afterJoining(
            schedule("2019-03-26"),
            then: [
                .refuses(
                    #"{"command":"attendance.check-in","activity":"A1","member":"M1","halfDays":1}"#,
                    .attendance(.halfDaysDoNotFit(id("A1"), of: nil)))
            ]),
        afterJoining(
            schedule("2019-03-26", #","invited":["M1"]"#),
            then: [
                .gives(step("check-in"), #"attendance.checked-in {"activity":"A1","member":"M1"}"#),
                .refuses(
                    #"{"command":"attendance.register","activity":"A1","members":["M3","M1","M4"]}"#,
                    .attendance(.notInvited([id("M3"), id("M4")], id("A1")))),
            ]),
        // M2 is in office until 30 June; a session of several days needs one of them.
        inOffice(on: "2019-06-30"), inOffice(on: "2019-06-30/2019-07-01"), inOffice(on: "2018-12-31/2019-01-01"),
        notInOffice(on: "2019-07-01", first: "2019-07-01"), notInOffice(on: "2018-12-30/2018-12-31", first: "2018-12-30"),
        afterJoining(
            schedule("2019-07-12", #","invited":["M2","M3"]"#), #"{"command":"attendance.check-in","activity":"A1","member":"M3"}"#,
            then: [
                .refuses(
                    #"{"command":"attendance.check-in","activity":"A1","members":["M1","M2","M3"]}"#,
                    .several([
                        .attendance(.notInvited([id("M1")], id("A1"))), .member(.notInOffice([id("M2")], on: day("2019-07-12"))),
                        .attendance(.alreadyCheckedIn(id("M3"), id("A1"), at: Position(7))),
                    ]))
            ]))

    private static let registerM2 = #"{"command":"attendance.register","activity":"A1","member":"M2"}"#

    private static func inOffice(on days: String) -> [DecisionCase] {
        afterJoining(schedule(days), then: [.gives(registerM2, #"attendance.registered {"activity":"A1","member":"M2"}"#)])
    }

    private static func notInOffice(on days: String, first: String) -> [DecisionCase] {
        afterJoining(schedule(days), then: [.refuses(registerM2, .member(.notInOffice([id("M2")], on: day(first))))])
    }

    private enum Answer { case already, checkedIn, differs, notPresent, notOnLeave, notAsked }

    /// What may not follow what, and which entry stands in the way: the first mark is entry 7, the second entry 8.
    private static let refused: [(before: String, mark: Int64, refused: [(step: Substring, because: Answer)])] = [
        ("", 0, [("refuse-leave", .notAsked), ("end-leave", .notOnLeave), ("leave-early", .notPresent)]),
        ("register", 7, [("register", .already), ("refuse-leave", .notAsked), ("end-leave", .notOnLeave), ("leave-early", .notPresent)]),
        (
            "check-in", 7,
            [
                ("check-in", .checkedIn), ("register", .differs), ("ask-leave", .differs), ("grant-leave", .differs),
                ("refuse-leave", .differs),
                ("excuse", .differs), ("mark-absent", .differs), ("end-leave", .notOnLeave),
            ]
        ),
        ("check-in leave-early", 7, [("leave-early", .already), ("check-in", .checkedIn), ("mark-absent", .differs)]),
        ("ask-leave", 7, [("register", .differs), ("ask-leave", .already), ("end-leave", .notOnLeave), ("leave-early", .notPresent)]),
        (
            "ask-leave refuse-leave", 8,
            [("register", .differs), ("refuse-leave", .already), ("end-leave", .notOnLeave), ("leave-early", .notPresent)]
        ),
        (
            "grant-leave", 7,
            [
                ("register", .differs), ("ask-leave", .differs), ("grant-leave", .already), ("refuse-leave", .differs),
                ("mark-absent", .differs),
                ("leave-early", .notPresent),
            ]
        ),
        ("grant-leave end-leave", 7, [("end-leave", .already), ("grant-leave", .already)]),
        (
            "excuse", 7,
            [
                ("register", .differs), ("ask-leave", .differs), ("grant-leave", .differs), ("refuse-leave", .differs),
                ("mark-absent", .differs),
                ("excuse", .already), ("end-leave", .notOnLeave), ("leave-early", .notPresent),
            ]
        ),
        (
            "mark-absent", 7,
            [
                ("register", .differs), ("check-in", .differs), ("ask-leave", .differs), ("grant-leave", .differs),
                ("refuse-leave", .differs),
                ("mark-absent", .already), ("end-leave", .notOnLeave), ("leave-early", .notPresent),
            ]
        ),
    ]

    static let marks: [DecisionCase] = all(
        refusedMarks(),
        following("ask-leave", "refuse-leave", type: "leave-refused"),
        following("grant-leave", "end-leave", type: "leave-ended"),
        following("check-in", "leave-early", type: "left-early"),
        // Whoever was marked absent and was there after all is checked in with a reason.
        afterJoining(
            schedule("2019-03-26"), step("mark-absent"),
            then: [
                .gives(
                    #"{"command":"attendance.check-in","activity":"A1","member":"M1","method":"late-entry","reason":"纸质签到表"}"#,
                    #"attendance.checked-in {"activity":"A1","member":"M1","method":"late-entry"}"#)
            ]))

    private static func refusedMarks() -> [DecisionCase] {
        refused.flatMap { before, mark, steps in
            let cases = steps.map { DecisionCase.refuses(step($0.step), .attendance(rejection($0.because, at: Position(mark)))) }
            return after(people + [schedule("2019-03-26")] + before.split(separator: " ").map(step), [cases])
        }
    }

    private static func rejection(_ answer: Answer, at position: Position) -> AttendanceRejection {
        let (member, activity): (MemberID, ActivityID) = (id("M1"), id("A1"))
        return switch answer {
        case .already: .alreadyRecorded(member, activity, at: position)
        case .checkedIn: .alreadyCheckedIn(member, activity, at: position)
        case .differs: .recordedDifferently(member, activity, at: position)
        case .notPresent: .notPresent(member, activity)
        case .notOnLeave: .notOnLeave(member, activity)
        case .notAsked: .leaveNotAsked(member, activity)
        }
    }

    private static func following(_ before: Substring, _ next: Substring, type: String) -> [DecisionCase] {
        afterJoining(
            schedule("2019-03-26"), step(before),
            then: [.gives(step(next), #"attendance.\#(type) {"activity":"A1","member":"M1"}"#, about: "activity:A1 member:M1")])
    }
}
