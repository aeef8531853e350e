internal import Domain
internal import Yams

/// What counts.
extension PlanReader {
    static let sourceKeys = ActSource.all.map(\.key) + ["count", "either"]
    private static let filterKeys = [
        "attendance", "with", "particulars", "participants", "level", "place", "titled", "came-from", "reached", "marked", "at", "kind", "result",
        "appraises",
    ] + Selector.Honour.allCases.map(\.rawValue)
    static let selectorKeys = sourceKeys + filterKeys + ["distinct"]

    /// - Parameter others: keys beside it that are somebody else's.
    mutating func selector(_ node: Node, besides others: [String]) -> Selector? {
        guard let map = others.isEmpty ? mapping(node, keys: Self.selectorKeys) : node.mapping else { return nil }
        let selector = selector(map, at: node)
        if let selector, selector.countsMembers { checkDoers(of: selector, for: "distinct", at: node) }
        return selector
    }

    private mutating func selector(_ map: Node.Mapping, at node: Node) -> Selector? {
        let sources = Self.sourceKeys.filter { map[$0] != nil }
        guard sources.count == 1, let value = map[sources[0]] else {
            fault(.exactlyOne(Self.sourceKeys), at: node)
            return nil
        }
        checkFilters(map, of: sources[0])
        if sources[0] == "either" {
            guard let sequence = value.sequence else {
                fault(.invalid("either", expected: .list), at: value)
                return nil
            }
            for node in sequence { if let inner = node.mapping?["distinct"] { fault(.doesNotApply("distinct", beside: "either"), at: inner) } }
            return Selector(sequence.flatMap { node in selector(node, besides: [])?.branches ?? [] }, countsMembers: countsMembers(map))
        }
        if sources[0] == "count" { return records(value, "count").map { Selector($0.branches, countsMembers: countsMembers(map)) } }
        guard let source = source(sources[0], value) else { return nil }
        let filters = filters(map, of: source.of)
        checkBallot(source, filters, map)
        return Selector([Selector.Branch(source, filters)], countsMembers: countsMembers(map))
    }

    /// A ballot has the result of its kind alone, and only an appraisal appraises anything.
    private mutating func checkBallot(_ source: Selector.Source, _ filters: Selector.Filters, _ map: Node.Mapping) {
        guard source.of.key == ActSource.ballots.key else { return }
        var kinds = BallotCalled.Kind.allCases.filter { source.kinds.allow($0) }
        if let node = map["appraises"] {
            if !kinds.contains(.appraisal) { fault(.doesNotApply("appraises", beside: named(source)), at: node) }
            kinds = [.appraisal]
        }
        guard let node = map["result"], let result = filters.result else { return }
        let fitting: BallotCalled.Kind? =
            switch result {
            case .valid: nil
            case .elected: .election
            case .carried: .decision
            }
        if let fitting, !kinds.contains(fitting) { fault(.doesNotApply("result: \(result.rawValue)", beside: named(source)), at: node) }
    }

    /// As plans write it: `ballots: election`.
    private func named(_ source: Selector.Source) -> String {
        "\(source.of.key): \(source.kinds.map { $0.map(\.description).joined(separator: ", ") } ?? "any")"
    }

    /// What nobody has a part in counts for no member, group or office-holder.
    ///
    /// - Parameter key: what asks whose it is.
    mutating func checkDoers(of selector: Selector, for key: String, at node: Node) {
        guard let branch = selector.branches.first(where: { !$0.source.of.hasDoers($0.filters) }) else { return }
        fault(.excludes(key, named(branch.source)), at: node)
    }

    private mutating func countsMembers(_ map: Node.Mapping) -> Bool {
        guard let node = map["distinct"] else { return false }
        if node.string != "member" { fault(.invalid("distinct", expected: .oneOf(["member"])), at: node) }
        return true
    }

    private mutating func source(_ key: String, _ node: Node) -> Selector.Source? {
        guard let source = ActSource.all.first(where: { $0.key == key }) else { return nil }
        if node.string == "any", source.takesAny { return Selector.Source(source, nil) }
        switch source.kinds {
        case .named(let names): return Selector.Source(source, words(node, key, of: names))
        case .codes(let codes, let names): return Selector.Source(source, kinds(node, key, codes, names))
        case .none:
            fault(.invalid(key, expected: .oneOf(["any"])), at: node)
            return Selector.Source(source, nil)
        }
    }

    private mutating func kinds(_ node: Node, _ key: String, _ codes: [String], _ names: KindNames?) -> [OpenWord] {
        let nodes = node.sequence.map { Array($0) } ?? [node]
        return nodes.compactMap { node in
            let code = node.scalar.map { names?.code($0.string) ?? $0.string }.flatMap { codes.contains($0) ? OpenWord($0) : nil }
            if code == nil { fault(.invalid(key, expected: .oneOf(codes)), at: node) }
            return code
        }
    }

