public import EventLog

/// What may be done with the personal data of one person.
public struct PersonalData: RegisteredConcept {
    public enum Use: Sendable {
        case allowed
        /// Kept, and used for nothing.
        case restricted
        /// The key is destroyed.
        case erased
    }

    let id: Subject
    public internal(set) var history: History<PersonalDataEvent> = []
    public private(set) var use = Use.allowed

    init(id: Subject) { self.id = id }

    /// Under whose key the data are sealed.
    public var owner: Subject { id }

    static var registry: WritableKeyPath<State, Registry<Subject, PersonalData>> { \.personalData }
    static func id(of fact: PersonalDataEvent) -> Subject { fact.owner }
    static var hasOwnDays: Bool { true }

    /// A destroyed key does not come back, and a restriction has an end of its own.
    static var canBeCorrected: Bool { false }
    static var canBeVoided: Bool { false }

    func check(_ fact: Recorded<PersonalDataEvent>, in state: State) throws(Rejection) {
        guard state.has(owner) else { throw .unknown(owner) }
        switch (use, fact.fact) {
        case (.erased, _): throw .personalData(.erased(owner))
        case (.restricted, .restricted): throw .personalData(.alreadyRestricted(owner))
        case (.allowed, .released): throw .personalData(.notRestricted(owner))
        case (.allowed, .restricted), (.allowed, .erased), (.restricted, .released), (.restricted, .erased): break
        }
    }

    mutating func apply(_ fact: Recorded<PersonalDataEvent>) {
        switch fact.fact {
        case .erased: use = .erased
        case .restricted: use = .restricted
        case .released: use = .allowed
        }
    }
}

extension State {
    /// What may be done with the personal data sealed under the key of `owner`.
    public func use(ofDataOf owner: Subject) -> PersonalData.Use { personalData[owner]?.use ?? .allowed }

    /// The persons whose keys are to be destroyed, whoever brings them back.
    public var erased: [Subject] { personalData.values.filter { $0.use == .erased }.map(\.owner) }

    /// Nothing new is sealed for a person who was erased: it would need a key again.
    func requireNotErased(_ event: Event) throws(Rejection) {
        for owner in erased where event.hasPlainTexts(of: { $0 == owner }) { throw .personalData(.erased(owner)) }
    }
}
