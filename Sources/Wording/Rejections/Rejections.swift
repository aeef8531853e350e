public import Domain
internal import EventLog

/// Why a rule refused a command: what, where, and what to do. One row for each rejection; each concept has a table of its own.
extension Phrase {
    public static func rejection(_ rejection: Rejection) -> Phrase {
        switch rejection {
        case .unknown(let subjects): unknown(subjects)
        case .idTaken(let subject):
            Phrase(
                zh: "\(noun(subject).zh)编号 \(subject.id) 已经用过。请换一个，或不填，由本簿编号。",
                en: "The \(noun(subject).en) id \(subject.id) is taken. Choose another, or leave it out to be given one.")
        case .refersToItself(let subject):
            Phrase(
                zh: "\(noun(subject).zh) \(subject.id) 不能并入自身，也不能分成自身。请核对编号。",
                en: "The \(noun(subject).en) \(subject.id) cannot be merged or split into itself. Check the id.")
        case .namedTwice(let members):
            Phrase(
                zh: "名单里 \(list(members).zh) 写了不止一次。请只留一个。",
                en: members.count == 1
                    ? "\(list(members).en) is listed twice. Remove one." : "These are listed twice: \(list(members).en). Keep each once.")
        case .reasonMissing: Phrase(zh: "这一步要写明理由。请填写“reason”。", en: "This needs a reason. Give it in 'reason'.")
        case .endsBeforeItBegins(let from, let until):
            Phrase(
                zh: "结束日期 \(until) 早于开始日期 \(from)。请核对。", en: "It ends (\(until)) before it begins (\(from)). Check the dates.")
        case .liesAhead(let day):
            Phrase(
                zh: "所写日期 \(day) 比电脑时钟晚一天以上。请核对日期和时钟；确实要先记下，请加 --ahead（按行记录时把“ahead”设为“true”）。",
                en: "The date \(day) is more than a day later than this computer's clock. Check the date and the clock. "
                    + "To record it all the same, add --ahead (in a JSON command \"ahead\": true).")
        case .bookNotOpened:
            Phrase(
                zh: "这本簿还没有启用。请先用 minutebook book open 建簿。",
                en: "This book has not been opened. Start it with 'minutebook book open'.")
        case .bookAlreadyOpened:
            Phrase(zh: "这本簿已经启用，不能再次建簿。", en: "This book is already open. It cannot be opened twice.")
        case .notATimeZone(let name): notATimeZone(name)
        case .noSuchEntry(let position): Phrase(zh: "没有第 \(position) 条记录。请核对序号。", en: "There is no entry \(position). Check the number.")
        case .sameAsAdopted(let subject, let position):
            Phrase(
                zh: "\(noun(subject).zh) \(subject.id) 与现行的（第 \(position) 条）完全相同，不必再记。",
                en: "The \(noun(subject).en) \(subject.id) already has exactly this content (entry \(position)). Nothing needs recording.")
        case .commandIDReused(let id, let first):
            Phrase(
                zh: "命令编号 \(id) 已用于第 \(first) 条，内容不同。请换一个编号。",
                en: "Command id \(id) was already used for entry \(first) with different content. Use a new id.")
        case .commandNoLongerComparable(let id, let first):
            Phrase(
                zh: "命令编号 \(id) 已用于第 \(first) 条，其中的个人信息已无法读取，不能核对内容是否相同。请换一个编号。",
                en: "Command id \(id) was already used for entry \(first), and its personal data can no longer be read for comparison. "
                    + "Use a new id.")
        case .several(let obstacles): joined(obstacles.map(Phrase.rejection), zh: "", en: " ")
        case .member(let rejection): self.rejection(rejection)
        case .activity(let rejection): self.rejection(rejection)
        case .attendance(let rejection): self.rejection(rejection)
        case .proposal(let rejection): self.rejection(rejection)
        case .handling(let rejection): self.rejection(rejection)
        case .suggestion(let rejection): self.rejection(rejection)
        case .donation(let rejection): self.rejection(rejection)
        case .fund(let rejection): self.rejection(rejection)
        case .attachment(let rejection): self.rejection(rejection)
        case .personalData(let rejection): self.rejection(rejection)
        case .appeal(let rejection): self.rejection(rejection)
        case .agenda(let rejection): self.rejection(rejection)
        case .minutes(let rejection): self.rejection(rejection)
        case .ballot(let rejection): self.rejection(rejection)
        case .decision(let rejection): self.rejection(rejection)
        case .petition(let rejection): self.rejection(rejection)
        case .dutyReport(let rejection): self.rejection(rejection)
        case .time(let rejection): self.rejection(rejection)
        case .correction(let rejection): self.rejection(rejection)
        }
    }

    private static func unknown(_ subjects: [Subject]) -> Phrase {
        let names = subjects.map { subject($0) }
        return Phrase(zh: "簿中没有", en: subjects.count == 1 ? "There is no " : "These are not in this book: ") + joined(names)
            + Phrase(
                zh: "。请先登记，或核对编号。",
                en: subjects.count == 1
                    ? " in this book. Record it first, or check the id." : ". Record them first, or check the ids.")
    }

    static func list(_ ids: [some CustomStringConvertible]) -> Phrase { joined(ids.map { plain($0) }) }
}
