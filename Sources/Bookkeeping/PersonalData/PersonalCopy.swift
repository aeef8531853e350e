public import CanonicalJSON
public import Domain
public import EventLog

extension Book {
    /// A person's own copy of everything that is held on them: every entry about them, with what was sealed under their
    /// key opened, and what it is called under which others' data are sealed left as it is; and who read their data.
    ///
    /// - Throws: `Rejection.unknown` where nothing is held.
    public func personalCopy(of owner: Subject, for purpose: ReadingPurpose, in state: State) throws -> JSONValue {
        guard state.has(owner) else { throw Rejection.unknown(owner) }
        let sealing = try self.sealing(state)
        // Whatever use is allowed: a person may always see what is kept of them.
        let isErased = state.use(ofDataOf: owner) == .erased
        let entries = try entries(about: owner).map { entry -> JSONValue in
            let event = try EventCatalogue.decode(entry)
            guard event.isPersonal, let sealing, !isErased else { return try Self.value(of: entry) }
            let opened = try event.mappingPersonalTexts { text, field in
                if field.owner == owner, let plain = try sealing.open(text, field) { text = .plain(plain) }
            }
            var object = try Self.value(of: entry).objectValue ?? JSONObject()
            // Said as the current version says it, whatever version the entry is of.
            object["data"] = .object(opened.fields)
            object["v"] = .integer(opened.version)
            return .object(object)
        }
        if !isErased { try readings.record([owner], purpose, at: clock()) }
        return [
            "entries": .array(entries), "readings": .array(try readings(of: owner)), "subject": .string(owner.description),
        ]
    }

    private func readings(of owner: Subject) throws -> [JSONValue] {
        var list: [JSONValue] = []
        try forEachReading(about: owner) { entry, purpose in
            list.append([
                "by": .string(entry.event.by), "purpose": .string(purpose), "recorded": .string(entry.recorded.description),
            ])
        }
        return list
    }

    /// Hands over each reading of personal data, of one person or of all, in order: its entry in the log of readings,
    /// and what it was for.
    public func forEachReading(about owner: Subject?, _ body: (RecordedEvent, _ purpose: String) throws -> Void) throws {
        guard let log = try readings.open() else { return }
        func hand(_ entry: RecordedEvent) throws {
            try body(entry, Self.value(of: entry).objectValue?["data"]?.objectValue?["purpose"]?.stringValue ?? "")
        }
        if let owner {
            for position in try log.positions(about: owner) { try log.entry(at: position).map(hand) }
        } else {
            try log.forEach { view in
                try hand(view.recordedEvent())
                return true
            }
        }
    }

    private static func value(of entry: RecordedEvent) throws -> JSONValue {
        try entry.bytes.withUnsafeBytes { try JSONParser.parse($0) }
    }
}
