#if Web
/// The tables of a file of accounts. A version that was published is never changed: a later one adds to it.
enum AccountSchema {
    static let version = 1

    /// Secrets that let somebody in are there as their digests. The pepper and the secrets of meetings have to be there
    /// themselves, as codes are computed with them.
    static let tables = """
        CREATE TABLE book (id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE pepper (key BLOB NOT NULL) STRICT;
        CREATE TABLE accounts (
            name TEXT NOT NULL PRIMARY KEY, role TEXT NOT NULL, member TEXT, unit TEXT, created INTEGER NOT NULL, ended INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE passwords (
            account TEXT NOT NULL PRIMARY KEY REFERENCES accounts, rounds INTEGER NOT NULL, block_size INTEGER NOT NULL,
            parallelism INTEGER NOT NULL, salt BLOB NOT NULL, key BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE links (
            account TEXT NOT NULL PRIMARY KEY REFERENCES accounts, digest BLOB NOT NULL UNIQUE, expires INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sessions (
            digest BLOB NOT NULL PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts, expires INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sessions_by_account ON sessions (account);
        CREATE TABLE api_tokens (
            id INTEGER PRIMARY KEY AUTOINCREMENT, digest BLOB NOT NULL UNIQUE, account TEXT NOT NULL REFERENCES accounts,
            label TEXT NOT NULL, made INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE calendar_feeds (
            account TEXT NOT NULL PRIMARY KEY REFERENCES accounts, digest BLOB NOT NULL UNIQUE
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE personal_codes (
            member TEXT NOT NULL PRIMARY KEY, code BLOB NOT NULL, issued INTEGER NOT NULL, wrong_count INTEGER NOT NULL DEFAULT 0,
            counted_since INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE devices (
            id INTEGER PRIMARY KEY AUTOINCREMENT, digest BLOB NOT NULL UNIQUE, label TEXT NOT NULL, registered INTEGER NOT NULL,
            expires INTEGER NOT NULL, ended INTEGER
        ) STRICT;
        CREATE TABLE device_members (
            device INTEGER NOT NULL REFERENCES devices, member TEXT NOT NULL, PRIMARY KEY (device, member)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE meeting_secrets (activity TEXT NOT NULL PRIMARY KEY, secret BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE waiting_taps (
            command TEXT NOT NULL PRIMARY KEY, activity TEXT NOT NULL, member TEXT NOT NULL, device INTEGER, slot INTEGER NOT NULL,
            received INTEGER NOT NULL, reason TEXT NOT NULL, state TEXT NOT NULL, message TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX waiting_taps_by_activity ON waiting_taps (activity);
        CREATE INDEX waiting_taps_by_device ON waiting_taps (device);
        """
}
#endif
