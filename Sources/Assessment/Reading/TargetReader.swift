internal import Domain
internal import Yams

extension PlanReader {
    mutating func target(_ node: Node) -> Target? {
        let keys = [
            "id", "title", "cites", "for", "role", "who", "heading", "points", "floor", "start", "score", "acts", "require", "mark",
            "interpretation",
        ]
        guard let map = mapping(node, keys: keys), let id = string(map, "id", node), let title = text(map, "title", node)
        else { return nil }
        let subject = subject(map, node)
        let requirements = list(map, "require").compactMap { requirement($0, of: subject) }
        let target = Target(
            id: id, title: title, cites: strings(map, "cites"), subject: subject, who: who(map, subject),
            heading: map["heading"].flatMap { string($0, "heading") }, points: hundredths(map, "points"),
            floor: signedHundredths(map, "floor"), startsFull: startsFull(map, "points", node), scoring: map["score"].flatMap { scoring($0, map, subject) },
            requirements: requirements, isMarkedByHand: isMarked(map),
            interpretation: map["interpretation"].flatMap { localized($0, "interpretation") })
        check(target, map)
        return target
    }

    private mutating func subject(_ map: Node.Mapping, _ node: Node) -> Target.Subject {
        // Of members, one role or several narrow the target down: see `who`.
        let role = map["for"]?.string == "member" ? nil : map["role"].flatMap { string($0, "role") }
        switch map["for"]?.string {
        case nil where map["for"] == nil: return role.map { .officeHolder(role: $0) } ?? .body
        case "body"?: return .body
        case "member"?: return .member
        case "group"?: return .each(.group)
        case "sector"?: return .each(.sector)
        case "office-holder"?:
            if role == nil { fault(.missing("role"), at: node) }
            return .officeHolder(role: role ?? "")
        default:
            if let node = map["for"] { fault(.invalid("for", expected: .oneOf(["body", "member", "group", "sector", "office-holder"])), at: node) }
            return .body
        }
    }

    /// Which members: `role` beside `for: member` is short for `who: {role: …}`.
    private mutating func who(_ map: Node.Mapping, _ subject: Target.Subject) -> Who? {
        guard subject == .member else {
            if let node = map["who"] { fault(.missing("for: member"), at: node) }
            return nil
        }
        guard let node = map["who"] else {
            return map["role"].map { Who(all: [.role: names($0, "role")]) }
        }
        if let role = map["role"] { fault(.excludes("role", "who"), at: role) }
        let kinds = Affiliation.Kind.allCases.map(\.rawValue)
        guard let who = mapping(node, keys: kinds + ["not"]) else { return nil }
        let not = who["not"].flatMap { mapping($0, keys: kinds) }
        guard !who.isEmpty, not.map({ !$0.isEmpty }) ?? true else {
            fault(.expected(.keys(kinds)), at: node)
            return nil
        }
        return Who(all: affiliations(who), none: not.map { affiliations($0) } ?? [:])
    }

    private mutating func affiliations(_ map: Node.Mapping) -> [Affiliation.Kind: [String]] {
        var affiliations: [Affiliation.Kind: [String]] = [:]
        for kind in Affiliation.Kind.allCases { affiliations[kind] = map[kind.rawValue].map { names($0, kind.rawValue) } }
        return affiliations
    }

    /// A name or a list of names.
    private mutating func names(_ node: Node, _ key: String) -> [String] {
        (node.sequence.map { Array($0) } ?? [node]).compactMap { string($0, key) }
    }

    /// - Parameter full: the key of the full marks, without which nothing can start at them.
    mutating func startsFull(_ map: Node.Mapping, _ full: String, _ node: Node) -> Bool {
        guard let start = map["start"] else { return false }
        if start.string != "full" { fault(.invalid("start", expected: .oneOf(["full"])), at: start) }
        if map[full] == nil { fault(.missing(full), at: node) }
        return true
    }

    private mutating func isMarked(_ map: Node.Mapping) -> Bool {
        guard let mark = map["mark"] else { return false }
        if mark.string != "by-hand" { fault(.invalid("mark", expected: .oneOf(["by-hand"])), at: mark) }
        return true
    }

