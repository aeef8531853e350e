internal import Domain
internal import EventLog
internal import Yams

extension Plan {
    /// Longer files are refused before they are parsed: an adopted plan is part of an entry.
    public static let byteMax = PlanAdopted.textByteMax

    /// Reads a plan file.
    ///
    /// - Throws: `PlanError` with line and column of every fault that was found.
    public init(yaml text: String) throws(PlanError) {
        try YAMLGuard.check(text)
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw PlanError(faults: [PlanFault(error)])
        } catch {
            throw PlanError(faults: [PlanFault(kind: .notYAML("\(error)"), line: 1, column: 1)])
        }
        var reader = PlanReader()
        let plan = node.flatMap { reader.plan($0) }
        guard let plan, reader.faults.isEmpty else {
            let missing = PlanFault(kind: .expected("a plan"), line: 1, column: 1)
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

/// Refuses texts that would cost more to read than any plan: too long, too deep, or multiplied by aliases.
enum YAMLGuard {
    static let depthMax = 40

    static func check(_ text: String) throws(PlanError) {
        func fail(_ kind: PlanFault.Kind, line: Int, column: Int = 1) -> PlanError {
            PlanError(faults: [PlanFault(kind: kind, line: line, column: column)])
        }
        guard text.utf8.count <= Plan.byteMax else { throw fail(.tooLong(byteMax: Plan.byteMax), line: 1) }
        // Counted without regard to quotes: the bound is far above what any plan nests.
        var flow = 0
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let indicators = line.utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "?") }
            let dashes = indicators.count { $0 != UInt8(ascii: " ") }
            guard indicators.count < depthMax * 4, dashes < depthMax else { throw fail(.tooDeep, line: index + 1) }
            for byte in line.utf8 {
                switch byte {
                case UInt8(ascii: "["), UInt8(ascii: "{"): flow += 1
                case UInt8(ascii: "]"), UInt8(ascii: "}"): flow -= 1
                default: break
                }
            }
            guard flow < depthMax else { throw fail(.tooDeep, line: index + 1) }
            if let column = aliasColumn(in: line) { throw fail(.aliases, line: index + 1, column: column) }
        }
    }

    /// The column where a value begins with `&` or `*`: there YAML reads an anchor or an alias. Nested aliases multiply,
    /// and a plan repeats nothing that would need one; a text that begins so is put in quotes.
    private static func aliasColumn(in line: Substring) -> Int? {
        var previous: Character?
        let characters = Array(line)
        for (index, character) in characters.enumerated() where character != " " {
            let beginsValue = previous.map { ":-?[{,".contains($0) } ?? true
            if character == "&" || character == "*", beginsValue, index + 1 < characters.count, characters[index + 1] != " " {
                return index + 1
            }
            if character == "#", index == 0 || characters[index - 1] == " " { return nil }
            previous = character
        }
        return nil
    }
}

/// Walks the YAML nodes and gathers what is wrong with them.
struct PlanReader {
    private(set) var faults: [PlanFault] = []

    mutating func fault(_ kind: PlanFault.Kind, at node: Node) {
        faults.append(PlanFault(kind: kind, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1))
    }

    mutating func plan(_ node: Node) -> Plan? {
        guard let map = mapping(node, keys: ["plan", "title", "year", "points", "targets", "calendar"]) else {
            return nil
        }
        guard let id = string(map, "plan", node), let title = text(map, "title", node),
            let year = year(map, node)
        else { return nil }
        if Identifier<PlanKind>(id) == nil, let value = map["plan"] {
            fault(.invalid("plan", expected: "an id of letters, digits, '.', '_', '-'"), at: value)
        }
        let stated = map["points"].flatMap { hundredths($0, "points") }
        let targets = list(map, "targets").compactMap { target($0) }
        let calendar = list(map, "calendar").compactMap { calendarItem($0) }
        checkUnique(list(map, "targets") + list(map, "calendar"))
        return Plan(id: id, title: title, year: year, statedPoints: stated, targets: targets, calendar: calendar)
    }

