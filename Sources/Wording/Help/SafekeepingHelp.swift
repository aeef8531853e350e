/// Help of `minutebook backup`, `restore` and `archive`.
public enum SafekeepingHelp {
    public static let backup = CommandHelp(
        zh: "备份，备份时照常记录", en: "Copy the book while recording goes on; an older copy is brought up to date",
        remarks: Phrase(
            zh: "每条都重新算过哈希。备份不含钥匙：另用 --keys 备份，并与簿分开存放。",
            en: "Each entry is hashed again on the way. The copy does not contain the keys: copy them with --keys and keep them apart."),
        examples: "backup /mnt/usb/2026.db", "backup --keys /mnt/safe/2026.db")
    public static let restore = CommandHelp(
        zh: "从备份恢复成新簿，从不覆盖", en: "Make a new book from a backup, which is checked first; nothing is overwritten",
        remarks: Phrase(
            zh: "新簿旁已有的钥匙文件保留不动：备份之后删除过的人，不会因为恢复而回来。\n"
                + "备份的签名钥匙不知道备份以后签过什么，恢复后即换新钥匙签名，旧钥匙只作核验；请公布新的公钥。"
                + "若有最新的校验点（在上级、见证方处或报告上），用 --checkpoint 给出：备份不比它旧，旧钥匙接着用；比它旧，就不恢复。",
            en: "Key files beside the new book are kept: whoever was erased since the backup stays erased.\n"
                + "A signing key from a backup does not know what it signed since. So a new key signs from then on, and the old one only "
                + "verifies: publish the new public key. Give the newest checkpoint that anybody has with --checkpoint: if the backup "
                + "contains all of it, the old key goes on; if the backup is older, nothing is restored."),
        examples: "restore /mnt/usb/2026.db 2026.db --keys /mnt/safe/2026.db",
        "restore /mnt/usb/2026.db 2026.db --keys /mnt/safe/2026.db --checkpoint newest.checkpoint")
    public static let archive = CommandHelp(
        zh: "移交归档", en: "Write the whole book as plain files: entries, attachments, schemas, checkpoints, reports and their hashes",
        remarks: Phrase(
            zh: "全是普通文件，用 sha256sum --check SHA256SUMS 就能核对。默认不写姓名；要写请加 --names。",
            en: "The files are checked with sha256sum. Members are not named unless --names is given."),
        examples: "archive P6-archive --book books/P6.db")

    public static let copy = Phrase(
        zh: "备份文件；备份钥匙时，为钥匙文件名去掉后缀", en: "The copy; with --keys, the name that .keys and .signing-key are added to.")
    public static let onlyKeys = Phrase(zh: "只备份钥匙", en: "Copy the key files instead.")
    public static let backupFile = Phrase(zh: "备份文件", en: "The backup.")
    public static let keysBackup = Phrase(zh: "钥匙的备份", en: "The name that was given to 'backup --keys'.")
    public static let newestCheckpoint = Phrase(
        zh: "各方手中最新的校验点", en: "The newest checkpoint that anybody has; the backup must contain all of it.")
    public static let newFolder = Phrase(zh: "目录，不能已存在", en: "The folder; it must not exist.")
    public static let years = Phrase(zh: "附哪几年的报告，不写则为有计划的各年", en: "Years to report; by default those with a plan.")
    public static let names = Phrase(zh: "报告写出委员姓名", en: "Name members in the reports.")
    public static let schemas = Phrase(zh: "格式说明的目录", en: "The folder of the schemas.")
}
