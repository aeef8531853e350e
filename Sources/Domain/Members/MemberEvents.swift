internal import CanonicalJSON
internal import EventLog

public enum MemberKind: IdentifierKind {
    public static let name: StaticString = "member"
    public static let prefix: StaticString = "M"
}

public typealias MemberID = Identifier<MemberKind>

extension MemberEvent: ConceptEvent {
    typealias Owner = Member
}

/// A birthday without its year: month and day suffice for a reminder.
enum Birthday {
    static func fault(_ text: PersonalText?) -> JSONError.Kind? {
        guard case .plain(let day)? = text else { return nil }
        // 2000 is a leap year: 29 February is a birthday.
        let isDay = day.utf8.count == 5 && CalendarDate("2000-" + day) != nil
        return isDay ? nil : .invalidValue(field: "birthday", expected: .monthAndDay)
    }
}

extension MemberJoined: NumberedPayload {
    var fault: JSONError.Kind? { Birthday.fault(birthday) }

    mutating func takeNumber(in state: State, occurred: Occurrence) { member = state.members.nextID() }
}

extension MemberDetailsChanged {
    /// Something has to change.
    var fault: JSONError.Kind? {
        birthday == nil && name == nil && phone == nil ? .missingField("name") : Birthday.fault(birthday)
    }
}

/// Why was in the open.
extension MemberLeftV1: PastPayload {
    var upcast: MemberLeft { MemberLeft(member: member, on: on, why: why.map { .plain($0) }) }
}

extension Affiliation {
    /// A sector, group, role or place by its name.
    public init(_ name: String, of kind: Kind) { self.init(kind: kind, name: name) }
}
