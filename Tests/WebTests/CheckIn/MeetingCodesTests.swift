#if Web
import Crypto
import Domain
import EventLog
import Foundation
import Testing
@testable import Web

/// The codes of meetings, and the tickets of pages that were opened with them.
struct MeetingCodesTests {
    private let codes = MeetingCodes(activity: id("A12"), secret: SymmetricKey(data: Data(0..<32)))
    /// 9 o'clock in Shanghai is the beginning of a slot.
    private let start = AccountBench.start

    private func later(_ seconds: Int64, _ microseconds: Int64 = 0) -> Timestamp {
        Timestamp(microsecondsSince1970: start.adding(seconds: seconds).microsecondsSince1970 + microseconds)
    }

    /// From a few lines of Python with its `hmac`: slot 1803862800 / 30 = 60128760, and `b"code\0A12\0" + struct.pack(">I", 60128760)`.
    @Test func aCodeIsWhatAnotherProgramComputes() {
        #expect(codes.code(at: start) == "1sazfra08116twr737xk6d8jk0")
    }

    @Test func aCodeIsShownForThirtySeconds() {
        let code = codes.code(at: start)
        #expect(codes.code(at: later(29, 999_999)) == code)
        #expect(codes.code(at: later(30)) != code && codes.code(at: later(0, -1)) != code)
        #expect(Slot(at: start).start == start && Slot(at: start).end == later(30))
    }

    @Test func aCodeTellsItsSlotForEver() {
        for seconds: Int64 in [0, 30, 86_400, 500_000_000] {
            let time = later(seconds)
            #expect(codes.slot(of: codes.code(at: time)) == Slot(at: time))
        }
    }

    @Test func timesBeyondTheNumbersHaveASlot() {
        #expect(Slot(at: Timestamp(microsecondsSince1970: .min)).number == 0)
        #expect(Slot(at: Timestamp(microsecondsSince1970: .max)).number == 1 << 30 - 1)
    }

    @Test func aFlippedBitIsRefused() {
        let code = codes.code(at: start)
        for place in 0..<26 {
            for bit in 0..<8 {
                var bytes = Array(code.utf8)
                bytes[place] ^= 1 << bit
                #expect(codes.slot(of: String(decoding: bytes, as: UTF8.self)) == nil, "\(place), \(bit)")
            }
        }
    }

    @Test(arguments: ["", "1sazfr", "1sazfra08116twr737xk6d8jk", "1sazfra08116twr737xk6d8jk00", "1SAZFRA08116TWR737XK6D8JK0", "签到"])
    func whatIsNoCodeIsRefused(text: String) {
        #expect(codes.slot(of: text) == nil)
    }

    @Test func aCodeIsOfOneMeeting() {
        let (secret, other) = (SymmetricKey(data: Data(0..<32)), SymmetricKey(data: Data(1..<33)))
        let code = codes.code(at: start)
        #expect(MeetingCodes(activity: id("A13"), secret: secret).slot(of: code) == nil)
        #expect(MeetingCodes(activity: id("A12"), secret: other).slot(of: code) == nil)
        let found = MeetingCodes.meeting(of: code, among: [id("A11"): secret, id("A12"): secret, id("A13"): other])
        #expect(found?.activity == id("A12") && found?.slot == Slot(at: start))
        #expect(MeetingCodes.meeting(of: code, among: [id("A13"): secret]) == nil)
    }

    @Test(arguments: [(-1, false), (0, true), (29, true), (30, true), (59, true), (60, false), (90, false)] as [(Int64, Bool)])
    func aCodeIsCurrentInItsSlotAndTheNext(seconds: Int64, isCurrent: Bool) {
        #expect(Slot(at: start).isCurrent(at: later(seconds)) == isCurrent)
        #expect(Slot(at: start).isCurrent(at: later(seconds, 999_999)) == isCurrent)
    }

    // MARK: - Tickets

    /// As above: 12 bytes of slot and microseconds, and 18 of the HMAC of `b"ticket\0A12\0"`, these and `b"browser"`.
    @Test func aTicketIsWhatAnotherProgramComputes() {
        #expect(codes.ticket(for: Slot(at: start), at: start, browser: "browser") == "A5V9-AAGaJqJauQAJ2l4Ozatmqr3-Wg2ZL9wb06-")
    }

    @Test func aPageIsOpenedInTime() {
        let slot = Slot(at: start)
        #expect(codes.ticket(for: slot, at: later(59, 999_999), browser: "b") != nil)
        #expect(codes.ticket(for: slot, at: later(60), browser: "b") == nil)
    }

    @Test func aTicketIsGoodForFiveMinutes() throws {
        let ticket = try #require(codes.ticket(for: Slot(at: start), at: later(59), browser: "b"))
        #expect(codes.slot(ofTicket: ticket, at: later(59), browser: "b") == Slot(at: start))
        #expect(codes.slot(ofTicket: ticket, at: later(358, 999_999), browser: "b") == Slot(at: start))
        #expect(codes.slot(ofTicket: ticket, at: later(359), browser: "b") == nil)
    }

    @Test func aTicketIsOfOneBrowserAndOneMeeting() throws {
        let ticket = try #require(codes.ticket(for: Slot(at: start), at: start, browser: "b"))
        #expect(codes.slot(ofTicket: ticket, at: start, browser: "c") == nil)
        #expect(codes.slot(ofTicket: codes.code(at: start), at: start, browser: "b") == nil)
        #expect(codes.slot(of: ticket) == nil)
        let other = MeetingCodes(activity: id("A13"), secret: SymmetricKey(data: Data(0..<32)))
        #expect(other.slot(ofTicket: ticket, at: start, browser: "b") == nil)
        for place in 0..<40 {
            for bit in 0..<8 {
                var bytes = Array(ticket.utf8)
                bytes[place] ^= 1 << bit
                #expect(codes.slot(ofTicket: String(decoding: bytes, as: UTF8.self), at: start, browser: "b") == nil, "\(place), \(bit)")
            }
        }
    }
}
#endif
