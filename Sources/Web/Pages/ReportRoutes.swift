#if Web
internal import Bookkeeping
internal import Domain
internal import EventLog
internal import Foundation
internal import Hummingbird
internal import Rendering
internal import Reports
internal import TransparencyTree
internal import Views
internal import Wording

/// Reports on screen, for print and as files; and the page where anybody has a receipt or a report checked.
enum ReportRoutes {
    static let all: [Route] = [
        Route(.get, "/reports", for: .office) { try await choose($0) },
        Route(.get, "/reports/annual", for: .office) { try await annual($0) },
        Route(.get, "/reports/bulletin", for: .office) { try await bulletin($0) },
        Route(.get, "/check", for: .anybody) { checkPage($0, result: nil) },
        Route(.post, "/check", for: .anybody) { try await check($0) },
    ]

    private static func choose(_ asked: Asked) async throws -> Response {
        let (years, thisYear) = try await asked.site.ask(ViewRequest(), for: asked.purpose()) { context in
            let years = Set(context.known.plans.values.compactMap { $0.adopted.map { Int($0.fact.year) } })
            return (years.union([context.today.year]).sorted(by: >), context.today.year)
        }
        let formats = [("html", ReportPageText.onScreen), ("md", ReportPageText.text), ("json", ReportPageText.data), ("csv", PageText.csv)]
        let form = FormMarkup(
            method: "get", action: "/reports/annual",
            fields: [
                .init(name: "year", label: ReportPageText.year, kind: .choice(years.map { .init(value: "\($0)", text: .plain($0)) }), value: "\(years.first { $0 < thisYear } ?? thisYear)"),
                .init(name: "format", label: ReportPageText.format, kind: .choice(formats.map { .init(value: $0.0, text: $0.1) }), value: "html"),
                .init(name: "withoutNames", label: ReportPageText.withoutNames, kind: .flag),
            ], submit: ReportPageText.make)
        let bulletin = FormMarkup(
            method: "get", action: "/reports/bulletin",
            fields: [
                .init(name: "period", label: ReportPageText.period, help: ReportPageText.periodHelp),
                .init(name: "format", label: ReportPageText.format, kind: .choice(formats.map { .init(value: $0.0, text: $0.1) }), value: "html"),
                .init(name: "withoutNames", label: ReportPageText.withoutNames, kind: .flag),
            ], submit: ReportPageText.make)
        func section(_ title: Phrase, _ form: FormMarkup) -> String {
            "<section><h2>\(escape(title[asked.language]))</h2>\(form.render(for: asked))</section>"
        }
        let body = section(ReportPageText.annual, form) + section(ReportPageText.bulletin, bulletin)
        return Page(
            title: PageText.reports, links: [.init(address: asked.address("/check"), text: PageTitle.check)], body: body, place: "/reports"
        ).response(to: asked)
    }

    private static func annual(_ asked: Asked) async throws -> Response {
        guard let year = asked.query["year"].flatMap({ Int($0) }) else { throw Problem(.usage, code: "parameter-missing", .parameterMissing("year")) }
        return try await report(asked, named: "\(year)") { context, format, language, hasNames in
            try ReportParameters.annual(of: year, context, format: format, language, hasNames: hasNames)
        }
    }

    private static func bulletin(_ asked: Asked) async throws -> Response {
        let period = asked.query["period"]
        return try await report(asked, named: period ?? ReportPageText.bulletin[asked.language]) { context, format, language, hasNames in
            try BulletinParameters.make(period, context, format: format, language, hasNames: hasNames)
        }
    }

    /// A report on screen, or as a file.
    private static func report(
        _ asked: Asked, named name: String,
        _ parameters: @escaping @Sendable (ViewContext, ReportParameters.Format, Language, _ hasNames: Bool) throws -> ReportParameters
    ) async throws -> Response {
        guard let format = ReportParameters.Format(rawValue: asked.query["format"] ?? "html") else {
            throw Problem(.usage, code: "parameter-invalid", RefusalText.parameterUnknown(asked.query["format"] ?? ""))
        }
        let (purpose, language, hasNames) = (try asked.purpose(), asked.language, asked.query["withoutNames"] == nil)
        let text = try await asked.site.ask(asked.request(), for: purpose) { context in
            let parameters = try parameters(context, format, language, hasNames)
            let checkpoint = try context.book.checkpointAtHand(at: context.position)
            return try ReportFile(context.book, state: context.known, parameters, checkpoint: checkpoint.checkpoint, for: purpose).text
        }
        switch format {
        case .html: return .printed(text)
        case .md: return .attachment(text, type: "text/markdown; charset=utf-8", named: "\(name).md")
        case .json: return .attachment(text, type: "application/json", named: "\(name).json")
        case .csv: return .attachment(text, type: "text/csv; charset=utf-8", named: "\(name).csv")
        }
    }

