#if Web
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Hummingbird
internal import Rendering
internal import Views
internal import Wording

/// What an act that takes something away would change, shown before it is done.
enum Preview {
    /// Commands that are shown first: they void, replace, merge or erase.
    static let commands: Set<String> = [
        "fact.void", "fact.correct", "member.merge", "personal-data.erase", "activity.cancel", "proposal.withdraw", "proposal.merge",
    ]

    /// The figures that would be other ones, and the button that does it; the form's content travels along.
    static func page(_ form: RecordForm, _ typed: Form, _ asked: Asked) async throws -> Response {
        let object = try TypedFields.object(typed, of: form.kind)
        let command = try await asked.command(object, isTyped: true)
        let (purpose, now) = (try asked.purpose(), asked.site.clock())
        let document = try await asked.site.perform { book -> Document? in
            let (before, after) = try book.trial(of: command)
            let context = ViewContext(ViewRequest(), of: book, known: after, earlier: before, today: try before.today(at: now), for: purpose)
            guard context.known.plans.values.contains(where: { $0.adopted != nil }) else { return nil }
            return try DiffView(context, [:]).document
        }
        let language = asked.language
        let content = document.map { HTMLRenderer(language, links: asked.links).fragment($0) } ?? ""
        let hidden = typed.fields.filter { !["csrf", "confirmed"].contains($0.name) }.map { (name: $0.name, value: $0.value) }
        let confirm = FormMarkup(
            action: "/record/\(form.kind.name)", hidden: hidden + [("confirmed", "true")], submit: RecordText.confirm(form.title)
        ).render(for: asked)
        let body = """
            <p class="notice waiting" role="status">\(escape(RecordText.notYet[language]))</p>
            \(content)
            \(confirm)
            <p><a class="button" href="\(escape(asked.address("/record/\(form.kind.name)?" + Form(hidden).encoded)))">\(escape(RecordText.changeIt[language]))</a></p>
            """
        return Page(title: form.title, subtitle: RecordText.whatWouldChange, body: body).response(to: asked)
    }
}
#endif
