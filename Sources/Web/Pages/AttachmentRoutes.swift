#if Web
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import NIOFoundationEssentialsCompat
internal import Rendering
internal import Views
internal import Wording

/// Files that belong to something: taken in from a form, and handed out to be kept, never to be shown as a page.
enum AttachmentRoutes {
    static let all: [Route] = [
        Route(.get, "/attachments/new", for: .recorders) { page($0, typed: $0.query, problem: nil) },
        Route(.post, "/attachments", for: .recorders) { try await add($0) },
        Route(.get, "/attachments/{attachment}", for: .office) { try await download($0) },
    ]

    /// Beside the file itself: the form around it.
    private static let formByteMax = 64 << 10

    private static func page(_ asked: Asked, typed: Form, problem: Phrase?, status: Int = 200) -> Response {
        let language = asked.language
        func field(_ name: String, _ label: Phrase, _ help: Phrase, type: String = "text", isRequired: Bool = true) -> String {
            let value = type == "file" ? "" : " value=\"\(escape(typed[name] ?? ""))\""
            return """
                <div class="field"><label for="f-\(name)">\(escape(label[language]))</label>\
                <input id="f-\(name)" name="\(name)" type="\(type)"\(value)\(isRequired ? " required" : "") aria-describedby="h-\(name)">\
                <p class="help" id="h-\(name)">\(escape(help[language]))</p></div>
                """
        }
        let said = problem.map { "<p class=\"notice refusal\" role=\"alert\">\(escape($0[language]))</p>" } ?? ""
        let form = """
            <form method="post" action="\(escape(asked.address("/attachments")))" class="record" enctype="multipart/form-data">\
            <input type="hidden" name="csrf" value="\(escape(asked.caller.formToken ?? ""))">\
            \(field("file", AttachmentText.file, AttachmentText.fileHelp(megabytes: Int(AttachmentFormat.byteCountMax >> 20)), type: "file"))\
            \(field("to", AttachmentText.to, AttachmentText.toHelp))\
            \(field("owner", AttachmentText.owner, AttachmentText.ownerHelp, isRequired: false))\
            <p><button class="main">\(escape(AttachmentText.add[language]))</button></p></form>
            """
        return Page(title: AttachmentText.add, body: said + form, status: status, place: "/more", style: "narrow").response(to: asked)
    }

    private static func add(_ asked: Asked) async throws -> Response {
        let parts = try await Multipart.collect(asked, byteMax: Int(AttachmentFormat.byteCountMax) + formByteMax)
        var typed = Form(urlEncoded: "")
        for name in ["csrf", "to", "owner"] { typed[name] = parts[field: name] }
        try asked.checkToken(of: typed)
        guard let file = parts.file, let to = typed["to"] else { return page(asked, typed: typed, problem: AttachmentText.nothingChosen, status: 400) }
        let (account, purpose, now) = (try asked.account(), try asked.purpose(), asked.site.clock())
        let (name, content) = (String((file.fileName ?? "").split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""), file.content)
        let owner = typed["owner"]
        do {
            let result = try await asked.site.perform { book -> CommandResult in
                let state = try book.state()
                let members = MemberLookup(book, state, on: try state.today(at: now), for: purpose)
                var fields = JSONObject()
                fields["name"] = .string(name)
                fields["to"] = .string(to)
                fields["owner"] = try owner.map { text in
                    guard let member = try members.member(text) else { throw Problem(.notFound, code: "no-such-member", .noSuchMember(text)) }
                    return .string(member.subject.description)
                }
                var rest = content[...]
                return try book.attach(fields, defaults: Command.Defaults(by: account.name, clock: state.clock, now: now)) {
                    let piece = rest.prefix(1 << 18)
                    rest = rest.dropFirst(piece.count)
                    return piece.isEmpty ? nil : Array(piece)
                }.result
            }
            if let problem = Problem(result) { return page(asked, typed: typed, problem: problem.phrase, status: problem.kind.httpStatus) }
            return .redirect(to: asked.address("/attachments"))
        } catch {
            guard let problem = Problem(error), problem.kind != .internalFault, problem.kind != .inputOutput else { throw error }
            return page(asked, typed: typed, problem: problem.phrase, status: problem.kind.httpStatus)
        }
    }

    private static func download(_ asked: Asked) async throws -> Response {
        let (hash, purpose) = (try asked.parameter("attachment"), try asked.purpose())
        let (name, content) = try await asked.site.perform { book -> (String, Data) in
            let state = try book.state()
            guard let link = state.attachments.values.first(where: { $0.id.description == hash })?.links.first?.fact else {
                throw Problem(.notFound, code: "no-such-attachment", .noSuchAttachment(hash))
            }
            var content = Data()
            try book.readAttachment(link, for: purpose, in: state) { content.append(contentsOf: $0) }
            let name = try book.reading(for: purpose, in: state) { try $0.name(of: link) }
            if case .text(let text) = name { return (text, content) }
            return (hash, content)
        }
        var response = Response.attachment("", type: "application/octet-stream", named: name)
        response.body = .init(byteBuffer: ByteBuffer(data: content))
        return response
    }
}
#endif
