internal import Domain

extension Phrase {
    static func rejection(_ rejection: MemberRejection) -> Phrase {
        switch rejection {
        case .notInOffice(let members, let day):
            Phrase(
                zh: "\(day) 不在任期内：\(list(members).zh)。请核对日期和任期。",
                en: "Not in office on \(day): \(list(members).en). Check the date and the terms.")
        case .termOverlaps(let member, let from):
            Phrase(
                zh: "\(member) 从 \(from) 起的任期与已有任期重叠。请先登记离任。",
                en: "The term of \(member) from \(from) overlaps another one. Record the end of that one first.")
        case .merged(let id, let other):
            Phrase(zh: "\(id) 已并入 \(other)。请用 \(other) 登记。", en: "\(id) was merged into \(other). Use \(other).")
        case .hasDuplicates(let id, let duplicates):
            Phrase(
                zh: "已有 \(list(duplicates).zh) 并入 \(id)，\(id) 不能再并入他人。请反过来合并。",
                en: "\(list(duplicates).en) \(duplicates.count == 1 ? "was" : "were") merged into \(id), so \(id) cannot be merged. "
                    + "Merge the other member into \(id).")
        case .alreadyAssigned(let member, let name):
            Phrase(zh: "\(member) 当时已是“\(name)”。", en: "\(member) already holds '\(name)' on that day.")
        case .notAssigned(let member, let name):
            Phrase(
                zh: "\(member) 当时并不是“\(name)”。请核对名称和日期。",
                en: "\(member) does not hold '\(name)' on that day. Check the name and the date.")
        }
    }
}
