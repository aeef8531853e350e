/// What a member hears of a tap that was not recorded at once.
extension Phrase {
    /// Before the meeting.
    public static var tapWaitsForOpening: Phrase {
        Phrase(
            zh: "会议还没有开始，已先记下。会议开始时自动签到，不用再扫码。",
            en: "The meeting is not open yet. Your tap is kept, and you will be checked in when it opens. You need not scan again.")
    }

    /// More than a day after the meeting.
    public static var tapIsLate: Phrase {
        Phrase(
            zh: "会议结束一天多以后才送达，尚未签到，已转给秘书核对。",
            en: "Your tap arrived more than a day after the meeting was closed. You are not checked in yet; the secretary will check it.")
    }

    /// With a code that was shown after the meeting.
    public static var tapIsAfterClosing: Phrase {
        Phrase(
            zh: "扫码时会议已经结束，尚未签到，已转给秘书核对。",
            en: "The meeting was closed when you scanned. You are not checked in yet; the secretary will check it.")
    }

    /// With a code that is not on the screen any more.
    public static var tapHasStaleCode: Phrase {
        Phrase(
            zh: "这个码已经过时，没有签到。请扫大屏上现在的码。",
            en: "This code is no longer valid. You are not checked in. Scan the code that is on the screen now.")
    }

    /// Kept on a phone that is not registered.
    public static var tapIsFromUnknownDevice: Phrase {
        Phrase(
            zh: "这部手机没有登记，事后送来的签到不能算数，没有签到。请告诉秘书。",
            en: "This phone is not registered, so a tap that arrives later does not count. You are not checked in. Tell the secretary.")
    }

    /// At a meeting that was cancelled.
    public static var tapIsAtCancelledMeeting: Phrase {
        Phrase(zh: "会议已经取消，不用签到。", en: "The meeting was cancelled. You need not check in.")
    }

    /// One that the book did not take.
    public static var tapWasRejected: Phrase {
        Phrase(zh: "没有签到。请告诉秘书。", en: "You are not checked in. Tell the secretary.")
    }
}
