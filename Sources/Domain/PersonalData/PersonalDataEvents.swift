internal import CanonicalJSON
internal import EventLog

extension PersonalDataEvent: ConceptEvent {
    typealias Owner = PersonalData
}

/// The kinds of subjects that have keys of their own, and can be erased.
enum DataOwner {
    static let kinds = Set(PersonalDataErased.ownerKinds)
}

// Whoever an expense names could not be meant in the first version.

extension PersonalDataErasedV1: PastPayload {
    var upcast: PersonalDataErased { PersonalDataErased(owner: owner) }
}

extension PersonalDataRestrictedV1: PastPayload {
    var upcast: PersonalDataRestricted { PersonalDataRestricted(owner: owner) }
}

extension PersonalDataReleasedV1: PastPayload {
    var upcast: PersonalDataReleased { PersonalDataReleased(owner: owner) }
}
