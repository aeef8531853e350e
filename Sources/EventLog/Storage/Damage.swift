public import CanonicalJSON

/// What is damaged in a book's file.
public enum Damage: Equatable, Sendable {
    /// In the database's own words.
    case database(String)
    /// A stored value is missing or of another kind.
    case valueMissing
    case entryMalformed(JSONError)
    /// Another entry than the one that belongs there.
    case entryOutOfPlace(found: Position)
    /// The entry's bytes are not those that its hash was made of.
    case hashDiffers
    case treeHashMissing(level: Int)
    case attachmentHashMalformed
    /// A sealed text does not open with its key.
    case textSealed(field: String)
    /// A sealed attachment does not open with its key.
    case attachmentSealed
    /// The first entry does not open a book.
    case openingMissing
    case structure(StructuralFault)
}

/// Where a file's structure is not the one that its format has.
public enum StructuralFault: Equatable, Sendable {
    /// In the database's own words.
    case database(String)
    /// A table, trigger or index of the schema.
    case schema(object: String, name: String, Change)

    public enum Change: Int, Equatable, Sendable { case gone, altered, added }
}

/// Why the file system or the database failed.
public enum InputOutputFault: Equatable, Sendable {
    /// The system's error, as `errno`.
    case system(Int32)
    /// In the database's own words.
    case database(String)
    case unreadable
    /// The write-ahead log beside a file that can only be read has entries of its own.
    case writeAheadLogLeft
    /// The first entry of a new book was not recorded.
    case openingNotRecorded
}