    /// Whole sorts of records, each of any kind.
    mutating func records(_ node: Node, _ key: String) -> Selector? {
        let known = ActSource.all.filter(\.isRecord)
        let nodes = node.sequence.map { Array($0) } ?? [node]
        let branches = nodes.compactMap { node in known.first { $0.key == node.scalar?.string }.map { Selector.Branch(Selector.Source($0, nil)) } }
        guard branches.count == nodes.count, !branches.isEmpty else {
            fault(.invalid(key, expected: .oneOf(known.map(\.key))), at: node)
            return nil
        }
        return Selector(branches)
    }

    /// A filter that can never apply to what is counted would empty it in silence.
    mutating func checkFilters(_ map: Node.Mapping, of source: String) {
        let fitting =
            switch source {
            // What is counted there is who came, and not what was done.
            case "turnout", "absences": ["level", "place", "titled"]
            default: ActSource.all.first { $0.key == source }?.filters ?? []
            }
        for (key, _) in map where Self.filterKeys.contains(key.string ?? "") && !fitting.contains(key.string ?? "") {
            fault(.doesNotApply(key.string ?? "", beside: source), at: key)
        }
    }

    /// A least attendance, or `{more-than: 1/2}`.
    private mutating func attendance(_ node: Node) -> Threshold? {
        guard node.mapping != nil else { return threshold(node, "attendance") }
        guard let map = mapping(node, keys: ["more-than"]), let more = map["more-than"] else { return nil }
        return threshold(more, "more-than", isExceeded: true)
    }

    mutating func filters(_ map: Node.Mapping, of source: ActSource) -> Selector.Filters {
        var filters = Selector.Filters()
        filters.level = map["level"].flatMap { word($0, "level", of: nil) }
        filters.attendance = map["attendance"].flatMap { attendance($0) }
        filters.documents = map["with"].map { words($0, "with", of: .work) } ?? []
        filters.particulars = map["particulars"].map { oneOrMore($0, "particulars", Selector.Particular.init(rawValue:)) } ?? []
        filters.participantsMin = map["participants"].flatMap { count($0, "participants") }
        filters.place = map["place"].flatMap { string($0, "place") }
        filters.titled = map["titled"].flatMap { string($0, "titled") }
        filters.cameFrom = map["came-from"].flatMap { one($0, "came-from") }
        filters.reached = map["reached"].flatMap { reached($0, source) }
        filters.mark = map["marked"].flatMap { one($0, "marked") }
        filters.meetings = map["at"].map { words($0, "at", of: .activity) } ?? []
        filters.commendation = map["kind"].flatMap { one($0, "kind", .commendation) }
        filters.result = map["result"].flatMap { one($0, "result") }
        filters.appraised = map["appraises"].flatMap { one($0, "appraises") }
        for honour in Selector.Honour.allCases {
            filters.honours[honour] = map[honour.rawValue].flatMap { atLeast($0, honour.rawValue) }
        }
        return filters
    }

    /// One of the steps that such things can come to; where there are none, the key was refused already.
    private mutating func reached(_ node: Node, _ source: ActSource) -> Selector.Reached? {
        source.reached.isEmpty ? nil : one(node, "reached", of: source.reached)
    }

    /// One value of those that there are, by its code or by what people call it.
    mutating func one<Value: CaseIterable & RawRepresentable>(
        _ node: Node, _ key: String, _ names: KindNames? = nil, of known: [Value] = Array(Value.allCases)
    ) -> Value? where Value.RawValue == String {
        let code = node.scalar.map { names?.code($0.string) ?? $0.string }
        let value = known.first { $0.rawValue == code }
        if value == nil {
            fault(node.sequence != nil ? .oneValue(key) : .invalid(key, expected: .oneOf(known.map(\.rawValue))), at: node)
        }
        return value
    }

    private mutating func atLeast(_ node: Node, _ key: String) -> Selector.AtLeast? {
        if node.string == "any" { return .anywhere }
        if node.string == "none" { return .nowhere }
        guard let level = node.string.flatMap(SuggestionAdopted.Level.init(rawValue:)) else {
            fault(.invalid(key, expected: .oneOf(SuggestionAdopted.Level.allCases.map(\.rawValue) + ["any", "none"])), at: node)
            return nil
        }
        return .level(level)
    }

    /// A value or a list of values, each one of those that there are.
    mutating func oneOrMore<Value: CaseIterable & RawRepresentable>(
        _ node: Node, _ key: String, _ make: (String) -> Value?
    ) -> [Value] where Value.RawValue == String {
        let nodes = node.sequence.map { Array($0) } ?? [node]
        return nodes.compactMap { node in
            let value = node.scalar.flatMap { make($0.string) }
            if value == nil {
                fault(.invalid(key, expected: .oneOf(Value.allCases.map(\.rawValue))), at: node)
            }
            return value
        }
    }
}
