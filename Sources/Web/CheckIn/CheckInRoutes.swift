#if Web
internal import Bookkeeping
internal import CanonicalJSON
internal import Crypto
internal import Domain
internal import EventLog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Views
internal import Wording

/// What the code on the screen opens: a member proves once who they are, and then checks in by one tap.
enum CheckInRoutes {
    static let all: [Route] = ScreenRoutes.all + [
        Route(.get, "/c/{code}", for: .anybody) { try await open($0) },
        Route(.post, "/c/{code}", for: .anybody) { try await tap($0) },
    ]

    /// The meeting that a code is of, and the phone that has it.
    private struct Scan {
        let codes: MeetingCodes
        let slot: Slot
        let title: String
        let date: Occurrence?
        let device: Device?
        let browser: String
        let isNewBrowser: Bool
        let now: Timestamp
        var code: String { codes.code(of: slot) }
    }

    private static func scan(_ asked: Asked) async throws -> Scan {
        let now = asked.site.clock()
        if let wait = asked.site.limits.checkInByAddress.waitSeconds(asked.address, at: now) { throw Refusal.tooOften(seconds: wait) }
        let (code, key) = (try asked.parameter("code"), asked.headers.cookie(.device))
        let (found, device) = try await asked.site.withAccounts { store in
            (try store.meetingSecrets(), try key.map { try store.device(key: $0) } ?? nil)
        }
        guard let (activity, slot) = MeetingCodes.meeting(of: code, among: found), let secret = found[activity] else {
            throw Problem(.notFound, code: "not-a-code", MeetingText.notACode)
        }
        let (title, date) = try await asked.site.perform { book in
            let meeting = try book.state().activities[activity]
            return (meeting?.title ?? "", meeting?.date)
        }
        let browser = asked.headers.cookie(.browser)
        return Scan(
            codes: MeetingCodes(activity: activity, secret: secret), slot: slot, title: title, date: date, device: device,
            browser: browser ?? SecretToken().text, isNewBrowser: browser == nil, now: now)
    }

    /// A page that is opened with a current code may be finished within five minutes by this browser.
    private static func open(_ asked: Asked) async throws -> Response {
        let scan = try await scan(asked)
        let ticket = scan.codes.ticket(for: scan.slot, at: scan.now, browser: scan.browser)
        return try await page(scan, ticket: ticket, answer: ticket == nil ? .problem(MeetingText.staleCode) : nil, asked)
    }

    // MARK: - Tapping

    /// What is said to whoever tapped.
    private enum Answer {
        case done(Phrase), waits(Phrase), problem(Phrase)

        var code: String {
            switch self {
            case .done: "done"
            case .waits: "waiting"
            case .problem: "refusal"
            }
        }

        var phrase: Phrase {
            switch self {
            case .done(let phrase), .waits(let phrase), .problem(let phrase): phrase
            }
        }
    }

    private static func tap(_ asked: Asked) async throws -> Response {
        var scan = try await scan(asked)
        let form = try await asked.form()
        let id = form["id"].flatMap { CommandID($0) } ?? .random()
        let ticket = form["ticket"].flatMap { text in scan.codes.slot(ofTicket: text, at: scan.now, browser: scan.browser).map { _ in text } }
        // A code is checked before anybody is asked who they are: a stale one is no way to try personal codes.
        let isKept = form["kept"] == "true"
        guard ticket != nil || scan.slot.isCurrent(at: scan.now) || isKept else {
            return try await page(scan, ticket: nil, answer: .problem(MeetingText.staleCode), asked)
        }
        let fresh = ticket ?? scan.codes.ticket(for: scan.slot, at: scan.now, browser: scan.browser)
        let person = try await person(form, scan, asked)
        guard case .found(let member, let key, let device) = person else {
            guard case .refused(let phrase) = person else { throw Refusal.notFound }
            return try await page(scan, ticket: fresh, answer: .problem(phrase), typedName: form["name"], asked)
        }
        scan = Scan(codes: scan.codes, slot: scan.slot, title: scan.title, date: scan.date, device: device, browser: scan.browser, isNewBrowser: scan.isNewBrowser, now: scan.now)
        let delivery: Tap.Delivery = ticket != nil ? .ticket : isKept && !scan.slot.isCurrent(at: scan.now) ? .kept(onKnownDevice: device?.members.contains(member) ?? false) : .scanned
        let answer = try await asked.site.take(Tap(slot: scan.slot, received: scan.now, delivery: delivery), of: member, at: scan.codes.activity, id: id, from: device)
        return try await page(scan, ticket: fresh, answer: said(answer), newDeviceKey: key, asked)
    }

    private static func said(_ outcome: TapOutcome) -> Answer {
        switch outcome {
        case .recorded: .done(MeetingText.checkedIn)
        case .already: .done(MeetingText.alreadyCheckedIn)
        case .waitsForOpening: .waits(MeetingText.waitsForOpening)
        case .waitsForOffice: .waits(MeetingText.waitsForOffice)
        case .refused(let phrase): .problem(MeetingText.notRecorded(phrase))
        }
    }

    // MARK: - Who taps

