internal import Domain
internal import Yams

/// What has to be reached.
extension PlanReader {
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