    private mutating func year(_ map: Node.Mapping, _ node: Node) -> Int? {
        guard let value = map["year"] else {
            fault(.missing("year"), at: node)
            return nil
        }
        guard let year = value.int, (1900...9999).contains(year) else {
            fault(.invalid("year", expected: "a year such as 2026"), at: value)
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

    private mutating func target(_ node: Node) -> Target? {
        let keys = ["id", "title", "cites", "points", "score", "role", "acts", "require", "interpretation"]
        guard let map = mapping(node, keys: keys), let id = string(map, "id", node),
            let title = text(map, "title", node)
        else { return nil }
        let points = map["points"].flatMap { hundredths($0, "points") }
        return Target(
            id: id, title: title, cites: strings(map, "cites"), points: points,
            scoring: map["score"].flatMap { scoring($0, map) },
            requirements: list(map, "require").compactMap { requirement($0) },
            interpretation: map["interpretation"].flatMap { localized($0, "interpretation") })
    }

    private mutating func scoring(_ node: Node, _ target: Node.Mapping) -> Scoring? {
        switch node.string {
        case "pro-rata"?:
            if target["require"] == nil { fault(.missing("require"), at: node) }
            return .proRata
        case "by-hand"?: return .byHand
        default: break
        }
        guard let map = mapping(node, keys: ["each", "deduct"]) else { return nil }
        guard let actsNode = target["acts"], let acts = selector(actsNode) else {
            if target["acts"] == nil { fault(.missing("acts"), at: node) }
            return nil
        }
        if let each = map["each"] { return hundredths(each, "each").map { .perAct($0, acts) } }
        guard let deduct = map["deduct"], let amounts = mapping(deduct, keys: ["absent", "leave"]) else {
            fault(.expected("each, deduct, pro-rata or by-hand"), at: node)
            return nil
        }
        guard let role = string(target, "role", node) else { return nil }
        return .deduction(
            role: role, absent: amounts["absent"].flatMap { hundredths($0, "absent") } ?? 0,
            leave: amounts["leave"].flatMap { hundredths($0, "leave") } ?? 0, acts)
    }

    private mutating func selector(_ node: Node) -> ActSelector? {
        mapping(node, keys: ["activities", "attendance", "with", "level"]).flatMap { selector($0) }
    }

    private mutating func selector(_ map: Node.Mapping) -> ActSelector? {
        guard let activities = map["activities"] else { return nil }
        let kinds = activities.string == "any" ? nil : words(activities, "activities")
        let document = map["with"].flatMap { node -> WorkFiled.Kind? in
            let kind = node.string.flatMap { WorkFiled.Kind(rawValue: $0) }
            if kind == nil {
                fault(.invalid("with", expected: WorkFiled.Kind.allCases.map(\.rawValue).joined(separator: ", ")), at: node)
            }
            return kind
        }
        return ActSelector(
            kinds: kinds, level: map["level"].flatMap { word($0, "level") },
            attendancePercentMin: map["attendance"].flatMap { percent($0, "attendance") }, document: document)
    }

    private mutating func requirement(_ node: Node) -> Requirement? {
        let keys = ["title", "activities", "attendance", "with", "level", "count", "ratio", "average", "at-least"]
        guard let map = mapping(node, keys: keys) else { return nil }
        let title = map["title"].flatMap { localized($0, "title") }
        let measures = ["activities", "count", "ratio", "average"].filter { map[$0] != nil }
        guard measures.count == 1 else {
            fault(.inconsistent("activities, count, ratio, average"), at: node)
            return nil
        }
        guard let atLeast = map["at-least"] else {
            fault(.missing("at-least"), at: node)
            return nil
        }
        return measure(map, atLeast).map { Requirement(title: title, measure: $0) }
    }

    private mutating func measure(_ map: Node.Mapping, _ atLeast: Node) -> Requirement.Measure? {
        if map["activities"] != nil {
            guard let acts = selector(map), let least = count(atLeast) else { return nil }
            return .acts(acts, atLeast: least)
        }
        if let node = map["count"] {
            guard let records = records(node, "count"), let least = count(atLeast) else { return nil }
            return .records(records, atLeast: least)
        }
        if let node = map["ratio"] {
            guard let records = records(node, "ratio"), let least = percent(atLeast, "at-least") else { return nil }
            return .ratio(records, percentMin: least)
        }
        guard let node = map["average"], node.string == "donations" else {
            if let node = map["average"] { fault(.invalid("average", expected: "donations"), at: node) }
            return nil
        }
        return yuan(atLeast).map { .averageDonation(fenMin: $0) }
    }

    private mutating func calendarItem(_ node: Node) -> CalendarItem? {
        guard let map = mapping(node, keys: ["id", "title", "when", "kind", "level", "cites"]),
            let id = string(map, "id", node), let title = text(map, "title", node),
            let words = string(map, "when", node)
        else { return nil }
        guard let when = DateWords.parse(words) else {
            if let value = map["when"] { fault(.invalid("when", expected: "a date such as 2019年1—2月 or 2019-05"), at: value) }
            return nil
        }
        guard let kindNode = map["kind"] else {
            fault(.missing("kind"), at: node)
            return nil
        }
        guard let kind = word(kindNode, "kind") else { return nil }
        return CalendarItem(
            id: id, title: title, when: when, kind: kind, level: map["level"].flatMap { word($0, "level") },
            cites: strings(map, "cites"))
    }
}
