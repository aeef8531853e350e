import Bookkeeping
import CanonicalJSON
import EventLog
import Testing

/// What every member did about every activity that was over by a day, worked out from the entries as they are stored, and from
/// nothing else of the program. Days are compared as texts.
struct AttendanceOracle {
    private struct Fact {
        let type: String
        let occurred: String
        let data: JSONValue

        subscript(name: String) -> String { data[name].stringValue ?? "" }
    }

    private struct Activity {
        var on = ""
        var invited: [String]?
        var isCancelled = false
        var isOpenedOrClosed = false
        var marks: [String: String] = [:]

        var isAnybodyPresent: Bool { marks.values.contains { $0 == "present" || $0 == "late" } }
        var isHeld: Bool { !on.isEmpty && !isCancelled && (isOpenedOrClosed || isAnybodyPresent || marks.values.contains("absent")) }
    }

    /// By activity and member: `present`, `late`, `on-leave`, `absent` or `excused`. Of whom nothing is on record is left out.
    private(set) var findings: [String: [String: String]] = [:]
    /// Activities that were done: absences alone do not show it.
    private(set) var done: Set<String> = []
    /// Ids of members that are nobody's duplicates.
    private(set) var members: Set<String> = []
    private var terms: [String: [(from: String, until: String)]] = [:]
    private var mergedInto: [String: String] = [:]

    init(_ book: Book, asOf day: String) throws {
        let facts = try Self.facts(book)
        for fact in facts where fact.type.hasPrefix("member.") { take(fact, asOf: day) }
        members = Set(terms.keys.map { mergedInto[$0] ?? $0 })
        let ofActivities = Dictionary(grouping: facts.filter { !$0["activity"].isEmpty }) { $0["activity"] }
        for (id, all) in ofActivities {
            // Of what is over everything is known; of what is to come, what had been said by the day.
            let whole = Self.activity(all)
            let activity = Self.last(whole.on) <= day ? whole : Self.activity(all.filter { Self.last($0.occurred) <= day })
            guard activity.isHeld, Self.last(activity.on) <= day else { continue }
            if activity.isOpenedOrClosed || activity.isAnybodyPresent { done.insert(id) }
            for member in members { findings[id, default: [:]][member] = finding(of: member, at: activity) }
        }
    }

    func isInOffice(_ member: String, on day: String) -> Bool {
        identities(of: member).contains { (terms[$0] ?? []).contains { $0.from <= day && day <= $0.until } }
    }

    private func identities(of member: String) -> [String] { [member] + mergedInto.filter { $0.value == member }.map(\.key) }

    private func finding(of member: String, at activity: Activity) -> String? {
        let identities = identities(of: member)
        guard activity.invited.map({ !Set(identities).isDisjoint(with: $0) }) ?? true else { return nil }
        let marks = identities.compactMap { activity.marks[$0] }
        if let presence = ["present", "late"].first(where: marks.contains) { return presence }
        guard isInOffice(member, on: Self.first(activity.on)) else { return nil }
        if let found = ["excused", "on-leave", "absent"].first(where: marks.contains) { return found }
        // Whoever was refused leave and is not there is absent; who only said that they would come, or asked, is so where
        // somebody's presence shows that names were taken.
        return marks.contains("refused") || activity.isAnybodyPresent ? "absent" : nil
    }

    private mutating func take(_ fact: Fact, asOf day: String) {
        let member = fact["member"]
        switch fact.type {
        case "member.joined", "member.term-began":
            if fact["from"] <= day { terms[member, default: []].append((fact["from"], fact["until"].isEmpty ? "9999" : fact["until"])) }
        case "member.left":
            guard fact["on"] <= day else { return }
            terms[member] = terms[member]?.map { $0.from <= fact["on"] && fact["on"] <= $0.until ? ($0.from, fact["on"]) : $0 }
        case "member.merged": mergedInto[member] = fact["into"]
        default: break
        }
    }

    private static func activity(_ facts: [Fact]) -> Activity {
        var activity = Activity()
        for fact in facts {
            let member = fact["member"]
            switch fact.type {
            case "activity.scheduled": (activity.on, activity.invited) = (fact["on"], fact.data["invited"].arrayValue?.compactMap(\.stringValue))
            case "activity.rescheduled": activity.on = fact["on"]
            case "activity.cancelled": activity.isCancelled = true
            case "activity.opened", "activity.closed": activity.isOpenedOrClosed = true
            case "attendance.checked-in": activity.marks[member] = fact.data["late"] == true ? "late" : "present"
            case "attendance.marked-absent": activity.marks[member] = "absent"
            case "attendance.leave-granted": activity.marks[member] = "on-leave"
            case "attendance.leave-refused": activity.marks[member] = "refused"
            case "attendance.excused": activity.marks[member] = "excused"
            case "attendance.registered", "attendance.leave-asked": activity.marks[member] = "said"
            default: break
            }
        }
        return activity
    }

    private static func first(_ days: String) -> String { String(days.prefix(10)) }
    private static func last(_ days: String) -> String { String(days.suffix(10)) }

    /// As corrections have them now, in the order of their recording.
    private static func facts(_ book: Book) throws -> [Fact] {
        var versions: [[(by: Int64, fact: Fact?)]] = []
        var places: [Int64: Int] = [:]
        try book.forEachStored { position, bytes, _ in
            let entry = try JSONParser.parse(bytes)
            let (type, occurred, data) = (entry["type"].stringValue ?? "", entry["occurred"].stringValue ?? "", entry["data"])
            guard type.hasPrefix("fact."), let corrects = data["corrects"].integerValue, let place = places[corrects] else {
                places[position.value] = versions.count
                versions.append([(position.value, Fact(type: type, occurred: occurred, data: data))])
                return true
            }
            places[position.value] = place
            if versions[place][0].by != corrects {
                versions[place].removeAll { $0.by == corrects }
            } else if type == "fact.voided" {
                versions[place].append((position.value, nil))
            } else {
                let when = data["occurred"].stringValue ?? versions[place].last?.fact?.occurred ?? occurred
                versions[place].append((position.value, Fact(type: data["type"].stringValue ?? "", occurred: when, data: data["data"])))
            }
            return true
        }
        return versions.compactMap { $0.last?.fact }
    }
}
