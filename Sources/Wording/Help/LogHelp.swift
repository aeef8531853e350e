/// Help of `minutebook log`.
public enum LogHelp {
    public static let noun = CommandHelp(zh: "记录原文、校验和证明", en: "Stored entries, checks and proofs")

    public static let show = CommandHelp(zh: "查看一条记录", en: "Show one entry", examples: "log show 17")
    public static let tail = CommandHelp(zh: "查看最近几条记录", en: "Show the last entries", examples: "log tail -n 20")
    public static let export = CommandHelp(
        zh: "逐行导出记录的原始字节", en: "Export the stored bytes, one entry a line", examples: "log export -o entries.ndjson")

    public static let verify = CommandHelp(
        zh: "检查整本簿，不作任何改动", en: "Check the whole book: file, entries, tree, checkpoints, index, attachments, sealed texts",
        remarks: Phrase(
            zh: "查出哪里不对、从第几条起、哪些仍可证明、该怎么办。\n" + onlyOutside + "请用 --checkpoint 给出；用 --key 只信指定的公钥。",
            en: "It says what is wrong, from which entry on, what is still proved and by whom, and what to do. It changes nothing.\n"
                + onlyOutsideEnglish + "Give it with --checkpoint. With --key, only the keys you name are trusted."),
        examples: "log verify --checkpoint 2019.checkpoint --key office.key")
    public static let reindex = CommandHelp(
        zh: "重建对象和命令的索引", en: "Rebuild the index of subjects and commands from the entries", examples: "log reindex")
    public static let checkpoint = CommandHelp(
        zh: "签发校验点", en: "Sign a checkpoint: the number of entries and their root hash",
        remarks: Phrase(
            zh: "校验点要交给别人保存：印在报告上，发给上级或见证方。此后谁也不能悄悄改动此前的记录。",
            en: "Give checkpoints away: print them on reports, send them to a superior or a witness. From then on nobody, the keeper "
                + "of the book included, can change earlier entries unnoticed."),
        examples: "log checkpoint -o 2019.checkpoint")
    public static let compare = CommandHelp(
        zh: "比对两份校验点或两本簿，看是不是同一份历史", en: "Compare two checkpoints or books: does one continue the other?",
        remarks: Phrase(
            zh: onlyOutside + "比对结果是两份历史的，用 -o 保存证据。\n条数不同的两份校验点，没有簿无法比对：请用 --book 给出簿。",
            en: onlyOutsideEnglish + "Compare it. If there are two histories, -o saves the evidence.\n"
                + "Two checkpoints of different sizes cannot be compared without the book: give it with --book."),
        examples: "log compare 2019.checkpoint books/P6.db", "log compare ours.db theirs.db -o evidence.txt",
        "log compare 300.checkpoint 415.checkpoint --book books/P6.db")
    public static let prove = CommandHelp(
        zh: "出具证明", en: "Prove that an entry is in the book, or that entries were only added",
        remarks: Phrase(
            zh: "给出序号，得到该条的回执，附该条原文；给出 --from，得到从那时到现在只增不改的证明。核对时都不需要簿。",
            en: "With a position: a receipt of that entry (C2SP tlog-proof) with the entry itself. With --from: a proof that entries "
                + "were only added since the book had so many (C2SP tlog-witness). Both are checked without the book."),
        examples: "log prove 17 -o 17.tlog-proof", "log prove --from 414 -o 414-415.proof")
    public static let check = CommandHelp(
        zh: "核对校验点、回执或证明，不需要簿", en: "Check a checkpoint, receipt or proof, without the book",
        examples: "log check 17.tlog-proof --key office.key", "log check 414-415.proof --old 414.checkpoint --key office.key")
    public static let tiles = CommandHelp(
        zh: "导出为可公布的静态文件", en: "Export the log as static files (C2SP tlog-tiles)", examples: "log tiles public/log")
    public static let key = CommandHelp(
        zh: "本簿的公钥，交给核验的人", en: "Print the book's public keys, for whoever checks",
        remarks: Phrase(
            zh: "一行一把：现用的在前，换下的在后，写作“名称+编号+公钥”；编号即校验点、报告和核验结果中所示。见证方的公钥请向见证方索取。",
            en: "One a line, as name+key id+key: the current one first, then those it replaced. Checkpoints, reports and checks show "
                + "the same key id. Ask a witness for its own key."),
        examples: "log key")
    public static let rotateKey = CommandHelp(
        zh: "更换签名钥匙", en: "Sign with a new key from now on",
        remarks: Phrase(
            zh: "旧钥匙的公钥留作核验，只对换下之前的记录有效；遗失的钥匙所签的，用当时公布的公钥核验。",
            en: "The old public key is kept for checks and is valid for the entries there are now. What a lost key signed is checked "
                + "with its public key as it was published."),
        examples: "log rotate-key")
    public static let trustWitness = CommandHelp(
        zh: "登记见证方的公钥", en: "Trust a witness's cosignatures from now on",
        examples: "log trust-witness witness.example/w1+8d66cf3f+BFk2")

