#if Web
internal import CanonicalJSON
internal import Domain

extension JSONValue {
    /// The answer without rows about other members: members see where the body is, and their own figures.
    ///
    /// - Parameter own: every id of the member who asks; none for who is no member.
    /// - Returns: nil where this itself is such a row.
    func withoutMembers(otherThan own: [MemberID]) -> JSONValue? {
        switch self {
        case .array(let values): return .array(values.compactMap { $0.withoutMembers(otherThan: own) })
        case .object(var object):
            let about = [object, object["figure"]?.objectValue].compactMap { $0?["member"]?.stringValue }
            guard about.allSatisfy({ id in own.contains { $0.description == id } }) else { return nil }
            for member in object.members { object[member.key] = member.value.withoutMembers(otherThan: own) ?? .null }
            return .object(object)
        default: return self
        }
    }
}
#endif
