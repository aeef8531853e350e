#if Web
package import EventLog

/// A member's tap on 签到, whose code or ticket is genuine.
package struct Tap: Sendable {
    /// How the code got here.
    package enum Delivery: Equatable, Sendable {
        /// As it was scanned.
        case scanned
        /// With a ticket that is still good.
        case ticket
        /// It was kept on the phone while there was no network. Whether the phone is registered for the member: anybody can send
        /// a photograph of a code and say that it was kept.
        case kept(onKnownDevice: Bool)
    }

    package let slot: Slot
    package let received: Timestamp
    package let delivery: Delivery

    package init(slot: Slot, received: Timestamp, delivery: Delivery) {
        (self.slot, self.received, self.delivery) = (slot, received, delivery)
    }
}

/// How far a meeting is.
package enum MeetingPhase: Equatable, Sendable {
    case notOpen, open, cancelled
    case closed(at: Timestamp)
}

/// What is done with a tap.
package enum Verdict: Equatable, Sendable {
    /// It is recorded as of the slot's time.
    ///
    /// - isLateDelivery: whether it was kept on the phone for longer than its code was current, which the secretary sees.
    case record(at: Timestamp, isLateDelivery: Bool)
    /// It is recorded when the meeting opens, and needs no other code.
    case waitForOpening
    case waitForSecretary(TapReason)
    case alreadyCheckedIn
    case refused(TapReason)

    /// How long after its end a meeting takes taps that were kept.
    static let deliverySeconds: Int64 = 24 * 3600

    package init(_ tap: Tap, phase: MeetingPhase, isCheckedIn: Bool) {
        self =
            if phase == .cancelled {
                .refused(.cancelled)
            } else if isCheckedIn {
                .alreadyCheckedIn
            } else if let reason = tap.fault {
                .refused(reason)
            } else {
                Self.ofGoodTap(tap, phase)
            }
    }

    private static func ofGoodTap(_ tap: Tap, _ phase: MeetingPhase) -> Verdict {
        switch phase {
        case .notOpen: .waitForOpening
        case .cancelled: .refused(.cancelled)
        case .closed(let end) where tap.slot.start > end: .waitForSecretary(.afterClosing)
        case .closed(let end) where tap.received > end.adding(seconds: deliverySeconds): .waitForSecretary(.lateEntry)
        case .open, .closed: .record(at: tap.slot.start, isLateDelivery: tap.isLateDelivery)
        }
    }

    /// As what the tap is kept for both sides to see; nil where it is or was recorded.
    package var kept: (reason: TapReason, state: WaitingTap.State)? {
        switch self {
        case .record, .alreadyCheckedIn: nil
        case .waitForOpening: (.notOpen, .waiting)
        case .waitForSecretary(let reason): (reason, .waiting)
        case .refused(let reason): (reason, .refused)
        }
    }
}

extension Tap {
    fileprivate var isLateDelivery: Bool {
        if case .kept = delivery { !slot.isCurrent(at: received) } else { false }
    }

    /// Why it is refused, whatever the meeting.
    fileprivate var fault: TapReason? {
        switch delivery {
        case .ticket: nil
        case .scanned: slot.isCurrent(at: received) ? nil : .staleCode
        // No phone can have kept what the screen has not shown yet.
        case .kept where slot.start > received: .staleCode
        case .kept(let isKnown): isKnown || slot.isCurrent(at: received) ? nil : .unknownDevice
        }
    }
}
#endif
