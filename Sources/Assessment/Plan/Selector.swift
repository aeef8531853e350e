public import Domain

/// What counts: everything that one of its branches finds, each thing once.
public struct Selector: Equatable, Sendable {
    public let branches: [Branch]
    /// Whether members are counted who had a part in any of it, each once, and not what was done.
    public let countsMembers: Bool

    public init(_ branches: [Branch], countsMembers: Bool = false) {
        self.branches = branches
        self.countsMembers = countsMembers
    }

    /// One sort of fact, and what narrows it.
    public struct Branch: Equatable, Sendable {
        public let source: Source
        public let filters: Filters

        public init(_ source: Source, _ filters: Filters = Filters()) {
            self.source = source
            self.filters = filters
        }
    }

    /// A sort of fact, and of which kinds; nil for any.
    public struct Source: Equatable, Sendable {
        public let of: ActSource
        public let kinds: [OpenWord]?

        public init(_ of: ActSource, _ kinds: [OpenWord]?) { (self.of, self.kinds) = (of, kinds) }

        public static func == (left: Source, right: Source) -> Bool { (left.of.key, left.kinds) == (right.of.key, right.kinds) }
    }

    /// Of members: for the first time in office, or gone for good.
    public enum Movement: String, CaseIterable, Sendable { case joined, left }

    /// What of an activity has to be fixed.
    public enum Particular: String, CaseIterable, Sendable { case time, place, content, responsible }

    /// What a suggestion was before: a proposal that went on as it, or nothing on record.
    public enum CameFrom: String, CaseIterable, Sendable { case proposal, none }

    /// What came of a ballot.
    public enum Result: String, CaseIterable, Sendable {
        /// Its count is not void.
        case valid
        /// Somebody was elected.
        case elected
        case carried
    }

    /// What a ballot appraises: members, offices and others by their name, or what is on record, such as a report.
    public enum Appraised: String, CaseIterable, Sendable { case member, office, record }

    /// How far something has come.
    public enum Reached: String, CaseIterable, Sendable {
        /// Filed, whatever became of it: withdrawn and merged ones too.
        case filed
        case accepted, answered, closed
        /// Of letters and visits: a member saw to it that they were handled.
        case supervised
        /// Of decisions: what they ask for is done, and how it was done was appraised.
        case handled, appraised
        case handedOver = "handed-over"
    }

    /// What became of something above, each at a level.
    public enum Honour: String, CaseIterable, Sendable {
        case adopted
        /// 批示: a leader of that level wrote an instruction on it.
        case instructed
        /// 报送: it was sent to that level.
        case sentUp = "sent-up"
        /// 表彰.
        case commended
    }

    /// How high an honour has to be.
    public enum AtLeast: Equatable, Sendable {
        case anywhere
        /// It never came to it.
        case nowhere
        case level(SuggestionAdopted.Level)

        /// As plans write it.
        public var code: String {
            switch self {
            case .anywhere: "any"
            case .nowhere: "none"
            case .level(let level): level.rawValue
            }
        }
    }

    public struct Filters: Equatable, Sendable {
        /// Whose activities; nil for the body's own.
        public var level: OpenWord?
        /// The least attendance.
        public var attendance: Threshold?
        /// Works of these kinds must be on file for the activity.
        public var documents: [OpenWord] = []
        public var particulars: [Particular] = []
        public var participantsMin: Int64?
        public var place: String?
        /// The title contains this.
        public var titled: String?
        public var cameFrom: CameFrom?
        public var reached: Reached?
        /// Kinds of activity at which it took place; empty for any.
        public var meetings: [OpenWord] = []
        public var result: Result?
        public var appraised: Appraised?
        /// Of commendations: honours, or choices as models; nil for both.
        public var commendation: CommendationGiven.Kind?
        public var mark: ProposalMarked.Mark?
        /// What became of it above, each at this level or a higher one.
        public var honours: [Honour: AtLeast] = [:]

        public init() {}
    }
}

extension Selector.Source {
    /// Whether two sources can find the same thing.
    func overlaps(_ other: Selector.Source) -> Bool {
        guard of.key == other.of.key else { return false }
        guard let kinds, let others = other.kinds else { return true }
        return kinds.contains(where: others.contains)
    }
}

extension Selector.Filters {
    /// Whether one asks for something that the other excludes.
    fileprivate func contradict(_ other: Selector.Filters) -> Bool {
        honours.contains { honour, least in least == .nowhere && other.honours[honour].map { $0 != .nowhere } ?? false }
            || !meetings.isEmpty && !other.meetings.isEmpty && !meetings.contains(where: other.meetings.contains)
            || (commendation ?? other.commendation) != (other.commendation ?? commendation)
            || (cameFrom ?? other.cameFrom) != (other.cameFrom ?? cameFrom)
    }
}

extension Selector {
    func overlaps(_ other: Selector) -> Bool {
        branches.contains { branch in
            other.branches.contains {
                branch.source.overlaps($0.source) && branch.filters.level == $0.filters.level
                    && !branch.filters.contradict($0.filters) && !$0.filters.contradict(branch.filters)
                    && (branch.filters.place ?? $0.filters.place) == ($0.filters.place ?? branch.filters.place)
                    && (branch.filters.titled ?? $0.filters.titled) == ($0.filters.titled ?? branch.filters.titled)
            }
        }
    }
}

extension Plan {
    /// Kinds of activity that the plan names anywhere.
    public var activityKinds: Set<OpenWord> {
        let named = branches.flatMap { $0.source.of.key == ActSource.activities.key ? $0.source.kinds ?? [] : [] }
        return Set(named + calendar.map(\.kind))
    }

    /// Levels of activities that the plan names anywhere.
    public var activityLevels: Set<OpenWord> { Set(branches.compactMap(\.filters.level) + calendar.compactMap(\.level)) }

    private var branches: [Selector.Branch] {
        targets.flatMap { target -> [Selector.Branch] in
            (target.requirements.map(\.selector) + [target.scoring?.selector].compactMap(\.self)).flatMap(\.branches)
        }
    }
}

extension Scoring {
    /// What it looks at; nil where points come from the requirements, or from a person.
    fileprivate var selector: Selector? {
        switch self {
        case .perAct(let selector, _), .around(let selector, _), .perQuantity(let selector, _, _, _),
            .shared(let selector, _, _), .byLevel(let selector, _, _),
            .attendance(let selector, _):
            selector
        case .proRata, .whenMet, .bands, .byHand: nil
        }
    }
}
