public import Bookkeeping
public import EventLog

/// Backups, restoring, archives and attachments: what was done, and why it was not.
extension Phrase {
    public static func backedUp(_ file: String, _ copy: LogCopy) -> Phrase {
        Phrase(
            zh: "\(file)：共 \(copy.kept + copy.added) 条，新增 \(copy.added) 条、附件 \(copy.attachmentsAdded) 件，已核对。",
            en: "\(file): \(entries(copy.kept + copy.added)), \(copy.added) of them new; "
                + "\(copy.attachmentsAdded == 1 ? "1 new attachment" : "\(copy.attachmentsAdded) new attachments"); checked.")
    }

    /// What was changed is not copied over what may be the last good copy.
    public static func backupRefused(_ error: KeyFileError) -> Phrase {
        keyFileError(error)
            + Phrase(
                zh: "没有备份，以免覆盖完好的旧备份。要留作证据，请把簿的文件原样另存。",
                en: " No backup was made, so that no good copy is overwritten. To keep the book as evidence, copy its file.")
    }

    public static func backupHasNoCheckpoint(_ why: Phrase) -> Phrase {
        Phrase(zh: "备份里没有新的校验点：", en: "The backup has no new checkpoint: ") + why
    }

    public static let keysBackedUp = Phrase(
        zh: "请与簿的备份分开存放，只让本人能读取；有人被删除后，旧的钥匙备份应一并销毁。",
        en: "Keep them apart from the book's backups, readable only by their owner. "
            + "When a person is erased, destroy the older copies of the keys.")

    public static let backupDamaged = Phrase(
        zh: "备份本身有问题，没有恢复。请换一份更早或另存的备份。",
        en: "The backup is damaged. Nothing was restored. Use another backup.")

    public static func restored(_ file: String, entryCount: Int64) -> Phrase {
        Phrase(zh: "已恢复 \(file)：\(entryCount) 条。", en: "Restored \(file): \(entries(entryCount)).")
    }

    public static let restoredWithoutKeys = Phrase(
        zh: "旁边没有钥匙文件，姓名等仍处于封存状态。用 --keys 指明钥匙备份，或把钥匙文件放到旁边。",
        en: "There are no key files beside it, so names stay sealed. Give the key backup with --keys, or put the key files there.")

    public static func archived(_ folder: String, size: Int64) -> Phrase {
        Phrase(
            zh: "\(folder)：\(size) 条已归档，可用 sha256sum --check SHA256SUMS 核对。",
            en: "\(folder): \(entries(size)); check it with sha256sum --check SHA256SUMS.")
    }

    public static func noSchemas(_ folder: String) -> Phrase {
        Phrase(
            zh: "在 \(folder) 没有找到格式说明。请用 --schemas 指明，或在源码目录里运行。",
            en: "There are no schemas in \(folder). Give their folder with --schemas, or run this in the source folder.")
    }

    public static func noSuchAttachment(_ hash: String) -> Phrase {
        Phrase(zh: "没有这个附件：\(hash)", en: "There is no attachment \(hash).")
    }

    public static func ambiguousAttachment(_ hash: String) -> Phrase {
        Phrase(zh: "与 \(hash) 相符的附件不止一个，请多写几位。", en: "\(hash) matches several attachments; give more characters.")
    }
}
