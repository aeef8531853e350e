public import Bookkeeping

/// What to do about what a check of a whole book found.
extension Phrase {
    /// What to do about what was found: once for each remedy, the gravest first.
    public static func advice(_ report: VerificationReport) -> [Phrase] {
        var remedies = Set(report.findings.map { remedy(for: $0.fault) })
        // No backup can say which of two histories is true, and to restore one would destroy what is disputed.
        if remedies.contains(.keepEvidence) { remedies.remove(.restore) }
        return Remedy.allCases.filter(remedies.contains).map { remedy in
            switch remedy {
            case .restore:
                Phrase(
                    zh: "请停止记录，另存现在的文件作为证据，再用 minutebook restore 从备份恢复。",
                    en: "Stop recording, keep a copy of the file as evidence, and restore a backup with 'minutebook restore'.")
            case .keepEvidence:
                Phrase(
                    zh: "请停止记录，把簿、钥匙文件和校验点原样另存作为证据；向持有校验点的各方核对（minutebook log compare），查明哪份历史属实，"
                        + "在此之前不要用备份替换它。",
                    en: "Stop recording, and keep the book, its key files and the checkpoints unchanged as evidence. Compare with "
                        + "everybody who has a checkpoint ('minutebook log compare') to find out which history is true. Until then, "
                        + "do not replace the book with a backup.")
            case .compareElsewhere:
                Phrase(
                    zh: "请停止记录，把簿、钥匙文件和上面的校验点原样另存；向手中有校验点的各方要来校验点，与簿比对"
                        + "（minutebook log compare），查明是簿不对，还是钥匙文件不是这一份的，在此之前不要替换其中任何一个。",
                    en: "Stop recording, and keep the book, its key files and the checkpoints above unchanged. Compare the book with a "
                        + "checkpoint in other hands ('minutebook log compare') to find out which is wrong, the book or the key file. "
                        + "Until then, replace neither of them.")
            case .askForKey:
                Phrase(
                    zh: "请向簿的主管方（而不只是保管人）索取现用的公钥，问明何时、为何换的。",
                    en: "Ask the body that is responsible for the book, not only its keeper, for the current public key. Ask when and "
                        + "why the key was changed.")
            case .findReadings:
                Phrase(
                    zh: "查阅记录不可信，簿的记录不受影响。请另存查阅记录的文件（.readings）作为证据，找回原来的；"
                        + "确已遗失的，用 minutebook log rotate-key --after-loss 说明。",
                    en: "The log of readings is not trustworthy; the book's entries are not affected. Keep its file (.readings) as "
                        + "evidence and put the original back. If it is lost for good, state that with "
                        + "'minutebook log rotate-key --after-loss'.")
            case .checkKeys:
                Phrase(
                    zh: "请核对钥匙文件，从钥匙的备份放回正确的一份。",
                    en: "Check the key files, and restore the correct ones from the key backup.")
            case .finishErasures:
                Phrase(
                    zh: "运行任意一条要用到簿中内容的命令，如 minutebook member list，即可销毁已删除者的钥匙；来历不明的旧钥匙文件也请销毁。",
                    en: "Run any command that reads the book's content, such as 'minutebook member list': it destroys the keys of "
                        + "erased persons. Also destroy the old key file that the keys came from.")
            case .findKeys:
                Phrase(
                    zh: "请从钥匙的备份放回正确的钥匙文件；如果这些人是在这份备份之后删除的，请再删除一次。",
                    en: "Restore the correct key file from the key backup. If these persons were erased after this copy of the book "
                        + "was made, erase them again.")
            case .reindex:
                Phrase(
                    zh: "条目本身没有问题，索引可用 minutebook log reindex 重建。",
                    en: "The entries themselves are sound. Rebuild the index with 'minutebook log reindex'.")
            }
        }
    }

    private enum Remedy: CaseIterable {
        case keepEvidence, compareElsewhere, restore, askForKey, checkKeys, finishErasures, findKeys, findReadings, reindex
    }

    private static func remedy(for fault: VerificationReport.Fault) -> Remedy {
        switch fault {
        case .index: .reindex
        case .inReadings(let finding): remedy(for: finding.fault) == .reindex ? .reindex : .findReadings
        case .twoHistories, .notWhatWasKeptOutside, .signedByRetiredKey: .keepEvidence
        case .contradictsKeyFile: .compareElsewhere
        case .nothingSignedByNamedKeys: .askForKey
        case .keysOfErased: .finishErasures
        case .keysMissing: .findKeys
        case .keyFile, .doesNotOpen, .checkpointUnreadable, .checkpointOfAnotherBook: .checkKeys
        case .positionOutOfOrder, .notCanonical, .unreadable, .wrongLeafHash, .wrongNodeHash, .notLaterThanTheOneBefore,
            .aboutNotSorted, .notApplicable, .attachmentMissing, .notWhatWasSigned, .entriesMissing, .structure,
            .fileUnreadable, .attachmentDamaged:
            .restore
        }
    }
}