    /// What has to go together, once every key is read.
    private mutating func check(_ target: Target, _ map: Node.Mapping) {
        // A mark is about the body or the office-holder: nobody marks each member.
        if target.isMarkedByHand, target.subject == .member, let mark = map["mark"] { fault(.excludes("for: member", "mark"), at: mark) }
        // A mark, and points by hand, name no group.
        if case .each = target.subject, let subject = map["for"]?.string {
            if let mark = map["mark"] { fault(.excludes("for: \(subject)", "mark"), at: mark) }
            if target.scoring == .byHand, let score = map["score"] { fault(.excludes("for: \(subject)", "by-hand"), at: score) }
            if let role = map["role"] { fault(.excludes("for: \(subject)", "role"), at: role) }
        }
        if target.isMarkedByHand, let require = map["require"] { fault(.excludes("mark", "require"), at: require) }
        if let start = map["start"] { checkStart(target, map, at: start) }
        guard let score = map["score"], let scoring = target.scoring else { return }
        // A year's grade is known once its points are: it earns none.
        for case .years(let result, _, _) in target.requirements.map(\.measure) {
            let key = if case .grade = result { "grade" } else { "missed" }
            fault(.excludes(key, "score"), at: score)
        }
        switch scoring {
        case .proRata, .whenMet, .bands:
            if target.requirements.isEmpty, map["require"] == nil { fault(.missing("require"), at: score) }
        case .perAct, .perQuantity, .around, .shared, .byLevel, .attendance, .byHand: break
        }
        switch scoring {
        case .attendance:
            if target.subject == .body { fault(.missing("role"), at: score) }
        case .proRata, .whenMet, .perAct, .perQuantity, .around, .shared, .byLevel, .bands, .byHand: break
        }
    }

    /// Only what is taken from full marks can start at them.
    private mutating func checkStart(_ target: Target, _ map: Node.Mapping, at start: Node) {
        switch target.scoring {
        case .attendance(_, let worth)?:
            if !worth.onlyDeducts { fault(.excludes("start: full", "award"), at: start) }
        case .byHand?: break
        case .perAct?, .perQuantity?, .around?, .shared?, .byLevel?, .proRata?, .whenMet?, .bands?: fault(.missing("deduct"), at: start)
        case nil: if map["score"] == nil { fault(.missing("score"), at: start) }
        }
    }

    // MARK: - How points are earned

