internal import Domain
internal import EventLog

extension Period {
    /// A quarter, a half or a year of these days, by the name that it has without a year: `第一季度`, `上半年`, `第三年`,
    /// `first quarter`; nil for any other text, and for a part that lies beyond the last day.
    func part(named text: String) -> Occurrence? {
        guard let (index, months) = Self.names[text.lowercased()] else { return nil }
        let parts = parts(months: months)
        guard parts.indices.contains(index) else { return nil }
        return Occurrence(from: parts[index].first, to: parts[index].last, words: text)
    }

    /// Which of parts of how many months.
    private static let names: [String: (index: Int, months: Int)] = {
        var names: [String: (index: Int, months: Int)] = ["上半年": (0, 6), "下半年": (1, 6)]
        let numbers = [("一", "first"), ("二", "second"), ("三", "third"), ("四", "fourth"), ("五", "fifth")]
        for (index, (zh, en)) in numbers.enumerated() {
            names["第\(zh)年"] = (index, 12)
            names["\(en) year"] = (index, 12)
            if index < 2 { names["\(en) half"] = (index, 6) }
            guard index < 4 else { continue }
            names["第\(zh)季度"] = (index, 3)
            names["\(zh)季度"] = (index, 3)
            names["第\(index + 1)季度"] = (index, 3)
            names["\(en) quarter"] = (index, 3)
        }
        return names
    }()
}
