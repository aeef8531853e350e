internal import Domain
internal import EventLog

extension Phrase {
    static func rejection(_ rejection: CorrectionRejection) -> Phrase {
        switch rejection {
        case .cannotBeCorrected(let position):
            Phrase(
                zh: "第 \(position) 条是建簿或个人信息的处理记录，不能作废或更正。",
                en: "Entry \(position) opened the book or concerns the handling of personal data. It cannot be voided or corrected.")
        case .isACorrection(let position):
            Phrase(
                zh: "第 \(position) 条本身是更正，不能再更正。如有误，请将它作废。",
                en: "Entry \(position) is itself a correction and cannot be corrected. If it is wrong, void it.")
        case .alreadyVoided(let position): Phrase(zh: "第 \(position) 条已经作废。", en: "Entry \(position) is already void.")
        case .nothingChanges(let position):
            Phrase(zh: "更正与第 \(position) 条现有内容相同。", en: "The correction changes nothing in entry \(position).")
        case .wouldChangeSubject(let position):
            Phrase(
                zh: "更正不能把第 \(position) 条改到别的对象上。请作废后重记。",
                en: "A correction cannot move entry \(position) to another subject. Void it and record it again.")
        case .doesNotFit(let position, let error):
            Phrase(zh: "更正后的第 \(position) 条有误：", en: "The corrected entry \(position) would not be valid: ") + jsonError(error)
        case .wouldBreak(let dependents):
            Phrase(
                zh: "这样更正，依据它的记录就不成立了。请先处理那些记录。", en: "Entries that depend on it would become invalid. Deal with those first.")
                + joined(dependents.map(dependent), zh: "", en: "")
        }
    }

    private static func dependent(_ dependent: CorrectionRejection.Dependent) -> Phrase {
        Phrase(zh: "第 \(dependent.position) 条：", en: " Entry \(dependent.position): ") + rejection(dependent.because)
    }
}