    private mutating func scoring(_ node: Node, _ target: Node.Mapping, _ subject: Target.Subject) -> Scoring? {
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
        guard let map = mapping(node, keys: keys) else { return nil }
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
        let deduct = map["deduct"].flatMap { mapping($0, keys: ["absent", "leave", "late", "left-early", "half-day"]) }
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

    // MARK: - What has to be reached

    /// Ways to measure that are no plain count of acts.
    private static let wayKeys = ["ratio", "turnout", "absences", "average", "spent", "membership", "grade", "missed"]
    private static let measureKeys = [
        "title", "at-least", "at-most", "more-than", "sum", "per", "every", "within", "in-office", "ratio", "turnout", "absences", "average",
        "spent", "membership", "grade", "missed", "over", "in-any", "made-good", "one-of",
    ]

    mutating func requirement(_ node: Node, of subject: Target.Subject) -> Requirement? {
        if let choice = node.mapping?["one-of"] { return oneOf(choice, node, of: subject) }
        guard let map = mapping(node, keys: Self.measureKeys + Self.selectorKeys) else { return nil }
        guard let measure = measure(map, node) else { return nil }
        let per = map["per"].flatMap { node -> Requirement.Per? in
            let per = node.string.flatMap { Requirement.Per(rawValue: $0) }
            if per == nil {
                fault(.invalid("per", expected: .oneOf(Requirement.Per.allCases.map(\.rawValue))), at: node)
            }
            return per
        }
        if let node = map["per"] { check(per, measure, of: subject, at: node) }
        if subject == .member {
            checkMember(measure, at: node)
            if let distinct = map["distinct"] { fault(.excludes("for: member", "distinct"), at: distinct) }
        }
        if case .each(let kind) = subject {
            if case .spent = measure { fault(.excludes("for: \(kind.rawValue)", "spent"), at: node) }
            if case .membership = measure { fault(.excludes("for: \(kind.rawValue)", "membership"), at: node) }
        }
        let months = map["in-office"].flatMap { self.months($0, "in-office") }
        if let node = map["in-office"], per != .member { fault(.missing("per: member"), at: node) }
        let over = map["over"].flatMap { span($0) }
        check(over, map, measure, of: subject, per, node)
        let requirement = Requirement(
            title: map["title"].flatMap { localized($0, "title") }, measure: measure, per: per,
            within: map["within"].flatMap { occurrence($0, "within") }, monthsInOfficeMin: months, over: over,
            inAny: map["in-any"].flatMap { window($0) },
            madeGood: map["made-good"].map { makingGood($0) })
        if let key = per == .member ? "per: member" : subject.key { checkDoers(of: requirement.selector, for: key, at: node) }
        return requirement
    }

    /// Kinds of activity, by name: what makes good is something else than what was missed.
    private mutating func makingGood(_ node: Node) -> Selector {
        if node.string == "any" { fault(.invalid("made-good", expected: .openWord), at: node) }
        return Selector([Selector.Branch(.activities(words(node, "made-good", of: .activity)))])
    }

    /// `row` or `12 months`.
    private mutating func window(_ node: Node) -> Requirement.Window? {
        node.string == "row" ? .row : months(node, "in-any").map { .months($0) }
    }

    /// What looks further back than the plan's days, and what narrows absences.
    private mutating func check(
        _ over: Requirement.Span?, _ map: Node.Mapping, _ measure: Requirement.Measure, of subject: Target.Subject, _ per: Requirement.Per?,
        _ node: Node
    ) {
        if let key = map["over"] {
            switch measure {
            case .count, .sum, .turnout, .absences, .years: break
            case .cadence, .ratio, .averageDonation, .spent, .membership: fault(.doesNotApply("over", beside: measure.keyWithoutPer ?? ""), at: key)
            }
            if map["within"] != nil { fault(.excludes("over", "within"), at: key) }
            if per != nil { fault(.excludes("over", "per"), at: key) }
            // The body itself has no term.
            if over == .term, subject != .member { fault(.missing("for: member"), at: key) }
        }
        if case .years = measure {
            if map["over"] == nil { fault(.missing("over"), at: node) }
            if subject != .member { fault(.missing("for: member"), at: node) }
        }
        for key in ["in-any", "made-good"] {
            guard let value = map[key] else { continue }
            guard case .absences = measure else {
                fault(.missing("absences"), at: value)
                continue
            }
            if subject != .member { fault(.missing("for: member"), at: value) }
        }
    }

    /// Several ways to reach the same.
    private mutating func oneOf(_ choice: Node, _ node: Node, of subject: Target.Subject) -> Requirement? {
        guard let map = mapping(node, keys: ["title", "one-of"]) else { return nil }
        let title = map["title"].flatMap { localized($0, "title") }
        let ways = (choice.sequence.map { Array($0) } ?? []).compactMap { way -> Requirement? in
            if let inner = way.mapping?["one-of"] { fault(.doesNotApply("one-of", beside: "one-of"), at: inner) }
            return requirement(way, of: subject)
        }
        guard ways.count >= 2, let first = ways.first else {
            fault(.invalid("one-of", expected: .several), at: choice)
            return nil
        }
        return Requirement(
            title: title ?? first.title, measure: first.measure, per: first.per, within: first.within,
            monthsInOfficeMin: first.monthsInOfficeMin, over: first.over, inAny: first.inAny, madeGood: first.madeGood,
            alternatives: ways.dropFirst().map {
                Requirement(
                    title: title ?? $0.title, measure: $0.measure, per: $0.per, within: $0.within,
                    monthsInOfficeMin: $0.monthsInOfficeMin, over: $0.over, inAny: $0.inAny, madeGood: $0.madeGood)
            })
    }

    /// What is asked of each part must be a count with a lower bound.
    private mutating func check(_ per: Requirement.Per?, _ measure: Requirement.Measure, of subject: Target.Subject, at node: Node) {
        if case .count(let selector, _, _) = measure, selector.countsMembers { fault(.doesNotApply("per", beside: "distinct"), at: node) }
        if let key = measure.keyWithoutPer { fault(.doesNotApply("per", beside: key), at: node) }
        if per == .member, subject == .member { fault(.excludes("for: member", "per: member"), at: node) }
    }

    private mutating func checkMember(_ measure: Requirement.Measure, at node: Node) {
        switch measure {
        case .years: break
        case .ratio: fault(.excludes("for: member", "ratio"), at: node)
        case .averageDonation: fault(.excludes("for: member", "average"), at: node)
        case .spent: fault(.excludes("for: member", "spent"), at: node)
        case .membership: fault(.excludes("for: member", "membership"), at: node)
        case .count, .sum, .cadence, .turnout, .absences: break
        }
    }

    private mutating func measure(_ map: Node.Mapping, _ node: Node) -> Requirement.Measure? {
        let ways = Self.wayKeys.filter { map[$0] != nil }
        let sources = Self.sourceKeys.filter { map[$0] != nil }
        guard ways.count + (sources.isEmpty ? 0 : 1) == 1 else {
            fault(.exactlyOne(Self.sourceKeys + Self.wayKeys), at: node)
            return nil
        }
        if let way = ways.first {
            checkFilters(map, of: way)
            for key in ["sum", "distinct"] { if let node = map[key] { fault(.doesNotApply(key, beside: way), at: node) } }
        }
        if let every = map["every"] {
            for key in ["sum", "distinct"] { if let node = map[key] { fault(.doesNotApply(key, beside: "every"), at: node) } }
            guard let selector = selector(node, besides: Self.measureKeys), let months = months(every, "every") else { return nil }
            return .cadence(selector, months: months)
        }
        if let kinds = map["ratio"] {
            guard let selector = records(kinds, "ratio"), let least = part(map, node) else { return nil }
            return .ratio(selector, least)
        }
        if let kinds = map["turnout"] {
            guard let least = part(map, node) else { return nil }
            return .turnout(meetings(kinds, "turnout", map), least)
        }
        if let spent = map["spent"] {
            guard spent.string == "brought-in" else {
                fault(.invalid("spent", expected: .oneOf(["brought-in"])), at: spent)
                return nil
            }
            return part(map, node).map { .spent($0) }
        }
        // More than so many is one more at least: only a part of a whole has no next number.
        if let more = map["more-than"] { fault(.doesNotApply("more-than", beside: ways.first ?? sources[0]), at: more) }
        guard let bound = map["at-least"] ?? map["at-most"] else {
            fault(.missing("at-least"), at: node)
            return nil
        }
        if let key = ["grade", "missed"].first(where: { map[$0] != nil }), let value = map[key] {
            let least = map["at-least"].flatMap { count($0, "at-least") }
            let most = map["at-most"].flatMap { count($0, "at-most", from: 0) }
            if key == "missed" { return string(value, key).map { .years(.missed($0), atLeast: least, atMost: most) } }
            let nodes = value.sequence.map { Array($0) } ?? [value]
            return .years(.grade(nodes.compactMap { string($0, key) }), atLeast: least, atMost: most)
        }
        if let membership = map["membership"] {
            guard let meant = membership.string, ["end", "growth"].contains(meant) else {
                fault(.invalid("membership", expected: .oneOf(["end", "growth"])), at: membership)
                return nil
            }
            return count(bound, "at-least").map { .membership(isGrowth: meant == "growth", atLeast: $0) }
        }
        if let kinds = map["absences"] {
            guard let most = count(bound, "at-most", from: 0) else { return nil }
            return .absences(meetings(kinds, "absences", map), atMost: most)
        }
        if let average = map["average"] {
            guard average.string == "donations" else {
                fault(.invalid("average", expected: .oneOf(["donations"])), at: average)
                return nil
            }
            return yuan(bound).map { .averageDonation(fenMin: $0) }
        }
        guard let selector = selector(node, besides: Self.measureKeys) else { return nil }
        if let sum = map["sum"] {
            guard let unit = word(sum, "sum", of: .quantity) else { return nil }
            if let distinct = map["distinct"] { fault(.doesNotApply("distinct", beside: "sum"), at: distinct) }
            let least = map["at-least"].flatMap { amount($0, "at-least") }
            let most = map["at-most"].flatMap { amount($0, "at-most") }
            guard least != nil || most != nil else { return nil }
            if let least, let most, most < least, let node = map["at-most"] {
                fault(.invalid("at-most", expected: .notLess(than: "at-least")), at: node)
            }
            return .sum(selector, of: unit, atLeast: least, atMost: most)
        }
        let least = map["at-least"].flatMap { count($0, "at-least") }
        let most = map["at-most"].flatMap { count($0, "at-most", from: 0) }
        guard least != nil || most != nil else { return nil }
        if let least, let most, most < least, let node = map["at-most"] {
            fault(.invalid("at-most", expected: .notLess(than: "at-least")), at: node)
        }
        return .count(selector, atLeast: least, atMost: most)
    }

    /// A part of a whole; `at-most` was once read as `at-least` there, and still is.
    private mutating func part(_ map: Node.Mapping, _ node: Node) -> Threshold? {
        map["at-most"] != nil && map["at-least"] == nil && map["more-than"] == nil ? threshold(map, "at-most", node) : threshold(map, "at-least", node)
    }

    private mutating func meetings(_ node: Node, _ key: String, _ map: Node.Mapping) -> Selector {
        let kinds = node.string == "any" ? nil : words(node, key, of: .activity)
        return Selector([Selector.Branch(.activities(kinds), filters(map, of: .activities))])
    }
}

extension Target.Subject {
    /// As plans write it; nil for the body, whose is whatever was done.
    fileprivate var key: String? {
        switch self {
        case .body: nil
        case .member: "for: member"
        case .each(let kind): "for: \(kind.rawValue)"
        case .officeHolder, .unit: "for: office-holder"
        }
    }
}

extension Requirement.Measure {
    /// The key that says what is measured, where that is not a count with a lower bound.
    fileprivate var keyWithoutPer: String? {
        switch self {
        case .count(_, .some, _), .sum(_, _, .some, _): nil
        case .count, .sum: "at-most"
        case .cadence: "every"
        case .ratio: "ratio"
        case .turnout: "turnout"
        case .absences: "absences"
        case .averageDonation: "average"
        case .spent: "spent"
        case .years(.grade, _, _): "grade"
        case .years(.missed, _, _): "missed"
        case .membership: "membership"
        }
    }
}
