internal import Domain
internal import EventLog
internal import Yams

extension Plan {
    /// Longer files are refused before they are parsed: an adopted plan is part of an entry.
    public static let byteMax = PlanText.byteMax

    /// - Throws: `PlanError` for a text that is too long to be a plan.
    public static func checkLength(byteCount: Int) throws(PlanError) {
        guard byteCount > byteMax else { return }
        throw PlanError(faults: [PlanFault(kind: .tooLong(byteMax: byteMax), line: 1, column: 1)])
    }

    /// Reads a plan file.
    ///
    /// - Throws: `PlanError` with line and column of every fault that was found.
    public init(yaml text: String) throws(PlanError) {
        let node = try PlanReader.compose(text)
        var reader = PlanReader()
        let plan = node.flatMap { reader.plan($0) }
        guard let plan, reader.faults.isEmpty else {
            let missing = PlanFault(kind: .expected(.plan), line: 1, column: 1)
            throw PlanError(faults: reader.faults.isEmpty ? [missing] : reader.faults)
        }
        self = plan
    }
}

extension PlanFault {
    fileprivate init(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(kind: .notYAML(problem), line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(let duplicates, let context):
            self.init(
                kind: .duplicateKey(duplicates.sorted().first ?? ""), line: context.mark.line,
                column: context.mark.column)
        default: self.init(kind: .notYAML("\(error)"), line: 1, column: 1)
        }
    }
}

/// Walks the YAML nodes and gathers what is wrong with them.
struct PlanReader {
    private(set) var faults: [PlanFault] = []
    /// The plan's days, once they are read: parts of the year are parts of these.
    private(set) var period: Period?
    /// The body's own kinds, by what they are kinds of.
    private(set) var declared: [KindNames: Set<OpenWord>] = [:]

    static func compose(_ text: String) throws(PlanError) -> Node? {
        try YAMLGuard.check(text)
        do {
            return try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw PlanError(faults: [PlanFault(error)])
        } catch {
            throw PlanError(faults: [PlanFault(kind: .notYAML("\(error)"), line: 1, column: 1)])
        }
    }

    mutating func fault(_ kind: PlanFault.Kind, at node: Node) {
        faults.append(PlanFault(kind: kind, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1))
    }

    mutating func plan(_ node: Node) -> Plan? {
        let keys = ["plan", "title", "year", "period", "points", "base", "floor", "kinds", "places", "headings", "grades", "targets", "once", "calendar"]
        guard let map = mapping(node, keys: keys), let id = string(map, "plan", node),
            let title = text(map, "title", node), let period = period(map, node)
        else { return nil }
        self.period = period
        if Identifier<PlanKind>(id) == nil, let value = map["plan"] {
            fault(.invalid("plan", expected: .id), at: value)
        }
        if let kinds = map["kinds"] { declare(kinds) }
        let headings = list(map, "headings").compactMap { heading($0) }
        let places = strings(map, "places")
        let targets = list(map, "targets").compactMap { target($0) }
        checkUnique(list(map, "targets") + list(map, "calendar"))
        checkUnique(list(map, "headings"))
        checkHeadings(list(map, "targets"), headings)
        checkStarts(list(map, "targets"), headings)
        let once = list(map, "once").compactMap { countedOnce($0, targets) }
        checkCountedOnce(list(map, "once"))
        if places.isEmpty { checkPlaces(list(map, "targets")) }
        let names = targets.map(\.id) + headings.map(\.id)
        func plan(_ grades: [Grade], _ calendar: [CalendarItem], _ stated: Int64?, _ base: Int64, _ floor: Int64?) -> Plan {
            Plan(
                id: id, title: title, period: period, statedPoints: stated, base: base, floor: floor, places: places, headings: headings,
                grades: grades, targets: targets, once: once, calendar: calendar)
        }
        let subject = plan([], [], nil, 0, nil).gradesSubject
        return plan(
            grades(list(map, "grades"), subject, names), list(map, "calendar").compactMap { calendarItem($0) },
            hundredths(map, "points"), hundredths(map, "base") ?? 0, signedHundredths(map, "floor"))
    }

    /// The body's own kinds: before anything names them.
    private mutating func declare(_ node: Node) {
        let sorts: KeyValuePairs<String, KindNames> = ["activities": .activity, "works": .work, "quantities": .quantity]
        guard let map = mapping(node, keys: sorts.map(\.key)) else { return }
        for (key, kinds) in sorts {
            for node in list(map, key) {
                guard let word = node.scalar.flatMap({ OpenWord($0.string) }) else {
                    fault(.invalid(key, expected: .openWord), at: node)
                    continue
                }
                // What the program knows by this name would be counted as that.
                if kinds.code(word.description) != word.description { fault(.invalid(key, expected: .unknownKind), at: node) }
                declared[kinds, default: []].insert(word)
            }
        }
    }

