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
        // A mark names no group.
        if case .each = target.subject, let subject = map["for"]?.string {
            if let mark = map["mark"] { fault(.excludes("for: \(subject)", "mark"), at: mark) }
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
}

extension Target.Subject {
    /// As plans write it; nil for the body, whose is whatever was done.
    var key: String? {
        switch self {
        case .body: nil
        case .member: "for: member"
        case .each(let kind): "for: \(kind.rawValue)"
        case .officeHolder, .unit: "for: office-holder"
        }
    }
}
