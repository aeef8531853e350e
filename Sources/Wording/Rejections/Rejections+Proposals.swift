internal import Domain

extension Phrase {
    static func rejection(_ rejection: ProposalRejection) -> Phrase {
        switch rejection {
        case .wrongStage(let id, let stage, let needed):
            Phrase(
                zh: "提案 \(id) 现为“\(proposalStage(stage).zh)”，这一步要求提案为"
                    + needed.map { "“\(proposalStage($0).zh)”" }.joined(separator: "或") + "。",
                en: "Proposal \(id) is \(proposalStage(stage).en). For this step it must be "
                    + needed.map { proposalStage($0).en }.joined(separator: " or ") + ".")
        case .signersDoNotFit(let id, .individual):
            Phrase(zh: "提案 \(id) 是个人提案，署名应为一人。", en: "Proposal \(id) is an individual proposal: it has one signer.")
        case .signersDoNotFit(let id, .joint):
            Phrase(zh: "提案 \(id) 是联名提案，署名应为两人以上。", en: "Proposal \(id) is a joint proposal: it has two signers or more.")
        case .signersDoNotFit(let id, .collective):
            Phrase(
                zh: "提案 \(id) 是集体提案，应写明提出单位（“body”）。",
                en: "Proposal \(id) is a collective proposal: name the body that files it in 'body'.")
        case .notJoint(let id):
            Phrase(zh: "提案 \(id) 不是联名提案，不能附议。", en: "Proposal \(id) is not a joint proposal, so nobody can co-sign it.")
        case .notNamedInDraft(let member, let id):
            Phrase(
                zh: "提案 \(id) 的草稿没有请 \(member) 署名。请先改草稿。",
                en: "The draft of \(id) does not list \(member) as a signer. Change the draft first.")
        case .alreadySaid(let member, let id, refused: false):
            Phrase(zh: "\(member) 已在提案 \(id) 上署名。", en: "\(member) has already signed \(id).")
        case .alreadySaid(let member, let id, refused: true):
            Phrase(zh: "\(member) 已表示不在提案 \(id) 上署名。", en: "\(member) has already refused to sign \(id).")
        case .refusedToSign(let members, let id):
            Phrase(
                zh: "不同意在提案 \(id) 上署名：\(list(members).zh)。请去掉后再提交。",
                en: "Refused to sign \(id): \(list(members).en). Remove the name and file it again.")
        case .tooFewSigners(let id, let minimum):
            Phrase(zh: "议案 \(id) 须有 \(minimum) 名以上代表联名。", en: "Motion \(id) needs at least \(minimum) signers.")
        case .numberTaken(let number, let other):
            Phrase(
                zh: "案号 \(number) 已给了提案 \(other)。请换一个，或不填，由本簿编号。",
                en: "Proposal \(other) already has the number \(number). Choose another, or leave it out to be given one.")
        case .splitIntoOne(let id): Phrase(zh: "提案 \(id) 至少要分成两件。", en: "Proposal \(id) must be split into at least two.")
        case .partListedTwice(let id, let parts):
            Phrase(
                zh: "提案 \(id) 分案的名单里 \(list(parts).zh) 写了不止一次。请只留一个。",
                en: "The parts of \(id) list \(list(parts).en) more than once. Keep each once.")
        case .alreadyMarked(let id, let mark):
            Phrase(zh: "提案 \(id) 已经列为\(proposalMark(mark).zh)。", en: "Proposal \(id) is already marked \(proposalMark(mark).en).")
        case .adoptedAlready(let id, let level):
            Phrase(
                zh: "提案 \(id) 已登记为\(adoptionLevel(level).zh)采用。",
                en: "Proposal \(id) is already recorded as adopted (\(adoptionLevel(level).en)).")
        case .marksContradict(let id, let held, let mark):
            Phrase(
                zh: "提案 \(id) 已列为\(proposalMark(held).zh)，不能再列为\(proposalMark(mark).zh)。如列错了，请作废那一条。",
                en: "Proposal \(id) is marked \(proposalMark(held).en) and cannot be marked \(proposalMark(mark).en). "
                    + "If the first mark is wrong, void it.")
        }
    }
}
