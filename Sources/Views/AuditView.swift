public import CanonicalJSON
internal import Domain
public import EventLog
public import Rendering
internal import Wording

/// Everything that is recorded of a subject: both times, who, why, and what was corrected.
public struct AuditView: View {
    public static let name = "audit"
    public static let parameters = ["subject"]

    public let subject: Subject
    public let trail: AuditTrail

    /// - Throws: `Problem` where nothing is recorded of it, or where it may be several things.
    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let asked = try arguments.required("subject")
        let nothing = Problem(.notFound, code: "no-such-subject", .nothingRecorded(of: asked))
        guard let subject = try context.anySubject(asked) else { throw nothing }
        self.subject = subject
        trail = try AuditTrail(of: subject, context)
        guard !trail.entries.isEmpty else { throw nothing }
    }

    public var json: JSONValue { ["subject": .text(subject), "entries": trail.json] }

    public var document: Document { Document(sections: trail.sections) }
}

extension ViewContext {
    /// `member:M7`, or the id alone where only one thing has it; a member by name or pinyin. Nil where there is none.
    fileprivate func anySubject(_ asked: String) throws -> Subject? {
        if let subject = Subject(asked) { return subject }
        let found = state.subjects(withID: asked)
        guard found.count <= 1 else { throw Problem(.usage, code: "ambiguous-subject", .ambiguousSubject(asked, found)) }
        return try found.first ?? memberLookup.member(named: asked)?.subject
    }
}
