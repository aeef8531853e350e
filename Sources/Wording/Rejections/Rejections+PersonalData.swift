internal import Domain
internal import EventLog

extension Phrase {
    static func rejection(_ rejection: AttachmentRejection) -> Phrase {
        switch rejection {
        case .notHeld(let id):
            Phrase(
                zh: "簿中没有附件 \(id)。请先用 minutebook attachment add 存入。",
                en: "This book has no attachment \(id). Add it with 'minutebook attachment add'.")
        case .alreadyAttached(let id, let subject, let position):
            Phrase(
                zh: "附件 \(id) 已在第 \(position) 条附于\(noun(subject).zh) \(subject.id)。",
                en: "Attachment \(id) is already attached to \(noun(subject).en) \(subject.id) (entry \(position)).")
        case .ownerCannotBeErased(let subject):
            Phrase(
                zh: "\(noun(subject).zh) \(subject.id) 没有可删除的个人信息，附件不能封在它名下。请写委员、捐助、支出或走访，如 member:M07。",
                en: "The \(noun(subject).en) \(subject.id) has no personal data that could be erased, so no attachment can be sealed for it. "
                    + "Give a member, a donation, an expense or a visit, such as member:M07.")
        }
    }

    static func rejection(_ rejection: PersonalDataRejection) -> Phrase {
        switch rejection {
        case .erased(let subject):
            Phrase(
                zh: "\(noun(subject).zh) \(subject.id) 的个人信息已经删除，不能再记，也不能恢复。",
                en: "The personal data of \(noun(subject).en) \(subject.id) was erased. None can be added, and it cannot be restored.")
        case .restricted(let subject):
            Phrase(
                zh: "\(noun(subject).zh) \(subject.id) 的个人信息已经封存，不能查阅。",
                en: "The personal data of \(noun(subject).en) \(subject.id) is sealed and cannot be read.")
        case .alreadyRestricted(let subject):
            Phrase(
                zh: "\(noun(subject).zh) \(subject.id) 的个人信息已经封存。",
                en: "The personal data of \(noun(subject).en) \(subject.id) is already sealed.")
        case .notRestricted(let subject):
            Phrase(
                zh: "\(noun(subject).zh) \(subject.id) 的个人信息没有封存。",
                en: "The personal data of \(noun(subject).en) \(subject.id) is not sealed.")
        }
    }
}
