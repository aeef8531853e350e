internal import EventLog
#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Why a path is not written to: what would be lost.
public struct OutputRefused: Error, Equatable, Sendable {
    public enum Reason: Equatable, Sendable {
        /// It is the book that is being read, or belongs to it.
        case ofThisBook
        /// It is a book, or a log of readings.
        case book
        /// It contains keys of persons.
        case personalKeys
        case signingKey
        /// It contains accounts.
        case accounts
        /// What it is cannot be seen.
        case unreadable
        /// It has, or would have, the name of a file that belongs to a book beside it.
        case besideBook
    }

    public let path: String
    public let reason: Reason
}

/// The files that no output replaces: a book and what belongs to it, under whatever name it is reached.
public enum ProtectedFiles {
    /// - Parameters:
    ///   - path: where something is to be written, or replaced.
    ///   - book: the book that is being read, if any.
    /// - Throws: `OutputRefused`.
    public static func requireReplaceable(_ path: String, reading book: String?) throws(OutputRefused) {
        if let reason = reason(path, book) { throw OutputRefused(path: path, reason: reason) }
    }

    /// As `requireReplaceable`, for what is a book itself: a copy that is brought up to date, or a new book.
    public static func requireOutside(_ path: String, of book: String?) throws(OutputRefused) {
        switch reason(path, book) {
        case .ofThisBook?: throw OutputRefused(path: path, reason: .ofThisBook)
        case .besideBook?: throw OutputRefused(path: path, reason: .besideBook)
        case .book?, .personalKeys?, .signingKey?, .accounts?, .unreadable?, nil: return
        }
    }

    /// As `requireOutside`, for a folder that is made with those above it: one with the name of a book's journal would keep
    /// the book from being opened.
    public static func requireFolder(_ path: String, of book: String?) throws(OutputRefused) {
        var path = path[...]
        var status = stat()
        while true {
            while path.count > 1, path.last == "/" { path.removeLast() }
            guard !path.isEmpty else { return }
            try requireOutside(String(path), of: book)
            guard stat(String(path), &status) != 0 else { return }
            path = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
        }
    }

    private static func reason(_ path: String, _ book: String?) -> OutputRefused.Reason? {
        if let book, isFile(path, of: book) { return .ofThisBook }
        if let reason = reason(ofFileAt: path) { return reason }
        let isBesideBook = stems(of: resolved(path)).contains { isBookFile($0) || isSameFile($0, book) }
        return isBesideBook ? .besideBook : nil
    }

    /// The names that have `path` as the name of a file of theirs: `a.db` and `a.db.keys` for `a.db.keys-journal`.
    private static func stems(of path: String) -> [String] {
        BookFiles.suffixes.filter { path.hasSuffix($0) && path.count > $0.count }.map { String(path.dropLast($0.count)) }
    }

    private static func isBookFile(_ path: String) -> Bool {
        switch reason(ofFileAt: path) {
        case .book?, .personalKeys?, .accounts?: true
        case .ofThisBook?, .signingKey?, .unreadable?, .besideBook?, nil: false
        }
    }

    /// Whether two names lead to one file, through links of either kind.
    private static func isFile(_ path: String, of book: String) -> Bool {
        BookFiles.all(ofBookAt: resolved(book)).contains { owner in
            ([""] + BookFiles.suffixes).contains { isSameFile(path, owner + $0) || resolved(path) == owner + $0 }
        }
    }

    private static func isSameFile(_ path: String, _ other: String?) -> Bool {
        guard let other else { return false }
        var (left, right) = (stat(), stat())
        guard stat(path, &left) == 0, stat(other, &right) == 0 else { return false }
        return left.st_dev == right.st_dev && left.st_ino == right.st_ino
    }

    /// Without symbolic links; where nothing is there yet, its folder's true name and its own.
    private static func resolved(_ path: String) -> String {
        if let real = FilePath.real(path) { return real }
        let folder = FilePath.folder(of: path)
        let real = FilePath.real(folder) ?? folder
        return (real == "/" ? "" : real) + "/" + FilePath.name(of: path)
    }

    /// What a file is, by its first bytes; nil if it is not a book's.
    private static func reason(ofFileAt path: String) -> OutputRefused.Reason? {
        guard let header = SQLiteHeader.read(fileAt: path) else { return .unreadable }
        if SigningKeyFile.begins(with: header) { return .signingKey }
        switch SQLiteHeader.applicationID(header) {
        case SQLiteHeader.ofLogs?: return .book
        case KeyStore.applicationID?: return .personalKeys
        case BookFiles.accountsApplicationID?: return .accounts
        default: return nil
        }
    }
}