    private static let onlyOutside = "谁掌握签名钥匙，谁就能重写全部历史再签一遍；能防住的只有别人手里的校验点。"
    private static let onlyOutsideEnglish =
        "Whoever has the signing key can rewrite everything and sign it again. Only a checkpoint in other hands prevents that. "

    public static let position = Phrase(zh: "第几条", en: "Position of the entry.")
    public static let number = Phrase(zh: "几条", en: "How many entries.")
    public static let hashes = Phrase(zh: "改为导出每条的叶哈希", en: "Export the leaf hash of each entry instead: position and hexadecimal.")
    public static let outsideCheckpoint = Phrase(
        zh: "别处保存的校验点，可写多次", en: "A checkpoint that was kept elsewhere; may be repeated.")
    public static let checkpointAt = Phrase(zh: "签到第几条为止，不写则为全部", en: "Sign the first so many entries; by default all.")
    public static let listCheckpoints = Phrase(zh: "列出签过的校验点", en: "List the checkpoints that were signed.")
    public static let addCosignature = Phrase(
        zh: "加入文件中见证方的签名", en: "Add the cosignature in this file, as a witness returned it.")
    public static let qr = Phrase(zh: "在终端显示二维码", en: "Show a QR code in the terminal.")
    public static let firstSide = Phrase(zh: "校验点文件或簿", en: "A checkpoint file or a book.")
    public static let secondSide = Phrase(zh: "另一份校验点文件或簿", en: "The other checkpoint file or book.")
    public static let evidence = Phrase(zh: "保存证据的文件", en: "The file for the evidence of two histories.")
    public static let provedFrom = Phrase(zh: "从多少条起", en: "Since the book had so many entries.")
    public static let provedTo = Phrase(zh: "到多少条的校验点，不写则为最后", en: "The checkpoint of so many entries; by default the last.")
    public static let folder = Phrase(zh: "目录", en: "The folder.")
    public static let checkedFile = Phrase(zh: "校验点、回执或证明文件", en: "The file of the checkpoint, receipt or proof.")
    public static let old = Phrase(
        zh: "较早的校验点，核对只增不改的证明时必须写", en: "The earlier checkpoint, for a proof that entries were only added.")
    public static let afterLoss = Phrase(
        zh: "已签过的记录（或查阅记录）确定遗失，从现有的接着记",
        en: "Signed entries or readings are lost for good: continue from what there is.")
    public static let witnessKey = Phrase(zh: "见证方的公钥", en: "The witness's public key.")
    public static let trustedKey = Phrase(
        zh: "只信这把公钥，或这个文件里的公钥，不用簿旁钥匙文件；可写多次",
        en: "Trust this public key, or those in this file, in place of the book's own key file; may be repeated.")
}
