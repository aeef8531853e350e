internal import Domain
internal import Yams

/// How points are earned.
extension PlanReader {
    mutating func scoring(_ node: Node, _ target: Node.Mapping, _ subject: Target.Subject) -> Scoring? {
        switch node.string {
        case "pro-rata"?: return .proRata
        case "when-met"?: return .whenMet
        case "by-hand"?: return .byHand
        default: break
        }
        guard node.mapping != nil else {
            fault(
                .invalid("score", expected: .oneOf(["each", "around", "share", "level", "award", "deduct", "bands", "pro-rata", "when-met", "by-hand"])), at: node)
            return nil
        }
        let keys = [
            "each", "from", "times", "sum", "per", "per-full", "around", "points", "share", "lead", "by", "level", "of", "award", "deduct", "bands",
        ]
        guard let map = mapping(node, keys: keys, misplaced: Self.madeGood) else { return nil }
        // `each` is a way of its own, and what `around` adds and takes.
        let ways = ["around", "each", "share", "level", "bands"].filter { map[$0] != nil && !($0 == "each" && map["around"] != nil) }
        let isAttendance = map["award"] != nil || map["deduct"] != nil
        guard ways.count + (isAttendance ? 1 : 0) == 1 else {
            fault(.exactlyOne(["each", "around", "share", "level", "award", "bands"]), at: node)
            return nil
        }
        if let of = map["of"], map["level"] == nil { fault(.missing("level"), at: of) }
        checkBeside(map, way: ways.first ?? "award")
        if let bands = map["bands"] { return .bands(self.bands(bands)) }
        guard let actsNode = target["acts"] else {
            fault(.missing("acts"), at: node)
            return nil
        }
        guard let acts = selector(actsNode, besides: []) else { return nil }
        if acts.countsMembers, subject == .member { fault(.excludes("for: member", "distinct"), at: actsNode) }
        if let key = subject.key { checkDoers(of: acts, for: key, at: actsNode) }
        for key in ["per", "per-full"] where map[key] != nil && map["sum"] == nil { fault(.missing("sum"), at: node) }
        if let sum = map["sum"], map["each"] == nil || map["around"] != nil { fault(.missing("each"), at: sum) }
        if let around = map["around"] { return self.around(around, map, acts, node) }
        if let each = map["each"] {
            return map["sum"] == nil ? actPoints(each, map).map { .perAct(acts, $0) } : perQuantity(each, map, acts)
        }
        if let share = map["share"] {
            let lead = map["lead"].flatMap { threshold($0, "lead") } ?? Threshold(percent: 50)
            if lead.part > Ratio(1), let node = map["lead"] { fault(.invalid("lead", expected: .percent(max: 100)), at: node) }
            return hundredths(share, "share").map { .shared(acts, points: $0, lead: lead) }
        }
        if let level = map["level"] { return .byLevel(acts, honours(map["of"], acts), levels(level)) }
        if let meant = actsNode.mapping { checkFilters(meant, of: "absences") }
        return .attendance(acts, attendancePoints(map))
    }

    /// What was made good is left out of a number of absences, and points are taken meeting by meeting.
    private static let madeGood: [String: PlanFault.Kind] = ["made-good": .madeGoodNotRequired]

    /// What says more about one way to earn points has no effect beside another.
    private mutating func checkBeside(_ map: Node.Mapping, way: String) {
        let fitting = ["each": ["from", "times"], "around": ["points", "each"], "share": ["lead"], "award": ["by"]][way] ?? []
        for (key, _) in map where ["from", "times", "points", "lead", "by"].contains(key.string ?? "") && !fitting.contains(key.string ?? "") {
            fault(.doesNotApply(key.string ?? "", beside: way), at: key)
        }
    }

    private mutating func around(_ around: Node, _ map: Node.Mapping, _ acts: Selector, _ node: Node) -> Scoring? {
        for key in ["points", "each"] where map[key] == nil { fault(.missing(key), at: node) }
        guard let count = count(around, "around"), let points = hundredths(map, "points"), let each = hundredths(map, "each")
        else { return nil }
        return .around(acts, Norm(count: count, points: points, each: each))
    }

    private mutating func actPoints(_ each: Node, _ map: Node.Mapping) -> ActPoints? {
        let times = map["times"].flatMap { count($0, "times") }.map { Int($0) }
        guard let sequence = each.sequence else {
            let from = map["from"].map { count($0, "from") ?? 1 } ?? 1
            return step(each, "each", from: from).map { ActPoints(steps: [$0], times: times) }
        }
        if let from = map["from"] { fault(.doesNotApply("from", beside: "each"), at: from) }
        var steps: [ActPoints.Step] = []
        for node in sequence {
            guard let map = mapping(node, keys: ["from", "points"]) else { continue }
            guard let from = map["from"], let points = map["points"] else {
                fault(.missing(map["from"] == nil ? "from" : "points"), at: node)
                continue
            }
            // Steps stand in their order, each from a later act on than the one before.
            guard let number = count(from, "from", from: Int64(steps.last?.from ?? 0) + 1), let step = step(points, "points", from: number)
            else { continue }
            steps.append(step)
        }
        guard !steps.isEmpty else {
            fault(.invalid("each", expected: .list), at: each)
            return nil
        }
        return ActPoints(steps: steps, times: times)
    }

