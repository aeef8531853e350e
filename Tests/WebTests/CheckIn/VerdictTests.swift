#if Web
import EventLog
import Testing
import Wording
@testable import Web

/// What is done with a tap. The code was on the screen from 0 to 30 seconds, and is current up to 60.
struct VerdictTests {
    private static let start = AccountBench.start
    private static let day: Int64 = 86_400
    private static let known = Tap.Delivery.kept(onKnownDevice: true)
    private static let unknown = Tap.Delivery.kept(onKnownDevice: false)

    private func verdict(
        _ delivery: Tap.Delivery, after seconds: Int64, _ phase: MeetingPhase = .open, isCheckedIn: Bool = false
    ) -> Verdict {
        Verdict(
            Tap(slot: Slot(at: Self.start), received: Self.start.adding(seconds: seconds), delivery: delivery), phase: phase,
            isCheckedIn: isCheckedIn)
    }

    private func closed(_ seconds: Int64) -> MeetingPhase { .closed(at: Self.start.adding(seconds: seconds)) }

    @Test(
        arguments: [
            (.scanned, 0, .record(at: start, isLateDelivery: false)),
            (.scanned, 59, .record(at: start, isLateDelivery: false)),
            (.scanned, 60, .refused(.staleCode)),
            (.scanned, -1, .refused(.staleCode)),
            (.ticket, 300, .record(at: start, isLateDelivery: false)),
            (known, 59, .record(at: start, isLateDelivery: false)),
            (known, 60, .record(at: start, isLateDelivery: true)),
            (known, 30 * day, .record(at: start, isLateDelivery: true)),
            (known, -1, .refused(.staleCode)),
            (unknown, 59, .record(at: start, isLateDelivery: false)),
            (unknown, 60, .refused(.unknownDevice)),
            (unknown, -1, .refused(.staleCode)),
        ] as [(Tap.Delivery, Int64, Verdict)])
    func atAMeetingThatIsOpen(delivery: Tap.Delivery, seconds: Int64, expected: Verdict) {
        #expect(verdict(delivery, after: seconds) == expected)
    }

    @Test func beforeTheMeetingItWaits() {
        #expect(verdict(.scanned, after: 0, .notOpen) == .waitForOpening)
        #expect(verdict(.ticket, after: 200, .notOpen) == .waitForOpening)
        #expect(verdict(Self.known, after: 600, .notOpen) == .waitForOpening)
        #expect(verdict(.scanned, after: 60, .notOpen) == .refused(.staleCode))
    }

    @Test func afterTheMeetingItIsTakenForADay() {
        #expect(verdict(Self.known, after: 10 + Self.day, closed(10)) == .record(at: Self.start, isLateDelivery: true))
        #expect(verdict(Self.known, after: 11 + Self.day, closed(10)) == .waitForSecretary(.lateEntry))
        #expect(verdict(Self.unknown, after: 11 + Self.day, closed(10)) == .refused(.unknownDevice))
        #expect(verdict(.scanned, after: 40, closed(10)) == .record(at: Self.start, isLateDelivery: false))
    }

    @Test func aCodeThatWasShownAfterTheMeetingIsForTheSecretary() {
        #expect(verdict(.scanned, after: 5, closed(0)) == .record(at: Self.start, isLateDelivery: false))
        #expect(verdict(.scanned, after: 5, closed(-1)) == .waitForSecretary(.afterClosing))
        #expect(verdict(Self.known, after: 2 * Self.day, closed(-1)) == .waitForSecretary(.afterClosing))
    }

    @Test(arguments: [.notOpen, .open, .closed(at: start)] as [MeetingPhase])
    func whoIsCheckedInHearsSo(phase: MeetingPhase) {
        for delivery in [.scanned, .ticket, Self.known, Self.unknown] {
            #expect(verdict(delivery, after: 3 * Self.day, phase, isCheckedIn: true) == .alreadyCheckedIn)
        }
    }

    @Test func aCancelledMeetingTakesNobody() {
        #expect(verdict(.scanned, after: 0, .cancelled) == .refused(.cancelled))
        #expect(verdict(Self.known, after: 600, .cancelled) == .refused(.cancelled))
        #expect(verdict(.scanned, after: 0, .cancelled, isCheckedIn: true) == .refused(.cancelled))
    }

    @Test func whatIsNotRecordedIsKept() {
        #expect(Verdict.record(at: Self.start, isLateDelivery: true).kept == nil && Verdict.alreadyCheckedIn.kept == nil)
        for (verdict, reason, state) in [
            (.waitForOpening, .notOpen, .waiting), (.waitForSecretary(.lateEntry), .lateEntry, .waiting),
            (.refused(.staleCode), .staleCode, .refused),
        ] as [(Verdict, TapReason, WaitingTap.State)] {
            #expect(verdict.kept?.reason == reason && verdict.kept?.state == state, "\(verdict)")
        }
    }

    @Test(arguments: TapReason.allCases)
    func aMemberHearsOfIt(reason: TapReason) {
        #expect(!reason.phrase.zh.isEmpty && reason.phrase.zh.hasSuffix("。") && reason.phrase.en.hasSuffix("."))
    }

    @Test func reasonsAreSaidDifferently() { #expect(Set(TapReason.allCases.map(\.phrase.zh)).count == TapReason.allCases.count) }
}
#endif