    private enum Person {
        /// - Parameter key: of a phone that is registered just now.
        case found(MemberID, key: String?, Device?)
        case refused(Phrase)
    }

    /// A member for whom the phone is registered; or who proves by name and code who they are, once for each phone.
    private static func person(_ form: Form, _ scan: Scan, _ asked: Asked) async throws -> Person {
        if let member = form["member"].flatMap({ MemberID($0) }), let device = scan.device, device.members.contains(member) {
            return .found(member, key: nil, device)
        }
        guard let name = form["name"], let code = form["code"], let member = try await member(named: name, asked) else {
            return .refused(MeetingText.wrongCode)
        }
        let key = asked.headers.cookie(.device)
        let label = (asked.headers[.userAgent] ?? "").shortUserAgent
        return try await asked.site.withAccounts { store in
            switch try store.checkCode(code, of: member) {
            case .wrong: return .refused(MeetingText.wrongCode)
            case .blocked: return .refused(MeetingText.codeBlocked)
            case .right:
                // A further member on a phone that is known: allowed, as not everybody has one, and seen by the office.
                if let key, let device = try store.addMember(member, toDevice: key) { return .found(member, key: nil, device) }
                let (key, device) = try store.registerDevice(for: member, label: label)
                return .found(member, key: key, device)
            }
        }
    }

    /// Whoever has a name here is not told: several or nobody is the same answer as a wrong code.
    private static func member(named text: String, _ asked: Asked) async throws -> MemberID? {
        let purpose = ReadingPurpose(by: "phone", purpose: "check-in")
        return try await asked.site.ask(ViewRequest(), for: purpose) { context in
            try? MemberLookup(context.book, context.known, on: context.today, for: purpose).member(text)
        }
    }

    // MARK: - The page

    private static func page(
        _ scan: Scan, ticket: String?, answer: Answer?, newDeviceKey: String? = nil, typedName: String? = nil, _ asked: Asked
    ) async throws -> Response {
        let language = asked.language
        if asked.headers[.accept] == "application/json" {
            let json: JSONValue = ["outcome": .string(answer?.code ?? "open"), "text": .string(answer?.phrase[language] ?? "")]
            return cookies(.json(json, status: answer.map { if case .problem = $0 { 409 } else { 200 } } ?? 200), scan, newDeviceKey, asked)
        }
        let names = try await names(of: scan.device, asked)
        let action = asked.address("/c/\(scan.code)")
        let people = names.map { member, name in
            ["member": member.description, "text": MeetingText.checkIn(name)[language], "action": action, "ticket": ticket ?? "", "id": CommandID.random().description]
        }
        let isDone = if case .done? = answer { true } else { false }
        let body = PageTemplate.checkIn.render([
            "title": scan.title, "when": scan.date.map { Phrase.when($0)[language] } ?? "", "isAsked": ticket != nil,
            "verdict": answer.map { [["style": $0.code, "text": $0.phrase[language]]] } ?? [[String: String]](), "people": people, "action": action,
            "ticket": ticket ?? "", "freshID": CommandID.random().description, "isFirst": people.isEmpty && !isDone,
            "otherLabel": (people.isEmpty ? MeetingText.checkIn : MeetingText.somebodyElse)[language], "nameLabel": MeetingText.name[language],
            "codeLabel": MeetingText.code[language], "codeHelp": MeetingText.codeHelp[language], "submit": MeetingText.checkIn[language],
            "typedName": typedName ?? "", "proves": MeetingText.proves[language],
        ])
        let page = Page(
            title: .plain(scan.title), body: body, scripts: [.checkIn], data: [("kept", MeetingText.kept[language])],
            status: answer.map { if case .problem = $0 { 409 } else { 200 } } ?? 200, isBare: true, style: "phone-page")
        return cookies(page.response(to: asked), scan, newDeviceKey, asked)
    }

    private static func cookies(_ response: Response, _ scan: Scan, _ key: String?, _ asked: Asked) -> Response {
        var response = response
        if scan.isNewBrowser { response.headers.append(.setting(.browser, to: scan.browser, at: asked.site, isSecure: asked.isSecure)) }
        if let key { response.headers.append(.setting(.device, to: key, at: asked.site, isSecure: asked.isSecure)) }
        return response
    }

    /// Of those for whom the phone is registered: they have proved who they are.
    private static func names(of device: Device?, _ asked: Asked) async throws -> [(MemberID, String)] {
        guard let device else { return [] }
        let language = asked.language
        return try await asked.site.ask(ViewRequest(), for: ReadingPurpose(by: device.name, purpose: "check-in")) { context in
            let names = try context.names(of: device.members)
            return device.members.map { ($0, names[$0].map { Phrase.name($0)[language] } ?? $0.description) }
        }
    }
}

extension String {
    /// What people recognise a phone by.
    fileprivate var shortUserAgent: String {
        let found = ["iPhone", "HarmonyOS", "Android", "Windows", "Macintosh", "Linux", "MicroMessenger"].filter { contains($0) }
        return found.isEmpty ? String(prefix(40)) : found.joined(separator: " ")
    }
}
#endif