    /// `year: 2026`, or the days of a plan that is for no calendar year.
    private mutating func period(_ map: Node.Mapping, _ node: Node) -> Period? {
        guard let value = map["period"] else { return year(map, node).map { Period(year: $0) } }
        if let year = map["year"] { fault(.excludes("period", "year"), at: year) }
        guard let days = occurrence(value, "period") else { return nil }
        guard (1900...9999).contains(days.first.year), days.first < days.last, days.last < days.first.adding(months: Self.monthsMax) else {
            fault(.invalid("period", expected: .planPeriod), at: value)
            return nil
        }
        return Period(first: days.first, last: days.last)
    }

    /// Ten years: twice a term.
    private static let monthsMax = 120

    private mutating func year(_ map: Node.Mapping, _ node: Node) -> Int? {
        guard let value = map["year"] else {
            fault(.missing("year"), at: node)
            return nil
        }
        guard let year = value.int, (1900...9999).contains(year) else {
            fault(.invalid("year", expected: .year), at: value)
            return nil
        }
        return year
    }

    private mutating func checkUnique(_ nodes: [Node]) {
        var seen: Set<String> = []
        for node in nodes {
            guard let id = node.mapping?["id"], let name = id.string else { continue }
            if !seen.insert(name).inserted { fault(.duplicateID(name), at: id) }
        }
    }

    private mutating func checkHeadings(_ targets: [Node], _ headings: [Heading]) {
        for node in targets {
            guard let named = node.mapping?["heading"], let name = named.string else { continue }
            if !headings.contains(where: { $0.id == name }) {
                fault(.invalid("heading", expected: .headingID), at: named)
            }
        }
    }

    /// Full marks are given once: under a heading that starts with them, no target does.
    private mutating func checkStarts(_ targets: [Node], _ headings: [Heading]) {
        for node in targets {
            guard let start = node.mapping?["start"], let name = node.mapping?["heading"]?.string else { continue }
            if headings.contains(where: { $0.id == name && $0.startsFull }) {
                fault(.doesNotApply("start", beside: "heading: \(name)"), at: start)
            }
        }
    }

    private mutating func checkPlaces(_ targets: [Node]) {
        for node in targets {
            for requirement in node.mapping?["require"]?.sequence ?? [] {
                guard let per = requirement.mapping?["per"], per.string == Requirement.Per.place.rawValue else { continue }
                fault(.missing("places"), at: per)
            }
        }
    }

    private mutating func heading(_ node: Node) -> Heading? {
        guard let map = mapping(node, keys: ["id", "title", "cap", "floor", "start"]), let id = string(map, "id", node),
            let title = text(map, "title", node)
        else { return nil }
        return Heading(id: id, title: title, cap: hundredths(map, "cap"), floor: signedHundredths(map, "floor"), startsFull: startsFull(map, "cap", node))
    }

    /// Two targets or more that assess the same subject.
    private mutating func countedOnce(_ node: Node, _ targets: [Target]) -> CountedOnce? {
        guard let map = mapping(node, keys: ["targets", "counts"]) else { return nil }
        guard let listed = map["targets"] else {
            fault(.missing("targets"), at: node)
            return nil
        }
        let ids = strings(map, "targets")
        guard ids.count >= 2 else {
            fault(.invalid("targets", expected: .several), at: listed)
            return nil
        }
        for item in listed.sequence.map({ Array($0) }) ?? [] where !targets.contains(where: { $0.id == item.string }) {
            fault(.invalid("targets", expected: .targetID), at: item)
        }
        let ofMembers = ids.compactMap { id in targets.first { $0.id == id } }.map { $0.subject == .member }
        // What groups and sectors did is not set against each other.
        if ids.contains(where: { id in targets.contains { if case .each = $0.subject { $0.id == id } else { false } } }) {
            fault(.doesNotApply("once", beside: "for: group"), at: listed)
        }
        if ofMembers.contains(true), ofMembers.contains(false) { fault(.excludes("for: member", "for: body"), at: listed) }
        let rule: CountedOnce.Rule? = map["counts"].flatMap { one($0, "counts") }
        return CountedOnce(targets: ids, rule: rule ?? .better)
    }

    /// A target in two groups could count under neither, or under both.
    private mutating func checkCountedOnce(_ nodes: [Node]) {
        var seen: Set<String> = []
        for item in nodes.flatMap({ $0.mapping?["targets"]?.sequence.map { Array($0) } ?? [] }) {
            if let id = item.string, !seen.insert(id).inserted { fault(.duplicateID(id), at: item) }
        }
    }

    private mutating func calendarItem(_ node: Node) -> CalendarItem? {
        guard let map = mapping(node, keys: ["id", "title", "when", "kind", "level", "participants", "cites"]),
            let id = string(map, "id", node), let title = text(map, "title", node)
        else { return nil }
        guard let whenNode = map["when"] else {
            fault(.missing("when"), at: node)
            return nil
        }
        guard let kindNode = map["kind"] else {
            fault(.missing("kind"), at: node)
            return nil
        }
        guard let when = occurrence(whenNode, "when"), let kind = word(kindNode, "kind", of: .activity) else { return nil }
        return CalendarItem(
            id: id, title: title, when: when, kind: kind, level: map["level"].flatMap { word($0, "level", of: nil) },
            participantsMin: map["participants"].flatMap { count($0, "participants") }, cites: strings(map, "cites"))
    }
}
