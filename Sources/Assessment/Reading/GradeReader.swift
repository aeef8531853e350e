internal import Domain
internal import Yams

/// Grades, and what they ask for besides points.
extension PlanReader {
    /// From the highest; those with the same points in the order of the file.
    ///
    /// - Parameters:
    ///   - subject: who is graded.
    ///   - names: ids of all targets and headings.
    mutating func grades(_ nodes: [Node], _ subject: Target.Subject, _ names: [String]) -> [Grade] {
        var grades: [(offset: Int, grade: Grade)] = []
        for node in nodes {
            if let grade = grade(node, subject, names) { grades.append((grades.count, grade)) }
        }
        return grades.sorted { ($1.grade.from, $0.offset) < ($0.grade.from, $1.offset) }.map(\.grade)
    }

    private mutating func grade(_ node: Node, _ subject: Target.Subject, _ names: [String]) -> Grade? {
        guard let map = mapping(node, keys: ["from", "title", "require", "first", "at-most"]), let title = text(map, "title", node)
        else { return nil }
        guard let from = map["from"] else {
            fault(.missing("from"), at: node)
            return nil
        }
        if subject == .body {
            // The body competes with nobody.
            for key in ["first", "at-most"] { if let node = map[key] { fault(.doesNotApply(key, beside: "for: body"), at: node) } }
        }
        let conditions = list(map, "require").compactMap { condition($0, subject, names) }
        let (first, most) = (map["first"].flatMap { places($0, "first") }, map["at-most"].flatMap { places($0, "at-most") })
        return hundredths(from, "from").map { Grade(from: $0, title: title, conditions: conditions, first: first, atMost: most) }
    }

    private static let conditionKeys = ["met", "earned", "points", "one-of"]

    /// What a target may require, or one of `met`, `earned`, `points` and `one-of`.
    private mutating func condition(_ node: Node, _ subject: Target.Subject, _ names: [String]) -> GradeCondition? {
        let own = Self.conditionKeys.filter { node.mapping?[$0] != nil }
        guard let key = own.first else { return requirement(node, of: subject).map { .requirement($0) } }
        guard own.count == 1, let value = node.mapping?[key] else {
            fault(.exactlyOne(Self.conditionKeys), at: node)
            return nil
        }
        guard let map = mapping(node, keys: key == "one-of" ? [key] : [key, "at-least"]) else { return nil }
        if key == "one-of" {
            guard let sequence = value.sequence else {
                fault(.invalid(key, expected: .list), at: value)
                return nil
            }
            return .oneOf(sequence.compactMap { condition($0, subject, names) })
        }
        let ids = value.string == "any" ? nil : namedIDs(value, key, names)
        guard let least = map["at-least"] else {
            fault(.missing("at-least"), at: node)
            return nil
        }
        if key == "points" {
            if ids == nil { fault(.invalid(key, expected: .planIDs), at: value) }
            return hundredths(least, "at-least").map { .points(ids ?? [], atLeast: $0) }
        }
        guard let count = count(least, "at-least") else { return nil }
        if let ids, count > ids.count { fault(.invalid("at-least", expected: .wholeNumber(1...Int64(max(1, ids.count)))), at: least) }
        return key == "met" ? .met(ids, atLeast: count) : .earned(ids, atLeast: count)
    }

    private mutating func namedIDs(_ node: Node, _ key: String, _ names: [String]) -> [String] {
        let nodes = node.sequence.map { Array($0) } ?? [node]
        return nodes.compactMap { node in
            guard let id = string(node, key) else { return nil }
            if !names.contains(id) { fault(.invalid(key, expected: .planIDs), at: node) }
            return id
        }
    }

    /// `10` or `20%`.
    private mutating func places(_ node: Node, _ key: String) -> GradePlaces? {
        let text = node.scalar?.string ?? ""
        if text.hasSuffix("%"), let percent = Int(text.dropLast()), (1...100).contains(percent) { return .percent(percent) }
        if let count = Int64(text), (1...1_000_000).contains(count) { return .count(count) }
        fault(.invalid(key, expected: .places), at: node)
        return nil
    }
}
