#if Web
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Views
internal import Wording

/// What became of a tap.
enum TapOutcome: Sendable {
    case recorded, already, waitsForOpening, waitsForOffice
    case refused(Phrase)
}

extension Site {
    /// Records a tap, or keeps it for both sides to see.
    ///
    /// - Parameter id: made on the phone: the same tap sent twice is one.
    func take(_ tap: Tap, of member: MemberID, at activity: ActivityID, id: CommandID, from device: Device?) async throws -> TapOutcome {
        if let kept = try await withAccounts({ try $0.tap(id) }) { return outcome(of: kept) }
        let (phase, isCheckedIn) = try await perform { book in
            let state = try book.state()
            guard let meeting = state.activities[activity] else { throw Refusal.notFound }
            return (try MeetingPhase(meeting, in: book), state.isCheckedIn(member, at: meeting, on: tap.slot.start))
        }
        let verdict = Verdict(tap, phase: phase, isCheckedIn: isCheckedIn)
        func waiting(_ reason: TapReason, _ state: WaitingTap.State, _ message: String? = nil) -> WaitingTap {
            WaitingTap(
                command: id, activity: activity, member: member, device: device?.id, slot: tap.slot.start, received: tap.received, reason: reason,
                state: state, message: message)
        }
        guard let (reason, state) = verdict.kept else {
            guard case .record = verdict else { return .already }
            let response = try await record(waiting(.notOpen, .waiting), by: device?.name ?? "phone", isLateEntry: false)
            guard let problem = response.problem else { return .recorded }
            // Refused by the book: neither side is left to wonder.
            let kept = waiting(.rejected, .refused, problem.phrase[.chinese])
            _ = try await withAccounts { try $0.keepTap(kept) }
            return .refused(problem.phrase)
        }
        let tap = waiting(reason, state)
        return outcome(of: try await withAccounts { try $0.keepTap(tap) })
    }

    private func outcome(of tap: WaitingTap) -> TapOutcome {
        switch (tap.state, tap.reason) {
        case (.accepted, _): .recorded
        case (.waiting, .notOpen): .waitsForOpening
        case (.waiting, _): .waitsForOffice
        case (.refused, let reason): .refused(tap.message.map { .plain($0) } ?? reason.phrase)
        }
    }

    /// The check-in of a tap, at the time of its code.
    ///
    /// - Parameter isLateEntry: whether somebody in the office vouches for it.
    func record(_ tap: WaitingTap, by author: String, isLateEntry: Bool) async throws -> CommandResponse {
        var fields = JSONObject()
        fields["command"] = "attendance.check-in"
        fields["activity"] = .string(tap.activity.description)
        fields["member"] = .string(tap.member.description)
        fields["method"] = .string((isLateEntry ? CheckedIn.Method.lateEntry : .scan).rawValue)
        if isLateEntry { fields["approvedBy"] = .string(author) }
        let object = fields
        let command = try await perform { book in
            let clock = try book.state().clock
            return try Command(
                object, defaults: Command.Defaults(id: tap.command, by: author, occurred: try Occurrence(tap.slot, by: clock), clock: clock))
        }
        return try await submit(command)
    }

    /// The taps of a meeting that are kept. Those that waited for it to open are recorded, if it is.
    func waitingTaps(at activity: ActivityID) async throws -> [WaitingTap] {
        let taps = try await withAccounts { try $0.taps(at: activity) }
        guard taps.contains(where: { $0.state == .waiting && $0.reason == .notOpen }) else { return taps }
        let isOpen = try await perform { book in try book.state().activities[activity].map { try MeetingPhase($0, in: book) == .open } ?? false }
        guard isOpen else { return taps }
        await recordWaitingTaps(at: activity.description)
        return try await withAccounts { try $0.taps(at: activity) }
    }

    /// Records the taps that waited for a meeting to open. What is refused is shown to both sides; what fails is tried again.
    func recordWaitingTaps(at text: String) async {
        guard let activity = ActivityID(text), let taps = try? await withAccounts({ try $0.taps(at: activity) }) else { return }
        for tap in taps where tap.state == .waiting && tap.reason == .notOpen {
            guard let response = try? await record(tap, by: tap.device.map { Account.deviceNamePrefix + String($0) } ?? "phone", isLateEntry: false) else { continue }
            let problem = response.problem
            _ = try? await withAccounts { try $0.settleTap(tap.command, as: problem == nil ? .accepted : .refused, message: problem?.phrase[.chinese]) }
        }
    }
}

extension MeetingPhase {
    init(_ meeting: Activity, in book: Book) throws {
        if meeting.isCancelled {
            self = .cancelled
        } else if meeting.closing != nil {
            let closed = meeting.history.compactMap(\.standing).last { if case .closed = $0.fact { true } else { false } }
            self = .closed(at: try closed.flatMap { try book.entry(at: $0.position) }?.recorded ?? Timestamp(microsecondsSince1970: 0))
        } else {
            self = meeting.isHeld ? .open : .notOpen
        }
    }
}

extension State {
    /// Whether a member is on record as present, at an activity of several days on the day of a moment.
    func isCheckedIn(_ member: MemberID, at activity: Activity, on moment: Timestamp) -> Bool {
        identities(of: canonical(member)).contains { id in
            guard let mark = activity.attendance.marks[id], mark.standing == .present else { return false }
            guard activity.severalDays != nil, activity.attendance.isByDay, let day = try? today(at: moment) else { return true }
            return activity.attendance.attendedDays(of: id, at: activity).contains { $0.day == day }
        }
    }
}
#endif
