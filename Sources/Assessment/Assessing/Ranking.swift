public import Domain
internal import EventLog

/// Members by their points, the most first: who has as many shares the place, and the places behind are left out (1, 1, 3).
public struct Ranking: Sendable {
    public struct Place: Sendable {
        /// From 1.
        public let rank: Int
        public let member: MemberID
        public let total: Total
        public let isTied: Bool
    }

    /// By rank, then in the order of the members' ids. Empty where members are given no points.
    public let places: [Place]

    public init(_ status: PlanStatus) {
        let byPoints = status.members.enumerated().sorted {
            ($1.element.total.points, $0.offset) < ($0.element.total.points, $1.offset)
        }.map(\.element)
        var counts: [Int64: Int] = [:]
        for member in byPoints { counts[member.total.points, default: 0] += 1 }
        var places: [Place] = []
        for (index, member) in byPoints.enumerated() {
            let points = member.total.points
            let rank = places.last.flatMap { $0.total.points == points ? $0.rank : nil } ?? index + 1
            places.append(Place(rank: rank, member: member.member, total: member.total, isTied: counts[points, default: 0] > 1))
        }
        self.places = places
    }

    public subscript(member: MemberID) -> Place? { places.first { $0.member == member } }
}
