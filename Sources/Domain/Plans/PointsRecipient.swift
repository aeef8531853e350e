internal import CanonicalJSON

/// Whose points by hand they are.
public enum PointsRecipient: Hashable, Sendable {
    case body
    case member(MemberID)
    /// A group or sector.
    case unit(Affiliation)
}

extension PointsEvent {
    /// As it was recorded: a member may have been merged into another since.
    public var recipient: PointsRecipient {
        if let member { return .member(member) }
        return unit.map { .unit($0) } ?? .body
    }

    /// The group or sector whose points they are; nil for a member's or the body's.
    public var unit: Affiliation? {
        group.map { Affiliation($0, of: .group) } ?? sector.map { Affiliation($0, of: .sector) }
    }

    fileprivate static func fault(_ member: MemberID?, _ group: String?, _ sector: String?) -> JSONError.Kind? {
        let said = [member != nil, group != nil, sector != nil].count { $0 }
        return said <= 1 ? nil : .invalidValue(field: group == nil ? "sector" : "group", expected: .oneRecipient)
    }
}

extension PointsAwarded {
    var fault: JSONError.Kind? { PointsEvent.fault(member, group, sector) }
}

extension PointsDeducted {
    var fault: JSONError.Kind? { PointsEvent.fault(member, group, sector) }
}

extension State {
    /// Whether anybody was ever of a group or sector.
    public func hasMembers(of unit: Affiliation) -> Bool {
        members.values.contains { $0.affiliations.contains { $0.affiliation == unit } }
    }

    /// Whether what a member objects to may be settled by points of a recipient: the member's own, or those of a group or
    /// sector that the member is or was of.
    func concerns(_ member: MemberID, _ recipient: PointsRecipient) -> Bool {
        switch recipient {
        case .body: false
        case .member(let other): canonical(member) == canonical(other)
        case .unit(let unit):
            identities(of: canonical(member)).contains { id in
                members[id]?.affiliations.contains { $0.affiliation == unit } ?? false
            }
        }
    }
}
