public import CanonicalJSON
public import Rendering
internal import Wording

/// The answer to one question: typed values, which JSON and a document for people are made of.
///
/// Its JSON has codes, numbers and texts as they were recorded, and is the same in every language. Dates are ISO, money is
/// in fen, points are in hundredths, shares are exact fractions. `Schemas/views/<name>.schema.json` describes it.
public protocol View: Sendable {
    /// Of the schema, and of the address in the HTTP API.
    static var name: String { get }
    /// What is asked for beside the day, the state of knowledge and the plan, in the order in which people write it.
    static var parameters: [String] { get }
    /// Whether a plan is chosen for it.
    static var isOfPlan: Bool { get }

    /// - Throws: `Problem` where nothing is there to be shown, or an argument does not fit; the book's errors.
    init(_ context: ViewContext, _ arguments: ViewArguments) throws

    var json: JSONValue { get }
    /// For people, in every language.
    var document: Document { get }
}

extension View {
    public static var parameters: [String] { [] }
    public static var isOfPlan: Bool { false }
}

/// What is asked for, by the names of a view's parameters: as it was typed, or stood in an address.
public struct ViewArguments: Sendable, ExpressibleByDictionaryLiteral {
    private var values: [String: String] = [:]

    public init(dictionaryLiteral elements: (String, String?)...) {
        for (name, value) in elements { values[name] = value }
    }

    /// Nil where it was not given.
    public subscript(name: String) -> String? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// - Throws: `Problem` where it was not given.
    public func required(_ name: String) throws(Problem) -> String {
        guard let value = values[name] else {
            throw Problem(.usage, code: "parameter-missing", .parameterMissing(name))
        }
        return value
    }

    /// - Throws: `Problem` for what is no whole number in the range.
    public func integer(_ name: String, in range: ClosedRange<Int64>) throws(Problem) -> Int64? {
        guard let value = values[name] else { return nil }
        guard let number = Int64(value), range.contains(number) else {
            throw Problem(.usage, code: "parameter-invalid", .parameterNotInRange(name, value, range))
        }
        return number
    }

    public func isSet(_ name: String) -> Bool { values[name].map { $0 != "false" && $0 != "0" } ?? false }
}

/// All views, listed once.
public enum ViewCatalogue {
    public static let views: [any View.Type] = [
        MembersView.self, ActivitiesView.self, StatusView.self, ExplainView.self, ActivityView.self, AgendaView.self, SpeechesView.self, NoticeView.self,
        NoticeAnswersView.self, MinutesView.self, MinutesDraftView.self,
        MemberView.self, RegisterView.self, SignInSheetView.self, LiveMeetingView.self, SearchView.self,
        AttachmentsView.self, ReadingsView.self, RulesView.self, PlanView.self,
        ProposalsView.self, ProposalView.self, SuggestionsView.self, DonationsView.self, FundsView.self, VisitsView.self, WorksView.self,
        CommendationsView.self, VisitsDueView.self, DueView.self, CalendarView.self, RankingView.self, RiskView.self, AppealsView.self,
        BallotsView.self, BallotView.self, BallotRulesView.self, DecisionsView.self, PetitionsView.self, DutyRosterView.self, DutyReportsView.self,
        DiffView.self, AuditView.self,
    ]

    /// Nil where there is no such view.
    public static subscript(name: String) -> (any View.Type)? { views.first { $0.name == name } }
}
