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
        let ranks = byPoints.ranks(by: \.total.points)
        let counts = ranks.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        places = zip(byPoints, ranks).map { member, rank in
            Place(rank: rank, member: member.member, total: member.total, isTied: counts[rank, default: 0] > 1)
        }
    }

    /// The place of each, by member.
    public var byMember: [MemberID: Place] { Dictionary(places.map { ($0.member, $0) }) { first, _ in first } }
}

extension Array {
    /// The rank of each, from 1, of what is in order already: those of equal value share one, and the ranks behind are left
    /// out (1, 1, 3).
    package func ranks(by value: (Element) -> some Equatable) -> [Int] {
        func ranks<Value: Equatable>(_ values: [Value]) -> [Int] {
            values.indices.reduce(into: []) { ranks, index in
                ranks.append(index > 0 && values[index - 1] == values[index] ? ranks[index - 1] : index + 1)
            }
        }
        return ranks(map(value))
    }
}
