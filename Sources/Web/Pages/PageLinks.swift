#if Web
internal import Domain
internal import EventLog
internal import Foundation
internal import HTTPTypes
internal import Rendering

extension Asked {
    /// Where the pages are that a part of a page leads to, for whoever asks.
    var links: PageLinks {
        let (root, role) = (site.prefix, caller.account?.role)
        return PageLinks(
            address: { code, column, table in
                Addresses.path(of: code, column, table).flatMap { path in Addresses.isOpen(path, to: role) ? root + path : nil }
            },
            entries: { positions in root + "/entries/" + positions.ranges.replacing("–", with: "-").replacing(" ", with: "") })
    }
}

/// Which page is about what.
enum Addresses {
    /// Nil where no page is about what a code names in a column of a table.
    static func path(of code: String, _ column: String, _ table: String) -> String? {
        switch (table, column) {
        case ("targets", "id"), ("owed", "id"), (_, "target"): return "/plan/\(code.addressEncoded)"
        case (_, "fulfilledBy"), (_, "by") where ActivityID(code) != nil: return "/meetings/\(code.addressEncoded)"
        default: return path(of: Subject(kind: column, id: code))
        }
    }

    /// The page about a subject; its audit trail where it has no other.
    static func path(of subject: Subject) -> String? {
        let (kind, id) = (String(subject.kind), String(subject.id).addressEncoded)
        switch kind {
        case "member": return "/members/\(id)"
        case "activity": return "/meetings/\(id)"
        case "proposal": return "/proposals/\(id)"
        case "ballot": return "/ballots/\(id)"
        case "attachment": return "/attachments/\(id)"
        case "suggestion", "donation", "work", "visit", "decision", "petition", "speech", "commendation", "fund", "appeal":
            return "/audit/\(kind):\(id)"
        default: return nil
        }
    }

    /// Whether a role may open a page, as the table of routes says: nothing leads to where somebody is refused.
    static func isOpen(_ path: String, to role: Role?) -> Bool {
        let parts = path.split(separator: "/")
        let route = Routes.all.first { route in
            let pattern = route.pattern.split(separator: "/")
            return route.method == .get && pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }
        return route?.access.allows(role) ?? false
    }
}
#endif
