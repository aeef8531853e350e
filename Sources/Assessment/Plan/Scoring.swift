public import Domain

/// How a target earns or loses points. All points in hundredths.
public enum Scoring: Equatable, Sendable {
    /// So much for each act that counts; only the best `times` of them, if that is said.
    case perAct(Selector, lead: Int64, other: Int64, times: Int?)
    /// So much for each act, split: the first signer so many per cent, the others the rest in equal parts.
    case shared(Selector, points: Int64, leadPercent: Int)
    /// By the highest level of any of these honours.
    case byLevel(Selector, [Selector.Honour], [SuggestionAdopted.Level: Int64])
    /// For each activity, by what the member did.
    case attendance(Selector, AttendancePoints)
    /// Full marks times what was reached of the requirement, up to the full marks.
    case proRata
    /// Full marks when everything required is met, else nothing.
    case whenMet
    /// Steps by the share that was reached, from the highest to the lowest.
    case bands([Band])
    /// Given by a person, with a reason.
    case byHand

    public struct Band: Equatable, Sendable {
        public let percentMin: Int
        public let points: Int64
    }
}

/// What one member's part in one activity is worth, in hundredths; negative where points are taken.
public struct AttendancePoints: Equatable, Sendable {
    public let present: Int64
    /// Besides, for who came late.
    public let late: Int64
    public let leave: Int64
    public let absent: Int64
}