    /// Points, or by the part played.
    private mutating func step(_ node: Node, _ key: String, from: Int64) -> ActPoints.Step? {
        guard node.mapping != nil else {
            return hundredths(node, key).map { ActPoints.Step(from: Int(from), lead: $0, other: $0) }
        }
        guard let parts = mapping(node, keys: ["lead", "other"]) else { return nil }
        return ActPoints.Step(from: Int(from), lead: hundredths(parts, "lead") ?? 0, other: hundredths(parts, "other") ?? 0)
    }

    private mutating func perQuantity(_ each: Node, _ map: Node.Mapping, _ acts: Selector) -> Scoring? {
        guard let sum = map["sum"], let unit = word(sum, "sum", of: .quantity) else { return nil }
        for key in ["times", "from"] { if let node = map[key] { fault(.doesNotApply(key, beside: "sum"), at: node) } }
        if let per = map["per"], map["per-full"] != nil { fault(.excludes("per-full", "per"), at: per) }
        let per = (map["per"] ?? map["per-full"]).flatMap { amount($0, "per") } ?? 100
        // What is left over is of all acts together, so that each has to be worth the same.
        if let full = map["per-full"], each.mapping != nil { fault(.doesNotApply("per-full", beside: "lead"), at: full) }
        guard let worth = step(each, "each", from: 1) else { return nil }
        let rate = Scoring.QuantityRate(unit: unit, per: per, isOfFullOnes: map["per-full"] != nil)
        return .perQuantity(acts, lead: worth.lead, other: worth.other, rate)
    }

    private mutating func attendancePoints(_ map: Node.Mapping) -> AttendancePoints {
        let award = map["award"].flatMap { mapping($0, keys: ["present", "leave", "half-day"]) }
        let deduct = map["deduct"].flatMap { mapping($0, keys: ["absent", "leave", "late", "left-early", "half-day"], misplaced: Self.madeGood) }
        func given(_ key: String, _ reader: inout PlanReader) -> Int64 { award.flatMap { reader.hundredths($0, key) } ?? 0 }
        func taken(_ key: String, _ reader: inout PlanReader) -> Int64 { deduct.flatMap { reader.hundredths($0, key) } ?? 0 }
        return AttendancePoints(
            present: given("present", &self), late: -taken("late", &self),
            leftEarly: -taken("left-early", &self), leave: given("leave", &self) - taken("leave", &self), absent: -taken("absent", &self),
            halfDay: given("half-day", &self), missedHalfDay: -taken("half-day", &self), isByHalfDays: isByHalfDays(map, award))
    }

    /// Whose level is meant: of a commendation its own, of anything else where it was adopted, unless the plan says.
    private mutating func honours(_ node: Node?, _ acts: Selector) -> [Selector.Honour] {
        if let node { return oneOrMore(node, "of", Selector.Honour.init(rawValue:)) }
        let isCommendation = acts.branches.allSatisfy { $0.source.of.key == ActSource.commendations.key }
        return isCommendation ? [.commended] : [.adopted]
    }

    /// Points of who was present are in proportion to something only where there are such points.
    private mutating func isByHalfDays(_ map: Node.Mapping, _ award: Node.Mapping?) -> Bool {
        guard let by = map["by"] else { return false }
        if by.string != "half-days" { fault(.invalid("by", expected: .oneOf(["half-days"])), at: by) }
        if award?["present"] == nil { fault(.missing("present"), at: by) }
        return true
    }

    private mutating func levels(_ node: Node) -> [SuggestionAdopted.Level: Int64] {
        let known = SuggestionAdopted.Level.allCases.map(\.rawValue)
        guard let map = mapping(node, keys: known) else { return [:] }
        var levels: [SuggestionAdopted.Level: Int64] = [:]
        for (key, value) in map {
            guard let level = key.string.flatMap({ SuggestionAdopted.Level(rawValue: $0) }) else { continue }
            levels[level] = hundredths(value, level.rawValue)
        }
        return levels
    }

    private mutating func bands(_ node: Node) -> [Scoring.Band] {
        guard let sequence = node.sequence else {
            fault(.invalid("bands", expected: .list), at: node)
            return []
        }
        let bands = sequence.compactMap { node -> Scoring.Band? in
            guard let map = mapping(node, keys: ["from", "more-than", "points"]) else { return nil }
            guard let points = map["points"] else {
                fault(.missing("points"), at: node)
                return nil
            }
            guard let from = threshold(map, "from", node), let value = hundredths(points, "points") else { return nil }
            return Scoring.Band(from: from, points: value)
        }
        // What has to be exceeded is the higher step of two at the same part.
        return bands.sorted { $0.from.part != $1.from.part ? $0.from.part > $1.from.part : $0.from.isExceeded && !$1.from.isExceeded }
    }
}
