internal import EventLog

/// What is damaged in a file, and why reading or writing failed.
extension Phrase {
    static func damage(_ damage: Damage) -> Phrase {
        switch damage {
        case .database(let message): database(message)
        case .valueMissing: Phrase(zh: "文件里缺少一个值，或类型不对。", en: "a stored value is missing or of another type.")
        case .entryMalformed(let error): Phrase(zh: "这一条的格式不对：", en: "the entry is malformed: ") + jsonError(error)
        case .entryOutOfPlace(let found): Phrase(zh: "这里存的是第 \(found) 条。", en: "entry \(found) is in its place.")
        case .hashDiffers: Phrase(zh: "这一条的内容与其哈希不符。", en: "the entry does not match its hash.")
        case .treeHashMissing(let level): Phrase(zh: "哈希树缺少第 \(level) 层的一个哈希。", en: "the tree has no hash of level \(level) there.")
        case .attachmentHashMalformed: Phrase(zh: "附件的哈希长度不对。", en: "the hash of an attachment has the wrong length.")
        case .textSealed(let field):
            Phrase(zh: "封存的“\(field)”用其钥匙无法打开。", en: "the sealed '\(field)' cannot be opened with its key.")
        case .attachmentSealed: Phrase(zh: "封存的附件用其钥匙无法打开。", en: "a sealed attachment cannot be opened with its key.")
        case .openingMissing: Phrase(zh: "第 1 条不是建簿。", en: "the first entry does not open a book.")
        case .structure(let fault): structuralFault(fault)
        }
    }

    static func structuralFault(_ fault: StructuralFault) -> Phrase {
        switch fault {
        case .database(let message): database(message)
        case .schema(let object, let name, let change):
            switch change {
            case .gone: Phrase(zh: "缺少\(schemaObject(object).zh)“\(name)”。", en: "the \(object) \(name) is missing.")
            case .altered: Phrase(zh: "\(schemaObject(object).zh)“\(name)”被改动过。", en: "the \(object) \(name) was altered.")
            case .added: Phrase(zh: "多出\(schemaObject(object).zh)“\(name)”。", en: "the \(object) \(name) does not belong here.")
            }
        }
    }

    private static func schemaObject(_ kind: String) -> Phrase {
        switch kind {
        case "table": Phrase(zh: "数据表", en: kind)
        case "trigger": Phrase(zh: "触发器", en: kind)
        case "index": Phrase(zh: "索引", en: kind)
        default: Phrase(zh: "视图", en: kind)
        }
    }

    /// The words of the database, which has none in Chinese.
    private static func database(_ message: String) -> Phrase {
        Phrase(zh: "数据库报告“\(message)”。", en: "the database reports '\(message)'.")
    }

    static let unreadable = Phrase(zh: "无法读取。", en: "it cannot be read.")

    static func inputOutputFault(_ fault: InputOutputFault) -> Phrase {
        switch fault {
        case .system(let code): systemError(code)
        case .database(let message): database(message)
        case .unreadable: unreadable
        case .writeAheadLogLeft:
            Phrase(
                zh: "旁边的预写日志（-wal）里还有记录，这个位置又不能写。请把簿和它旁边的文件复制到可以写的位置。",
                en: "the write-ahead log beside it (-wal) has entries of its own, and the place is read-only. Copy the book and the files "
                    + "beside it to a place that can be written.")
        case .openingNotRecorded: Phrase(zh: "建簿没有记下。", en: "the opening was not recorded.")
        }
    }
}
