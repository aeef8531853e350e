internal import Domain
internal import EventLog

extension ActSource {
    /// Speeches, spoken or handed in: of those who gave them, the first speaker first.
    public static let speeches = ActSource(
        "speeches", .codes(of: SpeechGiven.Form.self, .speech), filters: ["titled", "at"]
    ) { facts, kinds, filters in
        facts.state.speeches.values.compactMap { facts.act($0, kinds, filters) }
    }
}

extension YearFacts {
    fileprivate func act(_ speech: Speech, _ forms: [OpenWord]?, _ filters: Selector.Filters) -> Act? {
        guard let given = speech.given, forms.allow(given.fact.form), isMeant(given.fact.activity, filters),
            filters.titled.map({ given.fact.title?.contains($0) ?? false }) ?? true
        else { return nil }
        // The day at the meeting is known by itself where the meeting has several.
        let day = given.fact.on.map { Occurrence($0) } ?? given.occurred
        guard given.occurred.last <= asOf, happened(day) else { return nil }
        return record(speech.id.subject, day, by: given.fact.members, filters, evidence: speech.evidence)
    }
}
