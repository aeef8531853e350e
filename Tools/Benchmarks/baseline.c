/* The measure that Tools/benchmark compares with: the same bytes put into and read from SQLite by the shortest
   program there is, with the same settings (WAL, synchronous=FULL) and no check of any kind.

   usage: baseline single|batch|scan DATABASE ENTRIES [COUNT]      prints seconds
   ENTRIES: each entry as a 4-byte little-endian length and its bytes. */
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BATCH = 1000 };

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void check(int code, sqlite3 *db) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  fprintf(stderr, "%s\n", sqlite3_errmsg(db));
  exit(1);
}

static void run(sqlite3 *db, const char *sql) { check(sqlite3_exec(db, sql, NULL, NULL, NULL), db); }

static unsigned char *load(const char *path, long *size) {
  FILE *file = fopen(path, "rb");
  if (!file) exit(1);
  fseek(file, 0, SEEK_END);
  *size = ftell(file);
  rewind(file);
  unsigned char *bytes = malloc(*size);
  if (fread(bytes, 1, *size, file) != (size_t)*size) exit(1);
  fclose(file);
  return bytes;
}

static void insert(sqlite3 *db, const char *path, long batch, long count) {
  long size, position = 0;
  unsigned char *bytes = load(path, &size);
  static const unsigned char hash[32];
  sqlite3_stmt *statement;
  check(sqlite3_prepare_v2(db, "INSERT INTO entries VALUES (?1, ?2, ?3)", -1, &statement, NULL), db);
  double start = now();
  for (long at = 0; at < size && position < count;) {
    if (position % batch == 0) run(db, "BEGIN IMMEDIATE");
    uint32_t length;
    memcpy(&length, bytes + at, 4);
    sqlite3_bind_int64(statement, 1, ++position);
    sqlite3_bind_blob(statement, 2, bytes + at + 4, length, SQLITE_STATIC);
    sqlite3_bind_blob(statement, 3, hash, sizeof hash, SQLITE_STATIC);
    check(sqlite3_step(statement), db);
    sqlite3_reset(statement);
    at += 4 + length;
    if (position % batch == 0 || at >= size || position == count) run(db, "COMMIT");
  }
  printf("%.6f\n", now() - start);
  sqlite3_finalize(statement);
}

static void scan(sqlite3 *db) {
  sqlite3_stmt *statement;
  uint64_t sum = 0;
  double start = now();
  check(sqlite3_prepare_v2(db, "SELECT position, bytes FROM entries ORDER BY position", -1, &statement, NULL), db);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    const unsigned char *bytes = sqlite3_column_blob(statement, 1);
    int length = sqlite3_column_bytes(statement, 1);
    for (int index = 0; index < length; index++) sum += bytes[index];
  }
  printf("%.6f\n", now() - start);
  fprintf(stderr, "%llu\n", (unsigned long long)sum);
  sqlite3_finalize(statement);
}

int main(int count, char **arguments) {
  if (count < 4) return 64;
  sqlite3 *db;
  check(sqlite3_open(arguments[2], &db), db);
  run(db, "PRAGMA journal_mode = WAL");
  run(db, "PRAGMA synchronous = FULL");
  run(db, "PRAGMA mmap_size = 268435456");
  run(db, "CREATE TABLE IF NOT EXISTS entries (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL, leaf_hash BLOB NOT NULL) STRICT");
  long most = count > 4 ? atol(arguments[4]) : 1L << 40;
  if (!strcmp(arguments[1], "single")) insert(db, arguments[3], 1, most);
  else if (!strcmp(arguments[1], "batch")) insert(db, arguments[3], BATCH, most);
  else scan(db);
  sqlite3_close(db);
  return 0;
}