    // MARK: - Checking

    private static let checkedByteMax = 16 << 20

    private static func checkPage(_ asked: Asked, result: (isGood: Bool, lines: [Phrase])?, status: Int = 200) -> Response {
        let language = asked.language
        let shown = result.map { result in
            "<div class=\"notice \(result.isGood ? "done" : "refusal")\" role=\"status\">" + result.lines.map { "<p>\(escape($0[language]))</p>" }.joined() + "</div>"
        } ?? ""
        // A file is sent as a form's part; a text as it is pasted.
        let form = """
            <form method="post" action="\(escape(asked.address("/check")))" class="record" enctype="multipart/form-data">
            <div class="field"><label for="file">\(escape(ReportPageText.file[language]))</label><input id="file" name="file" type="file"></div>
            <div class="field"><label for="text">\(escape(ReportPageText.orText[language]))</label><textarea id="text" name="text" rows="6"></textarea></div>
            <div class="field"><label for="second">\(escape(ReportPageText.second[language]))</label><textarea id="second" name="second" rows="3" aria-describedby="second-help"></textarea><p class="help" id="second-help">\(escape(ReportPageText.secondHelp[language]))</p></div>
            <p><button class="main">\(escape(ReportPageText.check[language]))</button></p></form>
            """
        return Page(title: PageTitle.check, subtitle: ReportPageText.checkHelp, body: shown + form, status: status, style: "narrow").response(to: asked)
    }

    private static func check(_ asked: Asked) async throws -> Response {
        if let wait = asked.site.limits.checkByAddress.waitSeconds(asked.address, at: asked.site.clock()) { throw Refusal.tooOften(seconds: wait) }
        let parts = try await Multipart.collect(asked, byteMax: checkedByteMax)
        let text = parts.file.map { String(decoding: $0.content, as: UTF8.self) } ?? parts[field: "text"].map { $0 + "\n" } ?? ""
        guard !text.isEmpty else { return checkPage(asked, result: (false, [ReportPageText.nothingToCheck]), status: 400) }
        let second = parts[field: "second"].map { $0 + "\n" }
        let result = try await asked.site.perform { book in
            try second.map { try Self.compared(text, $0, book) } ?? Self.checked(text, book)
        }
        return checkPage(asked, result: result, status: result.isGood ? 200 : 422)
    }

    /// Whether one checkpoint continues the other, or somebody rewrote what was signed; the book tells where it can.
    private static func compared(_ first: String, _ second: String, _ book: Book) throws -> (isGood: Bool, lines: [Phrase]) {
        do {
            let comparison = try Comparison(.checkpoint(try SignedCheckpoint(first)), .checkpoint(try SignedCheckpoint(second)), in: book)
            let keys = try book.trustedKeysAtHand()
            let text = ComparisonText(comparison, names: ("A", "B"), keys.all.isEmpty ? nil : keys)
            let isGood = [.equal, .firstContinues, .secondContinues].contains(comparison.relation)
            return (isGood, text.lines(try text.signers(), keptIn: nil))
        } catch {
            guard let problem = Problem(error), problem.kind != .inputOutput else { throw error }
            return (false, [problem.phrase])
        }
    }

    /// Nothing of what a report says is told that is not in it: whoever has it may know whether it is genuine.
    private static func checked(_ text: String, _ book: Book) throws -> (isGood: Bool, lines: [Phrase]) {
        let keys = try book.trustedKeysAtHand()
        do {
            if let document = try? ProofDocument(text) {
                switch document {
                case .inclusion(let proof):
                    guard let entry = proof.extra, entry.withUnsafeBytes({ proof.proves($0) }) else { return (false, [.proofDoesNotHold]) }
                    let signers = try keys.verified(proof.checkpoint)
                    return (true, [.checkpointHolds(proof.checkpoint.checkpoint, signers), .entryIsIncluded(proof.index + 1)])
                case .checkpoint(let checkpoint): return (true, [.checkpointHolds(checkpoint.checkpoint, try keys.verified(checkpoint))])
                case .consistency(let proof): return (true, [.checkpointHolds(proof.checkpoint.checkpoint, try keys.verified(proof.checkpoint))])
                }
            }
            let verified = try ReportFile.verify(text, against: book, trusting: keys, for: ReadingPurpose(by: "check", purpose: "check"))
            return (true, verified.summary)
        } catch {
            guard let problem = Problem(error), problem.kind != .inputOutput else { throw error }
            return (false, [problem.phrase])
        }
    }
}
#endif
